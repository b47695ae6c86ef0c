"""What Alignment asks: whose manager sits on the same panels, who met whom and when first, what else happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from helpers.small_company import EMPLOYEES, Built
from helpers.standing import seen
from hiring.access import scope
from hiring.warehouse.asking import Warehouse

# Mona leads Ada and Ben; the recruiter's manager is nobody of Sales.
STAFF = "\n".join(
    f"{line},{manager}"
    for line, manager in zip(EMPLOYEES.strip().splitlines(), ("manager_id", "", "", "M1", "M1"), strict=True)
)
APPLICATIONS = """
application_id,candidate_id,source,applied_on,status,ended_on,role_profile,region,requisition_id
P1,C1,Board,2024-01-01,rejected,2024-02-12,Inside sales,North,R1
P2,C2,Board,2024-01-03,rejected,2024-01-20,Channel,South,R2
"""
INTERVIEWS = """
interview_id,application_id,stage,interviewer_email,scheduled_for,status
I1,P1,screen,hana@firm.example,2024-01-04 09:00,held
I2,P1,first,ada@firm.example,2024-01-04 09:00,held
I3,P1,panel,hana@firm.example,2024-02-01 09:00,held
I4,P1,panel,mona@firm.example,2024-02-01 11:00,held
I5,P1,panel,ada@firm.example,2024-02-02 09:00,held
I6,P2,panel,hana@firm.example,2024-01-15 09:00,held
I7,P2,panel,ben@firm.example,2024-01-15 09:00,no_show
"""
OPENINGS = """
requisition_id,role_profile,opened_on,recruiter_id,hiring_manager_id,region
R1,Inside sales,2023-12-01,H1,M1,North
R2,Channel,2023-12-01,hana,B,South
R3,Channel,2023-12-01,H1,A,South
"""
MEETINGS = """
touchpoint_id,held_on,kind,requisition_id
T1,2023-12-05,intake,R1
T2,2024-03-05,intake,R2
T3,2024-03-01,calibration,
T4,2024-12-24,intake,R3
"""
LOGINS = """
ats_user_id,full_name,email,employee_id
hana,Hana Recruiter,hana@firm.example,H1
"""
EVENTS = """
event_id,happened_on,kind,title,region,role_profile
E1,2024-02-01,comp_plan,New plan,,
E2,2024-03-01,territory,Redrawn,South,
E3,2024-04-01,tool,New dialler,,Channel
E4,2024-12-24,other,Not yet,,
"""
TABLES = {
    "employees": STAFF,
    "applications": APPLICATIONS,
    "interviews": INTERVIEWS,
    "ats_users": LOGINS,
    "requisitions": OPENINGS,
    "touchpoints": MEETINGS,
    "events": EVENTS,
}


@pytest.fixture(scope="module")
def company() -> Built:
    """Built once: it is only read."""
    made = seen(TABLES, as_of=date(2024, 6, 30))
    assert made.result.is_good, "\n".join(map(str, made.result.messages))
    return made


def ask(company: Built, question: str, regions: tuple[str, ...] = (), **filters: Any) -> pd.DataFrame:
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    viewer = replace(viewer, regions=regions) if regions else viewer
    return warehouse.ask(question, viewer, replace(scope.everything(choices), **filters).parameters())


def rows(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in frame.astype(str).to_numpy().tolist()]


def test_a_sellers_manager_is_who_the_hr_file_names(company: Built) -> None:
    assert rows(ask(company, "alignment/managers")) == [("A", "M1")]
    assert ask(company, "alignment/managers", role_profiles=("Channel",)).empty


def test_two_have_met_who_saw_a_candidate_in_one_round_on_one_day_or_held_an_intake(company: Built) -> None:
    """Ada sat in the panel a day later, Ben's meeting was not held; R3's intake is still to come."""
    found = ask(company, "alignment/met_first")
    assert rows(found[["hr_id", "sales_id", "met_on"]]) == [
        ("H1", "B", "2024-03-05"),
        ("H1", "M1", "2023-12-05"),
    ]


def test_who_has_met_stays_met_whatever_period_is_chosen_and_what_one_may_not_see_is_kept_back(
    company: Built,
) -> None:
    assert len(ask(company, "alignment/met_first", hired_from=date(2024, 6, 1))) == 2
    assert rows(ask(company, "alignment/met_first", ("North",))[["sales_id"]]) == [("M1",)]


def test_events_are_those_that_happened_and_concern_what_is_chosen(company: Built) -> None:
    assert ask(company, "alignment/events")["title"].tolist() == ["New plan", "Redrawn", "New dialler"]
    assert ask(company, "alignment/events", regions=("North",))["kind"].tolist() == ["comp_plan", "tool"]
    inside = ask(company, "alignment/events", role_profiles=("Inside sales",))
    assert inside["kind"].tolist() == ["comp_plan", "territory"]


def test_what_somebody_wrote_of_an_event_is_kept_from_who_may_not_see_names(company: Built) -> None:
    warehouse = Warehouse(company.folder)
    nameless = replace(warehouse.viewer(), sees_names=False)
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", nameless, {}), warehouse.ask("shared/company", nameless, {})
    )
    found = warehouse.ask("alignment/events", nameless, scope.everything(choices).parameters())
    assert found["title"].isna().all()
    assert found["kind"].tolist() == ["comp_plan", "territory", "tool"]


@pytest.mark.parametrize("question", ["managers", "met_first", "events", "at_pace", "touchpoints_over_time"])
def test_without_its_files_a_question_has_no_row(question: str) -> None:
    bare = seen(as_of=date(2024, 6, 30))
    assert ask(bare, f"alignment/{question}").empty
