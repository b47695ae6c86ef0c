"""Who is on the list: above the median hire by the company's own regression, and within the ratings hires have."""

from __future__ import annotations

from dataclasses import fields
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from helpers.invented.profiles import COMPETENCIES, company, ratings_frame
from hiring.statistics.profiles.near_hires import NearHires, is_inside, near_hires

SQUARE = np.array([[0.0, 0.0], [2.0, 0.0], [0.0, 2.0], [2.0, 2.0], [np.nan, 9.0]])
TRIANGLE = np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 4.0]])


@pytest.mark.parametrize(
    ("own", "hires", "is_in"),
    [
        ((1.0, 1.0), SQUARE, True),
        ((2.0, 2.0), SQUARE, True),
        ((2.1, 1.0), SQUARE, False),
        ((1.0, 1.0), TRIANGLE, True),
        # Within each one's lowest and highest, yet no mixture of hires.
        ((3.0, 3.0), TRIANGLE, False),
        # A competency on which a candidate was not rated asks nothing, but hires without the others tell nothing.
        ((1.0, np.nan), SQUARE, True),
        ((np.nan, 8.0), SQUARE, True),
        ((1.0, 8.0), SQUARE, False),
    ],
)
def test_inside_is_a_mixture_of_hires(own: tuple[float, float], hires: np.ndarray, is_in: bool) -> None:
    assert is_inside(np.array(own), hires) is is_in


def _judged(outcomes: pd.DataFrame) -> SimpleNamespace:
    hires = outcomes.assign(
        sales_start_on=pd.Timestamp("2024-01-01"), region="North", manager_id="M", hire_date=pd.NaT
    ).drop(columns="hire_date")
    return SimpleNamespace(outcomes=SimpleNamespace(hires=hires), control=SimpleNamespace(covariates={}))


def _scores(
    application: str, points: float, names: tuple[str, ...] = COMPETENCIES
) -> list[dict[str, object]]:
    return [
        {
            "application_id": application,
            "interviewer_id": "I1",
            "competency": name,
            "score": points,
            "employee_id": None,
        }
        for name in names
    ]


def _listed(count: int = 150) -> NearHires:
    outcomes, ratings = company({"Inside": (0.5, 0.5, 0.5, 0.5)}, count, noise=0.5)
    left = [
        *_scores("high", 3.4),
        *_scores("low", 2.6),
        *_scores("beyond", 9.0),
        *_scores("two", 3.4, COMPETENCIES[:2]),
        *_scores("elsewhere", 3.4),
    ]
    ratings = pd.concat([ratings.assign(hire_date=pd.NaT), ratings_frame(left)], ignore_index=True)
    ratings = ratings.assign(candidate_id=ratings["application_id"], scale_max=5.0).drop(columns="hire_date")
    ratings["hire_date"] = pd.NaT
    asked = pd.DataFrame(
        {
            "application_id": ["high", "low", "beyond", "two", "unrated", "elsewhere"],
            "role_profile": [*["Inside"] * 5, "Field"],
        }
    )
    return near_hires(_judged(outcomes), ratings, asked)  # type: ignore[arg-type]


def test_listed_is_who_rates_above_the_median_hire_of_the_role_within_hires_ratings() -> None:
    found = _listed()
    assert found.applications == ("high",)
    assert (found.count_asked, found.count_rated, found.count_hires) == (6, 4, 150)


def test_below_the_fewest_hires_nobody_is_listed() -> None:
    found = _listed(100)
    assert found.applications == ()
    assert (found.count_hires, found.hires_needed) == (100, 20)


def test_what_comes_back_holds_who_and_no_number_of_theirs() -> None:
    assert {one.name for one in fields(NearHires)} == {
        "applications",
        "count_asked",
        "count_rated",
        "count_hires",
        "hires_needed",
    }
