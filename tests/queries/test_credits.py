"""Who a won deal is credited to, and in which spell: worked out by hand on a company of a few deals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from helpers.small_company import EMPLOYEES, OPPORTUNITIES
from helpers.standing import seen, standing


def test_credited_revenue_counts_every_own_deal_since_the_hire(tmp_path: Path) -> None:
    rows = standing(tmp_path).rows(
        "select employee_id, credited_revenue, revenue_after_exit, revenue_inherited from marts.hires order by 1"
    )
    # Ada: 1000 (opened before she came, so inherited) + 500.50. Ben: 700, and 70 that closed after he left.
    assert rows == [("A", 1500.50, 0.0, 1000.0), ("B", 770.0, 70.0, 0.0)]


def test_the_company_total_is_each_deal_once_and_says_where_it_went(tmp_path: Path) -> None:
    row = standing(tmp_path).rows(
        "select won_revenue, credited_revenue, revenue_of_nobody, revenue_after_exit, revenue_before_hire, count_deals "
        "from marts.revenue_totals"
    )
    assert row == [(2281.50, 2281.50, 11.0, 70.0, 0.0, 5)]


def test_a_deal_before_the_hire_is_nobodys_revenue_as_a_hire() -> None:
    deal = "\nO7,U-B,Won,true,300.00,EUR,2023-12-01,2024-02-29"
    company = seen({"opportunities": OPPORTUNITIES.rstrip() + deal})
    assert company.rows("select timing, is_of_hire from marts.credits where opportunity_id = 'O7'") == [
        ("before hire", False)
    ]
    assert company.one("select credited_revenue from marts.hires where employee_id = 'B'") == 770.0
    assert company.one("select revenue_before_hire from marts.revenue_totals") == 300.0


@pytest.mark.proof
def test_a_rehire_is_credited_in_the_spell_in_which_the_deal_closed() -> None:
    again = "\nB,Ben Second,ben@firm.example,Sales,Inside sales,South,SMB,2025-01-15,"
    company = seen({"employees": EMPLOYEES.rstrip() + again})
    rows = company.rows(
        "select hire_date::varchar, credited_revenue from marts.hires where employee_id = 'B' order by 1"
    )
    assert rows == [("2024-03-01", 700.0), ("2025-01-15", 70.0)]


def test_two_ids_with_one_email_are_one_person_whose_deals_go_to_the_right_spell() -> None:
    again = "\nB2,Ben Second,Ben@Firm.example,Sales,Inside sales,South,SMB,2025-01-15,"
    company = seen({"employees": EMPLOYEES.rstrip() + again})
    rows = company.rows(
        "select employee_id, credited_revenue from marts.hires where person_id = 'B' order by 1"
    )
    assert rows == [("B", 700.0), ("B2", 70.0)]


def test_splits_share_a_deal_and_never_double_the_company_total() -> None:
    splits = """
opportunity_id,owner_id,share
O2,U-A,1.0
O2,U-B,0.7
"""
    company = seen({"opportunity_splits": splits})
    rows = company.rows(
        "select owner_key, amount::double from marts.credits where opportunity_id = 'O2' order by owner_key"
    )
    assert rows == [("U-A||", 500.50), ("U-B||", 350.35)]
    totals = company.rows("select won_revenue, credited_revenue from marts.revenue_totals")
    assert totals == [(2281.50, 2281.50 + 350.35)]


@pytest.mark.proof
def test_a_deal_with_two_logins_of_one_person_credits_that_person() -> None:
    users = """
owner_id,full_name,email,employee_id
U-A,Ada First,,A
U-A2,Ada F.,ada@firm.example,
U-B,Ben Second,ben@firm.example,
"""
    deal = "\nO7,U-A2,Won,true,40.00,EUR,2024-03-01,2024-05-01"
    company = seen({"crm_users": users, "opportunities": OPPORTUNITIES.rstrip() + deal})
    assert company.one("select credited_revenue from marts.hires where employee_id = 'A'") == 1540.50


def test_owners_are_joined_by_id_then_email_and_a_name_never_crosses_systems() -> None:
    opportunities = """
opportunity_id,owner_id,owner_email,owner_name,stage,is_won,amount,currency,created_on,closed_on
P1,A,,,Won,true,1,EUR,2024-02-01,2024-06-01
P2,,ADA@firm.example,,Won,true,2,EUR,2024-02-01,2024-06-01
P3,,,Ada First,Won,true,4,EUR,2024-02-01,2024-06-01
P4,,,,Won,true,8,EUR,2024-02-01,2024-06-01
"""
    company = seen({"crm_users": "", "opportunities": opportunities})
    assert company.one("select credited_revenue from marts.hires where employee_id = 'A'") == 3.0
    assert company.one("select revenue_of_nobody from marts.revenue_totals") == 12.0
    ways = company.rows("select owner_key, matched_by from marts.owners order by owner_key")
    assert ways == [("A||", "id"), ("|ada@firm.example|", "e-mail"), ("||Ada First", None)]


@pytest.mark.proof
def test_a_name_unique_in_the_crms_own_list_is_that_login() -> None:
    opportunities = """
