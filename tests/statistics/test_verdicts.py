"""Labels: what each needs, that they agree with intervals, how often they are wrong when nothing is true."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hiring.statistics.rates import Difference, difference
from hiring.statistics.verdicts import (
    DAYS,
    MONTHS,
    POINTS,
    SMALLEST_JUDGED,
    Comparison,
    Direction,
    Label,
    judge,
    judge_answer,
    judge_together,
    most_telling,
)


@cache
def shares(*counts: int) -> Difference:
    return difference(*counts)


def sure_of(probability: float, n: int = 100) -> Difference:
    """A difference that is above zero with that probability, its interval in agreement."""
    estimate = probability - 0.5
    low = 0.01 if probability > 0.975 else -0.5
    high = -0.01 if probability < 0.025 else 0.5
    return Difference(0.5 + estimate, 0.5, estimate, low, high, probability, n, n)


def named(found: Difference, name: str = "met the bar") -> Comparison:
    return Comparison(name, "recent hires", "earlier hires", found)


@pytest.mark.parametrize(
    ("probability", "label", "direction"),
    [
        (0.9996, Label.CLEAR, Direction.HIGHER),
        (0.0004, Label.CLEAR, Direction.LOWER),
        (0.9994, Label.LEANING, Direction.HIGHER),
        (0.95, Label.LEANING, Direction.HIGHER),
        (0.9, Label.LEANING, Direction.HIGHER),
        (0.07, Label.LEANING, Direction.LOWER),
        (0.89, Label.CANNOT_TELL, Direction.NONE),
        (0.5, Label.CANNOT_TELL, Direction.NONE),
    ],
)
def test_the_label_follows_from_how_sure_the_sign_is(
    probability: float, label: Label, direction: Direction
) -> None:
    verdict = judge(sure_of(probability))
    assert (verdict.label, verdict.direction) == (label, direction)


def test_the_labels_are_spelled_as_everyone_reads_them() -> None:
    assert [str(label) for label in Label] == [
        "Clear",
        "Leaning",
        "Can't tell",
        "Too few hires",
        "No comparison",
    ]


def test_a_sure_sign_with_zero_in_its_interval_is_not_clear() -> None:
    assert judge(Difference(0.6, 0.5, 0.1, -0.01, 0.2, 0.98, 50, 50)).label == Label.LEANING


def test_nine_hires_on_either_side_are_too_few_whatever_they_did() -> None:
    for counts in ((9, 9, 0, 100), (100, 100, 0, 9)):
        verdict = judge(difference(*counts))
        assert (verdict.label, verdict.direction, verdict.n_needed) == (Label.TOO_FEW, Direction.NONE, 1)
    assert judge(difference(10, 10, 0, 100)).label == Label.CLEAR
    assert judge(difference(0, 0, 0, 0)).n_needed == SMALLEST_JUDGED


def test_what_nobody_has_been_followed_to_is_too_few() -> None:
    unknown = Difference(math.nan, 0.5, math.nan, -1, 1, 0.5, 40, 40)
    assert (judge(unknown).label, judge(unknown).n_needed) == (Label.TOO_FEW, 0)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(some.integers(10, 80), some.integers(10, 80), some.data())
def test_clear_is_never_said_of_an_interval_that_holds_zero_and_what_falls_short_says_so(
    n_one: int, n_two: int, data: some.DataObject
) -> None:
    counts = (data.draw(some.integers(0, n_one)), n_one, data.draw(some.integers(0, n_two)), n_two)
    verdict = judge(difference(*counts))
    is_off_zero = verdict.low > 0 or verdict.high < 0
    assert (verdict.label == Label.CLEAR or verdict.capped_by == 1) == is_off_zero
    assert (verdict.direction == Direction.HIGHER) == (
        verdict.label in (Label.CLEAR, Label.LEANING) and verdict.estimate > 0
    )


def fair_but_clear(n_one: int, n_two: int, share: float) -> float:
    """How often two groups with the same true share come out apart: exact, over all that may happen."""

    def chances(n: int) -> list[tuple[int, float]]:
        every = [(k, math.comb(n, k) * share**k * (1 - share) ** (n - k)) for k in range(n + 1)]
        return [(k, chance) for k, chance in every if chance > 1e-4]

    apart = 0.0
    for one, chance_one in chances(n_one):
        for two, chance_two in chances(n_two):
            found = shares(one, n_one, two, n_two)
            apart += chance_one * chance_two * (found.low > 0 or found.high < 0)
    return apart


def test_from_ten_a_side_a_fair_comparison_is_clear_about_one_time_in_twenty() -> None:
    sizes = [(10, 10), (10, 11), (10, 40), (13, 13), (10, 200), (25, 25), (15, 30), (40, 120)]
    rates = [fair_but_clear(*pair, share) for pair in sizes for share in (0.1, 0.25, 0.4, 0.5)]
    assert max(rates) < 0.08
    assert np.mean(rates) < 0.05


def test_six_against_seven_would_claim_twice_as_often_as_it_should() -> None:
    assert fair_but_clear(6, 7, 0.5) > 0.09
    assert judge(shares(6, 6, 0, 7)).label == Label.TOO_FEW


def test_one_of_many_must_be_surer_and_says_why_it_was_capped() -> None:
    alone = sure_of(0.9998)
    (only,) = judge_together([named(alone)])
    assert (only.verdict.label, only.verdict.capped_by) == (Label.CLEAR, 0)
    among = judge_together([named(alone)] + [named(sure_of(0.6))] * 5)
    assert (among[0].verdict.label, among[0].verdict.capped_by) == (Label.LEANING, 6)
    assert among[0].verdict.direction == Direction.HIGHER
    assert (among[0].verdict.low, among[0].verdict.high) == (alone.low, alone.high)
    surer = judge_together([named(sure_of(0.99995))] + [named(sure_of(0.6))] * 5)
    assert surer[0].verdict.label == Label.CLEAR


def test_a_leaning_that_is_one_of_many_is_no_longer_told() -> None:
    (first, *_) = judge_together([named(sure_of(0.93))] * 4)
    assert (first.verdict.label, first.verdict.direction) == (Label.CANNOT_TELL, Direction.NONE)


def test_holms_steps_are_the_textbook_ones() -> None:
    def labels(*two_sided: float) -> list[Label]:
        return [f.verdict.label for f in judge_together([named(sure_of(1 - p / 2)) for p in two_sided])]

    # adjusted, in ten thousandths: 6 12 12 4
    assert labels(0.0002, 0.0008, 0.0006, 0.0001) == [Label.CLEAR, Label.LEANING, Label.LEANING, Label.CLEAR]
    # adjusted, in ten thousandths: 8 7.2 8; three times each would leave one
    assert labels(0.0004, 0.00024, 0.0006) == [Label.CLEAR] * 3


def test_the_answer_of_a_page_may_be_less_sure_than_one_of_its_many_sets() -> None:
    found = sure_of(1 - 0.0045 / 2)
    assert (judge_answer(found).label, judge_answer(found).capped_by) == (Label.CLEAR, 0)
    assert (judge(found).label, judge(found).capped_by) == (Label.LEANING, 1)
    assert judge_answer(sure_of(1 - 0.0055 / 2)).label == Label.LEANING


def test_groups_too_small_to_judge_cost_the_others_nothing() -> None:
    found = judge_together([named(sure_of(0.9998))] + [named(sure_of(0.5, n=6))] * 20)
    assert [f.verdict.label for f in found] == [Label.CLEAR] + [Label.TOO_FEW] * 20


def test_the_most_telling_come_clear_first_then_surest_and_no_more_than_asked() -> None:
    chances = {"a": 0.6, "b": 0.99, "c": 0.00001, "d": 0.9999, "e": 0.5, "f": 0.988}
    comparisons = [named(sure_of(chance), name) for name, chance in chances.items()]
    found = most_telling(comparisons, at_most=3)
    assert [f.comparison.outcome for f in found] == ["c", "d", "b"]
    assert [f.verdict.label for f in found] == [Label.CLEAR, Label.CLEAR, Label.LEANING]
    assert len(most_telling(comparisons, at_most=1)) == 1


def test_nothing_to_tell_is_an_empty_answer() -> None:
    assert most_telling([]) == ()
    assert most_telling([named(sure_of(0.7)), named(sure_of(0.4))]) == ()


def company(rng: np.random.Generator, gaps: list[float]) -> list[Comparison]:
    """Four measures of the same hires, so that they hang together, in three roles; recent ones shifted."""
    compared = []
    for role in range(3):
        sizes = (int(rng.integers(15, 50)), int(rng.integers(40, 120)))
        person = [rng.normal(size=n) for n in sizes]
        for measure in range(4):
            gap = gaps[role * 4 + measure]
            met = [
                int(np.sum(0.6 * p + 0.8 * rng.normal(size=p.size) + g > 0))
                for p, g in zip(person, (gap, 0.0), strict=True)
            ]
            compared.append(named(shares(met[0], sizes[0], met[1], sizes[1]), f"{role} {measure} {gap}"))
    return compared


def test_with_nothing_true_hardly_a_company_gets_a_false_clear_of_one_set() -> None:
    rng, companies, alone, told = np.random.default_rng(21), 600, 0, 0
    for _ in range(companies):
        comparisons = company(rng, [0.0] * 12)
        alone += any(c.difference.low > 0 or c.difference.high < 0 for c in comparisons)
        told += any(f.verdict.label == Label.CLEAR for f in most_telling(comparisons))
    assert alone / companies > 0.25  # what it would be without the correction
    assert told / companies <= 0.005


def test_with_some_things_true_the_others_still_get_no_false_clear() -> None:
    rng, companies, wrong, found = np.random.default_rng(22), 300, 0, 0
    for _ in range(companies):
        clear = [
            f.comparison.outcome
            for f in judge_together(company(rng, [2.0] * 4 + [0.0] * 8))
            if f.verdict.label == Label.CLEAR
        ]
        wrong += any(name.endswith(" 0.0") for name in clear)
        found += any(name.endswith(" 2.0") for name in clear)
    assert wrong / companies <= 0.005
    assert found / companies > 0.9


def test_units_write_differences_and_levels_in_their_own_words() -> None:
    assert (POINTS.amount(-0.137), POINTS.level(0.57)) == ("14", "57\u202f%")
    assert (DAYS.amount(12.4), DAYS.level(182.2), DAYS.level(1)) == ("12", "182 days", "1 day")
    assert (MONTHS.level(4.21), MONTHS.level(-0.51)) == ("4.2 months", "\u22120.5 months")
