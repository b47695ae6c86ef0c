"""What openings ask for, what changed in them, who read the brief, and which reasons are agreed: worked out by hand."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from helpers.small_company import BASE, Built, built
from hiring.access import scope
from hiring.access.viewer import NotAllowedError, Viewer, local_viewer
from hiring.warehouse.asking import Warehouse

TABLES = {
    **BASE,
    "requisitions": """
requisition_id,role_profile,region,opened_on,intake_on,closed_on,hiring_manager_id,recruiter_id
R1,Inside sales,North,2024-01-08,2024-01-10,2024-04-01,M1,H1
R2,Inside sales,South,2024-05-06,,,M1,L9
R3,Inside sales,North,2023-11-01,2023-11-02,2023-11-30,M1,H1
""",
    "requirement_changes": """
requisition_id,changed_on,raised_by,what,detail,lost_days
R1,2024-01-20,sales,industry,machines,4
R1,2024-02-20,hr,salary band,,
R1,2024-03-20,client,travel,after it was filled,2
R2,2024-05-01,sales,travel,before it was opened,
R2,2024-05-20,client,language,,9
R2,2024-07-20,client,language,after the day of the data,
""",
    "requisition_requirements": """
requisition_id,competency,weight,minimum_score,note
R2,Discovery,0.2,4,
R2,Tenders,0.1,3,of the state
""",
    "role_profiles": """
role_profile,version,effective_on,competency,weight,minimum_score,must_have
Inside sales,1,2024-01-01,Discovery,1,2,true
Inside sales,2,2024-04-01,Discovery,1,3,true
Inside sales,2,2024-04-01,Negotiation,1,,false
""",
    "role_briefs_read": """
requisition_id,explained_by_id,read_by_id,happened_on
R2,M1,H1,2024-05-08
R1,,H1,2024-01-09
""",
    "applications": """
