"""The first years that the build works out what was to be expected of, on a company of a dozen sellers."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from helpers.small_company import built
from hiring.warehouse.asking import Warehouse

ROLES = ["Inside sales"] * 6 + ["Channel"] * 6
LEFT = {3: "2024-06-15"}
EMPLOYEES = (
    "employee_id,full_name,work_email,department,role_profile,region,segment,hire_date,termination_date\n"
)
EMPLOYEES += "".join(
    f"S{n:02d},Seller {n},s{n}@firm.example,Sales,{role},North,SMB,2024-01-01,{LEFT.get(n, '')}\n"
    for n, role in enumerate(ROLES)
)
#: Not old enough for a first year, and one who sells for a role that is never given a quota.
EMPLOYEES += "S90,Seller 90,s90@firm.example,Sales,Channel,North,SMB,2025-03-01,\n"
EMPLOYEES += "S91,Seller 91,s91@firm.example,Sales,Partners,South,SMB,2024-01-01,\n"
DEALS = "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n"
DEALS += "".join(f"D{n},S{n:02d},Won,true,{100 * (n + 1)},EUR,2024-01-05,2024-02-01\n" for n in range(12))
DEALS += "D91,S91,Won,true,99999,EUR,2024-01-05,2024-02-01\nZ,S00,Lost,false,1,EUR,2024-01-01,2025-06-30\n"
QUOTAS = "owner_id,period_start_on,period_end_on,amount,currency\n"
QUOTAS += "".join(f"S{n:02d},2024-01-01,2024-12-31,{600 if n < 6 else 2400},EUR\n" for n in range(12))
PROFILES = """
role_profile,version,effective_on,competency,weight,minimum_score,looks_like,must_have,agreed_by_sales_on,agreed_by_hr_on
Inside sales,1,2022-01-01,Closing,100,3,,true,,
Inside sales,2,2023-11-01,Closing,60,3,,true,,
Inside sales,2,2023-11-01,Listening,40,3,,true,,
Inside sales,3,2023-12-15,Closing,100,3,,true,,
"""
REQUISITIONS = """
requisition_id,role_profile,opened_on,region
R1,Inside sales,2023-10-15,North
"""
APPLICATIONS = """
application_id,candidate_id,source,applied_on,status,employee_id,role_profile,requisition_id
P0,C0,Board,2023-11-20,hired,S00,Inside sales,R1
P1,C1,Talks,2023-11-20,hired,S01,Inside sales,
"""
CANDIDATES = """
candidate_id,full_name,email,years_in_sales,previous_industry
C0,Seller 0,,4.5,Telecoms
"""
SETTINGS = "[default_role]\nramp_months = 0\nbar = 1.0\n"


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    tables = {
        "employees": EMPLOYEES,
        "crm_users": "",
        "opportunities": DEALS,
        "quotas": QUOTAS,
        "role_profiles": PROFILES,
        "requisitions": REQUISITIONS,
        "applications": APPLICATIONS,
        "candidates": CANDIDATES,
    }
    company = built(tmp_path_factory.mktemp("company"), tables, as_of=date(2025, 6, 30), config_toml=SETTINGS)
    warehouse = Warehouse(company.folder)
    assert company.result.is_good, "\n".join(map(str, company.result.messages))
    return warehouse.for_estimates("evidence/outcomes", warehouse.viewer()).set_index("employee_id")


def named(values: pd.Series) -> list[str]:
    return sorted(values.index[values.fillna(False).astype(bool)])


def test_there_is_a_row_for_each_hire_whose_first_year_counts(outcomes: pd.DataFrame) -> None:
    assert sorted(outcomes.index) == [*(f"S{n:02d}" for n in range(12)), "S91"]
    assert set(outcomes["start_year"]) == {"2024"}


def test_high_performers_are_of_the_role_and_the_best_fifth_of_the_company(outcomes: pd.DataFrame) -> None:
    # Each role's two best; one of one partner seller.
    assert named(outcomes["is_high_performer"]) == ["S04", "S05", "S10", "S11", "S91"]
    # Attainment: Inside 1/6 to 6/6 (S03 left, and sold four of six before), Channel 7/24 to 12/24.
    assert named(outcomes["is_best_fifth"]) == ["S03", "S04", "S05"]


def test_who_left_early_and_sold_before_keeps_what_they_sold_and_did_not_stay(outcomes: pd.DataFrame) -> None:
    assert named(~outcomes["has_stayed"]) == ["S03"]


def test_without_a_quota_nobody_is_among_the_best_by_attainment_nor_at_a_bar(outcomes: pd.DataFrame) -> None:
    assert pd.isna(outcomes.loc["S91", "is_best_fifth"])
    assert pd.isna(outcomes.loc["S91", "met_bar"])
    assert named(outcomes["met_bar"]) == ["S05"]


def test_the_version_is_the_one_in_force_when_the_opening_was_opened_else_applied_for(
    outcomes: pd.DataFrame,
) -> None:
    # R1 was opened in October under the first version; who came without one applied under the second.
    assert outcomes.loc[["S00", "S01", "S02"], "profile_version"].tolist() == ["1", "2", "3"]
    assert outcomes.loc[["S06", "S91"], "profile_version"].isna().all()


def test_backgrounds_are_of_the_hire_s_candidate(outcomes: pd.DataFrame) -> None:
    assert outcomes.loc["S00", ["years_in_sales", "previous_industry"]].tolist() == [4.5, "Telecoms"]
    assert outcomes.loc["S01", ["years_in_sales", "previous_industry"]].isna().all()
