"""Labels: what each needs, that a Clear one excludes zero, what caps it."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from hiring.statistics.evidence.claims import (
    Cap,
    capped,
    checked,
    claims,
    combined,
    labels,
    ranked,
    stands_without_best_hire,
)
from hiring.statistics.evidence.designs import Members
from hiring.statistics.evidence.fits import Kind, fitted_mains, fitted_whole
from hiring.statistics.evidence.luck import Combinations
from hiring.statistics.mixed_model import Block, fit_at
from hiring.statistics.mixed_model.posterior import moments
from hiring.statistics.verdicts import Label

SURE = Combinations(4.0, 0.01, 0.01, 10)
BY_LUCK = Combinations(2.0, 0.40, 0.40, 10)


def posterior(probability: float, low: float = -0.1, high: float = 0.5) -> SimpleNamespace:
    chance = np.array([probability])
    return SimpleNamespace(
        false_sign_rate=np.minimum(chance, 1 - chance), low=np.array([low]), high=np.array([high])
    )


@pytest.mark.parametrize(
    ("probability", "low", "high", "reliability", "label"),
    [
        (0.976, 0.01, 0.5, 0.5, Label.CLEAR),
        (0.024, -0.5, -0.01, 0.5, Label.CLEAR),
        (0.976, -0.001, 0.5, 0.5, Label.LEANING),
        (0.95, -0.1, 0.5, 0.5, Label.LEANING),
        (0.09, -0.5, 0.1, 0.5, Label.LEANING),
        (0.80, -0.1, 0.5, 0.5, Label.CANNOT_TELL),
        (0.80, -0.1, 0.5, 0.29, Label.TOO_FEW),
        (0.99, 0.1, 0.5, 0.29, Label.TOO_FEW),
    ],
)
def test_the_label_follows_from_sign_interval_and_reliability(
    probability: float, low: float, high: float, reliability: float, label: Label
) -> None:
    seen = np.array([reliability])
    assert labels(posterior(probability, low, high), seen, np.array([24]), seen) == [label.value]  # type: ignore[arg-type]


def test_of_many_hires_with_nobody_to_compare_them_with_it_is_no_comparison() -> None:
    for count, label in ((24, "Too few hires"), (25, "No comparison"), (49, "No comparison")):
        seen = np.array([0.2])
        assert labels(posterior(0.99, 0.1), seen, np.array([count]), seen) == [label]  # type: ignore[arg-type]


def test_many_hires_of_panels_with_missing_seats_lack_hires_and_not_somebody_to_compare_with() -> None:
    seen, counts = np.array([0.2, 0.2]), np.array([49, 49])
    if_recorded = np.array([0.4, 0.29])
    sure = SimpleNamespace(false_sign_rate=seen / 20, low=seen, high=2 * seen)
    assert labels(sure, seen, counts, if_recorded) == [Label.TOO_FEW, Label.NO_COMPARISON]  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", [Kind.INTERVIEWERS, Kind.TOTALS, Kind.SOURCES])
def test_clear_and_an_interval_without_zero_are_the_same_thing(design, kind: Kind, seed: int) -> None:
    made = design(count=400, spread=0.5, source_spread=0.4, panel=2, seed=seed)
    members = {
        Kind.INTERVIEWERS: made.interviewers,
        Kind.TOTALS: made.pairs,
        Kind.SOURCES: made.sources,
    }[kind]
    found = claims(fitted_whole(made), kind, members)
    told = found[found["label"] != Label.TOO_FEW]
    excludes = (told["low"] > 0) | (told["high"] < 0)
    assert (excludes == (told["label"] == Label.CLEAR)).all()
    assert len(told) > 0


def test_interviewers_are_told_from_eight_hires_and_pairs_from_five(design) -> None:
    made = design(count=150, panel=2, seed=1)
    fitted = fitted_whole(made)
    assert claims(fitted, Kind.INTERVIEWERS, made.interviewers)["n"].min() >= 8
    assert claims(fitted, Kind.TOTALS, made.pairs)["n"].min() == 5
    assert made.interviewers.counts.min() < 8


def test_a_raw_mean_is_the_plain_mean_of_their_hires(design) -> None:
    made = design(count=150, seed=1)
    row = claims(fitted_mains(made), Kind.INTERVIEWERS, made.interviewers).iloc[0]
    mine = made.interviewers.design[:, [row["place"]]].toarray().ravel() > 0
    assert row["raw_mean"] == pytest.approx(made.score[mine].mean())
    assert row["n"] == mine.sum()


def frame(*rows: dict[str, object]) -> pd.DataFrame:
    plain = {
        "id": "A", "n": 20, "estimate": 0.4, "low": 0.1, "high": 0.7, "probability": 0.99,
        "label": Label.CLEAR.value, "capped_by": "",
    }  # fmt: skip
    return pd.DataFrame([{**plain, **row} for row in rows])


def test_only_what_is_clear_can_be_capped_and_the_first_reason_stays() -> None:
    made = capped(frame({}, {"label": Label.LEANING.value}), [True, True], Cap.TERRITORIES)
    assert made["label"].tolist() == ["Leaning", "Leaning"]
    assert made["capped_by"].tolist() == ["unequal territories", ""]
    assert capped(made, [True, True], Cap.ONE_HIRE)["capped_by"].tolist() == ["unequal territories", ""]


def total(name: str, **others: object) -> dict[str, object]:
    return {"id": name, **others}


def test_a_pair_is_more_than_the_sum_only_where_total_and_synergy_are_clear_and_luck_rare() -> None:
    totals = frame(total("A"), total("B"), total("C", label="Leaning"), total("D", estimate=-0.4))
    adds = frame(total("A"), total("B", label="Can't tell"), total("C"), total("D"))
    sure = combined(totals, adds, SURE, may=True)
    assert sure["combination"].tolist() == [
        "More than the sum",
        "Good together because each is good",
        "",
        "",
    ]
    luck = combined(totals, adds, BY_LUCK, may=True)
    assert set(luck["combination"]) == {"Good together because each is good", ""}
    assert set(combined(totals, adds, SURE, may=False)["combination"]) == {""}
    assert sure["synergy"].tolist() == [0.4] * 4


def test_the_highest_comes_first_and_too_few_last() -> None:
    made = ranked(
        frame(
            total("A", estimate=0.1),
            total("B", estimate=0.9, label="Too few hires"),
            total("C", estimate=0.3),
        )
    )
    assert made["id"].tolist() == ["C", "A", "B"]


def test_leaving_a_hire_out_is_fitting_without_it(design) -> None:
    made = design(count=150, spread=0.5, seed=2)
    fitted = fitted_mains(made)
    at = fitted.worth_knowing(Kind.INTERVIEWERS)
    place = int(np.argmax(made.interviewers.counts))
    weights = fitted.weights(Kind.INTERVIEWERS)[[place]]
    from hiring.statistics.evidence.claims import _without

    other = int(np.argsort(made.interviewers.counts)[-2])
    both = fitted.weights(Kind.INTERVIEWERS)[[other, place]]
    (_, mean), (_, sd) = _without(at, both, np.array([3, 7]))
    rows = np.delete(np.arange(150), 7)
    blocks = [
        Block("interviewer", made.interviewers.labels, made.interviewers.design[rows]),
        Block("source", made.sources.labels, made.sources.design[rows]),
    ]
    ratios = dict(zip(("interviewer", "source"), at.ratios.tolist(), strict=True))
    again = fit_at(made.score[rows], made.fixed[rows], blocks, ratios)
    found = moments(again.solution, weights)
    assert mean == pytest.approx(float(found.mean[0]), abs=1e-9)
    scale = at.residual_variance / again.residual_variance
    assert sd**2 == pytest.approx(float(found.variance[0]) * scale, rel=1e-9)


def test_a_claim_that_rests_on_one_hire_does_not_stand_and_one_that_all_share_does() -> None:
    """Ten hires of G0 are average but for one that is far out; ten of G1 are all a little better."""
    score = np.concatenate([[4.0], np.zeros(9), np.full(10, 0.6), np.zeros(60)])
    score += np.random.default_rng(1).normal(0, 0.3, 80)
    design = np.zeros((80, 2))
    design[:10, 0], design[10:20, 1] = 1, 1
    members = Members(("G0", "G1"), sparse.csc_array(design))
    block = Block("interviewer", members.labels, members.design)
    at = fit_at(score, np.ones((80, 1)), [block], {"interviewer": 0.2}).solution
    fitted = SimpleNamespace(
        worth_knowing=lambda _: at, weights=lambda _: sparse.csr_array(np.eye(2)), hidden=lambda _: 0.0
    )
    stands = stands_without_best_hire(
        fitted,  # type: ignore[arg-type]
        Kind.INTERVIEWERS,
        members,
        np.array([0, 1]),
        np.array([1.0, 1.0]),
    )
    assert stands.tolist() == [False, True]


def test_a_claim_that_goes_with_the_other_way_of_counting_is_capped(design) -> None:
    made = design(count=600, interviewers=36, spread=1.0, panel=2, seed=1)
    fitted = fitted_whole(made)
    before = claims(fitted, Kind.INTERVIEWERS, made.interviewers)
    shuffled = made.hires.assign(score=np.random.default_rng(2).permutation(made.hires["score"]))
    other = fitted_whole(type(made)(**{**vars(made), "hires": shuffled}))
    after = checked(before, fitted, other, Kind.INTERVIEWERS, made.interviewers, company=Cap.NONE)
    was = before["label"] == Label.CLEAR
    assert was.sum() >= 3
    assert (after.loc[was, "capped_by"] == Cap.OTHER_OUTCOME).mean() > 0.6
    same = checked(before, fitted, fitted, Kind.INTERVIEWERS, made.interviewers, company=Cap.NONE)
    assert same["label"].tolist() == before["label"].tolist()
