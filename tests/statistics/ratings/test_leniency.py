"""Leniency is found over all candidates, whoever met whom, and is the textbook's REML to the digit."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from benchmarks.scorecards import invented
from hiring.statistics.ratings import crossed as crossed_module
from hiring.statistics.ratings.crossed import crossed
from hiring.statistics.ratings.leniency import Leniency, leniency, without_leniency
from hiring.statistics.ratings.not_known import NO_INTERVIEWS, NO_RATINGS, NO_SHARED_CANDIDATES, TOO_FEW_CARDS
from hiring.statistics.ratings.scorecards import Rated, rated
from hiring.statistics.ratings.thresholds import LEAST_RELIABILITY
from hiring.statistics.verdicts import CLEAR_FROM


def _rated(scorecards: pd.DataFrame, ratings: pd.DataFrame) -> Rated:
    found = rated(scorecards, ratings)
    assert isinstance(found, Rated)
    return found


def _lenient(found: Rated) -> Leniency:
    told = leniency(found)
    assert isinstance(told, Leniency)
    return told


def _dense(values, fixed, groups, raters, variances) -> tuple[float, np.ndarray, np.ndarray]:
    """The REML criterion, the raters' predictions and their SDs by inverting everything (Henderson 1975)."""
    of_group, of_rater, rest = variances
    z_group, z_rater = (np.eye(part.max() + 1)[part] for part in (groups, raters))
    whole = of_group * z_group @ z_group.T + of_rater * z_rater @ z_rater.T + rest * np.eye(values.size)
    inverse = np.linalg.inv(whole)
    information = fixed.T @ inverse @ fixed
    project = inverse - inverse @ fixed @ np.linalg.inv(information) @ fixed.T @ inverse
    free = values.size - fixed.shape[1]
    criterion = (
        np.linalg.slogdet(whole)[1]
        + np.linalg.slogdet(information)[1]
        + values @ project @ values
        + free * np.log(2 * np.pi)
    )
    spread = of_rater * np.eye(z_rater.shape[1]) - of_rater**2 * z_rater.T @ project @ z_rater
    return float(criterion), of_rater * z_rater.T @ project @ values, np.sqrt(np.diag(spread))


@pytest.fixture
def small() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    random = np.random.default_rng(12)
    groups = np.repeat(np.arange(40), random.integers(1, 5, 40))
    raters = random.integers(0, 8, groups.size)
    fixed = np.column_stack([np.ones(groups.size), random.normal(size=groups.size)])
    effects = random.normal(0, 0.7, 40)[groups] + random.normal(0, 0.5, 8)[raters]
    return effects + random.normal(0, 0.6, groups.size) + fixed[:, 1], fixed, groups, raters


def test_the_fit_is_the_one_that_inverting_everything_gives(small) -> None:
    values, fixed, groups, raters = small
    found = crossed(values, fixed, groups, raters, tuple("ABCDEFGH"))
    variances = np.array([found.group_variance, found.rater_variance, found.rest_variance])
    lowest, effects, sds = _dense(values, fixed, groups, raters, variances)
    assert found.effects == pytest.approx(effects, abs=1e-6)
    assert found.sds == pytest.approx(sds, abs=1e-6)
    for place in range(3):
        for times in (0.93, 1.07):
            nearby = variances.copy()
            nearby[place] *= times
            assert _dense(values, fixed, groups, raters, nearby)[0] > lowest, (place, times)


def test_shares_of_the_variance_add_up_to_one(small) -> None:
    assert sum(crossed(*small, tuple("ABCDEFGH")).shares) == pytest.approx(1)


def test_a_sample_of_the_candidates_settles_the_ratio_of_a_large_company(monkeypatch) -> None:
    company = invented(1, hires=900, share=0.5)
    whole = _lenient(_rated(company.scorecards, company.ratings))
    monkeypatch.setattr(crossed_module, "MOST_GROUPS", 700)
    part = leniency(_rated(company.scorecards, company.ratings))
    merged = whole.interviewers.merge(part.interviewers, on="interviewer_id")
    assert (merged["leniency_x"] - merged["leniency_y"]).abs().max() < 0.02


