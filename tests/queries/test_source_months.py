"""Which months of cost belong to which accepted offers: worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.small_company import Built
from helpers.standing import seen

APPLICATIONS = """
application_id,candidate_id,source,applied_on,status,ended_on,offered_on,accepted_on,employee_id
P1,C1,Board,2023-12-01,hired,2024-01-05,2024-01-04,2024-01-05,A
P2,C2,Board,2024-01-10,hired,2024-03-02,2024-02-28,2024-03-02,
P3,C3,Board,2024-01-10,hired,2024-04-30,2024-04-28,2024-04-30,
P4,C4,Board,2024-01-10,rejected,2024-03-02,,,
P5,C5,Board,2024-01-10,offer_declined,2024-03-02,2024-02-28,,
P6,C6,Talks,2024-01-10,hired,2024-02-20,2024-02-18,,B
"""
COSTS = """
source,month,amount,currency
Board,2024-02-01,100,EUR
Board,2024-04-01,200,EUR
Fair,2024-03-01,50,EUR
"""


@pytest.fixture
def company() -> Built:
    tables = {"applications": APPLICATIONS, "sourcing_costs": COSTS}
    return seen(tables, as_of=date(2024, 6, 30))


def test_months_between_the_first_and_the_last_booking_are_known_and_others_are_not(company: Built) -> None:
    rows = company.rows(
        "select month(month), count_hires, is_cost_known, cost::double from marts.source_months "
        "where source = 'Board' order by month"
    )
    assert rows == [(1, 1, False, None), (2, 0, True, 100.0), (3, 1, True, 0.0), (4, 1, True, 200.0)]


def test_a_source_nobody_booked_for_has_offers_and_no_cost(company: Built) -> None:
    rows = company.rows(
        "select month, count_hires, is_cost_known, cost from marts.source_months where source = 'Talks'"
    )
    assert rows == [(date(2024, 3, 1), 1, False, None)]  # no day of accepting: the month Ben started


def test_money_spent_for_nobody_is_kept(company: Built) -> None:
    assert company.rows(
        "select count_hires, cost::double from marts.source_months where source = 'Fair'"
    ) == [(0, 50.0)]


def test_a_hire_costs_its_sources_average_or_nobody_knows(company: Built) -> None:
    rows = company.rows("select employee_id, recruiting_cost from marts.recruiting_costs order by 1")
    # Ada accepted in January, before anything was booked; Ben came through Talks.
    assert rows == [("A", None), ("B", None)]


@pytest.mark.proof
def test_a_hire_of_a_booked_month_costs_all_bookings_over_all_offers_of_booked_months() -> None:
    earlier = COSTS + "Board,2024-01-01,30,EUR\n"
    company = seen({"applications": APPLICATIONS, "sourcing_costs": earlier}, as_of=date(2024, 6, 30))
    rows = company.rows("select employee_id, recruiting_cost from marts.recruiting_costs order by 1")
    assert rows == [("A", pytest.approx(330 / 3)), ("B", None)]
