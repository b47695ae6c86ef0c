"""What Second look asks: what came of every rating, the reasons of each side, and whom the list may name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from helpers.small_company import Built
from helpers.standing import seen
from hiring.access import scope
from hiring.access.viewer import NotAllowedError
from hiring.findings.second_look.listed import DAYS
from hiring.warehouse.asking import Warehouse

AS_OF = date(2024, 6, 30)
FIRST, TOO_EARLY = AS_OF - timedelta(days=DAYS), AS_OF - timedelta(days=DAYS + 1)
APPLICATIONS = f"""
application_id,candidate_id,source,applied_on,status,ended_on,ended_stage,ended_by,role_profile,requisition_id,reason
P1,C1,Board,2024-01-02,rejected,2024-02-12,first,sales,Inside sales,R1,Too green
P2,C2,Board,2023-11-03,rejected,{FIRST},screen,hr,Inside sales,R1,Pay
P3,C3,Board,2023-11-03,rejected,{TOO_EARLY},screen,hr,Inside sales,R1,Pay
P4,C4,Board,2024-01-03,withdrawn,2024-02-03,first,candidate,Inside sales,R1,
P5,C5,Board,2024-01-03,rejected,2024-03-03,screen,hr,Inside sales,R1,
P6,C5,Board,2024-05-03,active,,,,Inside sales,R1,
P7,C2,Board,2024-02-01,rejected,2024-04-01,screen,hr,Inside sales,R1,Pay
P8,C8,Board,2024-06-01,rejected,2024-07-15,screen,hr,Inside sales,R1,Later
"""
INTERVIEWS = """
interview_id,application_id,stage,interviewer_email,scheduled_for,status,submitted_on,recommendation
I1,P1,screen,hana@firm.example,2024-01-04 09:00,held,2024-01-05,4
I2,P1,first,mona@firm.example,2024-01-11 09:00,held,2024-01-12,1
I3,P2,screen,hana@firm.example,2023-11-10 10:00,held,2023-11-12,2
I4,P4,first,mona@firm.example,2024-01-15 09:00,held,2024-01-15,3
I5,P6,screen,hana@firm.example,2024-05-09 09:00,held,2024-05-09,3
I6,P8,screen,stranger@else.example,2024-06-09 09:00,held,2024-06-09,3
I7,P8,screen,hana@firm.example,2024-06-10 09:00,held,2024-06-10,3
I8,P1,debrief,hana@firm.example,2024-01-14 09:00,held,2024-01-15,4
"""
RATINGS = """
interview_id,competency,score,scale_max
I1,Drive,4,5
I2,Drive,4,10
I3,Drive,1,5
I4,Drive,5,5
I5,Drive,5,5
I6,Drive,5,5
I7,Drive,3,5
I8,Drive,3,5
"""
OPENINGS = "requisition_id,role_profile,opened_on,region\nR1,Inside sales,2023-10-01,North\n"
PEOPLE = "candidate_id,full_name,email\nC1,Cleo One,c1@x.example\nC5,Cai Five,c5@x.example\n"
TABLES = {
    "applications": APPLICATIONS,
    "interviews": INTERVIEWS,
    "ratings": RATINGS,
    "requisitions": OPENINGS,
    "candidates": PEOPLE,
}


@pytest.fixture(scope="module")
def company() -> Built:
    made = seen(TABLES, as_of=AS_OF, config_toml="second_look_list = true\n")
    assert made.result.is_good, "\n".join(map(str, made.result.messages))
    return made


def ask(company: Built, question: str, sees_names: bool = True, **filters: Any) -> pd.DataFrame:
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    choices = scope.choices_from(
        warehouse.ask("shared/filter_values", viewer, {}), warehouse.ask("shared/company", viewer, {})
    )
    viewer = replace(viewer, sees_names=sees_names)
    parameters = replace(scope.everything(choices), **filters).parameters()
    return warehouse.ask(f"second_look/{question}", viewer, parameters)


def test_a_rating_is_of_who_went_on_from_that_stage_or_was_turned_down_there(company: Built) -> None:
    """A stage without a name and an interviewer of neither side tell nothing; what is decided later is not yet."""
    found = ask(company, "ratings")
    columns = ["application_id", "department", "stage", "score", "went_on", "is_turned_down"]
    assert found[columns].to_numpy().tolist() == [
        ["P1", "HR", "screen", 4.0, True, False],
        ["P1", "Sales", "first", 2.0, False, True],
        ["P2", "HR", "screen", 1.0, False, True],
        ["P4", "Sales", "first", 5.0, False, False],
        ["P6", "HR", "screen", 5.0, False, False],
        ["P8", "HR", "screen", 3.0, False, False],
    ]


def test_without_names_the_ids_are_others(company: Built) -> None:
    mine, theirs = ask(company, "ratings"), ask(company, "ratings", sees_names=False)
    assert len(mine) == len(theirs)
    assert not set(mine["application_id"]) & set(theirs["application_id"])
    assert not set(mine["interviewer_id"]) & set(theirs["interviewer_id"])


def test_reasons_are_counted_by_side_up_to_the_day_of_the_data(company: Built) -> None:
    found = ask(company, "rejections_by_reason").fillna("")
    assert found.to_numpy().tolist() == [
        ["HR", "Pay", True, 3],
        ["HR", "", False, 1],
        ["Sales", "Too green", True, 1],
    ]
    hidden = ask(company, "rejections_by_reason", sees_names=False)
    assert hidden["reason"].isna().all()
    assert hidden["count_rejections"].sum() == 5


def test_the_list_holds_each_person_turned_down_lately_once_the_newest_first(company: Built) -> None:
    """C2's last time; C3's is too long ago, C5 applies again, C8 was turned down after the day of the data."""
    found = ask(company, "turned_down")
    assert found[["application_id", "full_name", "stage", "department", "reason"]].to_numpy().tolist() == [
        ["P7", "C2", "applied", "HR", "Pay"],
        ["P1", "Cleo One", "first", "Sales", "Too green"],
    ]
    assert ask(company, "turned_down", role_profiles=("Channel",)).empty


@pytest.mark.proof
def test_the_first_of_the_days_still_counts() -> None:
    once = APPLICATIONS.replace("P7,C2,", "P7,C7,")
    made = seen({**TABLES, "applications": once}, as_of=AS_OF, config_toml="second_look_list = true\n")
    assert ask(made, "turned_down")["application_id"].tolist() == ["P7", "P1", "P2"]


def test_without_the_setting_no_name_comes_into_the_warehouse() -> None:
    made = seen(TABLES, as_of=AS_OF)
    assert ask(made, "turned_down").empty
    assert made.one("select count(*) from marts.turned_down") == 0


def test_the_list_is_refused_to_who_may_see_no_names(company: Built) -> None:
    with pytest.raises(NotAllowedError):
        ask(company, "turned_down", sees_names=False)


@pytest.mark.parametrize("question", ["ratings", "rejections_by_reason", "turned_down"])
def test_without_its_files_a_question_has_no_row(question: str) -> None:
    assert ask(seen(as_of=AS_OF, config_toml="second_look_list = true\n"), question).empty
