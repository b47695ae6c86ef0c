"""Owners given by their names, in deals, quotas and splits: no id has to be made up for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_company import built

DEALS = """
opportunity_id,owner_name,stage,is_won,amount,currency,created_on,closed_on
O1,Ada First,Won,true,100.00,EUR,2024-01-12,2024-03-20
O2,Ben Second,Won,true,50.00,EUR,2024-03-12,2024-04-01
"""
QUOTAS = """
owner_id,period_start_on,period_end_on,amount,currency
Ada First,2024-01-01,2024-12-31,1200.00,EUR
Ben Second,2024-01-01,2024-12-31,600.00,EUR
"""
SPLITS = """
opportunity_id,owner_id,share
O1,Ada First,0.75
O1,Ben Second,0.25
"""
QUOTED = "select person_id, sum(amount) from marts.quotas where person_id is not null group by 1 order by 1"


def test_a_name_in_the_crms_own_list_is_that_login(tmp_path: Path) -> None:
    company = built(tmp_path, {"opportunities": DEALS, "quotas": QUOTAS, "opportunity_splits": SPLITS})
    assert [(str(person), amount) for person, amount in company.rows(QUOTED)] == [("A", 1200), ("B", 600)]
    credited = "select employee_id, sum(amount) from marts.credits group by 1 order by 1"
    assert [(str(person), amount) for person, amount in company.rows(credited)] == [("A", 75), ("B", 75)]


@pytest.mark.proof
def test_a_name_of_two_logins_is_nobodys(tmp_path: Path) -> None:
    users = """
owner_id,full_name,email,employee_id
U-A,Ada First,ada@firm.example,A
U-B,Ada First,ben@firm.example,B
"""
    company = built(tmp_path, {"opportunities": DEALS, "quotas": QUOTAS, "crm_users": users})
    assert company.rows(QUOTED) == []


@pytest.mark.proof
def test_without_a_list_a_name_confirmed_once_counts_for_deals_and_quotas(tmp_path: Path) -> None:
    matches = """
system,system_id,employee_id,confirmed_by,confirmed_on
crm,Ada First,A,Hana,2026-01-01
"""
    tables = {"opportunities": DEALS, "quotas": QUOTAS, "matches": matches}
    company = built(tmp_path, {**tables, "crm_users": ""})
    assert [(str(person), amount) for person, amount in company.rows(QUOTED)] == [("A", 1200)]
