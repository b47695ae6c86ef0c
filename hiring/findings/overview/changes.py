"""What changed between earlier and recent hires: the few findings worth a look, and the table of every measure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import metrics, words
from hiring.access.scope import Scope
from hiring.config import SMALLEST_GROUP
from hiring.findings.overview.recent import Reading, Recent, judged, short_month
from hiring.findings.sentences import likely
from hiring.statistics.rates import Interval, squared_and_added
from hiring.statistics.verdicts import POINTS, SMALLEST_JUDGED, Finding, Label, Verdict

MOST_TOLD = 3
COLUMNS = ["Measure", "Now (likely) · n", "The year before · n", "Difference, likely"]
TELLING = (Label.CLEAR, Label.LEANING)


@dataclass(frozen=True)
class Changes:
    """A finding for the list of changes: its label, whether it is for the better (None: nothing is claimed)."""

    label: Label
    is_better: bool | None
    about: str
    sentence: str


def changed(readings: Sequence[Reading]) -> tuple[Changes, ...]:
    """The few comparisons worth a look, but for the bar over all roles, which is the page's answer.

    Clear and Leaning ones, surest first; where there are none, what all roles together show though it cannot be told
    apart.
    """
    others = list(readings[1:])
    findings = list(zip(others, judged(others), strict=True))
    telling = sorted((pair for pair in findings if pair[1].verdict.label in TELLING), key=_doubt)
    overall = (pair for pair in findings if not pair[0].role and pair[1].verdict.label == Label.CANNOT_TELL)
    shown = (telling or sorted(overall, key=_doubt))[:MOST_TOLD]
    return tuple(
        Changes(f.verdict.label, _is_better(r, f.verdict), r.role or "All roles", _in_short(r, f.verdict))
        for r, f in shown
    )


def _in_short(reading: Reading, found: Verdict) -> str:
    """Both values, what may be said of them, both counts: "94 % accepted against 69 %; … (18 offers against 83)."."""
    measure, seen = reading.measure, reading.difference
    values = f"{measure.show(seen.first)} {measure.outcome} against {measure.show(seen.second)}"
    said = f"{values}; {likely(found, measure.ways)}"
    if found.capped_by:
        among = words.number(found.capped_by) if found.capped_by > 1 else "many"
        said = f"{values}. One of {among} comparisons, so luck could explain it"
    elif found.label == Label.LEANING:
        said = f"{values}. Luck could explain it; {likely(found, measure.ways)}"
    return f"{said} ({words.counted(found.n, measure.noun)} against {words.number(found.n_against)})."


def changed_in_words(readings: Sequence[Reading], recent: Recent | None = None) -> str:
    """What was compared, for the line under the heading; of chosen days, that they are described."""
    if recent is not None and recent.is_chosen:
        return "Counts and likely ranges, not judged"
    findings = judged(readings[1:])
    made = sum(finding.verdict.label != Label.TOO_FEW for finding in findings)
    others = len(findings) - made
    left_out = f"; {others} more cannot be judged yet" if others else ""
    joint = ", judged together" if made > 1 else ""
    if not made:
        return "Against all earlier hires: nothing can be compared yet"
    why = ", as a year of one role is too few to judge by" if joint else ""
    return f"Against all earlier hires{why}: {words.counted(made, 'comparison')}{joint}{left_out}"


def changed_title(changes: Sequence[Changes], recent: Recent | None = None) -> str:
    """What the list of changes amounts to, in a few words; of chosen days nothing is claimed."""
    if changes and recent is not None and recent.is_chosen:
        return "The days you chose beside all before"
    clear = sum(one.label == Label.CLEAR for one in changes)
    if clear:
        return f"What changed: {('one thing', 'two things', 'three things')[clear - 1]} clearly"
    if any(one.label == Label.LEANING for one in changes):
        return "What may have changed"
    return "Nothing changed that luck would not explain" if changes else "Too few to tell what changed"


def table(scope: Scope, readings: Sequence[Reading], recent: Recent) -> pd.DataFrame:
    """Every measure over all roles with the days it is of: now, the year before, and how far apart they may lie."""
    rows = [
        (
            f"{metrics.card(one.measure.card).title(scope)}, {_when(one, scope, recent)}",
            f"{cell(one.now, one)} · {words.number(one.now.n)}",
            f"{cell(one.year_before, one, with_range=False)} · {words.number(one.year_before.n)}",
            _apart(one),
        )
        for one in readings
        if not one.role and (one.now.n or one.before.n)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _when(one: Reading, scope: Scope, recent: Recent) -> str:
    """ "hired Jul 24–Jun 25"; of offers the months they were extended in."""
    if one.measure.noun != "offer":
        return f"{recent.hired[:1].lower()}{recent.hired[1:]}"
    last = min(scope.hired_to, scope.choices.last_day)
    return f"{short_month(recent.offers_from)}{words.DASH}{short_month(last)}"


def _apart(one: Reading) -> str:
    """The likely range of the difference from the year before: a fact beside its range, and no verdict."""
    low, high = squared_and_added(one.now, one.year_before)
    if min(one.now.n, one.year_before.n) < SMALLEST_JUDGED or not (
        math.isfinite(low) and math.isfinite(high)
    ):
        return words.UNKNOWN
    return words.span(low, high, words.points if one.measure.unit is POINTS else _more_days)


def _more_days(value: float) -> str:
    return f"{words.signed(value, 0)} days"


def cell(value: Interval, reading: Reading, *, with_range: bool = True) -> str:
    """A value in the unit of its measure, with its range if wanted; too few or not known yet in words."""
    if value.n < SMALLEST_GROUP:
        return "too few" if value.n else "nobody"
    if math.isnan(value.estimate):
        return "not known yet"
    show = reading.measure.show
    return (
        words.with_interval(value.estimate, value.low, value.high, show)
        if with_range
        else show(value.estimate)
    )


def _is_better(reading: Reading, verdict: Verdict) -> bool | None:
    if verdict.label not in TELLING:
        return None
    return (verdict.estimate < 0) == reading.measure.is_lower_better


def _doubt(pair: tuple[Reading, Finding]) -> float:
    probability = pair[1].verdict.probability
    return min(probability, 1 - probability)
