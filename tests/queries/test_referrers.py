"""What a colleague who referred somebody had shown by then: by hand, nothing of later told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helpers.small_company import Built, built
from hiring.access import scope
from hiring.warehouse.asking import Warehouse

HEAD = "employee_id,full_name,work_email,department,role_profile,region,segment,hire_date,termination_date\n"
DEALS = "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n"
DEALS += "O0,S1,Lost,false,1,EUR,2021-01-01,2021-02-01\n"
APPLIED = "application_id,candidate_id,source,referred_by,applied_on,status,employee_id\n"
#: Six sellers of 2022 who sold 600 down to 100, two of July 2023 who sold more.
SELLERS = {f"S{n}": ("2022-01-01", "2022-06-01", 700 - 100 * n) for n in range(1, 7)}
SELLERS |= {"S7": ("2023-07-01", "2024-01-05", 900), "S8": ("2023-07-01", "2024-01-05", 800)}
#: Hire → who referred them, and the day of applying.
REFERRED = {
    "N01": ("S1", "2023-03-01", "high performer"),
    "N02": ("S2@FIRM.example", "2023-03-02", "high performer"),
    "N03": ("seller s3", "2023-03-03", "other seller"),
    "N04": ("S7", "2024-01-01", "not known by then"),
    "N05": ("H1", "2023-03-05", "no seller"),
    "N06": ("X999", "2023-03-06", "not found"),
    "N07": ("N07", "2023-03-07", "not found"),
    "N08": ("S1", "2022-06-01", "not known by then"),
    "N09": ("S7", "2024-08-01", "high performer"),
    "N10": ("S2", "2024-08-02", "other seller"),
    "N11": ("Sam Same", "2023-03-08", "not found"),
    "N12": ("", "2023-03-09", None),
}


@pytest.fixture(scope="module")
def company(tmp_path_factory) -> Built:
    staff = [
        f"{who},Seller {who},{who.lower()}@firm.example,Sales,Desk,{'South' if who == 'S2' else 'North'},SMB,{day},"
        for who, (day, *_) in SELLERS.items()
    ]
    staff += [
        f"{who},New {who},{who.lower()}@firm.example,Sales,Field,North,SMB,{day[:4]}-10-01,"
        for who, (_, day, _) in REFERRED.items()
    ]
    staff += [
        f"H{n},{name},h{n}@firm.example,People team,,North,,2016-01-01,"
        for n, name in enumerate(("Sam Same", "Hana Recruiter", "Sam Same"))
    ]
    deals = DEALS + "".join(
        f"D{who},{who},Won,true,{sold},EUR,{day},{on}\n" for who, (day, on, sold) in SELLERS.items()
    )
    applied = APPLIED + "".join(
        f"A{who},C{who},Referral,{by},{day},hired,{who}\n" for who, (by, day, _) in REFERRED.items()
    )
    tables = {
        "employees": HEAD + "\n".join(staff),
        "crm_users": "",
        "opportunities": deals,
        "applications": applied,
    }
    return built(tmp_path_factory.mktemp("referrers"), tables, as_of=date(2025, 6, 30))


def test_a_colleague_counts_by_the_first_year_that_was_over_on_the_day_of_applying(company: Built) -> None:
    """S1 and S2 were the best two of six in March 2023, and are not of eight in August 2024."""
    found = dict(company.rows("select employee_id, referrer from marts.hire_referrers"))
    assert found == {who: what for who, (*_, what) in REFERRED.items() if what is not None}


def test_what_a_colleague_of_a_region_not_to_be_seen_had_shown_is_not_told(company: Built) -> None:
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    values, told = (warehouse.ask(f"shared/{name}", viewer, {}) for name in ("filter_values", "company"))
    parameters = scope.everything(scope.choices_from(values, told)).parameters()
    north = replace(viewer, regions=("North",))
    of = [
        warehouse.ask("sources/referrers_by_hire", who, parameters).set_index("employee_id")["referrer"]
        for who in (viewer, north)
    ]
    assert [one["N02"] for one in of] == ["high performer", "not found"]  # S2 sold in the south
    assert [one["N01"] for one in of] == ["high performer"] * 2
    assert of[1].isna().sum() == 8  # seven sellers of the north, and who came without a colleague


def test_of_fewer_than_five_of_a_role_nobody_is_told_from_the_others(tmp_path) -> None:
    rows = "\n".join(
        f"{who},Seller {who},{who.lower()}@firm.example,Sales,Desk,North,SMB,{day},"
        for who, day in (("S1", "2022-01-01"), ("N1", "2023-10-01"))
    )
    deals = DEALS + "O1,S1,Won,true,9,EUR,2022-01-01,2022-06-01\n"
    applied = APPLIED + "A1,C1,Referral,S1,2023-03-01,hired,N1\n"
    tables = {"employees": HEAD + rows, "crm_users": "", "opportunities": deals, "applications": applied}
    small = built(tmp_path, tables, as_of=date(2025, 6, 30))
    assert small.rows("select referrer from marts.hire_referrers") == [("not known by then",)]
