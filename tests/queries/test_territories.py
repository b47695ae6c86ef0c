"""A hire's territory and what was sold there before they came: worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.small_company import OPPORTUNITIES
from helpers.standing import seen

DEALS = """
opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on,territory
O0,U-X,Won,true,1.00,EUR,2022-01-01,2022-01-05,East
O1,U-A,Won,true,10.00,EUR,2024-02-01,2024-03-01,West
O2,U-A,Won,true,10.00,EUR,2024-02-01,2024-03-02,West
O3,U-A,Won,true,900.00,EUR,2024-02-01,2024-03-03,East
O4,U-B,Won,true,10.00,EUR,2024-03-05,2024-07-01,
O5,U-X,Won,true,70.00,EUR,2023-05-01,2023-12-31,West
O6,U-X,Won,true,30.00,EUR,2023-05-01,2023-11-30,West
O7,U-X,Won,true,40.00,EUR,2022-12-01,2022-12-31,West
"""
BOOKED = """
territory,month,amount,currency
West,2022-12-01,5000,EUR
West,2023-01-01,100,EUR
West,2023-11-01,20,EUR
West,2023-12-01,7,EUR
West,2024-01-01,9999,EUR
West,2023-10-01,50,USD
East,2023-12-01,3,EUR
"""
ASKED = """
select employee_id, territory, is_booked, odd_revenue, even_revenue, odd_months, even_months
from marts.hire_territories
order by employee_id
"""


def test_the_territory_is_where_most_deals_lie_and_months_count_back_from_the_month_of_hire() -> None:
    company = seen({"opportunities": DEALS, "territory_revenue": BOOKED}, as_of=date(2024, 9, 1))
    # Ada came on 2024-01-10: December 2023 is one month before, January 2023 twelve. Ben's deal has no territory.
    assert company.rows(ASKED) == [("A", "West", True, 7.0, 120.0, 1, 2)]


@pytest.mark.proof
def test_a_month_in_a_currency_without_a_rate_is_not_known_and_one_with_a_rate_is_converted() -> None:
    rates = "month,currency,rate\n2023-10-01,USD,0.5"
    company = seen(
        {"opportunities": DEALS, "territory_revenue": BOOKED, "exchange_rates": rates},
        as_of=date(2024, 9, 1),
        config_toml='base_currency = "EUR"\n',
    )
    assert company.rows(ASKED) == [("A", "West", True, 32.0, 120.0, 2, 2)]


def test_without_the_file_of_finance_won_deals_tell_if_the_history_is_long_enough() -> None:
    company = seen({"opportunities": DEALS}, as_of=date(2024, 9, 1))
    # December 70 (one month before), November 30 (two); the twelve months lie within the CRM's history.
    assert company.rows(ASKED) == [("A", "West", False, 70.0, 30.0, 6, 6)]
    short = DEALS.replace("O0,U-X,Won,true,1.00,EUR,2022-01-01,2022-01-05,East\n", "").replace(
        "O7,U-X,Won,true,40.00,EUR,2022-12-01,2022-12-31,West\n", ""
    )
    company = seen({"opportunities": short}, as_of=date(2024, 9, 1))
    assert company.rows(ASKED) == [("A", "West", False, 70.0, 30.0, 0, 0)]


@pytest.mark.proof
def test_a_history_of_exactly_twelve_months_before_is_whole() -> None:
    deals = DEALS.replace("2022-01-01,2022-01-05", "2023-01-01,2023-01-05").replace(
        "2022-12-01,2022-12-31", "2023-02-01,2023-02-05"
    )
    company = seen({"opportunities": deals}, as_of=date(2024, 9, 1))
    # February is eleven months before.
    assert company.rows(ASKED) == [("A", "West", False, 110.0, 30.0, 6, 6)]
    late = deals.replace("2023-01-01,2023-01-05", "2023-01-02,2023-01-05")
    company = seen({"opportunities": late}, as_of=date(2024, 9, 1))
    assert company.rows(ASKED) == [("A", "West", False, 110.0, 30.0, 0, 0)]


def test_a_company_without_territories_has_none() -> None:
    company = seen({"opportunities": OPPORTUNITIES})
    assert company.rows(ASKED) == []
    assert company.rows("select * from marts.territory_months") == []
