"""What a hiring plan is made of, month by month and offer by offer, counted by hand in a small company."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from helpers.small_company import BASE, Built, built
from hiring.access import scope
from hiring.access.viewer import Viewer, local_viewer
from hiring.warehouse.asking import Warehouse

EMPLOYEES = """
employee_id,full_name,work_email,department,role_profile,region,segment,hire_date,termination_date
A,Ada,ada@firm.example,Sales,Inside sales,North,SMB,2023-01-10,
B,Ben,ben@firm.example,Sales,Inside sales,South,SMB,2023-02-01,2023-06-15
C,Cem,cem@firm.example,Sales,Inside sales,North,SMB,2023-03-01,
"""
# Cem moved out of selling in May 2024, and stays.
JOB_CHANGES = """
employee_id,effective_on,job_title,role_profile,region
C,2024-05-01,Trainer,Training,North
"""
DEALS = """
opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on
O1,A,X,true,100,EUR,2023-01-11,2023-03-31
O2,A,X,true,50,EUR,2022-12-01,2023-03-02
O3,A,X,false,70,EUR,2023-01-11,2023-03-05
O4,A,X,true,30,EUR,2023-03-01,2023-04-01
O5,B,X,true,20,EUR,2023-03-01,2023-05-05
O6,B,X,true,90,EUR,2023-03-01,2023-07-05
"""
REQUISITIONS = "requisition_id,role_profile,opened_on,region,segment\nR1,Inside sales,2022-12-01,North,SMB\n"
APPLICATIONS = """
application_id,candidate_id,requisition_id,source,applied_on,status,offered_on,accepted_on,employee_id
P1,K1,R1,Board,2022-12-02,hired,2022-12-20,2022-12-31,A
P2,K2,R1,Board,2022-12-03,offer_declined,2022-12-20,,
"""
TABLES = {
    **BASE,
    "employees": EMPLOYEES,
    "job_changes": JOB_CHANGES,
    "opportunities": DEALS,
    "requisitions": REQUISITIONS,
    "applications": APPLICATIONS,
    "crm_users": "",
}
SCOPE = {
    "hired_from": date(2021, 1, 1),
    "hired_to": date(2024, 6, 28),
    "outcome_window": 3,
    "role_profiles": ["Inside sales", "Not given"],
    "regions": ["North", "South"],
    "segments": ["SMB", "Not given"],
    "sources": ["Not recorded", "Board"],
    "gross_margin": scope.GROSS_MARGIN,
    "hire": "",
}
EVERYBODY = local_viewer(["North", "South"], ["Inside sales", "Not given"])
ONLY_SOUTH = Viewer("v", "sales", ("South",), ("Inside sales",), sees_names=False)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    made = built(tmp_path_factory.mktemp("plan"), TABLES, as_of=date(2024, 6, 30))
    assert made.result.is_good, made.result.messages
    return made


def asked(company: Built, question: str, viewer: Viewer = EVERYBODY) -> pd.DataFrame:
    return Warehouse(company.folder).ask(f"hiring_plan/{question}", viewer, SCOPE)


def test_each_hire_has_a_row_a_month_with_won_deals_and_one_where_there_is_none(company: Built) -> None:
    frame = asked(company, "months_by_hire")
    told = [
        (
            row["seller"],
            str(row["sales_start_on"])[:10],
            str(row["seat_ended_on"])[:10],
            str(row["month"])[:7],
            row["revenue"],
        )
        for row in frame.to_dict("records")
    ]
    assert told == [
        # An inherited deal is in, a lost one is not.
        (1, "2023-01-10", "NaT", "2023-03", 150.0),
        (1, "2023-01-10", "NaT", "2023-04", 30.0),
        # What was won after Ben had left is not.
        (2, "2023-02-01", "2023-06-15", "2023-05", 20.0),
        (3, "2023-03-01", "2024-04-30", "NaT", 0.0),
    ]


def test_rows_bear_no_id_and_a_viewer_of_one_region_gets_theirs(company: Built) -> None:
    assert not {"employee_id", "full_name"} & set(asked(company, "months_by_hire").columns)
    assert asked(company, "months_by_hire", ONLY_SOUTH)["revenue"].tolist() == [20.0]


def test_days_run_from_opening_to_acceptance_and_on_to_the_start(company: Built) -> None:
    frame = asked(company, "days_to_start")
    assert frame.values.tolist() == [["Inside sales", 30, 10]]
