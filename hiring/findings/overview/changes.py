"""What changed between earlier and recent hires: the few findings worth a look, and the table of every measure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import metrics, words
from hiring.access.scope import Scope
from hiring.config import SMALLEST_GROUP
from hiring.findings.overview.recent import Reading, Recent, judged
from hiring.findings.sentences import likely
from hiring.statistics.rates import Interval, squared_and_added
from hiring.statistics.verdicts import POINTS, SMALLEST_JUDGED, Finding, Label, Verdict, judge_answer

MOST_TOLD = 3
COLUMNS = ["Measure", "Now (likely) · n", "The year before · n", "All earlier · n", "Against all earlier"]
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

    Clear and Leaning ones, surest first; where they are fewer than three, what all roles together show
    though it cannot be told apart.
    """
    others = list(readings[1:])
    findings = list(zip(others, judged(others), strict=True))
    telling = sorted((pair for pair in findings if pair[1].verdict.label in TELLING), key=_doubt)
    overall = (pair for pair in findings if not pair[0].role and pair[1].verdict.label == Label.CANNOT_TELL)
    shown = [*telling, *sorted(overall, key=_doubt)][:MOST_TOLD]
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


def since_the_year_before(readings: Sequence[Reading]) -> str:
    """Of all roles together, but for the bar, the measure furthest from the year before, as counted; "" without any.

    A fact beside its range, and no verdict: what is judged is recent against all earlier.
    """
    known = [
        one for one in readings[1:] if not one.role and min(one.now.n, one.year_before.n) >= SMALLEST_JUDGED
    ]
    told = [(one, squared_and_added(one.now, one.year_before)) for one in known]
    told = [(one, ends) for one, ends in told if all(map(math.isfinite, ends))]
    if not told:
        return ""
    one, (low, high) = max(told, key=lambda pair: _apart(pair[0]) / (pair[1][1] - pair[1][0]))
    show, then = one.measure.show, one.year_before
    difference = words.likely(low, high, words.points if one.measure.unit is POINTS else words.signed)
    luck = ": can't tell" if low <= 0 <= high else ""
    return (
        f"Furthest apart: {show(one.now.estimate)} {one.measure.outcome} "
        f"({words.counted(one.now.n, one.measure.noun)}), against {show(then.estimate)} of {words.number(then.n)} the "
        f"year before ({difference}){luck}."
    )


def _apart(one: Reading) -> float:
    return abs(one.now.estimate - one.year_before.estimate)


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
        return "Recent against earlier hires: nothing can be compared yet"
    return f"Recent against earlier hires: {words.counted(made, 'comparison')}{joint}{left_out}"


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


def table(scope: Scope, readings: Sequence[Reading]) -> pd.DataFrame:
    """Every measure over all roles: now with its likely range, the year before, all earlier, the verdict in words."""
    findings = judged(readings[1:])
    verdicts = (
        judge_answer(readings[0].difference, readings[0].measure.unit),
        *(f.verdict for f in findings),
    )
    rows = [
        (
            metrics.card(reading.measure.card).title(scope),
            f"{cell(reading.now, reading)} · {words.number(reading.now.n)}",
            _with_n(reading.year_before, reading),
            _with_n(reading.before, reading),
            verdict_in_words(reading, verdict),
        )
        for reading, verdict in zip(readings, verdicts, strict=True)
        if not reading.role and (reading.now.n or reading.before.n)
    ]
    return pd.DataFrame(
        rows,
        columns=[
            "Measure",
            "Now (likely) · n",
            "The year before · n",
            "All earlier · n",
            "Against all earlier",
        ],
    )


def verdict_in_words(reading: Reading, verdict: Verdict) -> str:
    """The label and its way: "Leaning sooner", "Can't tell"; of hires enough who are not there yet, that."""
    if verdict.label == Label.TOO_FEW and not verdict.n_needed:
        return "Not known yet"
    if verdict.label == Label.TOO_FEW:
        return f"Too few {reading.measure.noun}s"
    if verdict.label not in TELLING:
        return verdict.label.value
    return f"{verdict.label.value} {reading.measure.ways[0 if verdict.estimate > 0 else 1]}"


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


def _with_n(value: Interval, reading: Reading) -> str:
    return f"{cell(value, reading, with_range=False)} · {words.number(value.n)}"


def _is_better(reading: Reading, verdict: Verdict) -> bool | None:
    if verdict.label not in TELLING:
        return None
    return (verdict.estimate < 0) == reading.measure.is_lower_better


def _doubt(pair: tuple[Reading, Finding]) -> float:
    probability = pair[1].verdict.probability
    return min(probability, 1 - probability)
