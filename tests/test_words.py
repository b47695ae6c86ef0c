"""Numbers, dates and ranges read as a person writes them."""

from __future__ import annotations

import math
from datetime import date

import pytest

from hiring import words

THIN = "\u202f"
FIXED = "\u00a0"


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.57, f"57{THIN}%"),
        (0.285, f"29{THIN}%"),
        (0.0, f"0{THIN}%"),
        (1.0, f"100{THIN}%"),
        (1.24, f"124{THIN}%"),
        (-0.03, f"\u22123{THIN}%"),
        (0.001, f"<{THIN}1{THIN}%"),
        (0.999, f">{THIN}99{THIN}%"),
        (math.nan, "not known"),
        (None, "not known"),
    ],
)
def test_a_share_is_written_in_whole_percents(share: float | None, text: str) -> None:
    assert words.percent(share) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [(12408, 0, "12,408"), (0.25, 1, "0.3"), (-0.04, 1, "0.0"), (-1.25, 1, "\u22121.3"), (2.5, 0, "3")],
)
def test_a_number_has_commas_and_a_true_minus(value: float, places: int, text: str) -> None:
    assert words.number(value, places) == text


def test_an_interval_that_leaves_zero_out_is_never_written_as_one_that_touches_it() -> None:
    assert words.off_zero([0.4, 0.1, 0.7])(0.4) == "+0.4"
    assert words.off_zero([0.4, 0.03, 0.7])(0.4) == "+0.40"
    assert words.off_zero([0.4, -0.0004, 0.7])(-0.0004) == "\u22120.0004"
    assert words.off_zero([0.0, 0.2, None, math.nan])(0.2) == "+0.2"
    assert words.off_zero([1e-12])(1e-12) == "0.000000"
    assert [words.fine(value) for value in (0.3, 0.07, 0.004, 0.0004, 0.0)] == [
        "+0.3",
        "+0.07",
        "+0.004",
        "+0.0004",
        "0",
    ]


def test_a_difference_carries_its_sign_and_nothing_carries_none() -> None:
    assert words.signed(0.42) == "+0.4"
    assert words.signed(-0.42) == "\u22120.4"
    assert words.signed(0.01) == "0.0"
    assert words.points(0.061) == "+6 points"
    assert words.points(-0.01) == "\u22121 point"


def test_a_count_carries_its_noun() -> None:
    assert words.counted(86, "hire") == "86 hires"
    assert words.counted(1, "hire") == "1 hire"
    assert words.counted(2, "person", "people") == "2 people"
    assert words.counted(None, "hire") == "not known"
    assert words.days(73.6) == "74 days"
    assert words.short_days(74) == f"74{FIXED}d"
    assert words.months(1) == "1 month"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (1_240_000, "1.2M"),
        (12_400_000, "12M"),
        (2_000_000, "2M"),
        (340_000, "340k"),
        (9_960, "10k"),
        (999_999, "1M"),
        (812, "812"),
        (-5_400, "\u22125.4k"),
        (0, "0"),
    ],
)
def test_money_is_written_in_thousands_and_millions(amount: float, text: str) -> None:
    assert words.money(amount) == text
    assert words.money(amount, "EUR") == f"EUR{FIXED}{text}"


def test_a_date_does_not_break_over_a_line() -> None:
    assert words.day(date(2026, 10, 9)) == f"9{FIXED}Oct{FIXED}2026"
    assert words.day(date(2026, 10, 9), year=False) == f"9{FIXED}Oct"
    assert words.month(date(2026, 1, 1)) == f"Jan{FIXED}2026"


def test_a_range_names_its_unit_once() -> None:
    assert words.span(0.46, 0.67) == f"46\u201367{THIN}%"
    assert words.span(1, 83, words.days) == "1\u201383 days"
    assert words.span(-0.03, 0.12, words.points) == "\u22123 to +12 points"
    assert (
        words.span(340_000, 1_200_000, lambda value: words.money(value, "EUR")) == f"EUR{FIXED}340k\u20131.2M"
    )
    assert words.span(0.001, 0.05) == f"<{THIN}1 to 5{THIN}%"
    assert words.span(math.nan, 1) == "not known"


def test_an_interval_is_said_in_words() -> None:
    assert words.likely(0.46, 0.67) == f"likely 46 to 67{THIN}%"
    assert words.likely(4, 20, words.days) == "likely 4 to 20 days"
    assert words.likely(None, 20, words.days) == "not known"


def test_a_cell_holds_the_estimate_and_its_interval() -> None:
    assert words.with_interval(0.57, 0.46, 0.67) == f"57{THIN}% (46\u201367)"
    assert words.with_interval(0.4, 0.1, 0.7, words.signed) == "+0.4 (+0.1 to +0.7)"
    assert words.with_interval(-0.1, -0.4, 0.2, words.signed) == "\u22120.1 (\u22120.4 to +0.2)"
    assert words.with_interval(74, 66, 83, words.short_days) == f"74{FIXED}d (66\u201383)"
    assert words.with_interval(math.nan, 0, 1) == "not known"
    assert words.with_interval(0.5, math.nan, 1) == f"50{THIN}%"
    assert words.with_interval(1.2e6, 3.4e5, 2e6, words.money) == "1.2M (340k\u20132M)"
