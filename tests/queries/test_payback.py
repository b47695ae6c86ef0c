"""When a hire has paid back: pay by day, recruiting, margin, leavers, missing pay, all worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helpers.small_company import Built
from helpers.standing import seen
from hiring.access import scope
from hiring.warehouse.asking import Warehouse

EMPLOYEES = """
employee_id,full_name,department,role_profile,region,segment,hire_date,termination_date
A,Ada,Sales,Inside sales,North,SMB,2024-01-16,
B,Ben,Sales,Inside sales,South,SMB,2024-01-01,2024-02-29
C,Cem,Sales,Inside sales,South,SMB,2024-01-01,
D,Dea,Sales,Inside sales,South,SMB,2024-01-01,
"""
DEALS = """
opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on
O0,A,Lost,false,1,EUR,2024-01-01,2024-01-01
O1,A,Won,true,5000,EUR,2024-02-01,2024-02-10
O2,A,Won,true,10000,EUR,2024-02-01,2024-03-10
O3,B,Won,true,50000,EUR,2024-02-01,2024-03-10
O4,C,Won,true,90000,EUR,2024-02-01,2024-05-10
"""
APPLICATIONS = (
    "application_id,candidate_id,source,applied_on,status,ended_on,accepted_on,employee_id\n"
    + "".join(
        f"P{who},C{who},{source},2023-12-01,hired,2023-12-20,2023-12-20,{who}\n"
        for who, source in (("A", "Board"), ("B", "Board"), ("C", "Board"), ("D", "Talks"))
    )
)
COSTS = "source,month,amount,currency\nBoard,2023-12-01,3600,EUR\n"  # 1200 each
DAYS = ((1, 31), (2, 29), (3, 31), (4, 30), (5, 31), (6, 30))


def _pay(who: str, first: int, last: int, start: int = 1) -> str:
    """A hundred a day from the day of January it starts."""
    days = [(month, length - (start - 1 if month == 1 else 0)) for month, length in DAYS]
    return "".join(f"{who},2024-{m:02d}-01,{100 * n},EUR\n" for m, n in days if first <= m <= last)


PAY = (
    "employee_id,month,amount,currency\n"
    + _pay("A", 1, 6, start=16)
    + _pay("B", 1, 2)
    + _pay("C", 1, 4)
    + _pay("D", 1, 6)
)


def company(pay: str = PAY, deals: str = DEALS) -> Built:
    tables = {
        "employees": EMPLOYEES,
        "crm_users": "",
        "opportunities": deals,
        "applications": APPLICATIONS,
        "sourcing_costs": COSTS,
        "employment_costs": pay,
    }
    return seen(tables, as_of=date(2024, 6, 30))


def payback(company: Built, **filters: Any) -> list[tuple[Any, ...]]:
    """(source, recruiting known, pay known, months, paid back) of each hire, by source and day of hire."""
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    parameters = replace(scope.everything(choices), **filters).parameters()
    found = warehouse.ask("sources/payback_by_hire", viewer, parameters)
    columns = ["source", "has_recruiting_cost", "has_pay", "months_to_payback", "has_paid_back"]
    return [tuple(row) for row in found[columns].itertuples(index=False)]


def test_pay_is_spread_over_the_days_it_was_earned() -> None:
    rows = company().rows(
        "select tenure_month, cost::double, is_cost_known from marts.hire_costs where employee_id = 'A' order by 1"
    )
    # 16 Jan to 15 Feb is 31 days, to 15 Mar 29 days; the last month ends with the data, 30 June: 15 days.
    assert rows == [(m, 100.0 * n, True) for m, n in ((1, 31), (2, 29), (3, 31), (4, 30), (5, 31), (6, 15))]


def test_margin_covers_recruiting_and_pay_in_the_month_it_first_does() -> None:
    found = payback(company())
    # Month 1: 70 % of 5,000 against 1,200 + 3,100. Month 2: 70 % of 15,000 against 1,200 + 6,000.
    assert ("Board", True, True, 2, True) in found
    ledger = company().rows(
        "select revenue_so_far::double, cost_so_far from marts.payback_months "
        "where employee_id = 'A' and tenure_month <= 2 order by tenure_month"
    )
    assert ledger == [(5000.0, pytest.approx(4300.0)), (15000.0, pytest.approx(7200.0))]


def test_who_leaves_before_never_pays_back_and_is_followed_to_the_day_of_the_data() -> None:
    # Ben's deal closed after he had gone; five whole months have passed since he came on 1 January.
    assert payback(company())[0] == ("Board", True, True, 5, False)


def test_follow_up_ends_where_pay_is_missing() -> None:
    # Cem's pay ends with April: his great deal of May is not set against a cost that is not known.
    assert payback(company())[1] == ("Board", True, True, 4, False)


def test_without_a_booked_source_or_pay_payback_is_not_known() -> None:
    assert payback(company())[-1] == ("Talks", False, True, 5, False)
    unpaid = payback(company(pay=PAY.replace("C,2024-01-01", "C,2023-11-01")))
    assert unpaid[1] == ("Board", True, False, 0, False)


@pytest.mark.proof
def test_a_part_of_the_sales_that_covers_the_cost_to_the_cent_has_paid_back() -> None:
    exact = DEALS.replace("O2,A,Won,true,10000,", "O2,A,Won,true,5285.72,")  # 70 % of 10,285.72 is 7,200.00
    short = DEALS.replace("O2,A,Won,true,10000,", "O2,A,Won,true,5285.70,")
    assert ("Board", True, True, 2, True) in payback(company(deals=exact))
    assert ("Board", True, True, 5, False) in payback(company(deals=short))


def test_it_heeds_the_filters_and_the_costs_do_not_move_with_them() -> None:
    whole = company()
    assert payback(whole, regions=("North",)) == [("Board", True, True, 2, True)]
    assert payback(whole, hired_from=date(2024, 1, 10)) == [("Board", True, True, 2, True)]
