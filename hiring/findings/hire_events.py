"""Once-in-a-tenure events of hires: the first deal, quota pace, the first full quota period, leaving.

Everybody is followed to their last day: those who left before the event, or have not been here long enough,
count up to then (Kaplan–Meier). Frames in, curves, tables and words out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.rates import Difference
from hiring.survival import Curve, Median, difference_by, kaplan_meier
from hiring.verdicts import NEUTRAL, Comparison, Finding, Label, judge_together

YEAR_DAYS = 365
MOST_COMPARED = 3  # curves in one figure, as the chart has it
AT_RISK_STEPS = (1, 2, 3, 6, 12, 30, 60, 90, 180, 365)
AT_RISK_TIMES = 4  # columns of the table below a curve, the start among them


@dataclass(frozen=True)
class Event:
    """Which columns of `hire_quality/milestones_by_hire` tell of it, its unit, and what it is called.

    `done` follows "half of the hires", `by` a share and "with", `waiting` heads the at-risk table.
    """

    time: str
    happened: str
    unit: str
    done: str
    by: str
    waiting: str

    def when(self, time: float) -> str:
        """The time as a date in a tenure: "month 6", "day 61"."""
        return f"{self.unit} {words.number(time)}"

    def lasting(self, time: float | None) -> str:
        """The time as a duration: "6 months"."""
        return words.counted(time, self.unit)


PACE = Event("months_to_ramp", "has_ramped", "month", "are at quota pace", "at quota pace", "Not at pace yet")
FIRST_DEAL = Event(
    "days_to_first_deal",
    "has_first_deal",
    "day",
    "have a first deal",
    "with a first deal",
    "Without a deal yet",
)
FIRST_QUOTA = Event(
    "days_to_quota",
    "has_reached_quota",
    "day",
    "have met a full quota period",
    "with a full quota period met",
    "None met yet",
)
EXIT = Event("days_to_exit", "has_left", "day", "have left", "gone", "Still here")


@dataclass(frozen=True)
class Curves:
    """An event's curves: of each role with enough hires, the largest first, and of all hires together."""

    event: Event
    everyone: Curve
    roles: Mapping[str, Curve]

    def median(self, role: str) -> Median:
        """The time by which half of a role's hires got there."""
        return self.roles[role].median


def curves_of(milestones: pd.DataFrame, event: Event) -> Curves:
    """The curves of an event; hires without a quota are left out of the events that need one."""
    frame = milestones[milestones["has_quota"]] if event in (PACE, FIRST_QUOTA) else milestones
    sizes = frame["role_profile"].value_counts(sort=False)
    order = sorted(sizes[sizes >= SMALLEST_GROUP].items(), key=lambda pair: (-pair[1], str(pair[0])))
    return Curves(
        event,
        _curve(frame, event),
        {str(role): _curve(frame[frame["role_profile"] == role], event) for role, _ in order},
    )


def _curve(frame: pd.DataFrame, event: Event) -> Curve:
    return kaplan_meier(frame[event.time].to_numpy(float), frame[event.happened].to_numpy(bool))


@dataclass(frozen=True)
class Gap:
    """Two roles that differ in how soon they get there: the slower, the faster, and the judged difference."""

    slow: str
    fast: str
    finding: Finding

    @property
    def is_clear(self) -> bool:
        """Whether luck alone would rarely do this, with all pairs of roles looked at together."""
        return self.finding.verdict.label == Label.CLEAR


def halfway(curves: Curves) -> float:
    """The time at which roles are compared: when half of all hires got there, else the end of the follow-up."""
    median = curves.everyone.median.time
    return curves.everyone.reliable_until(SMALLEST_GROUP) if median is None else median


def pairs_judged(curves: Curves) -> tuple[Finding, ...]:
    """Every two roles compared by how many got there by the halfway time, all judged together."""
    time = halfway(curves)
    outcome = f"{curves.event.by} by {curves.event.when(time)}"
    return judge_together(
        [
            Comparison(
                outcome,
                f"{first} hires",
                f"{second} hires",
                _by(curves.roles[first], curves.roles[second], time),
                ways=NEUTRAL,
            )
            for first, second in combinations(curves.roles, 2)
        ]
    )


def _by(first: Curve, second: Curve, time: float) -> Difference:
    return difference_by(first, second, time)


