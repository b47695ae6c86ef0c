"""What is left after luck, by hand: the formula at the hires' own baselines, and its range."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm

from hiring.statistics.high_performers.levelled import levelled, shifted


def claims(**columns: float) -> pd.DataFrame:
    return pd.DataFrame({"estimate": 0.0, "low": -0.1, "high": 0.1, **columns}, index=[7])


def members(*baselines: float) -> pd.DataFrame:
    return pd.DataFrame({"group": 7, "baseline": baselines})


KNOWN = pd.Series([0.0], index=[7])


def test_a_fifth_and_a_shift_of_three_tenths_are_twenty_nine_in_a_hundred() -> None:
    # Φ(Φ⁻¹(.2) + .3 ÷ 1) = Φ(-.8416 + .3) = .294
    assert shifted(np.array([0.2]), 0.3, 1.0) == pytest.approx([0.294], abs=5e-4)


def test_it_is_the_mean_over_the_hires_each_at_its_own_baseline() -> None:
    found = levelled(members(0.1, 0.4), claims(estimate=0.3, low=0.1, high=0.5), KNOWN, 0.8)
    for column, shift in (("levelled", 0.3), ("levelled_low", 0.1), ("levelled_high", 0.5)):
        by_hand = [norm.cdf(norm.ppf(p) + shift / 0.8) for p in (0.1, 0.4)]
        assert found.loc[7, column] == pytest.approx(np.mean(by_hand))


def test_an_effect_of_nothing_leaves_the_baseline() -> None:
    assert levelled(members(0.1, 0.4), claims(), KNOWN, 0.8).loc[7, "levelled"] == pytest.approx(0.25)


def test_what_is_not_known_of_the_baseline_makes_the_range_wider() -> None:
    given = claims(estimate=0.3, low=0.1, high=0.5)
    sure = levelled(members(0.2), given, KNOWN, 1.0).loc[7]
    unsure = levelled(members(0.2), given, pd.Series([0.04], index=[7]), 1.0).loc[7]
    # The baseline's own range, in logits: .2 less 1.96 x .04, bent a little.
    least = 1 / (1 + math.exp(-(math.log(0.2 / 0.8) - 1.959964 * 0.04 / 0.16)))
    below = math.hypot(sure["levelled"] - sure["levelled_low"], 0.2 - least)
    assert unsure["levelled"] == sure["levelled"]
    assert unsure["levelled_low"] == pytest.approx(unsure["levelled"] - below)
    assert unsure["levelled_high"] > sure["levelled_high"]


def test_no_range_leaves_nothing_and_all() -> None:
    found = levelled(
        members(0.01), claims(estimate=-1.0, low=-2.0, high=3.0), pd.Series([0.2], index=[7]), 1.0
    )
    assert found.loc[7, "levelled_low"] == 0
    assert found.loc[7, "levelled_high"] <= 1


def test_of_whom_nothing_is_claimed_nothing_is_left() -> None:
    assert levelled(members(0.2), claims().iloc[:0], KNOWN, 1.0).empty
