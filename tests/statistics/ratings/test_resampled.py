"""Hires drawn anew, whole: the same as repeating their rows, and wider than interviewers taken one by one."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hiring.statistics.ratings.correlations import case_three, correlation
from hiring.statistics.ratings.resampled import DRAWS, SEED, resampled

SPREAD = 1.4


def seats(count: int = 60, seed: int = 1) -> pd.DataFrame:
    """Hires rated by two of three interviewers, as `validity.rated_hires` gives them."""
    random = np.random.default_rng(seed)
    rows = []
    for hire in range(count):
        outcome = random.standard_normal()
        ratings = 0.4 * outcome + random.standard_normal(2)
        for seat, rating in enumerate(ratings):
            rows.append((f"A{hire}", f"I{(hire + seat) % 3}", rating, ratings.mean(), outcome))
    return pd.DataFrame(rows, columns=["application_id", "interviewer_id", "rating", "composite", "outcome"])


def test_a_draw_is_the_rows_of_each_hire_repeated() -> None:
    given = seats()
    found = resampled(given, ["I0", "I1", "I2"], SPREAD)
    hired = given.drop_duplicates("application_id").reset_index(drop=True)
    count = len(hired)
    drawn = np.random.default_rng(SEED).multinomial(count, np.full(count, 1 / count), DRAWS)
    for draw in (0, 7):
        often = dict(zip(hired["application_id"], drawn[draw], strict=True))
        rows = given.loc[given.index.repeat(given["application_id"].map(often))]
        panels = hired.loc[hired.index.repeat(drawn[draw])]
        ratio = max(1.0, SPREAD / panels["composite"].std(ddof=1))
        by_panel = correlation(panels["composite"], panels["outcome"])
        for place, who in enumerate(("I0", "I1", "I2")):
            own = rows[rows["interviewer_id"] == who]
            raw = correlation(own["rating"], own["outcome"])
            lifted = case_three(raw, correlation(own["rating"], own["composite"]), by_panel, ratio)
            assert found.raw[draw, place] == pytest.approx(raw)
            assert found.case_three[draw, place] == pytest.approx(float(lifted))


def test_an_interviewer_who_gave_all_the_same_has_no_correlation_in_any_draw() -> None:
    given = seats()
    flat = given.assign(rating=given["rating"].where(given["interviewer_id"] != "I0", 3.0))
    found = resampled(flat, ["I0", "I1"], SPREAD)
    assert np.isnan(found.raw[:, 0]).all()
    assert np.isfinite(found.raw[:, 1]).all()
    both = found.sds(np.array([True, True]), np.ones(2), np.ones(2))
    alone = found.sds(np.array([False, True]), np.ones(2), np.ones(2))
    assert both == pytest.approx(alone)


def test_interviewers_who_rate_the_same_hires_alike_are_one_opinion() -> None:
    given = seats(200)
    same = given.assign(rating=given["composite"])
    told = resampled(same, ["I0", "I1", "I2"], SPREAD)
    one, all_three = (
        told.sds(np.array(mine), np.ones(3), np.ones(3))[0]
        for mine in ([True, False, False], [True, True, True])
    )
    # Each rates two hires of three, so 200 hires against 133; independent people would be √3 = 1.73 apart.
    assert 1.1 < one / all_three < 1.5
