"""Renewals and money by cohort, every account and amount of a small company counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.standing import seen

EMPLOYEES = """
employee_id,full_name,department,role_profile,region,segment,hire_date,termination_date
A,Ada,Sales,Inside sales,North,SMB,2023-01-01,
B,Ben,Sales,Inside sales,North,SMB,2023-01-01,2023-10-31
"""
HEAD = "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on,kind,account\n"


def deal(
    number: str, owner: str, closed_on: str, kind: str, account: str, amount: int = 100, won: str = "true"
) -> str:
    return f"{number},{owner},X,{won},{amount},EUR,2023-01-02,{closed_on},{kind},{account}\n"


DEALS = HEAD + "".join(
    (
        deal("O0", "A", "2023-01-05", "new", "Gone", won="false"),
        # Won by Ada on 1 March 2023: a renewal by somebody else on the last day, 1 June 2024.
        deal("O1", "A", "2023-03-01", "new", "Last day"),
        deal("O2", "Z", "2024-06-01", "renewal", "Last day"),
        # A day later than 15 months, a day before 9, a lost one, a credit note, and more business that is no renewal.
        deal("O3", "A", "2023-03-01", "new", "Late"),
        deal("O4", "A", "2024-06-02", "renewal", "Late"),
        deal("O5", "A", "2023-11-30", "renewal", "Late"),
        deal("O6", "A", "2024-03-01", "renewal", "Late", won="false"),
        deal("O7", "A", "2024-03-02", "renewal", "Late", amount=-50),
        deal("O8", "A", "2024-03-03", "expansion", "Late"),
        # Ben had left before month 9 of an account he won in March, not before month 9 of one he won in January.
        deal("P1", "B", "2023-03-01", "new", "Left"),
        deal("P2", "A", "2023-12-01", "renewal", "Left"),
        deal("P3", "B", "2023-01-31", "new", "Stayed"),
        # Somebody else's customer before; one whose first deal is a renewal; one too young; one without a name.
        deal("Q1", "Z", "2023-01-09", "new", "Another's"),
        deal("Q2", "A", "2023-02-09", "new", "Another's"),
        deal("Q3", "A", "2023-02-09", "renewal", "Old customer"),
        deal("Q4", "A", "2024-05-01", "new", "Young"),
        deal("Q5", "A", "2024-05-01", "new", ""),
    )
)


def test_accounts_won_first_are_followed_from_month_9_to_15() -> None:
    tables = {"employees": EMPLOYEES, "crm_users": "", "opportunities": DEALS}
    company = seen(tables, as_of=date(2024, 6, 30))
    rows = company.rows(
        "select employee_id, cast(first_won_on as varchar), is_old, is_renewed, had_seller_left "
        "from marts.account_renewals order by 1, 2, 3, 4"
    )
    assert rows == [
        ("A", "2023-03-01", True, False, False),
        ("A", "2023-03-01", True, True, False),
        ("A", "2024-05-01", False, False, False),
        ("B", "2023-01-31", True, False, False),
        ("B", "2023-03-01", True, True, True),
    ]
    # Won deals with an amount above zero and an account; renewals among them: O2, O4, O5, P2, Q3.
    assert company.rows("select * from marts.renewals_known") == [(13, 5)]


def test_the_name_of_an_account_is_not_kept() -> None:
    tables = {"employees": EMPLOYEES, "crm_users": "", "opportunities": DEALS}
    company = seen(tables, as_of=date(2024, 6, 30))
    assert company.result.warehouse is not None
    assert b"Old customer" not in company.result.warehouse.read_bytes()


@pytest.mark.proof
def test_deals_without_account_and_kind_tell_of_no_renewal_and_build_all_the_same() -> None:
    bare = "\n".join(line.rsplit(",", 2)[0] for line in DEALS.splitlines()) + "\n"
    tables = {"employees": EMPLOYEES, "crm_users": "", "opportunities": bare}
    company = seen(tables, as_of=date(2024, 6, 30))
    assert company.rows("select * from marts.renewals_known") == [(0, 0)]
    assert company.rows("select * from marts.account_renewals") == []
