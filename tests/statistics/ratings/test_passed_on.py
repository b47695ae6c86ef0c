"""Who went on by what a side rated them, rejected beside hired, how hires did: worked out by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.statistics.high_performers.expected import HIGH_PERFORMER
from hiring.statistics.ratings.passed_on import BANDS, against_hired, later, passed_on, rated

DAY = pd.Timestamp("2024-01-01")


def score(
    application: str,
    points: float,
    came: str,
    *,
    side: str = "HR",
    stage: str = "screen",
    who: str = "I1",
    competency: str = "Assertiveness",
) -> dict[str, object]:
    """A row as `second_look/ratings` has it; `came`: on, down, open or hired."""
    return {
        "application_id": application,
        "interviewer_id": who,
        "department": side,
        "stage": stage,
        "competency": competency,
        "score": points,
        "went_on": came in ("on", "hired"),
        "is_turned_down": came == "down",
        "is_hired": came == "hired",
        "employee_id": f"E{application}" if came == "hired" else None,
        "hire_date": DAY if came == "hired" else pd.NaT,
    }


def told(*rows: dict[str, object]) -> pd.DataFrame:
    return rated(pd.DataFrame(rows))


def test_a_sides_scores_of_a_stage_are_one_rating_and_spellings_one_competency() -> None:
    found = told(
        score("A", 2, "on", who="I1"),
        score("A", 4, "on", who="I2", competency="assertiveness "),
        score("A", 5, "on", who="I3", side="Sales"),
        score("B", 4, "down", who="I1"),
    )
    assert found[["department", "application_id", "score", "band", "interviewers"]].to_numpy().tolist() == [
        ["HR", "A", 3.0, "3", 2],
        ["HR", "B", 4.0, "4–5", 2],
        ["Sales", "A", 5.0, "4–5", 1],
    ]


@pytest.mark.parametrize(
    ("points", "band"), [(1, "1–2"), (2.49, "1–2"), (2.5, "3"), (3.49, "3"), (3.5, "4–5"), (5, "4–5")]
)
def test_a_mean_between_two_bands_belongs_to_the_upper_from_half_a_point_on(points: float, band: str) -> None:
    assert told(score("A", points, "on"))["band"].tolist() == [band]


def test_who_withdrew_or_waits_is_in_no_share_and_a_band_of_nobody_is_a_row_of_zeros() -> None:
    found = passed_on(
        told(
            score("A", 5, "on"),
            score("B", 5, "down"),
            score("C", 4, "down"),
            score("D", 4, "open"),
            score("E", 1, "hired"),
        )
    )
    assert found["band"].tolist() == list(BANDS)
    assert found[["n", "count_on", "count_open"]].to_numpy().tolist() == [[1, 1, 0], [0, 0, 0], [3, 1, 1]]


def test_rejected_and_hired_are_those_of_the_very_place() -> None:
    found = against_hired(
        told(
            score("A", 5, "down"),
            score("B", 3, "down"),
            score("C", 1, "hired"),
            score("D", 2, "hired"),
            score("E", 5, "on"),
            score("A", 1, "down", side="Sales", stage="first"),
        )
    )
    first, second = found.to_dict("records")
    assert (first["department"], first["n_down"], first["down"], first["n_hired"], first["hired"]) == (
        "HR",
        2,
        4.0,
        2,
        1.5,
    )
    assert first["difference"] == -2.5
    assert first["low"] < -2.5 < first["high"]
    assert (second["n_down"], second["n_hired"]) == (1, 0)
    assert pd.isna(second["difference"])


def test_hires_are_banded_by_the_mean_of_all_the_sides_stages_and_too_young_ones_left_out() -> None:
    found = told(
        score("A", 5, "hired"),
        score("A", 1, "hired", stage="final"),
        score("B", 5, "hired"),
        score("C", 5, "hired"),
        score("D", 5, "down"),
    )
    hires = pd.DataFrame(
        {
            "employee_id": ["EA", "EB", "EC"],
            "hire_date": DAY,
            HIGH_PERFORMER: pd.array([True, False, None], dtype="boolean"),
            "baseline": [0.2, 0.25, 0.9],
        }
    )
    assert later(found, hires).to_numpy().tolist() == [
        ["Assertiveness", "HR", "3", 1, 1, 0.2],
        ["Assertiveness", "HR", "4–5", 1, 0, 0.25],
    ]


def test_nobody_rated_is_nobody_told() -> None:
    nothing = rated(pd.DataFrame(columns=list(score("A", 1, "on"))))
    assert passed_on(nothing).empty
    assert against_hired(nothing).empty
    assert later(nothing, pd.DataFrame()).empty
