"""What the next hires of a source would bring, against counts worked out by hand and by dealing many companies."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom

from hiring.statistics.high_performers.next_hires import next_hires


def test_a_chance_known_exactly_leaves_the_luck_of_the_draw_alone() -> None:
    found = next_hires(20, 0.16, 0.25, 0.25, 0.25)
    assert (found.count, found.estimate, found.expected) == (20, 5.0, pytest.approx(3.2))
    assert (found.low, found.high) == (binom.ppf(0.025, 20, 0.25), binom.ppf(0.975, 20, 0.25)) == (2, 9)


def test_a_chance_that_is_not_known_well_widens_the_range() -> None:
    sure, unsure = next_hires(20, 0.16, 0.25, 0.25, 0.25), next_hires(20, 0.16, 0.25, 0.1, 0.5)
    assert unsure.low < sure.low
    assert unsure.high > sure.high


def test_of_one_hire_everything_is_possible() -> None:
    found = next_hires(1, 0.2, 0.3, 0.2, 0.4)
    assert (found.low, found.high) == (0, 1)


def test_a_range_that_reaches_nothing_or_all_is_still_counted() -> None:
    found = next_hires(10, 0.1, 0.02, 0.0, 0.3)
    assert found.low == 0
    assert 2 <= found.high <= 6
    assert next_hires(10, 0.1, 1.0, 1.0, 1.0).low >= 9


def test_nineteen_of_twenty_companies_see_a_count_within_the_range() -> None:
    found = next_hires(20, 0.2, 0.25, 0.15, 0.38)
    draw = np.random.default_rng(12)
    middle, below, above = (np.log(p / (1 - p)) for p in (0.25, 0.15, 0.38))
    z = draw.standard_normal(200_000)
    reach = np.where(z < 0, middle - below, above - middle) / 1.959964
    counts = draw.binomial(20, 1 / (1 + np.exp(-(middle + z * reach))))
    held = np.mean((counts >= found.low) & (counts <= found.high))
    assert 0.95 <= held <= 0.985  # counts are whole, so a little more than nineteen of twenty
    assert np.mean(counts < found.low) <= 0.025
    assert np.mean(counts > found.high) <= 0.025


@pytest.mark.parametrize(
    "given", [(0, 0.2, 0.3, 0.2, 0.4), (5, 0.2, 0.5, 0.2, 0.4), (5, 0.2, 0.3, -0.1, 0.4)]
)
def test_what_cannot_be_counted_is_refused(given: tuple[int, float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="none that can be counted"):
        next_hires(*given)
