"""What Candidates asks: which applications have ended and through which stages, the answer that counts, reasons."""

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
application_id,candidate_id,source,applied_on,status,ended_on,role_profile,region,requisition_id,reason,offered_on
P1,C1,Board,2024-01-01,rejected,2024-02-12,Inside sales,North,R1,Too green,
P2,C2,Fair,2024-01-03,withdrawn,2024-01-20,Channel,South,R2,Pay,
P3,C3,Fair,2024-01-03,offer_declined,2024-02-03,Channel,South,R2,,2024-02-01
P4,C4,Board,2024-06-01,active,,Channel,South,R2,,
P5,C5,Board,2024-06-01,withdrawn,2024-07-15,Channel,South,R2,Pay,
P6,C6,Board,2024-05-01,withdrawn,,Channel,South,R2,Pay,
"""
OPENINGS = """
requisition_id,role_profile,opened_on,region
R1,Inside sales,2023-12-01,North
R2,Channel,2023-12-01,South
"""
INTERVIEWS = """
interview_id,application_id,stage,interviewer_email,scheduled_for,status,submitted_on,recommendation
I1,P1,screen,hana@firm.example,2024-01-04 09:00,held,2024-01-05,4
I2,P1,first,ada@firm.example,2024-01-11 09:00,held,2024-01-12,1
I3,P1,first,mona@firm.example,2024-01-11 10:00,held,2024-07-12,4
I4,P2,screen,hana@firm.example,2024-01-15 09:00,no_show,,
I5,P3,screen,hana@firm.example,2024-01-09 09:00,held,2024-01-09,3
"""
SURVEYS = """
application_id,answered_on,recommend_score,comment
P1,2024-02-20,9,Fine
P1,2024-03-20,4,Silence since
P1,2024-07-20,10,
P4,2024-06-10,8,
P3,2024-02-10,7,
"""
TABLES = {
    "applications": APPLICATIONS,
    "requisitions": OPENINGS,
    "interviews": INTERVIEWS,
    "candidate_surveys": SURVEYS,
}


@pytest.fixture(scope="module")
def company() -> Built:
    """Built once: it is only read."""
    made = seen(TABLES, as_of=date(2024, 6, 30))
    assert made.result.is_good, "\n".join(map(str, made.result.messages))
    return made


def ask(company: Built, question: str, sees_names: bool = True, **filters: Any) -> pd.DataFrame:
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    viewer = replace(viewer, sees_names=sees_names)
    return warehouse.ask(
        f"candidates/{question}", viewer, replace(scope.everything(choices), **filters).parameters()
    )


def test_of_two_answers_the_last_up_to_the_day_of_the_data_counts(company: Built) -> None:
    assert company.rows("select * from marts.candidate_surveys order by application_id") == [
        ("P1", date(2024, 3, 20), 4),
        ("P3", date(2024, 2, 10), 7),
        ("P4", date(2024, 6, 10), 8),
    ]


def test_what_runs_on_the_day_of_the_data_has_not_ended_and_no_day_of_ending_is_no_hindrance(
    company: Built,
) -> None:
    found = ask(company, "applications_ended").set_index("application_id")
    assert found.index.tolist() == ["P1", "P2", "P3", "P6"]
    assert found["recommend_score"].fillna(-1).tolist() == [4, -1, 7, -1]
    assert found["stages"].tolist() == ["applied,screen,first", "applied", "applied,screen,offer", "applied"]
    assert found["days_to_decision"].fillna(-1).tolist() == [42, 17, 31, -1]
    assert found["days_to_first_interview"].fillna(-1).tolist() == [3, -1, 6, -1]
    assert found["is_met"].tolist() == [True, False, True, False]


def test_a_recommendation_handed_in_after_the_day_of_the_data_is_not_known_yet(company: Built) -> None:
    found = ask(company, "applications_ended").set_index("application_id")["recommendation"]
    assert found.fillna(-1).tolist() == [2.5, -1, 3, -1]


def test_reasons_are_those_of_who_left_by_their_own_decision(company: Built) -> None:
    found = ask(company, "applications_by_reason").fillna("")
    assert found.to_numpy().tolist() == [["offer_declined", "", 1], ["withdrawn", "Pay", 2]]
    assert ask(company, "applications_by_reason", role_profiles=("Inside sales",)).empty
    assert ask(company, "applications_by_reason", sees_names=False).empty


@pytest.mark.parametrize("question", ["applications_ended", "applications_by_reason"])
def test_without_its_files_a_question_has_no_row(question: str) -> None:
    assert ask(seen(as_of=date(2024, 6, 30)), question).empty
