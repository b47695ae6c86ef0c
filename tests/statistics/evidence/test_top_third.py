"""The chance of the top third: by the normal law, told only where it may be, and true as often as it is said."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from benchmarks import chances as bench
from benchmarks.hands import company
from hiring.statistics.evidence.claims import with_chances
from hiring.statistics.evidence.controls import Subject
from hiring.statistics.evidence.judging import whole
from hiring.statistics.evidence.top_third import chance


def test_of_whom_nothing_is_known_it_is_a_third() -> None:
    spread = np.array([0.1, 0.3])
    assert chance(np.zeros(2), spread, spread) == pytest.approx([1 / 3, 1 / 3])


def test_it_is_the_share_of_draws_above_the_bar() -> None:
    random = np.random.default_rng(1)
    mean, sd, prior = -0.3, 0.2, 0.6
    drawn = mean + sd * random.standard_normal(400_000)
    scores = drawn + np.sqrt(1 - prior**2) * random.standard_normal(400_000)
    found = chance(np.array([mean]), np.array([sd]), np.array([prior]))
    assert found[0] == pytest.approx((scores > 0.430727).mean(), abs=0.003)


def test_it_is_told_only_where_enough_is_seen_and_the_company_allows_it() -> None:
    frame = pd.DataFrame(
        {
            "label": ["Clear", "Can't tell", "Too few hires", "No comparison", "Leaning"],
            "reliability": [0.5, 0.3, 0.5, 0.5, 0.29],
            "top_third": 0.4,
            "capped_by": "",
        }
    )
    assert with_chances(frame, may=True)["top_third"].notna().tolist() == [True, True, False, False, False]
    assert with_chances(frame, may=False)["top_third"].isna().all()


def test_where_luck_does_as_much_or_hands_are_unequal_nobody_has_a_chance_told() -> None:
    equal = whole(*company("equal hands", 200, 3))
    assert not equal.luck.interviewers.is_beaten
    assert equal.interviewers["top_third"].isna().all()
    unequal = whole(*company("generous managers", 300, 1, 0.4))
    assert unequal.control.is_flagged(Subject.INTERVIEWERS)
    assert unequal.interviewers["top_third"].isna().all()
    assert unequal.sources["top_third"].isna().all()


@pytest.mark.proof
def test_what_is_said_is_true_as_often_as_it_is_said() -> None:
    """A slice of `python -m benchmarks.chances`."""
    rows = pd.concat([bench.said(0.4, 400, seed) for seed in range(4)])
    assert len(rows) > 80
    for kind, mine in rows.groupby("kind"):
        low, high = mine["said"] < 1 / 3, mine["said"] >= 1 / 3
        for part in (mine[low], mine[high]):
            assert part["said"].mean() == pytest.approx(part["true"].mean(), abs=0.05), kind
