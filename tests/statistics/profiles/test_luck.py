"""What links between ratings and results look like by luck: planted ones are seen, absent ones are not made up."""

from __future__ import annotations

import math

import numpy as np
import pytest

from helpers.invented.profiles import COMPETENCIES, company
from hiring.statistics.profiles.luck import links_by_luck

NOTHING = {"Field": [0, 0, 0, 0], "Inside": [0, 0, 0, 0]}


def test_a_planted_link_is_the_strongest_and_beyond_what_luck_does() -> None:
    found = links_by_luck(*company({"Field": [0, 0.5, 0, 0], "Inside": [0, 0, 0, 0]}, 150))
    assert (found.role, found.competency, found.n) == ("Field", "Discovery", 150)
    assert found.strongest == pytest.approx(0.5, abs=0.15)
    assert found.luckiest == pytest.approx(0.13, abs=0.05)  # the largest of eight means of 150
    assert found.p_any < 0.01
    assert found.count == 2 * len(COMPETENCIES)


def test_a_step_is_one_among_the_hires_of_the_role_however_others_were_rated() -> None:
    outcomes, ratings = company({"Field": [0.4, 0, 0, 0]}, 150, candidates=100)
    left = ratings["employee_id"].isna()
    wide = ratings.assign(score=ratings["score"].where(~left, 3 + 6 * (ratings["score"] - 3)))
    found, same = links_by_luck(outcomes, wide), links_by_luck(outcomes, ratings)
    assert found.strongest == pytest.approx(same.strongest)
    assert found.p_any == same.p_any


def test_where_nothing_is_true_luck_does_as_much() -> None:
    shares = [links_by_luck(*company(NOTHING, 100, seed=seed)).p_any for seed in range(20)]
    assert sum(share < 0.05 for share in shares) <= 3
    assert min(shares) > 0


def test_only_roles_with_enough_rated_hires_are_looked_at() -> None:
    found = links_by_luck(*company(NOTHING, {"Field": 130, "Inside": 59}))
    assert found.role == "Field"
    assert found.count == len(COMPETENCIES)


def test_ratings_that_are_all_alike_are_no_link() -> None:
    outcomes, ratings = company(NOTHING, 100)
    ratings.loc[ratings["competency"] == "Planning", "score"] = 3.0
    assert links_by_luck(outcomes, ratings).count == 2 * (len(COMPETENCIES) - 1)


@pytest.mark.parametrize("state", ["small", "same outcome", "unrated"])
def test_where_there_is_nothing_to_look_at_nothing_is_said(state: str) -> None:
    outcomes, ratings = company(NOTHING, 50 if state == "small" else 100)
    if state == "same outcome":
        outcomes = outcomes.assign(score=0.0)
    found = links_by_luck(outcomes, ratings.iloc[:0] if state == "unrated" else ratings)
    assert (found.count, found.role) == (0, "")
    assert math.isnan(found.strongest)


def test_luck_is_dealt_within_role_region_and_year() -> None:
    outcomes, ratings = company({"Field": [0.0] * 4}, 200)
    place = [number % 2 for number in range(len(outcomes))]
    regions = ["North" if one else "South" for one in place]
    higher = ratings["employee_id"].map(dict(zip(outcomes["employee_id"], place, strict=True)))
    ratings = ratings.assign(score=ratings["score"] + 2.0 * higher)  # the North rates higher and sells more
    outcomes = outcomes.assign(score=outcomes["score"] + 2.0 * np.array(place), region=regions)
    assert links_by_luck(outcomes.drop(columns="region"), ratings).p_any < 0.01
    assert links_by_luck(outcomes, ratings, None, ("region",)).p_any > 0.05
