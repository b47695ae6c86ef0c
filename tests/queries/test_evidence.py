"""What evidence asks of the marts, on a company of a few rows: months, seats, and whom filters and rights choose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from helpers.small_company import EMPLOYEES, Built
from helpers.standing import seen
from hiring.access import scope
from hiring.access.scope import Scope
from hiring.access.viewer import NotAllowedError, Viewer
from hiring.statistics.evidence.frames import Chosen, Company, chosen
from hiring.statistics.evidence.frames import company as frames_of
from hiring.warehouse.asking import Warehouse

APPLICATIONS = """
application_id,candidate_id,source,applied_on,status,employee_id,role_profile
P1,C1,Board,2023-12-01,hired,A,Inside sales
P2,C2,Talks,2024-01-20,hired,B,Inside sales
P3,C3,Talks,2024-01-20,rejected,,Inside sales
"""
INTERVIEWS = """
interview_id,application_id,stage,interviewer_id,scheduled_for,status
V1,P1,screen,H1,2023-12-03 09:00,held
V2,P1,final,M1,2023-12-09 09:00,held
V3,P2,final,M1,2024-01-29 09:00,held
V4,P3,final,M1,2024-01-30 09:00,held
V5,P2,screen,H1,2024-01-25 09:00,cancelled
"""
QUOTAS = """
owner_id,period_start_on,period_end_on,amount,currency
U-A,2024-01-01,2024-12-31,366,EUR
"""


@pytest.fixture
def company() -> Built:
    tables = {"applications": APPLICATIONS, "interviews": INTERVIEWS, "quotas": QUOTAS}
    return seen(tables, as_of=date(2024, 9, 30))


LIMITED = Viewer("v", "sales", ("North",), ("Inside sales",), sees_names=True)
ESTIMATES = ("evidence/hires", "evidence/months", "evidence/seats", "evidence/outcomes")


def frames(company: Built) -> Company:
    warehouse = Warehouse(company.folder)
    return frames_of(lambda name: warehouse.for_estimates(name, warehouse.viewer()))


def picked(company: Built, viewer: Viewer | None = None, **filters: object) -> Chosen:
    warehouse = Warehouse(company.folder)
    who = viewer or warehouse.viewer()
    every = everything(company)
    some, all_of = (scope.parameters() for scope in (replace(every, **filters), every))  # type: ignore[arg-type]
    return chosen(
        lambda name: warehouse.for_estimates(name, who, some),
        lambda name: warehouse.for_estimates(name, who, all_of),
        (lambda name: warehouse.ask(name, who, some)) if who.sees_names else None,
    )


def everything(company: Built) -> Scope:
    warehouse = Warehouse(company.folder)
    local = warehouse.viewer()
    return scope.everything(
        scope.choices_from(
            warehouse.ask("shared/filter_values", local, {}), warehouse.ask("shared/company", local, {})
        )
    )


def test_hires_come_with_their_source_and_tenure(company: Built) -> None:
    hires = frames(company).hires
    assert hires["employee_id"].tolist() == ["A", "B"]
    assert hires["source"].tolist() == ["Board", "Talks"]
    assert hires["months_since_hire"].tolist() == [8, 6]
    assert hires["manager_id"].isna().all()


@pytest.mark.proof
def test_hires_come_with_the_manager_they_started_with_not_today_s() -> None:
    header, mona, hana, ada, ben = EMPLOYEES.strip("\n").split("\n")
    changes = "employee_id,effective_on,job_title,role_profile,region,manager_id\n" + "\n".join(
        f"A,{day},Seller,Inside sales,North,{who}"
        for day, who in (("2024-01-10", "M1"), ("2024-06-01", "H1"))
    )
    people = "\n".join([f"{header},manager_id", f"{mona},", f"{hana},", f"{ada},H1", f"{ben},M1"])
    hires = frames(seen({"employees": people, "job_changes": changes})).hires
    assert hires["manager_id"].tolist() == ["M1", "M1"]


def test_months_are_complete_ones_without_inherited_deals_and_with_the_quota_of_each(company: Built) -> None:
    months = frames(company).months
    ada = months[months["employee_id"] == "A"]
    assert ada["tenure_month"].tolist() == list(range(1, 9))
    # O1 was created before the hire; O2 of 500.50 closed on 10 June, in the sixth month.
    assert ada["revenue"].tolist() == [0, 0, 0, 0, 0, 500.5, 0, 0]
    assert ada["quota"].tolist()[:2] == pytest.approx([31, 29], abs=1.5)
    assert ada["has_quota"].all()
    assert not months.loc[months["employee_id"] == "B", "has_quota"].any()


def test_seats_are_held_interviews_of_the_hire_s_own_application(company: Built) -> None:
    seats = frames(company).seats
    told = seats[["employee_id", "interviewer_id", "department", "stage"]].to_numpy().tolist()
    assert told == [
        ["A", "H1", "HR", "screen"],
        ["A", "M1", "Sales", "final"],
        ["B", "M1", "Sales", "final"],
    ]


def test_interviews_count_candidates_who_were_not_hired_too(company: Built) -> None:
    warehouse = Warehouse(company.folder)
    parameters = everything(company).parameters()
    rows = warehouse.ask("panels/interviews_by_stage", warehouse.viewer(), parameters)
    assert rows[["stage", "department", "count_interviews"]].to_numpy().tolist() == [
        ["final", "Sales", 3],
        ["screen", "HR", 1],
    ]


def test_filters_and_rights_choose_hires_and_leave_what_is_fitted_alone(company: Built) -> None:
    south = picked(company, regions=("South",))
    assert south.hires["employee_id"].tolist() == ["B"]
    assert south.permitted["employee_id"].tolist() == ["A", "B"]
    assert south.names == {"M1": "Mona Manager"}
    limited = picked(company, LIMITED)
    assert limited.hires["employee_id"].tolist() == limited.permitted["employee_id"].tolist() == ["A"]
    assert picked(company, replace(LIMITED, sees_names=False)).names is None
    warehouse = Warehouse(company.folder)
    for question in ESTIMATES:
        for viewer in (LIMITED, replace(LIMITED, regions=(), sees_names=False)):
            mine = warehouse.for_estimates(question, viewer)
            pd.testing.assert_frame_equal(mine, warehouse.for_estimates(question, warehouse.viewer()))


@pytest.mark.parametrize("question", [*ESTIMATES, "evidence/hires_chosen"])
def test_rows_for_estimates_are_shown_to_nobody(company: Built, question: str) -> None:
    warehouse = Warehouse(company.folder)
    for viewer in (warehouse.viewer(), LIMITED, replace(LIMITED, sees_names=False)):
        with pytest.raises(NotAllowedError, match="for estimates alone"):
            warehouse.ask(question, viewer, everything(company).parameters())


def test_what_is_asked_to_be_shown_makes_no_estimate(company: Built) -> None:
    warehouse = Warehouse(company.folder)
    for question in ("evidence/people", "outcomes/hires_listed", "craft/ratings"):
        with pytest.raises(NotAllowedError, match="no question for estimates"):
            warehouse.for_estimates(question, LIMITED, everything(company).parameters())


def test_without_names_nobody_is_named_and_rows_of_single_people_get_other_ids(company: Built) -> None:
    nameless = replace(LIMITED, sees_names=False)
    warehouse = Warehouse(company.folder)
    with pytest.raises(NotAllowedError):
        warehouse.ask("evidence/people", nameless, everything(company).parameters())
    seats = frames(company).seats
    assert warehouse.disguised(seats, LIMITED).equals(seats)
    found = warehouse.disguised(seats, nameless)
    assert not {"A", "B", "M1", "H1"} & {*found["employee_id"], *found["interviewer_id"]}
    cards = warehouse.ask("craft/scorecards", nameless, everything(company).parameters())
    assert set(cards["employee_id"].dropna()) <= set(found["employee_id"])
