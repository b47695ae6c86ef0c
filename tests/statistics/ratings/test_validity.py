"""Validity after shrinkage and correction comes nearer the truth than what the hires show."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from benchmarks import validities as bench
from benchmarks.scorecards import Invented, invented
from helpers import breadth
from hiring.statistics.ratings.correlations import case_three, case_two, correlation, fisher_bounds
from hiring.statistics.ratings.leniency import leniency, without_leniency
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.scorecards import Rated, rated
from hiring.statistics.ratings.validity import Validity, rated_hires, validity

SEEDS = range(8)


def cards_of(company: Invented) -> pd.DataFrame:
    found = rated(company.scorecards, company.ratings)
    assert isinstance(found, Rated)
    return without_leniency(found, leniency(found))


def found(company: Invented) -> Validity:
    told = validity(cards_of(company), company.outcomes)
    assert isinstance(told, Validity)
    return told


@pytest.fixture(scope="module")
def runs() -> list[tuple[pd.DataFrame, Validity]]:
    """Companies that hired one in four: every interviewer's values beside the truth."""
    told = []
    for seed in SEEDS:
        company = invented(seed, hires=300, share=0.25)
        seen = found(company)
        cards = cards_of(company)
        hired = rated_hires(cards, company.outcomes)
        everyone, chosen = (
            frame.groupby("interviewer_id")[name].std()
            for frame, name in ((cards, "fair_rating"), (hired, "rating"))
        )
        ratio = (everyone / chosen).clip(lower=1)
        rows = seen.interviewers
        panel = hired.drop_duplicates("application_id")
        y = correlation(panel["composite"], panel["outcome"])
        x = rows["interviewer_id"].map(
            {
                who: correlation(own["rating"], own["composite"])
                for who, own in hired.groupby("interviewer_id")
            }
        )
        rows = rows.assign(
            truth=[company.validity[int(who[1:])] for who in rows["interviewer_id"]],
            case_two=[
                case_two(r, ratio[who]) for r, who in zip(rows["raw"], rows["interviewer_id"], strict=True)
            ],
            case_three=case_three(rows["raw"].to_numpy(), x.to_numpy(float), y, seen.ratio),
        )
        told.append((rows, seen))
    return told


def _error(runs: list[tuple[pd.DataFrame, Validity]], name: str) -> float:
    every = pd.concat([rows for rows, _ in runs])
    return float(np.sqrt(((every[name] - every["truth"]) ** 2).mean()))


@pytest.mark.proof
def test_case_three_comes_nearer_the_true_mean_than_case_two_and_the_raw_mean(runs) -> None:
    every = pd.concat([rows for rows, _ in runs])
    off = {name: abs((every[name] - every["truth"]).mean()) for name in ("raw", "case_two", "case_three")}
    assert off["case_three"] < 0.05
    assert off["case_two"] > 0.12
    assert off["raw"] > off["case_two"]


def test_drawn_in_and_corrected_is_nearest_of_all(runs) -> None:
    errors = {name: _error(runs, name) for name in ("raw", "case_two", "case_three", "corrected")}
    assert errors["corrected"] == min(errors.values())
    assert errors["corrected"] < 0.13
    assert errors["raw"] > 0.22


def test_a_good_interviewer_in_four_looks_worse_than_chance_in_the_raw_correlation_alone(runs) -> None:
    every = pd.concat([rows for rows, _ in runs])
    assert (every["truth"] > 0).all()
    assert 0.15 <= (every["raw"] < 0).mean() <= 0.35
    assert (every["corrected"] < 0).mean() < 0.01


def test_the_intervals_hold_the_truth(runs) -> None:
    every = pd.concat([rows for rows, _ in runs])
    held = (every["corrected_low"] <= every["truth"]) & (every["truth"] <= every["corrected_high"])
    assert 0.9 <= held.mean() <= 0.99
    assert sum(seen.corrected.low <= 0.35 <= seen.corrected.high for _, seen in runs) >= len(runs) - 1


def test_raw_and_corrected_always_stand_side_by_side_with_interval_and_n(runs) -> None:
    rows, seen = runs[0]
    for kind in ("raw", "shrunk", "corrected"):
        assert ((rows[f"{kind}_low"] < rows[kind]) & (rows[kind] < rows[f"{kind}_high"])).all(), kind
    assert (rows["count_hires"] >= 8).all()
    assert seen.corrected.estimate == pytest.approx(seen.raw.estimate + seen.lift)
    assert (seen.lift > 0, seen.ratio > 1) == (True, True)
    assert {"raw", "raw_low", "corrected", "corrected_high", "count_ratings"} <= set(seen.departments)


