"""What is said of groups of hires at equal tenure: which stand out, each one's value, who is not there yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.statistics.rates import Interval
from hiring.statistics.verdicts import Direction, Finding, Label

MOST_NAMED = 3  # groups a title names


@dataclass(frozen=True)
class Measure:
    """What is measured at the window: its column, what follows a value, and its words in titles.

    `above` and `below` follow the groups that stand out, `none` follows "stands out in", `subtitle` precedes
    "at month 12"; `alone` is the title where nothing can be compared, with the value and the month; `card` defines it.
    """

    column: str
    outcome: str
    above: str
    below: str
    none: str
    subtitle: str
    alone: str
    card: str
    is_share: bool = False


BAR = Measure(
    "met_bar",
    "met the bar",
    "met the bar more often than the others",
    "met the bar less often than the others",
    "meeting the bar",
    "Share who met their role's bar",
    "{} met the bar at month {}",
    "met_bar",
    is_share=True,
)
ATTAINMENT = Measure(
    "window_ramped_attainment",
    "of the ramped quota in the middle",
    "sold more of their quota than the others",
    "sold less of their quota than the others",
    "attainment of quota",
    "The middle hire's share of ramped quota",
    "The middle hire sold {} of the ramped quota by month {}",
    "attainment_ramped",
)


def title_of(findings: Sequence[Finding], overall: Interval, measure: Measure, window: int, kind: str) -> str:
    """What the evidence allows: the groups that clearly stand out, that none does, or the one value there is."""
    judged = [finding for finding in findings if finding.verdict.label != Label.TOO_FEW]
    if not judged:
        if overall.n < SMALLEST_GROUP:
            return f"Too few hires have reached month {window}"
        return measure.alone.format(words.percent(overall.estimate), window)
    clear = [finding for finding in judged if finding.verdict.label == Label.CLEAR]
    sentences = [
        f"{_listed([f.comparison.group for f in those], kind)} {what}"
        for those, what in (
            ([f for f in clear if f.verdict.direction == Direction.HIGHER], measure.above),
            ([f for f in clear if f.verdict.direction == Direction.LOWER], measure.below),
        )
        if those
    ]
    leans = any(finding.verdict.label == Label.LEANING for finding in judged)
    none = f"No {kind} {'clearly ' if leans else ''}stands out in {measure.none} at month {window}"
    return "; ".join(sentences) or none


def _listed(groups: Sequence[str], kind: str) -> str:
    named = list(groups[:MOST_NAMED])
    if len(groups) > MOST_NAMED:
        named = [*named[:-1], f"{len(groups) - MOST_NAMED + 1} more {kind}s"]
    joined = " and ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else named[0]
    return f"{joined} hires" if kind == "role" else f"Hires of {joined}"


def alt_of(title: str, frame: pd.DataFrame) -> str:
    """The finding and every group's value with its interval and n."""
    shown = frame[(frame["verdict"] != Label.TOO_FEW.value) & frame["estimate"].notna()]
    sentences = [
        f"{row['group']} {words.with_interval(row['estimate'], row['low'], row['high'])} of {row['n']}"
        for row in shown.to_dict("records")
    ]
    return f"{title}: {'; '.join(sentences)}." if sentences else f"{title}."


def note_of(hires: pd.DataFrame, column: str, groups: Sequence[str], new: Sequence[int], window: int) -> str:
    """Which cohorts are not complete: drawn hollow and dotted, or not at all."""
    sizes = [int((hires[column] == group).sum()) for group in groups]
    counted = list(zip(groups, sizes, new, strict=True))
    partly = [
        f"{words.number(late)} of {words.counted(size, 'hire')} of {group}"
        for group, size, late in counted
        if 0 < late < size
    ]
    nobody = [group for group, size, late in counted if late == size]
    if not partly:
        return f"Nobody of {' and '.join(nobody)} is at month {window} yet." if nobody else ""
    none = f"; of {' and '.join(nobody)} nobody is" if nobody else ""
    return f"Dotted: {' and '.join(partly)} are not at month {window} yet{none}."
