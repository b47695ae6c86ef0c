"""How many more hires: against the textbook where it is plain, and in what order."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from hiring.evidence.fits import Kind, fitted_mains, fitted_whole
from hiring.evidence.needed import grown, more_hires
from hiring.mixed_model import Block, fit_at

PRIOR = 0.2


FIRST = sparse.csr_array(np.eye(1, 21))


def alone(n: int):
    """One group of n hires and twenty others, each of a hundred, at known variances: nearly a plain shrunken mean."""
    labels = np.repeat(np.arange(21), [n] + [100] * 20)
    block = Block("g", tuple(map(str, range(21))), np.eye(21)[labels])
    outcome = np.random.default_rng(1).normal(size=len(labels))
    return fit_at(outcome, np.zeros((len(labels), 0)), [block], {"g": PRIOR**2}).solution


def test_the_number_is_that_of_a_shrunken_mean_with_known_spread() -> None:
    at = alone(20)
    # z = R d / (s sqrt(1 - R)) with R = n s² / (n s² + 1), in units of the residual's SD: d = .3 is reached at
    # n s² = k with k / sqrt(1 + k) = 1.96 s / .3.
    d = 0.3 / np.sqrt(at.residual_variance)
    c = 1.959964 * PRIOR / d
    k = (c**2 + np.sqrt(c**4 + 4 * c**2)) / 2
    wanted = k / PRIOR**2 - 20
    assert more_hires(grown(at), FIRST, np.array([20]))[0] == pytest.approx(wanted, rel=0.06)


def test_who_has_more_hires_needs_fewer_and_who_has_enough_none() -> None:
    few, some, many = (more_hires(grown(alone(n)), FIRST, np.array([n]))[0] for n in (20, 40, 400))
    assert few > some > many == 0


def test_a_combination_needs_more_hires_than_the_total_it_is_part_of(design) -> None:
    made = design(count=900, interviewers=45, spread=0.3, panel=3, seed=1)
    fitted = fitted_whole(made)
    counts = made.pairs.counts
    totals, synergies = (
        more_hires(grown(fitted.worth_knowing(kind)), fitted.weights(kind), counts, effect=0.5)
        for kind in (Kind.TOTALS, Kind.SYNERGIES)
    )
    assert np.isfinite(totals).mean() > 0.5
    often = (counts >= 30) & np.isfinite(totals)
    assert often.sum() >= 3
    assert not (synergies[often] < totals[often]).any()


def test_what_the_data_can_never_tell_is_out_of_reach(design) -> None:
    made = design(count=150, interviewers=3, panel=1, seed=1)
    # One interviewer a region: nobody else of the region to compare with.
    fitted = fitted_mains(made)
    found = more_hires(fitted.grown, fitted.weights(Kind.INTERVIEWERS), made.interviewers.counts)
    assert np.isnan(found).all()