def test_hiring_everybody_needs_no_correction() -> None:
    company = invented(3, hires=400, share=1.0)
    seen = found(company)
    assert seen.lift == pytest.approx(0, abs=1e-9)
    assert seen.raw.estimate == pytest.approx(0.35, abs=0.06)


def test_where_ratings_say_nothing_no_interviewer_is_said_to_differ() -> None:
    seen = [found(invented(seed, hires=400, share=0.25, validity=(0.02, 0.0))) for seed in range(4)]
    assert all((one.interviewers["label"] != "Clear").all() for one in seen)


@pytest.mark.parametrize("kind", ["ratings mean nothing", *breadth.proof("as interviewers are")])
def test_the_range_of_the_mean_holds_the_truth_as_often_as_it_says(kind: str) -> None:
    """A slice of `python -m benchmarks.validities`; independent interviewers would make it hold 3 of 4."""
    seen = pd.DataFrame([bench.held(kind, seed) for seed in range(12)])
    assert seen["mean"].mean() >= 0.83
    assert seen["departments"].mean() >= 0.83
    assert seen["said"].sum() <= 2 or kind == "as interviewers are"


def test_below_120_rated_hires_nothing_is_said() -> None:
    company = invented(1, hires=100, share=0.25)
    told = validity(cards_of(company), company.outcomes)
    assert isinstance(told, NotKnown)
    assert told.fact == "100 hires were rated and can be judged; 120 are needed."


def test_an_interviewer_with_seven_hires_has_no_row() -> None:
    seen = found(invented(2, hires=130, share=0.3, interviewers=60))
    assert seen.interviewers["count_hires"].min() >= 8
    assert len(seen.interviewers) < 60


def test_where_no_interviewer_rated_eight_hires_nothing_is_said() -> None:
    company = invented(2, hires=130, share=0.5, interviewers=400, panel=2)
    told = validity(cards_of(company), company.outcomes)
    assert isinstance(told, NotKnown)
    assert "interviewers rated 8 hires or more; 3 are needed" in told.fact


def test_an_interviewer_who_gave_all_the_same_is_counted_and_has_no_correlation() -> None:
    company = invented(4, hires=300, share=0.25, lenient=0.0)
    mine = company.scorecards["interviewer_id"] == "I000"
    flat = company.ratings.assign(score=company.ratings["score"].mask(mine.to_numpy(), 3.0))
    cards = rated(company.scorecards, flat)
    assert isinstance(cards, Rated)
    told = validity(cards.cards.assign(fair_rating=cards.cards["rating"]), company.outcomes)
    assert isinstance(told, Validity)
    assert "I000" not in set(told.interviewers["interviewer_id"])
    assert told.same_rating == 1


def test_all_outcomes_the_same_says_nothing_and_does_not_fail() -> None:
    company = invented(4, hires=200, share=0.25)
    assert isinstance(validity(cards_of(company), company.outcomes.assign(score=0.0)), NotKnown)


def test_case_three_by_hand() -> None:
    # k = 2: (.2 + .5 × .3 × 3) / √((1 + .25 × 3)(1 + .09 × 3)) = .65 / √(1.75 × 1.27).
    assert case_three(0.2, 0.5, 0.3, 2.0) == pytest.approx(0.65 / np.sqrt(1.75 * 1.27))
    assert case_three(0.2, 0.5, 0.3, 1.0) == pytest.approx(0.2)
    assert case_two(0.3, 2.0) == pytest.approx(0.6 / np.sqrt(1.27))


@pytest.mark.parametrize(
    ("n", "low", "high"),
    [(10, -0.45, 0.76), (20, -0.22, 0.62), (50, -0.03, 0.49), (200, 0.12, 0.38)],
)
def test_fishers_interval_of_a_quarter(n: int, low: float, high: float) -> None:
    assert fisher_bounds(0.25, n) == pytest.approx((low, high), abs=0.006)


def test_a_correlation_of_three_pairs_or_of_one_value_is_not_known() -> None:
    assert np.isnan(correlation([1, 2, 3], [1, 2, 3]))
    assert np.isnan(correlation([0.1 + 0.2] * 5, [1, 2, 3, 4, 5]))
    assert np.isnan(fisher_bounds(0.5, 3)[0])