opportunity_id,owner_name,stage,is_won,amount,currency,created_on,closed_on
P1,Ada First,Won,true,4,EUR,2024-02-01,2024-06-01
P2,Ben Second,Won,true,5,EUR,2024-02-01,2024-06-01
"""
    users = """
owner_id,full_name,email,employee_id
U-A,Ada First,,A
U-B,Ben Second,,B
U-C,Ben Second,,M1
"""
    company = seen({"crm_users": users, "opportunities": opportunities})
    assert company.rows("select full_name, person_id from marts.owners order by 1") == [
        ("Ada First", "A"),
        ("Ben Second", None),
    ]


@pytest.mark.proof
def test_a_confirmed_match_joins_a_login_that_nothing_else_joins() -> None:
    matches = """
system,system_id,employee_id,confirmed_by,confirmed_on
crm,U-X,B,Hana,2026-01-05
"""
    company = seen({"matches": matches})
    assert company.one("select matched_by from marts.owners where owner_id = 'U-X'") == "confirmed"
    assert company.one("select credited_revenue from marts.hires where employee_id = 'B'") == 781.0


def test_foreign_deals_take_the_rate_of_the_month_they_closed_and_open_ones_need_none() -> None:
    opportunities = OPPORTUNITIES.rstrip() + (
        "\nF1,U-A,Won,true,200.00,USD,2024-02-01,2024-03-15"
        "\nF2,U-A,Won,true,100.00,USD,2024-02-01,2024-04-15"
        "\nF3,U-A,Open,false,100.00,CHF,2024-02-01,"
        "\nO8,U-A,Won,true,1.00,EUR,2024-02-01,2024-04-15\nO9,U-A,Won,true,1.00,EUR,2024-02-01,2024-04-15"
    )
    rates = """
month,currency,rate
2024-03-01,USD,0.92
2024-05-01,USD,0.93
"""
    company = seen({"opportunities": opportunities, "exchange_rates": rates})
    assert company.one("select amount::double from marts.credits where opportunity_id = 'F1'") == 184.0
    aside = company.rows("select line, column_name, found, reason from marts.rows_set_aside")
    assert aside == [(9, "currency", "USD 2024-04", "no_rate_for_month")]
    assert company.account("opportunities") == (11, 10, 1, 0)


def test_money_is_summed_exactly() -> None:
    deals = "".join(f"\nT{n},U-A,Won,true,0.10,EUR,2024-02-01,2024-06-01" for n in range(1000))
    company = seen({"opportunities": OPPORTUNITIES.rstrip() + deals})
    assert company.one("select credited_revenue from marts.hires where employee_id = 'A'") == 1600.50


@pytest.mark.proof
def test_a_foreign_deal_is_worth_the_same_to_the_last_digit_however_large_it_or_its_rate_is() -> None:
    amounts = (
        "999999.9999",
        "1000000.00",
        "-999999.9999",
        "-1000000.00",
        "0.0001",
        "-0.03",
        "987654321098.7654",
    )
    rates = {"USD": Decimal("99.999999"), "GBP": Decimal("100.5"), "JPY": Decimal("0.005505")}
    worth = {
        f"{currency}{place}": (Decimal(amount) * rate).quantize(Decimal("0.0001"), ROUND_HALF_UP)
        for currency, rate in rates.items()
        for place, amount in enumerate(amounts)
    }
    foreign = "".join(
        f"\n{currency}{place},U-A,Won,true,{amount},{currency},2024-02-01,2024-03-15"
        for currency in rates
        for place, amount in enumerate(amounts)
    )
    given = "month,currency,rate\n" + "".join(f"2024-03-01,{name},{rate}\n" for name, rate in rates.items())
    tables = {"opportunities": OPPORTUNITIES.rstrip() + foreign, "exchange_rates": given}
    company = seen(tables, config_toml='base_currency = "EUR"\n')
    found = company.rows(
        "select opportunity_id, amount from marts.credits where opportunity_id not like 'O%'"
    )
    assert dict(found) == worth


@pytest.mark.proof
def test_a_deal_whose_splits_were_all_set_aside_is_nobodys_and_not_its_owners() -> None:
    splits = "opportunity_id,owner_id,share\nO1,U-A,1\nO2,U-B,1.5\n" + "".join(
        f"O3,U{number},0.05\n" for number in range(20)
    )
    company = seen({"opportunity_splits": splits})
    found = company.rows(
        "select opportunity_id, employee_id, amount::double from marts.credits "
        "where opportunity_id in ('O1', 'O2') order by all"
    )
    assert found == [("O1", "A", 1000.0), ("O2", None, 500.5)]
    assert company.one("select timing from marts.credits where opportunity_id = 'O2'") == "nobody"
