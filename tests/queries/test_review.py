"""What a review asks of openings and of the final stage, worked out by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.small_company import BASE, built
from hiring.access import scope
from hiring.warehouse.asking import Warehouse

TABLES = {
    **BASE,
    "requisitions": """
requisition_id,role_profile,region,opened_on,intake_on,closed_on
R1,Inside sales,North,2024-01-08,2024-01-10,2024-04-01
R2,Inside sales,South,2024-05-06,,
R3,Inside sales,North,2023-11-01,2023-11-02,2023-11-30
""",
    "applications": """
application_id,candidate_id,requisition_id,source,applied_on,status,ended_on,offered_on,accepted_on,employee_id
A0,C0,R3,Referral,2023-10-30,rejected,2023-11-20,,,
A1,C1,R1,Referral,2024-01-15,hired,2024-02-25,2024-02-20,2024-02-25,B
A2,C2,R2,Agency,2024-05-20,rejected,2024-06-03,,,
A3,C3,R2,Agency,2024-05-21,active,,,,
A4,C4,R2,Agency,2024-05-22,withdrawn,,2024-06-10,,
A5,C5,R2,Agency,2024-05-22,rejected,2024-06-05,,,
""",
    "interviews": """
interview_id,application_id,stage,interviewer_id,scheduled_for,status
I1,A1,final,A,2024-02-10,held
I2,A2,final,A,2024-06-01,held
I3,A3,final,A,2024-06-04,held
I4,A5,panel,A,2024-06-02,held
""",
}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    company = built(tmp_path_factory.mktemp("review"), TABLES)
    warehouse = Warehouse(company.folder)
    viewer = warehouse.viewer()
    choices = scope.choices_from(
        *(warehouse.ask(f"shared/{one}", viewer, {}) for one in ("filter_values", "company", "filter_groups"))
    )
    chosen = scope.everything(choices).parameters()
    return {
        name: warehouse.ask(f"review/{name}", viewer, chosen).set_index(column)
        for name, column in (
            ("openings", "requisition_id"),
            ("final_stage", "application_id"),
            ("ended", "status"),
        )
    }


def test_what_has_ended_by_the_day_of_the_data_is_there_with_the_reason_of_who_left_by_themselves(
    asked,
) -> None:
    ended = asked["ended"]
    assert ended.index.tolist() == [
        "rejected",
        "hired",
        "rejected",
        "rejected",
    ]  # nobody knows when A4 withdrew
    assert ended["reason"].isna().all()


def _days(column: pd.Series) -> dict[str, str | None]:
    return {key: None if pd.isna(day) else str(day.date()) for key, day in column.items()}


def test_an_opening_ends_when_it_is_filled_or_closed_whichever_comes_first(asked) -> None:
    openings = asked["openings"]
    assert _days(openings["filled_on"]) == {"R1": "2024-02-25", "R2": None, "R3": None}
    assert _days(openings["ended_on"]) == {"R1": "2024-02-25", "R2": None, "R3": "2023-11-30"}
    assert _days(openings["intake_on"]) == {"R1": "2024-01-10", "R2": None, "R3": "2023-11-02"}


def test_the_final_stage_begins_with_its_first_interview_or_an_offer_and_ends_with_the_application(
    asked,
) -> None:
    final = asked["final_stage"]
    assert _days(final["entered_on"]) == {
        "A1": "2024-02-10",
        "A2": "2024-06-01",
        "A3": "2024-06-04",
        "A4": "2024-06-10",
    }
    assert _days(final["ended_on"]) == {"A1": "2024-02-25", "A2": "2024-06-03", "A3": None, "A4": None}
    assert final["is_end_unknown"].to_dict() == {"A1": False, "A2": False, "A3": False, "A4": True}
