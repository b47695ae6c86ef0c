"""Who reported to whom by the day, and what a manager gets of every question: their team, and no name of another's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from helpers.small_company import Built, built
from hiring.access.rights.claims import Identity
from hiring.access.rights.deciding import Granted
from hiring.access.rights.rules import Members, Role, Rule
from hiring.access.rights.seeing import viewer_of
from hiring.access.scope import choices_from, everything
from hiring.access.viewer import NotAllowedError, Viewer
from hiring.warehouse import rights_by, sql_files
from hiring.warehouse.asking import Warehouse

#: In the name of everybody whom Di's team never took on.
OTHER = "elsewhere"
# Cy began under Bo and went to Di; Ed began under Di; of Fay the list says what her latest change does.
EMPLOYEES = f"""
employee_id,full_name,work_email,department,role_profile,manager_id,region,segment,hire_date,termination_date
TOP,Top Boss,top@firm.example,Management,,,North,,2015-01-01,
BO,Bo {OTHER},bo@firm.example,Sales,,TOP,North,,2016-01-01,
DI,Di Leader,Di@Firm.example,Sales,,TOP,North,,2016-01-01,
H1,Hana {OTHER},hana@firm.example,People team,,TOP,North,,2016-01-01,
CY,Cy {OTHER},cy@firm.example,Sales,Inside sales,BO,North,SMB,2024-01-01,
ED,Ed Hired,ed@firm.example,Sales,Inside sales,DI,North,SMB,2024-02-01,
FAY,Fay {OTHER},fay@firm.example,Sales,Inside sales,DI,North,SMB,2024-03-01,
GUS,Gus Rehired {OTHER},gus@firm.example,Sales,Inside sales,BO,North,SMB,2024-01-01,2024-06-30
GUS,Gus Rehired {OTHER},gus@firm.example,Sales,Inside sales,BO,North,SMB,2025-01-01,
"""
TABLES = {
    "employees": EMPLOYEES,
    "job_changes": "employee_id,effective_on,job_title,manager_id\n"
    "CY,2024-07-01,Seller,DI\nFAY,2024-09-01,Seller,BO\nFAY,2025-03-01,Seller,DI\n",
    "crm_users": f"owner_id,full_name,email,employee_id\nX,Xena {OTHER},,\n",
    "opportunities": "opportunity_id,owner_id,stage,is_won,amount,currency,created_on,closed_on\n"
    + "".join(
        f"O{one},{one},Won,true,100,EUR,2024-04-01,2025-04-01\n" for one in ("CY", "ED", "FAY", "GUS", "X")
    ),
    "quotas": "owner_id,period_start_on,period_end_on,amount,currency\n"
    + "".join(f"{one},2024-01-01,2025-12-31,90,EUR\n" for one in ("CY", "ED", "FAY", "GUS")),
    "requisitions": "requisition_id,role_profile,opened_on,region,segment,hiring_manager_id\n"
    "R1,Inside sales,2023-10-01,North,SMB,DI\nR2,Inside sales,2023-10-01,North,SMB,BO\n",
    "applications": "application_id,candidate_id,requisition_id,source,applied_on,status,employee_id\n"
    "A1,C1,R1,Board,2023-11-01,hired,ED\nA2,C2,R2,Board,2023-11-01,hired,CY\nA3,C3,R2,Board,2023-11-02,rejected,\n"
    "A4,C4,R1,Board,2023-11-02,rejected,\n",
    "candidates": f"candidate_id,full_name,email\nC1,Ed Hired,e@x.example\nC2,Cy {OTHER},c@x.example\n"
    f"C3,Ira {OTHER},i@x.example\nC4,Jo Met,j@x.example\n",
    "interviews": "interview_id,application_id,stage,interviewer_id,scheduled_for,status,recommendation\n"
    "I1,A1,final,DI,2023-12-01 09:00,held,4\nI2,A2,final,BO,2023-12-01 09:00,held,4\n",
}
ADA = Identity(
    "https://x", "u", "di@firm.example", frozenset({"m"}), *[pd.Timestamp("2026-07-01", tz="UTC")] * 2
)
MANAGERS = Granted(Rule("Managers", 1, Role.MANAGER, Members("https://x", "m")))
QUESTIONS = sorted(
    name
    for name, query in sql_files.questions().items()
    if not name.endswith("_in_scope")
    and not any(map(query.header, ("estimates", "rights", "confined", "company")))
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    company: Built = built(tmp_path_factory.mktemp("lines"), TABLES, base={}, as_of=date(2026, 6, 30))
    assert company.result.is_good, "\n".join(map(str, company.result.messages))
    return Warehouse(company.folder)


@pytest.fixture(scope="module")
def manager(warehouse: Warehouse) -> Viewer:
    return viewer_of(MANAGERS, ADA, rights_by.company(warehouse))


def test_lines_run_from_the_list_and_the_changes_without_a_gap(warehouse: Warehouse) -> None:
    lines = warehouse.for_rights("rights/reporting_lines")
    of = {
        who: [(row.manager_id, str(row.starts_on)[:10], str(row.ends_on)[:10]) for row in rows.itertuples()]
        for who, rows in lines.groupby("person_id")
    }
    assert of["CY"] == [("BO", "2024-01-01", "2024-06-30"), ("DI", "2024-07-01", "9999-12-31")]
    # The list says Di, as the latest change does: before the first change it was whom that names.
    assert of["FAY"] == [
        ("BO", "2024-03-01", "2024-08-31"),
        ("BO", "2024-09-01", "2025-02-28"),
        ("DI", "2025-03-01", "9999-12-31"),
    ]
    assert of["GUS"] == [("BO", "2024-01-01", "2024-06-30"), ("BO", "2025-01-01", "9999-12-31")]
    assert "TOP" not in of


def test_a_manager_sees_by_the_day(manager: Viewer) -> None:
    assert manager.team is not None
    assert manager.team.hires == ("ED.2024-02-01",)
    assert manager.team.openings == ("R1",)
    assert manager.team.people == ("CY", "DI", "ED", "FAY")


def parameters(warehouse: Warehouse) -> dict[str, Any]:
    local = warehouse.viewer()
    values, told = (warehouse.ask(f"shared/{name}", local, {}) for name in ("filter_values", "company"))
    return everything(choices_from(values, told)).parameters()


def answers(warehouse: Warehouse, viewer: Viewer, hire: str) -> dict[str, pd.DataFrame]:
    found, given = {}, {**parameters(warehouse), "hire": hire}
    for question in QUESTIONS:
        try:
            found[question] = warehouse.ask(question, viewer, given)
        except NotAllowedError:
            continue
    return found


def test_no_question_names_anybody_of_another_team_to_a_manager(
    warehouse: Warehouse, manager: Viewer
) -> None:
    told = {
        question: frame.to_csv()
        for question, frame in answers(warehouse, manager, "CY.2024-01-01").items()
        if not question.startswith("identity/employees")  # people of today's team, whoever took them on
    }
    assert [question for question, text in told.items() if OTHER in text] == []
    assert any("Ed Hired" in text for text in told.values())
    whole = answers(warehouse, warehouse.viewer(), "CY.2024-01-01")
    assert len([question for question, frame in whole.items() if OTHER in frame.to_csv()]) > 8


def test_somebody_of_nobodys_team_gets_no_row_about_people(warehouse: Warehouse, manager: Viewer) -> None:
    nobody = replace(manager, team=replace(manager.team, hires=(), openings=(), people=()))  # type: ignore[type-var]
    found = answers(warehouse, nobody, "ED.2024-02-01")
    rows = {
        question: len(frame)
        for question, frame in found.items()
        if len(frame) and {"employee_id", "application_id", "person_id", "full_name"} & {*frame.columns}
    }
    assert rows == {}
