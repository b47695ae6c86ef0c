"""The five numbers of the decision page: each of the quarter and of the same quarter a year before, with n and range.

Whether a number changed is judged once, over all of them together, against luck; no other sentence says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.access.periods import months_later
from hiring.config import SMALLEST_GROUP
from hiring.findings.numbers import Number
from hiring.findings.overview.recent import FIRST_YEAR_DAYS
from hiring.findings.review.quarter import Quarter
from hiring.statistics import rates
from hiring.statistics.rates import Difference, Interval
from hiring.statistics.verdicts import DAYS, POINTS, UNTOLD, Comparison, Label, Unit, judge_together

NO_CHANGE = "no reliable change"
FIRST_YEAR = 12  # months


@dataclass(frozen=True)
class Asked:
    """The answers the five numbers are made of, over all days.

    `outcomes`: `overview/outcomes_by_hire` with the company's window; `offers`: `shared/offers_by_role_and_month`;
    `openings`: `review/openings`; `final_stage`: `review/final_stage`. `loaded`: the tables that were read.
    """

    outcomes: pd.DataFrame
    offers: pd.DataFrame
    openings: pd.DataFrame
    final_stage: pd.DataFrame
    loaded: frozenset[str]


@dataclass(frozen=True)
class Five:
    """The numbers in reading order, and of each that changed by more than luck a sentence."""

    numbers: tuple[Number, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True)
class _Measure:
    """A number of the quarter and of the quarter a year before; `whose` follows its n, `ways`: (higher, lower)."""

    card: str
    label: str
    needs: str  # the table without which it is not known
    noun: str
    whose: str
    now: Interval
    before: Interval
    difference: Difference | None
    unit: Unit = POINTS
    ways: tuple[str, str] = ("higher", "lower")
    show: Callable[[float], str] = words.percent


def five(asked: Asked, quarter: Quarter, window: int) -> Five:
    """Hire quality, offer acceptance, time to fill, first-year attrition, and what is open on the quarter's last day."""
    measures = (
        _quality(asked, quarter, window),
        _accepted(asked, quarter),
        _filled(asked, quarter),
        _left(asked, quarter),
    )
    compared = [one for one in measures if one.needs in asked.loaded and one.difference is not None]
    labels = {one.card: found for one, found in zip(compared, _labels(compared), strict=True)}
    told = [_number(one, asked.loaded, labels.get(one.card)) for one in measures]
    changed = tuple(
        _change(one, labels[one.card], quarter) for one in compared if labels[one.card] is not None
    )
    return Five((*told, _open(asked, quarter)), changed)


def _labels(compared: list[_Measure]) -> list[Label | None]:
    """How sure each change is among all of them; None where there is none to tell."""
    found = judge_together(
        [
            Comparison(one.label, "the quarter", "the year before", one.difference, one.unit, noun=one.noun)
            for one in compared
            if one.difference is not None
        ]
    )
    labels = [one.verdict.label for one in found]
    return [None if label in UNTOLD or label == Label.CANNOT_TELL else label for label in labels]


def _way(one: _Measure) -> str:
    return one.ways[0] if one.difference is not None and one.difference.estimate > 0 else one.ways[1]


def _number(one: _Measure, loaded: frozenset[str], label: Label | None) -> Number:
    if one.needs not in loaded:
        return Number(one.card, words.DASH, f"needs {one.needs}.csv, which is not loaded", one.label)
    n = words.counted(one.now.n, one.noun)
    if one.now.n < SMALLEST_GROUP:
        return Number(one.card, words.DASH, f"{n} {one.whose}: too few to tell", one.label)
    sure = f"{_way(one)} than a year before, {label.value.lower()}" if label else NO_CHANGE
    before = f"a year before {one.show(one.before.estimate)} of {words.number(one.before.n)}: {sure}"
    if one.before.n < SMALLEST_GROUP:
        before = "too few a year before to compare"
    span = words.span(one.now.low, one.now.high, one.show)
    return Number(one.card, one.show(one.now.estimate), f"{span} · {n} {one.whose}; {before}", one.label)


