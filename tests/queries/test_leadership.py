"""Who came to lead people, who reports to whom now, and which hires moved to another role: worked out by hand."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from helpers.small_company import BASE, Built, built
from hiring.access import scope
from hiring.access.viewer import Viewer, local_viewer
from hiring.warehouse.asking import Warehouse

EMPLOYEES = """
employee_id,full_name,work_email,department,role_profile,manager_id,region,segment,hire_date,termination_date
M1,Mona Manager,mona@firm.example,Sales,,,North,,2015-01-01,
M2,Max Gone,max@firm.example,Sales,,,North,,2015-01-01,2024-05-31
A,Ada First,ada@firm.example,Sales,Inside sales,M1,North,SMB,2022-01-10,
B,Ben Second,ben@firm.example,Sales,Inside sales,M1,South,SMB,2022-03-01,2024-04-30
C,Cem Third,cem@firm.example,Sales,Inside sales,M2,North,SMB,2023-01-02,
D,Dana Fourth,dana@firm.example,Sales,Channel,E,North,SMB,2023-02-01,
E,Emil Fifth,emil@firm.example,Sales,Channel,M1,North,SMB,2022-02-01,
F,Fay Sixth,fay@firm.example,Sales,Channel,M1,North,SMB,2024-01-15,
"""
JOB_CHANGES = """
employee_id,effective_on,job_title,role_profile,manager_id,region,leads_people
A,2023-01-10,Team lead,Inside sales,M1,South,true
A,2024-01-10,Seller again,Inside sales,M1,South,false
B,2024-03-01,Team lead,Inside sales,M1,South,true
C,2024-01-02,Channel manager,Channel,,North,
F,2024-01-15,Team lead,Channel,M1,North,true
D,2024-07-01,Team lead,Channel,M1,North,true
"""
TABLES = {**BASE, "employees": EMPLOYEES, "job_changes": JOB_CHANGES}
SCOPE = {
    "hired_from": date(2021, 1, 1),
    "hired_to": date(2024, 6, 28),
    "outcome_window": 3,
    "role_profiles": ["Channel", "Inside sales"],
    "regions": ["North", "South"],
    "segments": ["SMB", "Not given"],
    "sources": ["Not recorded"],
    "gross_margin": scope.GROSS_MARGIN,
    "hire": "",
}
EVERYBODY = local_viewer(["North", "South"], ["Channel", "Inside sales", "Not given"])
ONLY_CHANNEL = Viewer("v", "sales", ("North",), ("Channel",), sees_names=False)
ONLY_INSIDE = Viewer("v", "sales", ("North",), ("Inside sales",), sees_names=False)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("leadership"), TABLES, as_of=date(2024, 6, 28))


def asked(company: Built, question: str, viewer: Viewer = EVERYBODY) -> pd.DataFrame:
    frame = Warehouse(company.folder).ask(f"leadership/{question}", viewer, SCOPE)
    return frame.set_index("employee_id")


def test_who_came_to_lead_is_dated_by_the_job_change_that_says_so(company: Built) -> None:
    found = asked(company, "hires")
    days = found["days_to_lead"].astype("Int64")
    assert {who: days[who] for who in days.index if pd.notna(days[who])} == {"A": 365, "B": 731, "F": 0}
    # Emil has a report and no day; Ada leads no longer, Ben has left, Dana will only next month.
    assert found.index[found["leads_today"]].tolist() == ["E", "F"]
    assert found["count_reports"].to_dict() == {"A": 0, "E": 1, "B": 0, "C": 0, "D": 0, "F": 0}


def test_sellers_of_today_report_to_whom_the_latest_change_names(company: Built) -> None:
    found = asked(company, "hires")
    assert found.index[found["is_selling"]].tolist() == ["A", "E", "C", "D", "F"]
    assert found.loc["C", "manager_id"] == "M2"
    assert found.index[found["is_manager_gone"]].tolist() == ["C"]
    assert found["region_now"].to_dict()["A"] == "South"  # moved there with a change
    alone = asked(company, "hires", ONLY_INSIDE)
    assert len(alone) == 2  # under other ids
    assert not {"A", "C", "M1", "M2"} & {*alone.index, *alone["manager_id"]}
    assert alone["region_now"].isna().tolist() == [True, False]  # a region that is not theirs stays untold


def test_a_move_knows_both_roles_and_only_who_may_see_both_is_told(company: Built) -> None:
    found = asked(company, "moves")
    assert found.reset_index()[["employee_id", "from_role", "to_role"]].to_numpy().tolist() == [
        ["C", "Inside sales", "Channel"]
    ]
    assert str(found.loc["C", "moved_on"].date()) == "2024-01-02"
    assert bool(found.loc["C", "is_mature"])
    assert bool(found.loc["C", "is_still_there"])
    assert asked(company, "moves", ONLY_CHANNEL).empty
    assert asked(company, "moves", ONLY_INSIDE).empty
