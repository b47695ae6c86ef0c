"""The pull of the candidate seen just before: by hand, where it was planted, and where nothing pulls."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from benchmarks import pulls
from hiring.statistics.ratings import contrast as statistic
from hiring.statistics.ratings.contrast import Contrast, contrast
from hiring.statistics.ratings.not_known import NotKnown


def cards(rows: list[tuple[str, str, str, float]], role: str = "Inside sales") -> pd.DataFrame:
    """Cards of (interviewer, candidate, when, rating), all of one stage."""
    frame = pd.DataFrame(rows, columns=["interviewer_id", "candidate", "scheduled_for", "fair_rating"])
    frame["scheduled_for"] = pd.to_datetime(frame["scheduled_for"])
    return frame.assign(role_profile=role, stage="first", interview_id=frame.index.astype(str))


#: One person sees four candidates; of each somebody else knows how strong they are.
FOUR = [
    ("A", "C1", "2024-03-04 09:00", 3.0),
    ("A", "C2", "2024-03-05 09:00", 3.0),
    ("A", "C3", "2024-03-06 09:00", 2.0),
    ("A", "C4", "2024-03-07 09:00", 3.0),
    ("W", "C1", "2024-03-01 09:00", 4.0),
    ("X", "C2", "2024-03-01 09:00", 2.0),
    ("Y", "C3", "2024-03-01 09:00", 3.0),
    ("Z", "C4", "2024-03-01 09:00", 3.0),
]


@pytest.fixture
def few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistic, "FEWEST_PAIRS", 1)
    monkeypatch.setattr(statistic, "FEWEST_PEOPLE", 1)


def found(rows: list[tuple[str, str, str, float]]) -> Contrast:
    told = contrast(cards(rows))
    assert isinstance(told, Contrast)
    return told


def test_the_slope_is_that_of_four_candidates_by_hand(few_are_enough: None) -> None:
    # Before: 4, 2, 3 by others; then 1 above, 1 below and as others: a point stronger, a point more.
    told = found(FOUR)
    assert (told.slope, told.count, told.count_interviewers) == (pytest.approx(1.0), 3, 1)


def test_who_was_met_more_than_a_week_before_is_no_candidate_before(few_are_enough: None) -> None:
    later = [(who, one, when.replace("03-07", "03-14"), rating) for who, one, when, rating in FOUR]
    assert found(later).count == 2


def test_a_candidate_nobody_else_rated_stands_between_and_is_not_jumped_over(few_are_enough: None) -> None:
    between = [*FOUR, ("A", "C9", "2024-03-05 12:00", 5.0)]
    assert found(between).count == 2


def test_whoever_rated_both_says_nothing_of_the_one_before(few_are_enough: None) -> None:
    # W is strict on one day and rated C1 and C2 both; V says that C1 is a 4 all the same.
    both = [*FOUR, ("W", "C2", "2024-02-20 10:00", 2.0), ("V", "C1", "2024-03-01 10:00", 4.0)]
    strict = [
        (who, one, when, 2.0 if (who, one) == ("W", "C1") else rating) for who, one, when, rating in both
    ]
    by_all, by_one = found(both), found(strict)
    # Only how strong C1 is could differ, and of C1 only V is asked; levels shift for all alike.
    assert by_all.count == by_one.count == 3
    assert by_one.slope == pytest.approx(by_all.slope)


def test_interviews_without_a_time_of_day_cannot_be_put_in_order() -> None:
    days = cards(FOUR).assign(scheduled_for=pd.Timestamp("2024-03-04"))
    assert contrast(days) is statistic.DAY_ONLY


def test_few_interviews_and_none_say_that_they_are_too_few() -> None:
    assert contrast(cards(FOUR)) is statistic.TOO_FEW
    assert isinstance(contrast(cards(FOUR[:1])), NotKnown)
    assert isinstance(contrast(cards([])), NotKnown)


def test_a_shuffle_moves_candidates_only_within_interviewer_role_and_half_year() -> None:
    made = cards(FOUR).assign(held=lambda frame: frame["scheduled_for"])
    order = statistic._order(made)
    mixed = order.shuffled(np.random.default_rng(1))
    assert sorted(mixed) == list(range(8))
    assert (order.block[mixed] == order.block).all()
    assert (mixed != np.arange(8)).any()


def test_a_planted_pull_lies_outside_what_shuffled_orders_give_and_none_lies_within() -> None:
    none, pulled = (pulls.found(2, 300, size) for size in (0.0, -0.3))
    assert none is not None
    assert pulled is not None
    assert none.low <= none.slope <= none.high
    assert pulled.slope < pulled.low
    assert len(pulled.shuffled) == 400


def test_the_same_interviews_give_the_same_range() -> None:
    first, second = (pulls.found(3, 150, 0.0) for _ in range(2))
    assert first is not None
    assert second is not None
    assert (first.slope, first.low, first.high) == (second.slope, second.low, second.high)