def _change(one: _Measure, label: Label | None, quarter: Quarter) -> str:
    """ "Met the bar: 58 % of 26 in 2026 Q3, 35 % of 31 a year before (clear)." """
    sure = "" if label is None else label.value.lower()
    now, before = one.show(one.now.estimate), one.show(one.before.estimate)
    return (
        f"{one.label}: {now} of {words.number(one.now.n)} in {quarter.named}, {before} of "
        f"{words.number(one.before.n)} a year before ({sure})."
    )


def _first_years(asked: Asked, quarter: Quarter, months: int) -> pd.DataFrame:
    """Hires whose so many months since the start in Sales ended in the quarter."""
    first, last = (pd.Timestamp(months_later(day, -months)) for day in (quarter.first, quarter.last))
    return asked.outcomes[asked.outcomes["sales_start_on"].between(first, last)]


def _shares(
    counts: Callable[[Quarter], tuple[int, int]], quarter: Quarter
) -> tuple[Interval, Interval, Difference | None]:
    now, before = counts(quarter), counts(quarter.year_before)
    apart = rates.difference(*now, *before) if now[1] and before[1] else None
    return rates.wilson(*now), rates.wilson(*before), apart


def _quality(asked: Asked, quarter: Quarter, window: int) -> _Measure:
    def counts(of: Quarter) -> tuple[int, int]:
        hires = _first_years(asked, of, window)
        judged = hires[hires["is_counted"].astype(bool) & hires["met_bar"].notna()]
        return int(judged["met_bar"].astype(bool).sum()), len(judged)

    whose = f"whose month {window} ended in it"
    return _Measure("met_bar", "Met the bar", "quotas", "hire", whose, *_shares(counts, quarter))


def _left(asked: Asked, quarter: Quarter) -> _Measure:
    def counts(of: Quarter) -> tuple[int, int]:
        hires = _first_years(asked, of, FIRST_YEAR)
        left = hires["has_left"].astype(bool) & (hires["days_to_exit"] < FIRST_YEAR_DAYS)
        return int(left.sum()), len(hires)

    whose = "whose first year ended in it"
    return _Measure(
        "first_year_attrition",
        "Left in year one",
        "employees",
        "hire",
        whose,
        *_shares(counts, quarter),
    )


def _accepted(asked: Asked, quarter: Quarter) -> _Measure:
    def counts(of: Quarter) -> tuple[int, int]:
        offers = asked.offers[of.holds(asked.offers["offer_month"])]
        return int(offers["count_accepted"].sum()), int(offers["count_decided"].sum())

    whose = "made in it and answered"
    return _Measure(
        "offer_acceptance",
        "Offers accepted",
        "applications",
        "offer",
        whose,
        *_shares(counts, quarter),
    )


def _filled(asked: Asked, quarter: Quarter) -> _Measure:
    def days(of: Quarter) -> pd.Series:
        filled = asked.openings[of.holds(asked.openings["filled_on"])]
        return (filled["filled_on"] - filled["opened_on"]).dt.days

    now, before = days(quarter), days(quarter.year_before)
    return _Measure(
        "time_to_fill",
        "Days to fill, median",
        "requisitions",
        "opening",
        "filled in it",
        rates.median_interval(now),
        rates.median_interval(before),
        rates.difference_of_medians(now, before) if len(now) and len(before) else None,
        DAYS,
        show=words.number,
    )


def _open(asked: Asked, quarter: Quarter) -> Number:
    """Openings, and candidates in the final stage, on the quarter's last day: counts, of which nothing is judged."""
    if "requisitions" not in asked.loaded:
        return Number("open_now", words.DASH, "needs requisitions.csv, which is not loaded", "Openings")
    final = asked.final_stage[~asked.final_stage["is_end_unknown"].astype(bool)]
    now, before = (_standing(asked.openings, "opened_on", of) for of in (quarter, quarter.year_before))
    candidates, then = (_standing(final, "entered_on", of) for of in (quarter, quarter.year_before))
    told = (
        f"; {words.counted(candidates, 'candidate')} in the final stage, {words.number(then)} a year before"
        if "applications" in asked.loaded
        else ""
    )
    return Number(
        "open_now",
        words.number(now),
        f"on {words.day(quarter.last)}; {words.number(before)} a year before{told}",
        "Openings",
    )


def _standing(rows: pd.DataFrame, begun: str, of: Quarter) -> int:
    last = pd.Timestamp(of.last)
    return int(((rows[begun] <= last) & ~(rows["ended_on"] <= last)).sum())
