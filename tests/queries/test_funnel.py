"""The way to the hire on a few applications: skipped stages, who still waits, days in a stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from helpers.small_company import Built
from helpers.standing import seen
from hiring.access import scope
from hiring.warehouse.asking import Warehouse

APPLICATIONS = """
application_id,candidate_id,source,applied_on,status,ended_on,offered_on,accepted_on,role_profile
P1,C1,Board,2024-01-01,hired,2024-02-12,2024-02-10,2024-02-12,Inside sales
P2,C2,Board,2024-01-03,rejected,2024-01-20,,,Inside sales
P3,C3,Talks,2024-01-05,active,,,,Inside sales
P4,C4,Talks,2024-01-05,withdrawn,2024-01-09,,,Inside sales
P5,C5,Talks,2024-01-05,active,,2024-03-01,,Channel
P6,C6,Talks,2024-09-05,active,,,,Channel
"""
INTERVIEWS = """
interview_id,application_id,stage,interviewer_email,scheduled_for,status
I1,P1,screen,mona@firm.example,2024-01-04 09:00,held
I2,P1,final,mona@firm.example,2024-02-01 09:00,held
I3,P2,screen,mona@firm.example,2024-01-10 09:00,held
I4,P3,first,mona@firm.example,2024-01-15 09:00,held
I5,P3,final,mona@firm.example,2024-01-20 09:00,cancelled
I6,P3,final,mona@firm.example,2024-08-20 09:00,held
"""


@pytest.fixture
def company() -> Built:
    tables = {"applications": APPLICATIONS, "interviews": INTERVIEWS}
    return seen(tables, as_of=date(2024, 6, 30))


def ask(company: Built, question: str, **filters: Any) -> pd.DataFrame:
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    return warehouse.ask(question, viewer, replace(scope.everything(choices), **filters).parameters())


def test_a_stage_counts_only_who_was_in_it(company: Built) -> None:
    found = ask(company, "sources/funnel_by_stage").groupby("stage")[
        ["count_reached", "count_passed", "count_waiting", "count_withdrawn"]
    ]
    assert {str(stage): tuple(row) for stage, row in found.sum().iterrows()} == {
        "applied": (5, 4, 0, 1),  # P6 applied after the day of the data; P4 withdrew
        "screen": (2, 1, 0, 0),  # P3 and P5 skipped it and have not passed it
        "first": (1, 0, 1, 0),  # a cancelled meeting or one after the day of the data moves nobody on
        "final": (1, 1, 0, 0),
        "offer": (2, 1, 1, 0),
        "hired": (1, 0, 0, 0),
    }


def test_the_funnel_heeds_filters(company: Built) -> None:
    found = ask(company, "sources/funnel_by_stage", sources=("Talks",))
    assert set(found["source"]) == {"Talks"}
    assert list(found["stage"]) == ["applied", "first", "offer"]
    assert ask(company, "sources/funnel_by_stage", hired_from=date(2024, 1, 6)).empty


def test_days_in_a_stage_count_those_who_wait_for_as_long_as_they_have_waited(company: Built) -> None:
    found = ask(company, "sources/days_in_stage")
    rows = {
        (row.stage, int(row.days_in_stage), bool(row.has_left)): int(row.count_applications)
        for row in found.itertuples()
    }
    assert rows == {
        ("applied", 3, True): 1,  # P1 to the screen
        ("applied", 7, True): 1,  # P2
        ("applied", 10, True): 1,  # P3 straight to the first interview
        ("applied", 4, True): 1,  # P4 withdrew
        ("applied", 56, True): 1,  # P5 straight to the offer
        ("screen", 28, True): 1,  # P1 to the final
        ("screen", 10, True): 1,  # P2 to the rejection
        ("first", 167, False): 1,  # P3 waits since 15 January
        ("final", 9, True): 1,
        ("offer", 2, True): 1,
        ("offer", 121, False): 1,  # P5 has had an offer since 1 March
    }


@pytest.mark.proof
def test_the_first_day_of_work_is_not_the_day_of_the_answer_and_missing_days_are_counted() -> None:
    ends = ("2024-02-12,2024-02-10,2024-02-12", ",2024-02-10,")
    hired = APPLICATIONS.replace(*ends).replace("role_profile", "role_profile,employee_id", 1)
    hired = hired.replace("Inside sales", "Inside sales,B", 1).replace("2024-01-20", "")
    lines = [line if line.count(",") == 9 else f"{line}," for line in hired.strip().splitlines()]
    company = seen({"applications": "\n".join(lines), "interviews": INTERVIEWS}, as_of=date(2024, 6, 30))
    assert company.one("select hire_date from marts.applications where application_id = 'P1'") == date(
        2024, 3, 1
    )
    found = ask(company, "sources/days_in_stage")
    assert [int(row.days_in_stage) for row in found.itertuples() if row.stage == "offer"] == [121]
    counted = ask(company, "sources/funnel_by_stage").groupby("stage")["count_without_days"].sum()
    assert {str(stage): int(n) for stage, n in counted.items() if n} == {"offer": 1, "screen": 1}


def test_applications_by_source_tell_open_ones_apart(company: Built) -> None:
    found = ask(company, "sources/applications_by_source").set_index("source")
    assert [int(n) for n in found.loc["Board"]] == [2, 0, 1]
    assert [int(n) for n in found.loc["Talks"]] == [3, 2, 0]
