"""One group beside what the others tell of it: by hand where there is one level, and in a company where all is luck."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hiring.statistics.high_performers.others import against_others


def test_of_one_level_what_is_expected_is_the_others_share_drawn_hardly_anywhere() -> None:
    levels = pd.DataFrame({"role": ["A"] * 200})
    is_group = np.arange(200) < 100
    is_so = np.concatenate([np.arange(100) < 70, np.arange(100) < 40])
    found = against_others(levels, is_so, is_group)
    assert (found.n, found.count, found.counted) == (100, 70, 70.0)
    assert found.expected == pytest.approx(40, abs=1)
    assert found.low < 30 < found.high
    assert found.low > 0


def test_a_group_of_easier_roles_is_expected_to_do_better() -> None:
    """Two roles, nine in ten and one in ten; the group has the easy one alone, the others both."""
    levels = pd.DataFrame({"role": ["easy"] * 200 + ["hard"] * 100})
    is_group = np.arange(300) < 100
    tens = np.arange(300) % 10
    is_so = np.where(levels["role"] == "easy", tens < 9, tens < 1)
    found = against_others(levels, is_so, is_group)
    assert found.counted == pytest.approx(90)
    assert found.expected > 80
    assert found.low < 0 < found.high


def test_where_nothing_is_true_the_range_holds_zero_nineteen_times_in_twenty() -> None:
    rng = np.random.default_rng(7)
    held = 0
    for _ in range(200):
        levels = pd.DataFrame({"role": rng.choice(["A", "B", "C"], 300), "year": rng.choice(["1", "2"], 300)})
        is_so = rng.random(300) < levels["role"].map({"A": 0.2, "B": 0.5, "C": 0.7}).to_numpy(float)
        found = against_others(levels, is_so, rng.random(300) < 0.6)
        held += found.low <= 0 <= found.high
    assert held >= 0.92 * 200


def test_a_group_of_all_or_of_nobody_is_refused() -> None:
    levels = pd.DataFrame({"role": ["A", "A"]})
    for group in ([True, True], [False, False]):
        with pytest.raises(ValueError, match="one of the two groups is empty"):
            against_others(levels, np.array([True, False]), np.array(group))