def widest_gap(curves: Curves) -> Gap | None:
    """The two roles furthest apart of those that clearly differ; else the surest of those that may; else None.

    Only pairs whose medians say the same as their shares count.
    """
    found = []
    for (first, second), finding in zip(combinations(curves.roles, 2), pairs_judged(curves), strict=True):
        if finding.verdict.label not in (Label.CLEAR, Label.LEANING):
            continue
        slow, fast = (second, first) if finding.verdict.estimate > 0 else (first, second)
        apart = _apart(curves.median(slow), curves.median(fast))
        if apart > 0:
            found.append((finding.verdict.label == Label.CLEAR, apart, Gap(slow, fast, finding)))
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def _apart(slow: Median, fast: Median) -> float:
    if fast.time is None:
        return 0.0
    return (slow.followed_until + 1 if slow.time is None else slow.time) - fast.time


def default_roles(curves: Curves) -> tuple[str, ...]:
    """The roles to draw first: the two furthest apart, the faster one leading, else the two with most hires."""
    gap = widest_gap(curves)
    return (gap.fast, gap.slow) if gap else tuple(list(curves.roles)[:2])


def half_sentence(curves: Curves, roles: Sequence[str]) -> str:
    """ "Half of Inside sales have a first deal by day 61, half of Major accounts by day 147"."""
    done, unit = curves.event.done, curves.event
    reached = [(role, curves.median(role).time) for role in roles]
    there = [(role, time) for role, time in reached if time is not None]
    parts = [
        f"half of {role} {done} by {unit.when(time)}"
        if place == 0
        else f"half of {role} by {unit.when(time)}"
        for place, (role, time) in enumerate(there)
    ]
    waiting = [role for role, time in reached if time is None]
    if waiting:
        parts.append(f"fewer than half of {' and of '.join(waiting)}" + (" yet" if parts else f" {done} yet"))
    return words_upper(", ".join(parts))


def words_upper(sentence: str) -> str:
    """The sentence with its first letter large."""
    return sentence[:1].upper() + sentence[1:]


def step_frame(curves: Curves, roles: Sequence[str], *, until: float = math.inf) -> pd.DataFrame:
    """What `charts.steps` draws: the share that got there, while at least five are followed.

    Columns group, time, share, low, high. For leaving, the share that is still here.
    """
    pieces = []
    for role in roles:
        curve = curves.roles[role]
        drawn = curve.times <= min(curve.reliable_until(SMALLEST_GROUP), until)
        share, low, high = curve.survival[drawn], curve.low[drawn], curve.high[drawn]
        if curves.event is not EXIT:
            share, low, high = 1 - share, 1 - high, 1 - low
        pieces.append(
            pd.DataFrame(
                {"group": role, "time": curve.times[drawn], "share": share, "low": low, "high": high}
            )
        )
    columns = ["group", "time", "share", "low", "high"]
    return pd.concat(pieces, ignore_index=True) if pieces else pd.DataFrame(columns=columns)


def at_risk_table(curves: Curves, roles: Sequence[str], *, until: float = math.inf) -> pd.DataFrame:
    """How many are still followed without the event, at the start and at three later times; a row a role."""
    longest = min(
        max((curves.roles[role].reliable_until(SMALLEST_GROUP) for role in roles), default=0.0), until
    )
    times = _round_times(longest)
    rows = {curves.event.waiting: list(roles)}
    for time in times:
        head = f"{curves.event.unit} {words.number(time)}"
        rows[head] = [_hidden_if_few(int(curves.roles[role].at_risk_at(time))) for role in roles]
    return pd.DataFrame(rows)


def _hidden_if_few(count: int) -> str:
    return words.number(count) if count == 0 or count >= SMALLEST_GROUP else f"<{words.THIN}{SMALLEST_GROUP}"


def _round_times(longest: float) -> list[float]:
    last = AT_RISK_TIMES - 1
    steps = [step for step in AT_RISK_STEPS if step * last <= longest]
    step = max(steps, default=1)
    return [float(step * place) for place in range(AT_RISK_TIMES)]


def interval_words(event: Event, median: Median) -> str:
    """What stands under a median: its likely range, "6–9"; open where the end is not reached."""
    if median.low is None or median.time is None:
        return f"not within {event.lasting(median.followed_until)}"
    high = "…" if median.high is None else words.number(median.high)
    return f"{words.number(median.low)}{words.DASH}{high}"
