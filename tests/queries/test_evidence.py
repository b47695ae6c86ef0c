"""What evidence asks of the marts, on a company of a few rows: filters, viewer, months and seats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hiring import scope
from hiring.access import NotAllowedError, Viewer
from hiring.evidence.frames import Frames, gathered
from hiring.warehouse.asking import Warehouse
from small_company import EMPLOYEES, Built, built

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
def company(tmp_path: Path) -> Built:
    tables = {"applications": APPLICATIONS, "interviews": INTERVIEWS, "quotas": QUOTAS}
    return built(tmp_path, tables, as_of=date(2024, 9, 30))


def frames(company: Built, viewer: Viewer | None = None, **filters: object) -> Frames:
    warehouse = Warehouse(company.folder)
    who = viewer or warehouse.viewer()
    local = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", local, {}), warehouse.ask("shared/company", local, {})
    )
    parameters = replace(scope.everything(choices), **filters).parameters()  # type: ignore[arg-type]
    return gathered(lambda name: warehouse.ask(name, who, parameters), with_names=who.sees_names)


def test_hires_come_with_their_source_and_tenure(company: Built) -> None:
    hires = frames(company).hires
    assert hires["employee_id"].tolist() == ["A", "B"]
    assert hires["source"].tolist() == ["Board", "Talks"]
    assert hires["months_since_hire"].tolist() == [8, 6]
    assert hires["manager_id"].isna().all()


def test_hires_come_with_the_manager_they_started_with_not_today_s(tmp_path: Path) -> None:
    header, mona, hana, ada, ben = EMPLOYEES.strip("\n").split("\n")
    changes = "employee_id,effective_on,job_title,role_profile,region,manager_id\n" + "\n".join(
        f"A,{day},Seller,Inside sales,North,{who}"
        for day, who in (("2024-01-10", "M1"), ("2024-06-01", "H1"))
    )
    people = "\n".join([f"{header},manager_id", f"{mona},", f"{hana},", f"{ada},H1", f"{ben},M1"])
    hires = frames(built(tmp_path, {"employees": people, "job_changes": changes})).hires
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
    rows = frames(company).interviews
    assert rows[["stage", "department", "count_interviews"]].to_numpy().tolist() == [
        ["final", "Sales", 3],
        ["screen", "HR", 1],
    ]


def test_filters_leave_only_what_they_choose_in_every_answer(company: Built) -> None:
    found = frames(company, regions=("South",))
    assert found.hires["employee_id"].tolist() == ["B"]
    assert set(found.months["employee_id"]) == {"B"}
    assert set(found.seats["employee_id"]) == {"B"}
    assert found.names == {"M1": "Mona Manager"}


def test_a_viewer_sees_their_regions_only_and_without_names_no_name(company: Built) -> None:
    limited = Viewer("v", "sales", ("North",), ("Inside sales",), sees_names=False)
    assert frames(company, replace(limited, sees_names=True)).hires["employee_id"].tolist() == ["A"]
    found = frames(company, limited)
    assert found.hires["region"].tolist() == ["North"]
    assert set(found.seats["employee_id"]) == set(found.hires["employee_id"])
    assert not {"A", "M1", "H1"} & {*found.seats["employee_id"], *found.seats["interviewer_id"]}
    assert found.names == {}
    with pytest.raises(NotAllowedError):
        Warehouse(company.folder).ask("evidence/people", limited, {**scope_of(company), "outcome_window": 12})


def scope_of(company: Built) -> dict[str, object]:
    warehouse = Warehouse(company.folder)
    local = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", local, {}), warehouse.ask("shared/company", local, {})
    )
    return scope.everything(choices).parameters()
