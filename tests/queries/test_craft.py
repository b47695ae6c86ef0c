"""What the interviewers page asks about scorecards: who held what, on which scale, under which promise."""

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
P1,C1,Board,2024-01-01,rejected,2024-02-12,,,Inside sales
P2,C2,Board,2024-01-03,rejected,2024-01-20,,,Channel
"""
INTERVIEWS = """
interview_id,application_id,stage,interviewer_email,scheduled_for,status,submitted_on,recommendation,comment
I1,P1,screen,hana@firm.example,2024-01-04 09:00,held,2024-01-04 10:00,3,Asked twice
I2,P1,final,mona@firm.example,2024-02-01 09:00,held,,,
I3,P1,final,hana@firm.example,2024-02-01 09:00,held,2024-07-04 10:00,4,
I4,P1,final,mona@firm.example,2024-02-03 09:00,no_show,,,
I5,P2,panel,mona@firm.example,2024-01-15 09:00,held,2024-01-15 10:00,2," "
I5,P2,panel,hana@firm.example,2024-01-15 09:00,held,2024-01-15 10:00,2,No
I6,P2,final,mona@firm.example,2024-08-20 09:00,held,,,
"""
RATINGS = """
interview_id,competency,score,scale_max
I1,Discovery,3,4
I2,Discovery,4,
I4,Discovery,4,
I5,Discovery,4,
"""
AGREEMENT = """
promise_id,promise,owed_by,starts_at,ends_at,within_days,effective_on
P1,Scorecards,sales,interview_held,scorecard_submitted,2,2021-04-01
P1,Scorecards,sales,interview_held,scorecard_submitted,1,2024-01-15
P2,Outcome,hr,scorecard_submitted,candidate_told,4,2021-04-01
"""
TABLES = {
    "applications": APPLICATIONS,
    "interviews": INTERVIEWS,
    "ratings": RATINGS,
    "working_agreement": AGREEMENT,
}


@pytest.fixture(scope="module")
def company() -> Built:
    """Built once: it is only read."""
    return seen(
        TABLES,
        as_of=date(2024, 6, 30),
        config_toml="holidays = [2024-05-01, 2024-01-01]\n",
    )


def ask(company: Built, question: str, **filters: Any) -> pd.DataFrame:
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    return warehouse.ask(question, viewer, replace(scope.everything(choices), **filters).parameters())


def test_scorecards_are_of_interviews_held_by_the_day_of_the_data(company: Built) -> None:
    found = ask(company, "craft/scorecards")
    assert list(zip(found["interview_id"], found["interviewer_id"], strict=True)) == [
        ("I1", "H1"),
        ("I5", "H1"),
        ("I5", "M1"),
        ("I2", "M1"),
        ("I3", "H1"),
    ]
    assert found["department"].tolist() == ["HR", "HR", "Sales", "Sales", "HR"]


def test_of_a_scorecards_words_only_whether_there_are_any_is_told(company: Built) -> None:
    found = ask(company, "craft/scorecards")
    assert found["has_words"].tolist() == [True, True, False, False, False]
    assert "comment" not in found
    assert "Asked twice" not in found.to_string()


def test_names_stand_in_a_question_of_their_own(company: Built) -> None:
    for question in ("craft/scorecards", "craft/ratings"):
        assert "full_name" not in ask(company, question), question
    named = ask(company, "craft/people")
    assert named["interviewer_id"].tolist() == ["H1", "M1"]
    assert named["full_name"].notna().all()


def test_a_scorecard_that_came_after_the_day_of_the_data_has_not_come_yet(company: Built) -> None:
    found = ask(company, "craft/scorecards").set_index("interview_id")
    assert pd.isna(found.loc["I3", "submitted_on"])
    assert found.loc["I1", "submitted_on"] == pd.Timestamp("2024-01-04 10:00")


def test_the_filters_choose_the_applications(company: Built) -> None:
    assert set(ask(company, "craft/scorecards", role_profiles=("Channel",))["interview_id"]) == {"I5"}
    assert ask(company, "craft/ratings", hired_from=date(2024, 1, 2)).empty


def test_ratings_are_on_one_scale_and_only_of_interviews_that_one_person_held(company: Built) -> None:
    found = ask(company, "craft/ratings")
    assert found.to_dict("records") == [
        {"interview_id": "I1", "competency": "Discovery", "score": 3.75, "scale_max": 4.0},
        {"interview_id": "I2", "competency": "Discovery", "score": 4.0, "scale_max": 5.0},
    ]


def test_promises_about_scorecards_hold_until_the_next_version(company: Built) -> None:
    found = ask(company, "craft/scorecard_promises")
    assert found["department"].tolist() == ["Sales", "Sales"]
    assert found["within_days"].tolist() == [2, 1]
    assert found["in_force_from"].dt.date.tolist() == [date(2021, 4, 1), date(2024, 1, 15)]
    assert found["in_force_to"].dt.date.tolist()[0] == date(2024, 1, 14)
    assert pd.isna(found["in_force_to"].iloc[1])


def test_holidays_are_those_of_the_companys_settings(company: Built) -> None:
    assert ask(company, "shared/holidays")["holiday_on"].dt.date.tolist() == [
        date(2024, 1, 1),
        date(2024, 5, 1),
    ]


def test_without_any_of_these_files_the_questions_are_answered_with_nothing() -> None:
    company = seen(as_of=date(2024, 6, 30))
    for question in (
        "craft/scorecards",
        "craft/ratings",
        "craft/people",
        "craft/scorecard_promises",
        "shared/holidays",
    ):
        assert ask(company, question).empty, question