def test_leniency_is_found_in_scale_points_and_its_intervals_hold_it() -> None:
    held = []
    for seed in range(6):
        company = invented(seed, hires=100, share=0.25)
        rows = _lenient(_rated(company.scorecards, company.ratings)).interviewers
        truth = np.array([company.leniency[int(who[1:])] for who in rows["interviewer_id"]])
        truth = truth - truth.mean()
        held.append(((rows["low"] <= truth) & (truth <= rows["high"])).mean())
        assert np.corrcoef(rows["leniency"], truth)[0, 1] > 0.9
    assert 0.9 <= np.mean(held) <= 1


def test_who_only_meets_the_better_candidates_is_not_called_lenient() -> None:
    """Round one meets everybody, round two only whom round one liked: raw means differ, leniency does not."""
    random = np.random.default_rng(8)
    quality = random.normal(size=1500)
    first, second = random.integers(0, 5, 1500), random.integers(5, 10, 1500)
    early = quality + random.normal(0, 0.7, 1500)
    sent_on = early > 0.5
    late = quality + random.normal(0, 0.7, 1500)
    who = np.concatenate([first, second[sent_on]])
    people = np.concatenate([np.arange(1500), np.flatnonzero(sent_on)])
    values = np.concatenate([early, late[sent_on]])
    assert values[who >= 5].mean() - values[who < 5].mean() > 0.7
    found = crossed(values, np.ones((values.size, 1)), people, who, tuple("ABCDEFGHIJ"))
    assert abs(found.effects[5:].mean() - found.effects[:5].mean()) < 0.08


def test_competencies_and_scales_that_are_harder_make_nobody_strict() -> None:
    company = invented(3, hires=150, share=0.25, lenient=0.0)
    cards = company.scorecards
    hard = cards["interviewer_id"] < "I010"
    ratings = company.ratings.assign(
        competency=np.where(hard, "Negotiation", "Discovery"),
        score=company.ratings["score"] - np.where(hard, 1.0, 0.0),
    )
    # Everybody scores both, so that the competency and not the person is what differs.
    both = pd.concat(
        [ratings, ratings.assign(competency="Discovery", score=company.ratings["score"])[hard.to_numpy()]]
    )
    rows = _lenient(_rated(cards, both)).interviewers
    strict = rows.loc[rows["interviewer_id"] < "I010", "leniency"].mean()
    assert abs(strict - rows.loc[rows["interviewer_id"] >= "I010", "leniency"].mean()) < 0.1
    assert rows["leniency"].abs().max() < 0.3


def test_rows_say_how_many_and_what_is_raw_and_label_the_few_as_too_few() -> None:
    company = invented(2, hires=60, share=0.5, interviewers=60)
    rows = _lenient(_rated(company.scorecards, company.ratings)).interviewers
    assert (rows["count_shared"] <= rows["count_candidates"]).all()
    assert rows.loc[rows["count_scorecards"] < 8, "label"].eq("Too few").all()
    assert rows["leniency"].is_monotonic_decreasing
    # Drawn in: the estimates are closer together than the raw differences.
    assert rows["leniency"].std() < rows["raw"].std()


def test_the_raw_difference_is_from_the_mean_of_colleagues_on_the_same_candidates() -> None:
    cards = invented(1, hires=50, share=0.5, interviewers=3, panel=3).scorecards.iloc[:6].copy()
    cards["interviewer_id"] = ["A", "B", "C", "A", "B", "A"]
    cards["application_id"] = cards["candidate_id"] = ["P", "P", "P", "Q", "Q", "R"]
    scores = {"interview_id": cards["interview_id"], "competency": "Discovery", "scale_max": 5.0}
    ratings = pd.DataFrame({**scores, "score": [4.0, 3.0, 2.0, 3.0, 4.0, 5.0]})
    rows = _lenient(_rated(cards, ratings)).interviewers.set_index("interviewer_id")
    assert rows["raw"].to_dict() == pytest.approx({"A": (1.5 - 1) / 2, "B": (0 + 1) / 2, "C": -1.5})
    assert rows.loc["A", ["count_scorecards", "count_candidates", "count_shared"]].tolist() == [3, 3, 2]


