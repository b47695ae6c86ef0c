"""The five numbers of the decision page: each of the quarter and of the same quarter a year before, with n and range.

Whether a number changed is judged once, over all of them together, against luck; no other sentence says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.numbers import Number
from hiring.findings.review.measures import Asked, Measure, accepted, filled, left, quality
from hiring.findings.review.pack import SHARE, WOULD_BE, Digits
from hiring.findings.review.quarter import FourQuarters, Quarter
from hiring.statistics.rates import Z_95
from hiring.statistics.verdicts import (
    BY_LUCK_IN_A_SET,
    DAYS,
    POINTS,
    SMALLEST_JUDGED,
    Comparison,
    Label,
    judge_together,
)

NO_CHANGE, TOO_FEW = "no reliable change", "too few to tell a change"


SHOWS = 0.10  # a change of the quality of hires that must be told where it is said that nothing changed


@dataclass(frozen=True)
class Five:
    """The numbers in reading order, and of each that changed by more than luck a sentence.

    `unchanged`: who met the bar, for where nothing changed, and whether a change could be told; "" where it is not
    known. Where it is of four quarters, `counts` says on how many that rests, and that one quarter is too few.
    """

    numbers: tuple[Number, ...]
    changed: tuple[str, ...]
    digits: tuple[Digits, ...] = ()
    unchanged: str = ""
    counts: str = ""


def five(asked: Asked, quarter: Quarter) -> Five:
    """Hire quality, offer acceptance, time to fill, first-year attrition, what is open on the quarter's last day."""
    measures = [measure(asked, quarter) for measure in (quality, accepted, filled, left)]
    compared = [one for one in measures if one.needs in asked.loaded and one.difference is not None]
    changed = [one for one, has in zip(compared, _changes(compared), strict=True) if has]
    told = [
        _number(one, asked.loaded, has_changed=one in changed, least=_least(one, len(compared)))
        for one in measures
    ]
    open_now, counts = _open(asked, quarter)
    digits = (*(_digits(one, asked.loaded) for one in measures), counts)
    unchanged = _unchanged(measures[0], asked.loaded, len(compared), quarter)
    by_year = _four_quarters(asked, quarter) if unchanged.endswith(TOO_FEW) else ("", "")
    changes = tuple(_change(one, quarter) for one in changed)
    return Five((*told, open_now), changes, digits, by_year[0] or unchanged, by_year[1])


def _four_quarters(asked: Asked, quarter: Quarter) -> tuple[str, str]:
    """Who met the bar in the last four quarters beside the four before, as counts, of which nothing is judged."""
    one = quality(asked, FourQuarters(quarter.period, quarter.is_fiscal))
    if min(one.now.n, one.before.n) < SMALLEST_JUDGED:
        return "", ""
    now, then = (one.show(part.estimate) for part in (one.now, one.before))
    ranges = [
        f"{words.counted(part.n, one.noun)}, {words.likely(part.low, part.high)}"
        for part in (one.now, one.before)
    ]
    return (
        f"In the four quarters to {quarter.named} {now} of hires met the bar, {then} in the four before",
        f"Of {ranges[0]}, and of {ranges[1]}; one quarter alone is too few to tell a change.",
    )


def _digits(one: Measure, loaded: frozenset[str]) -> Digits:
    """As many as are told: of too few their count alone."""
    unit = SHARE if one.unit == POINTS else one.unit.name
    if one.needs not in loaded:
        return Digits(unit)
    is_told = one.now.n >= SMALLEST_GROUP
    value, low, high = (one.now.estimate, one.now.low, one.now.high) if is_told else (None, None, None)
    before = one.before.estimate if one.before.n >= SMALLEST_GROUP else None
    return Digits(unit, value, low, high, one.now.n, before, one.before.n)


def _changes(compared: list[Measure]) -> list[bool]:
    """Which of them clearly changed, judged together: what leans would be told of one quarter in six by luck alone."""
    found = judge_together(
        [
            Comparison(one.label, "the quarter", "the year before", one.difference, one.unit, noun=one.noun)
            for one in compared
            if one.difference is not None
        ]
    )
    return [one.verdict.label == Label.CLEAR for one in found]