application_id,candidate_id,requisition_id,source,applied_on,status,ended_on,ended_by,reason,accepted_on,employee_id
A1,C1,R1,Referral,2024-01-15,hired,2024-02-25,,,2024-02-25,B
A2,C2,R1,Referral,2024-01-16,rejected,2024-02-02,sales,Weak discovery,,
A3,C3,R1,Agency,2024-01-17,rejected,2024-02-03,hr,Weak tenders,,
A4,C4,R2,Agency,2024-05-20,rejected,2024-06-03,hr,weak TENDERS,,
A5,C5,R2,Agency,2024-05-21,rejected,2024-06-04,hr,team fit,,
A6,C6,R2,Agency,2024-05-22,rejected,2024-06-05,sales,no must-haves,,
A7,C7,R2,Agency,2024-05-23,rejected,2024-06-06,sales,something else,,
A8,C8,R3,Agency,2023-11-10,rejected,2023-11-20,hr,team fit,,
A9,C9,R2,Agency,2024-05-23,withdrawn,2024-06-06,candidate,team fit,,
""",
}
REASONS = """
[reason_competencies]
"weak discovery" = "Discovery"
"weak tenders" = "Negotiation"
"no must-haves" = true
"team fit" = false
"""
SCOPE = {
    "hired_from": date(2023, 1, 1),
    "hired_to": date(2024, 6, 28),
    "outcome_window": 3,
    "role_profiles": ["Inside sales"],
    "regions": ["North", "South"],
    "segments": ["SMB", "Not given"],
    "sources": ["Referral", "Agency"],
    "gross_margin": scope.GROSS_MARGIN,
    "hire": "",
}
EVERYBODY = local_viewer(["North", "South"], ["Inside sales", "Not given"])
ONLY_NORTH = Viewer("v", "sales", ("North",), ("Inside sales",), sees_names=False)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("intake"), TABLES, as_of=date(2024, 6, 28), config_toml=REASONS)


def asked(
    company: Built, question: str, *columns: str, viewer: Viewer = EVERYBODY
) -> list[tuple[object, ...]]:
    frame = Warehouse(company.folder).ask(f"intake/{question}", viewer, SCOPE)
    frame = frame[list(columns)].astype(object).where(frame[list(columns)].notna(), None)
    return [
        tuple(str(cell.date()) if isinstance(cell, pd.Timestamp) else cell for cell in row)
        for row in frame.itertuples(index=False)
    ]


def test_openings_know_their_talk_their_days_and_the_changes_before_they_were_filled(company: Built) -> None:
    columns = ("requisition_id", "days_to_intake", "days_open", "is_filled", "is_open", "count_changes")
    assert asked(company, "openings", *columns, "explained_on") == [
        ("R3", 1, 29, False, False, 0, None),  # closed without a hire on 30 Nov
        ("R1", 2, 48, True, False, 2, None),  # 8 Jan to 25 Feb; only read, explained by nobody
        ("R2", None, 53, False, True, 1, "2024-05-08"),
    ]


def test_changes_before_the_opening_after_it_was_filled_and_to_come_do_not_count(company: Built) -> None:
    assert asked(company, "changes", "raised_by", "what", "days_after", "lost_days") == [
        ("sales", "industry", 12, 4),
        ("hr", "salary band", 43, None),
        ("client", "language", 14, 9),
    ]


def test_the_list_of_changes_names_both_sides_of_an_opening_to_who_may_see_names(company: Built) -> None:
    columns = ("changed_on", "what", "hiring_manager", "recruiter")
    assert asked(company, "changes_listed", *columns) == [
        ("2024-05-20", "language", "Mona Manager", "L9"),
        ("2024-03-20", "travel", "Mona Manager", "Hana Recruiter"),
        ("2024-02-20", "salary band", "Mona Manager", "Hana Recruiter"),
        ("2024-01-20", "industry", "Mona Manager", "Hana Recruiter"),
    ]
    for question in ("changes_listed", "briefs_read"):
        with pytest.raises(NotAllowedError):
            Warehouse(company.folder).ask(f"intake/{question}", ONLY_NORTH, SCOPE)


def test_a_viewer_sees_openings_of_their_region_alone(company: Built) -> None:
    assert len(asked(company, "openings", "opened_on", viewer=ONLY_NORTH)) == 2
    assert asked(company, "briefs", "competency", viewer=ONLY_NORTH) == []


def test_an_open_opening_asks_for_its_profile_of_the_day_and_what_is_its_own(company: Built) -> None:
    columns = (
        "requisition_id",
        "profile_version",
        "competency",
        "is_must_have",
        "minimum_score",
        "is_own",
        "note",
    )
    assert asked(company, "briefs", *columns) == [
        ("R2", "2", "Discovery", True, 4.0, True, None),
        ("R2", "2", "Negotiation", False, None, False, None),
        ("R2", None, "Tenders", False, 3.0, True, "of the state"),
    ]
    assert asked(company, "briefs_read", "requisition_id", "explained_by", "read_by") == [
        ("R1", None, "Hana Recruiter"),
        ("R2", "Mona Manager", "Hana Recruiter"),
    ]


def test_a_reason_is_agreed_where_the_opening_or_its_profile_of_the_day_asks_for_it(company: Built) -> None:
    found = company.rows("select application_id, department, is_asked_for from marts.rejections order by 1")
    assert found == [
        ("A2", "Sales", True),
        ("A3", "HR", False),  # version 1 asks for no negotiation
        ("A4", "HR", True),  # version 2 does
        ("A5", "HR", False),
        ("A6", "Sales", True),
        ("A7", "Sales", None),  # a reason the settings do not name
        ("A8", "HR", None),  # no profile was in force yet
    ]


def test_a_reason_is_asked_for_by_name_where_the_settings_say_so_of_the_reason_itself(company: Built) -> None:
    found = company.rows("select application_id, is_asked_by_name from marts.rejections order by 1")
    assert dict(found)["A7"] is False  # a reason the settings do not name
    assert [one for one, is_by_name in found if is_by_name] == ["A6"]


def test_a_hire_belongs_to_an_opening_as_it_was_when_they_accepted(company: Built) -> None:
    assert asked(company, "hires", "employee_id", "count_changes") == [("B", 2)]


def test_who_moved_into_a_role_stands_beside_who_came_from_outside(tmp_path: Path) -> None:
    moves = """
employee_id,effective_on,job_title,role_profile,region
A,2024-08-01,Account executive,Mid-market,South
"""
    quotas = "owner_id,period_start_on,period_end_on,amount,currency\n" + "\n".join(
        f"U-{who},2024-{month:02}-01,2024-{month:02}-{monthrange(2024, month)[1]},100,EUR"
        for who in "AB"
        for month in range(1, 13)
    )
    found = built(tmp_path, {**BASE, "job_changes": moves, "quotas": quotas})
    wanted = {**SCOPE, "hired_to": date(2026, 6, 30), "role_profiles": ["Inside sales", "Mid-market"]}
    viewer = local_viewer(["North", "South"], ["Inside sales", "Mid-market"])
    frame = Warehouse(found.folder).ask("intake/begun_in_role", viewer, wanted)
    assert frame[["role_profile", "is_internal", "is_still_there"]].values.tolist() == [
        ["Inside sales", False, True],
        ["Inside sales", False, True],
        ["Mid-market", True, True],
    ]
    north = local_viewer(["North"], ["Inside sales", "Mid-market"])
    frame = Warehouse(found.folder).ask("intake/begun_in_role", north, wanted)
    assert frame["role_profile"].tolist() == ["Inside sales"]  # the move was to the South
