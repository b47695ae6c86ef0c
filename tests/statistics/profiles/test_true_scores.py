"""True scores behind panels' means: against a textbook's matrices, and slopes against those that were planted."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from hiring.statistics.profiles.true_scores import TrueScores, true_scores

Numbers = np.ndarray
TRUE = np.array([[1.0, 0.5, 0.4], [0.5, 1.0, 0.6], [0.4, 0.6, 1.0]])
ERROR = np.array([[1.0, 0.5, 0.2], [0.5, 2.0, 0.4], [0.2, 0.4, 4.0]])
NAMES = ("Closing", "Discovery", "Planning")


def scored(
    candidates: int, raters: int, seed: int = 1, roles: int = 1
) -> tuple[pd.DataFrame, Numbers, Numbers]:
    """Rows as `true_scores` takes them, the true scores behind them, and scores as candidates × raters × names."""
    random = np.random.default_rng(seed)
    true = random.multivariate_normal(np.zeros(3), TRUE, candidates)
    scores = true[:, None, :] + random.multivariate_normal(np.zeros(3), ERROR, (candidates, raters))
    return rows_of(scores, roles), true, scores


def rows_of(scores: Numbers, roles: int = 1) -> pd.DataFrame:
    """Rows a score; nan is none."""
    candidate, rater, competency = np.nonzero(~np.isnan(scores))
    return pd.DataFrame(
        {
            "application_id": candidate,
            "interview_id": candidate * scores.shape[1] + rater,
            "role_profile": [f"R{one % roles}" for one in candidate],
            "competency": np.array(NAMES)[competency],
            "corrected": scores[candidate, rater, competency] + 5.0 * (candidate % roles),
        }
    )


def test_complete_panels_are_guessed_as_the_textbook_of_variance_components_does() -> None:
    """E(t | x̄) = T (T + W/m)⁻¹ x̄, with W and T + W/m the mean squares within and between candidates."""
    rows, _, scores = scored(400, 3)
    found = true_scores(rows)
    means = scores.mean(axis=1)
    off = (scores - means[:, None, :]).reshape(-1, 3)
    within = off.T @ off / (400 * 2)
    centred = means - means.mean(axis=0)
    between = centred.T @ centred / 399
    true = between - within / 3
    expected = centred @ np.linalg.solve(between, true) / np.sqrt(np.diag(true))
    np.testing.assert_allclose(found.frame.to_numpy(), expected, atol=1e-8)
    share = np.diag(true) / np.diag(between)
    assert [found.reliability[name] for name in NAMES] == pytest.approx(share.tolist())
    assert found.count_twice == 400


def test_panels_of_any_size_with_gaps_are_guessed_with_their_own_errors() -> None:
    _, _, scores = scored(4_000, 4)
    random = np.random.default_rng(5)
    scores = np.where(random.random(scores.shape) < 0.35, np.nan, scores)
    found = true_scores(rows_of(scores))
    planted = _by_hand(scores, found)
    np.testing.assert_allclose(found.frame.loc[planted.index].to_numpy(), planted.to_numpy(), atol=0.12)


def _by_hand(scores: Numbers, found: TrueScores) -> pd.DataFrame:
    """Each candidate's guess from the planted covariances alone, one matrix at a time."""
    guesses = {}
    for place in found.frame.index[:80]:
        given = ~np.isnan(scores[place])
        counts = given.sum(axis=0)
        seen = np.flatnonzero(counts)
        both = given.astype(float).T @ given.astype(float)
        error = ERROR[np.ix_(seen, seen)] * both[np.ix_(seen, seen)] / np.outer(counts[seen], counts[seen])
        mean = np.array([scores[place][given[:, k], k].mean() for k in seen])
        guesses[place] = TRUE[:, seen] @ np.linalg.solve(TRUE[np.ix_(seen, seen)] + error, mean)
    return pd.DataFrame.from_dict(guesses, orient="index")


def test_slopes_on_the_guesses_are_those_on_the_true_scores_whoever_was_hired() -> None:
    rows, true, scores = scored(60_000, 2, seed=3)
    found = true_scores(rows)
    random = np.random.default_rng(4)
    outcome = true @ np.array([0.0, 0.0, 0.5]) + 0.5 * random.standard_normal(len(true))
    means = scores.mean(axis=1)
    hired = means.sum(axis=1) > np.quantile(means.sum(axis=1), 0.75)

    def slopes(x: Numbers) -> Numbers:
        given = np.column_stack([np.ones(hired.sum()), x[hired]])
        return np.linalg.lstsq(given, outcome[hired], rcond=None)[0][1:]

    calibrated = slopes(found.frame.loc[range(len(true))].to_numpy())
    plain = slopes(means / means.std(axis=0))
    assert calibrated == pytest.approx([0.0, 0.0, 0.5], abs=0.04)
    assert plain[1] > 0.05  # a competency that means nothing, seen well, takes from one that is seen badly


def test_a_competency_seen_badly_or_by_one_alone_is_not_among_those_told() -> None:
    rows, _, _ = scored(400, 2, seed=2)
    noise = np.random.default_rng(2).standard_normal(len(rows))
    blurred = rows.assign(corrected=rows["corrected"].where(rows["competency"] != "Planning", 9 * noise))
    found = true_scores(blurred)
    assert found.reliable == ("Closing", "Discovery")
    assert list(found.frame.columns) == ["Closing", "Discovery"]
    assert found.reliability["Planning"] < 0.2
    once = rows[(rows["competency"] != "Discovery") | (rows["interview_id"] % 2 == 0)]
    alone = true_scores(once)
    assert math.isnan(alone.reliability["Discovery"])
    assert alone.reliable == ("Closing", "Planning")


def test_candidates_of_each_role_stand_about_their_own_mean() -> None:
    rows, _, _ = scored(500, 3, roles=2)
    guessed = true_scores(rows).frame
    for start in (0, 1):
        assert guessed.loc[guessed.index % 2 == start].mean().abs().max() < 0.02


def test_no_scores_at_all_are_no_guesses() -> None:
    found = true_scores(scored(3, 2)[0].head(0))
    assert (found.reliable, found.reliability, found.count_twice, len(found.frame)) == ((), {}, 0, 0)


def test_one_candidate_alone_is_guessed_nothing() -> None:
    found = true_scores(scored(1, 4)[0])
    assert found.reliable == ()
    assert len(found.frame) == 1