def _reach(one: Measure, looked_at: int) -> float:
    """From where on a change of this number could be told, of so many looked at; not a number where none could."""
    apart = one.difference
    if apart is None or not math.isfinite(apart.high - apart.low):
        return math.nan
    reach = NormalDist().inv_cdf(1 - BY_LUCK_IN_A_SET / (2 * max(looked_at, 1)))
    return reach * (apart.high - apart.low) / (2 * Z_95)


def _least(one: Measure, looked_at: int) -> str:
    """The same in words: "49 points"; "" where none could."""
    least = _reach(one, looked_at)
    return f"{words.number(one.unit.scale * least)} {one.unit.name}" if math.isfinite(least) else ""


def _unchanged(one: Measure, loaded: frozenset[str], looked_at: int, quarter: Quarter) -> str:
    """Who met the bar, beside a year before; that nothing changed by more than luck only where a change would show."""
    if one.needs not in loaded or one.now.n < SMALLEST_GROUP:
        return ""
    said = f"In {quarter.named} {one.show(one.now.estimate)} of hires met the bar"
    if one.before.n < SMALLEST_GROUP:
        return f"{said}; too few a year before to compare"
    if _reach(one, looked_at) <= SHOWS:
        return f"{said}; no number changed by more than luck"
    return f"{said}, {one.show(one.before.estimate)} a year before: {TOO_FEW}"


def _way(one: Measure) -> str:
    return one.ways[0] if one.difference is not None and one.difference.estimate > 0 else one.ways[1]


def _number(one: Measure, loaded: frozenset[str], *, has_changed: bool, least: str) -> Number:
    if one.needs not in loaded:
        return Number(one.card, words.DASH, f"needs {one.needs}.csv, which is not loaded", one.label)
    n = words.counted(one.now.n, one.noun)
    if one.now.n < SMALLEST_GROUP:
        return Number(one.card, words.DASH, f"{n} {one.whose}: too few to tell", one.label)
    sure = f"{_way(one)} than a year before, clear" if has_changed else NO_CHANGE
    if least and not has_changed:
        sure += f" ({least}{WOULD_BE}"
    unit = f" {DAYS.name}" if one.unit == DAYS else ""
    then = f"{one.show(one.before.estimate)}{unit}, {words.counted(one.before.n, one.noun)}"
    before = f"a year before {then}: {sure}"
    if one.before.n < SMALLEST_GROUP:
        before = "too few a year before to compare"
    span = words.span(one.now.low, one.now.high, one.show)
    return Number(one.card, one.show(one.now.estimate), f"{span} · {n} {one.whose}; {before}", one.label)


def _change(one: Measure, quarter: Quarter) -> str:
    """ "Met the bar: 58 % of 260 in 2026 Q3, 35 % of 310 a year before (clear)." """
    now, before = one.show(one.now.estimate), one.show(one.before.estimate)
    return (
        f"{one.label}: {now} of {words.number(one.now.n)} in {quarter.named}, {before} of "
        f"{words.number(one.before.n)} a year before (clear)."
    )


def _open(asked: Asked, quarter: Quarter) -> tuple[Number, Digits]:
    """Openings, and candidates in the final stage, on the quarter's last day: counts, of which nothing is judged."""
    if "requisitions" not in asked.loaded:
        missing = "needs requisitions.csv, which is not loaded"
        return Number("open_now", words.DASH, missing, "Openings"), Digits("openings")
    final = asked.final_stage[~asked.final_stage["is_end_unknown"].astype(bool)]
    now, before = (_standing(asked.openings, "opened_on", of) for of in (quarter, quarter.year_before))
    candidates, then = (_standing(final, "entered_on", of) for of in (quarter, quarter.year_before))
    told = (
        f"; {words.counted(candidates, 'candidate')} in the final stage, {words.number(then)} a year before"
        if "applications" in asked.loaded
        else ""
    )
    number = Number(
        "open_now",
        words.number(now),
        f"on {words.day(quarter.last)}; {words.number(before)} a year before{told}",
        "Openings",
    )
    return number, Digits("openings", now, before=before)


def _standing(rows: pd.DataFrame, begun: str, of: Quarter) -> int:
    last = pd.Timestamp(of.last)
    return int(((rows[begun] <= last) & ~(rows["ended_on"] <= last)).sum())
