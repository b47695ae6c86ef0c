"""How many more hires: against the textbook where it is plain, and in what order."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from hiring.statistics.evidence.fits import Kind, fitted_mains, fitted_whole
from hiring.statistics.evidence.needed import grown, more_hires, years_of
from hiring.statistics.mixed_model import Block, fit_at, posterior

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
    # z stands at R d / (s sqrt(1 - R)) with a variance of R, where R = n s² / (n s² + 1), all in the residual's SD;
    # four in five reach 1.96 where the mean of z less .84 SD does.
    d = 0.45 / np.sqrt(at.residual_variance)
    n = np.arange(20, 400)
    seen = n * PRIOR**2 / (n * PRIOR**2 + 1)
    z = seen * d / (PRIOR * np.sqrt(1 - seen)) - 0.841621 * np.sqrt(seen)
    wanted = n[np.argmax(z >= 1.959964)] - 20
    assert more_hires(grown(at), FIRST, np.array([20]), effect=0.45)[0] == pytest.approx(wanted, rel=0.06)


def test_four_in_five_differences_of_that_size_are_clear_once_there_are_as_many_hires() -> None:
    more = more_hires(grown(alone(40)), FIRST, np.array([40]))[0]
    count = int(40 + more)
    labels = np.repeat(np.arange(21), [count] + [100] * 20)
    block = Block("g", tuple(map(str, range(21))), np.eye(21)[labels])
    random, clear = np.random.default_rng(3), 0
    for _ in range(200):
        outcome = 0.3 * (labels == 0) + random.standard_normal(len(labels))
        found = posterior(fit_at(outcome, np.zeros((len(labels), 0)), [block], {"g": PRIOR**2}), FIRST)
        clear += bool(found.low[0] > 0)
    assert clear / 200 == pytest.approx(0.8, abs=0.07)


def test_beyond_five_years_at_the_companys_pace_it_is_out_of_reach() -> None:
    models, count = grown(alone(40)), np.array([40])
    more = more_hires(models, FIRST, count, years=1)[0]
    years = 5 * 40 / more  # in which the forty came, if it then takes five years more
    assert more_hires(models, FIRST, count, years=0.99 * years)[0] == more
    assert np.isnan(more_hires(models, FIRST, count, years=1.01 * years)[0])


def test_the_pace_is_that_of_the_hires_and_never_less_than_a_year() -> None:
    assert years_of(pd.Series(pd.to_datetime(["2022-01-01", "2025-01-01"]))) == pytest.approx(3, abs=0.01)
    assert years_of(pd.Series(pd.to_datetime(["2025-01-01", "2025-02-01"]))) == 1
    assert years_of(pd.Series([], dtype="datetime64[ns]")) == 1


def test_who_has_more_hires_needs_fewer_and_who_has_enough_none() -> None:
    few, some, many = (more_hires(grown(alone(n)), FIRST, np.array([n]))[0] for n in (20, 40, 400))
    assert few > some > many == 0


def test_a_combination_needs_more_hires_than_the_total_it_is_part_of(design) -> None:
    made = design(count=900, interviewers=45, spread=0.3, panel=3, seed=1)
    fitted = fitted_whole(made)
    counts = made.pairs.counts
    totals, synergies = (
        more_hires(grown(fitted.worth_knowing(kind)), fitted.weights(kind), counts, effect=1.0)
        for kind in (Kind.TOTALS, Kind.SYNERGIES)
    )
    often = (counts >= 30) & np.isfinite(totals)
    assert often.sum() >= 3
    assert not (synergies[often] < totals[often]).any()


def test_what_the_data_can_never_tell_is_out_of_reach(design) -> None:
    made = design(count=150, interviewers=3, panel=1, seed=1)
    # One interviewer a region: nobody else of the region to compare with.
    fitted = fitted_mains(made)
    found = more_hires(fitted.grown, fitted.weights(Kind.INTERVIEWERS), made.interviewers.counts)
    assert np.isnan(found).all()