def test_taking_leniency_out_leaves_the_candidate() -> None:
    company = invented(7, hires=200, share=0.25, lenient=1.0)
    found = _rated(company.scorecards, company.ratings)
    cards = without_leniency(found, _lenient(found))
    by_person = cards.groupby("interviewer_id")
    assert by_person["fair_rating"].mean().std() < 0.35 * by_person["rating"].mean().std()
    assert "fair_rating" not in found.cards


def test_without_shared_candidates_leniency_is_not_known_and_ratings_stay() -> None:
    company = invented(1, hires=50, share=0.5, panel=1)
    found = _rated(company.scorecards, company.ratings)
    assert leniency(found) == NO_SHARED_CANDIDATES
    assert without_leniency(found, NO_SHARED_CANDIDATES)["fair_rating"].equals(found.cards["rating"])


def test_without_interviews_or_ratings_the_state_names_the_file() -> None:
    company = invented(1, hires=50, share=0.5)
    no_words = company.scorecards.assign(recommendation=None)
    assert rated(company.scorecards.iloc[:0], company.ratings) == NO_INTERVIEWS
    assert rated(no_words, company.ratings.iloc[:0]) == NO_RATINGS


def test_without_ratings_the_recommendation_is_what_is_rated() -> None:
    company = invented(1, hires=50, share=0.5)
    found = _rated(company.scorecards, company.ratings.iloc[:0])
    assert (found.is_of_competencies, found.lowest, found.highest, found.width) == (False, 1.0, 4.0, 3.0)
    assert (found.cards["rating"] == 3.0).all()


def test_scores_of_an_interview_that_two_held_under_one_id_belong_to_nobody() -> None:
    company = invented(1, hires=50, share=0.5)
    cards = company.scorecards.copy()
    cards.loc[1, "interview_id"] = cards.loc[0, "interview_id"]
    found = _rated(cards, company.ratings)
    assert len(found.cards) == len(cards) - 2
    assert found.count_unrated == 2


def test_everybody_giving_everyone_the_same_is_no_failure() -> None:
    company = invented(1, hires=50, share=0.5)
    found = _rated(company.scorecards, company.ratings.assign(score=3.0))
    rows = _lenient(found).interviewers
    assert rows["leniency"].abs().max() < 1e-9
    assert set(rows["label"]) <= {"Can't tell", "Too few"}


def test_where_all_are_equally_lenient_the_one_who_stands_furthest_out_is_no_more_than_a_lean() -> None:
    """One of eighty such companies in which somebody would be Clear alone."""
    equal = invented(52, 200, 0.33, validity=(0.02, 0.0), lenient=0.0)
    found = _lenient(_rated(equal.scorecards, equal.ratings))
    sure = np.maximum(found.interviewers["probability"], 1 - found.interviewers["probability"])
    is_seen = found.interviewers["reliability"] >= LEAST_RELIABILITY
    assert sure[is_seen].max() > CLEAR_FROM
    assert "Clear" not in set(found.interviewers["label"])
    unequal = invented(52, 200, 0.33, validity=(0.02, 0.0), lenient=0.2)
    told = _lenient(_rated(unequal.scorecards, unequal.ratings))
    assert "Clear" in set(told.interviewers["label"])


def test_of_fewer_ratings_than_questions_about_them_leniency_is_not_known() -> None:
    company = invented(1, hires=50, share=0.5)
    cards = company.scorecards.head(2)  # of one candidate, each about another competency
    ratings = company.ratings.head(2).assign(competency=["Discovery", "Drive"])
    assert cards["application_id"].nunique() == 1
    assert leniency(_rated(cards, ratings)) == TOO_FEW_CARDS
