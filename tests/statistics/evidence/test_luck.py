"""Luck checks: what is found where something is, how often something is found where nothing is."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from hiring.statistics.evidence.designs import Members
from hiring.statistics.evidence.fits import fitted_mains
from hiring.statistics.evidence.luck import NO_PAIRS, NOBODY, _correlated, adjusted, of_combinations, permuted


def members(*columns: list[int], rows: int) -> Members:
    design = np.zeros((rows, len(columns)))
    for place, hires in enumerate(columns):
        design[hires, place] = 1
    return Members(tuple(f"G{place}" for place in range(len(columns))), sparse.csc_array(design))


def test_adjusted_outcomes_are_left_over_from_the_fixed_effects() -> None:
    fixed = np.array([[1.0, 0], [1, 0], [1, 1], [1, 1]])
    assert adjusted(np.array([1.0, 3, 10, 20]), fixed).tolist() == pytest.approx([-1, 1, -5, 5])


def test_the_best_group_and_its_mean_are_the_data_s_own() -> None:
    found = permuted(np.array([1.0, 2, -1, -2, 0, 0]), members([0, 1], [2, 3], rows=6), np.zeros(6, int), 2)
    assert (found.best, found.best_hires, found.best_mean, found.count_groups) == ("G0", 2, 1.5, 2)
    # Two drawn of 2, 1, 0, 0, -1, -2 and two others: the better mean of both lies between 0 and 1.5.
    assert 0 < found.luckiest_mean < 1.5
    assert found.shuffled.max() == 1.5


def test_luck_spreads_no_group_further_than_what_is_held_leaves_of_it() -> None:
    """Groups that follow what is held: without it in the shuffles they would look as if they could not differ."""
    random = np.random.default_rng(5)
    held = np.repeat(np.eye(10), 20, axis=0)
    follows = members(*[[*range(20 * k, 20 * k + 15), (20 * k + 30) % 200] for k in range(10)], rows=200)
    found, bare = [], []
    for _ in range(60):
        left = adjusted(random.standard_normal(200), held)
        found.append(permuted(left, follows, np.zeros(200, int), 5, 200, held=held).p_any)
        bare.append(permuted(left, follows, np.zeros(200, int), 5, 200).p_any)
    assert 0.4 < np.mean(found) < 0.6
    assert np.mean(bare) > 0.9


def test_groups_with_too_few_hires_are_not_looked_at() -> None:
    values, groups = np.array([9.0, 1, -1, 0]), members([0], [1, 2], rows=4)
    assert permuted(values, groups, np.zeros(4, int), 2).best == "G1"
    assert permuted(values, groups, np.zeros(4, int), 3) == NOBODY
    assert permuted(np.zeros(4), groups, np.zeros(4, int), 1) == NOBODY


def test_hires_alone_in_their_stratum_are_never_dealt_out() -> None:
    values = np.array([3.0, -3.0, 0.0])
    found = permuted(values, members([0], [1], [2], rows=3), np.arange(3), 1, permutations=20)
    assert (found.luckiest_mean, found.p_best, found.p_any) == (3.0, 1.0, 1.0)


def test_dealing_stays_within_strata() -> None:
    values = np.array([10.0, 12.0, -10.0, -12.0])
    found = permuted(values, members([0], rows=4), np.array([0, 0, 1, 1]), 1, permutations=200)
    assert set(found.shuffled.tolist()) == {10.0, 12.0}


def test_the_same_data_give_the_same_answer() -> None:
    values = np.random.default_rng(3).normal(size=40)
    groups = members(list(range(10)), list(range(10, 30)), rows=40)
    first = permuted(values, groups, np.zeros(40, int), 5)
    assert first == permuted(values, groups, np.zeros(40, int), 5)


def test_the_permutation_check_cries_wolf_in_one_company_of_twenty() -> None:
    random = np.random.default_rng(7)
    groups = members(*[sorted(random.choice(60, 12, replace=False).tolist()) for _ in range(8)], rows=60)
    strata = np.repeat(np.arange(6), 10)
    chances = [permuted(random.normal(size=60), groups, strata, 8, 99).p_any for _ in range(200)]
    assert 0.01 <= np.mean(np.array(chances) <= 0.05) <= 0.09


@pytest.mark.proof
def test_the_score_of_combinations_is_quiet_where_pairs_add_nothing(design) -> None:
    chances = []
    for seed in range(30):
        made = design(count=150, interviewers=12, spread=0.5, seed=seed)
        chances.append(of_combinations(fitted_mains(made).fit, made.pairs, draws=200).p_largest)
    assert np.mean(np.array(chances) <= 0.05) <= 0.15
    assert np.mean(chances) > 0.3


def test_the_score_of_combinations_sees_large_ones(design) -> None:
    made = design(count=600, interviewers=24, panel=2, pair_spread=1.0, seed=2)
    found = of_combinations(fitted_mains(made).fit, made.pairs)
    assert found.p_spread <= 0.01
    assert found.count_pairs == len(made.pairs.labels)


def test_scores_by_luck_hang_together_as_the_data_s_do() -> None:
    drawn = _correlated(np.array([[1.0, 0.8, 0.0], [0.8, 1.0, 0.0], [0.0, 0.0, 1.0]]), 4000)
    assert np.corrcoef(drawn)[0].tolist() == pytest.approx([1.0, 0.8, 0.0], abs=0.05)
    assert drawn.std(axis=1).tolist() == pytest.approx([1.0] * 3, abs=0.05)


def test_without_pairs_there_is_nothing_to_score(design) -> None:
    made = design(count=130, panel=1)
    assert of_combinations(fitted_mains(made).fit, made.pairs) == NO_PAIRS
