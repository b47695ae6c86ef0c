"""Once-in-a-tenure events of hires: the first deal, quota pace, the first full quota period, leaving.

Everybody is followed to their last day: those who left before the event, or have not been here long enough,
count up to then (Kaplan–Meier). Frames in, curves, tables and words out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.outcomes.pairs import Hires, PairMeasure, pairs_judged
from hiring.statistics.survival import Curve, Median, difference_of_medians, kaplan_meier
from hiring.statistics.verdicts import DAYS, Finding, Label, Unit, Verdict

YEAR_DAYS = 365
WHOLE_MONTHS = Unit("months", same_within=0.5)
LONGER = ("longer", "sooner")


@dataclass(frozen=True)
class Event:
    """Which columns of `outcomes/milestones_by_hire` tell of it, its unit, and what it is called.

    `done` follows "half of the hires", `waiting` heads the table of those still followed.
    """

    time: str
    happened: str
    unit: str
    done: str
    waiting: str

    def when(self, time: float) -> str:
        """The time as a date in a tenure: "month 6", "day 61"; "the first day" of what is there from the start on."""
        return f"{self.unit} {words.number(time)}" if time >= 1 else f"the first {self.unit}"

    def lasting(self, time: float | None) -> str:
        """The time as a duration: "6 months"."""
        return words.counted(time, self.unit)


PACE = Event("months_to_ramp", "has_ramped", "month", "are at quota pace", "Not at pace yet")
FIRST_DEAL = Event("days_to_first_deal", "has_first_deal", "day", "have a first deal", "Without a deal yet")
FIRST_QUOTA = Event(
    "days_to_quota", "has_reached_quota", "day", "have met a full quota period", "Not met yet"
)
EXIT = Event("days_to_exit", "has_left", "day", "have left", "Still here")


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
    """The curves of an event, of the hires for whom it can be seen.

    Exits are known of everybody; deals only of those whose start the CRM's history covers, and pace and quota
    only of those among them who have a quota.
    """
    frame = _seen(milestones, event)
    sizes = frame["role_profile"].value_counts(sort=False)
    order = sorted(sizes[sizes >= SMALLEST_GROUP].items(), key=lambda pair: (-pair[1], str(pair[0])))
    return Curves(
        event,
        _curve(frame, event),
        {str(role): _curve(frame[frame["role_profile"] == role], event) for role, _ in order},
    )


def _seen(milestones: pd.DataFrame, event: Event) -> pd.DataFrame:
    """The hires for whom the event can be seen."""
    frame = milestones if event is EXIT else milestones[milestones["is_start_observed"]]
    return frame[frame["has_quota"]] if event in (PACE, FIRST_QUOTA) else frame


def _curve(frame: pd.DataFrame, event: Event) -> Curve:
    return kaplan_meier(frame[event.time].to_numpy(float), frame[event.happened].to_numpy(bool))


@dataclass(frozen=True)
class Gap:
    """Two roles that differ in how soon they get there: the slower, the faster, and the judged difference."""

    slow: str
    fast: str
    finding: Finding

    @property
    def longer(self) -> Verdict:
        """The verdict on the slower less the faster."""
        seen = self.finding.verdict
        if seen.estimate >= 0:
            return seen
        return replace(seen, estimate=-seen.estimate, low=-seen.high, high=-seen.low)

    @property
    def is_clear(self) -> bool:
        """Whether luck alone would rarely do this, with all pairs of roles looked at together."""
        return self.finding.verdict.label == Label.CLEAR


def curve_of(milestones: pd.DataFrame, role: str, event: Event) -> Curve:
    """The curve of one role's hires, however few, for whom the event can be seen."""
    seen = _seen(milestones, event)
    return _curve(seen[seen["role_profile"] == role], event)


def times_apart(event: Event) -> PairMeasure:
    """How much later half of one role get there than half of another; too few where a median is not reached."""
    unit = WHOLE_MONTHS if event.unit == "month" else DAYS
    return PairMeasure(
        f"until half {event.done}", partial(curve_of, event=event), difference_of_medians, unit, LONGER
    )


def widest_gap(curves: Curves, hires: Hires) -> Gap | None:
    """The two roles furthest apart of those that clearly differ; else of those that may differ; else None."""
    found = []
    roles = list(curves.roles)
    judged = pairs_judged(times_apart(curves.event), hires, roles)
    for (first, second), finding in zip(combinations(roles, 2), judged, strict=True):
        if finding.verdict.label in (Label.CLEAR, Label.LEANING):
            slow, fast = (first, second) if finding.verdict.estimate > 0 else (second, first)
            is_clear = finding.verdict.label == Label.CLEAR
            found.append((is_clear, abs(finding.verdict.estimate), Gap(slow, fast, finding)))
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def half_sentence(curves: Curves, roles: Sequence[str]) -> str:
    """ "Half of Inside sales have a first deal by day 61, half of Major accounts by day 147"."""
    done, unit = curves.event.done, curves.event
    reached = [(role, curves.median(role).time) for role in roles]
    there = [(role, time) for role, time in reached if time is not None]
    parts = [
        f"half of {role} {done} by {unit.when(time)}"
        if index == 0
        else f"half of {role} by {unit.when(time)}"
        for index, (role, time) in enumerate(there)
    ]
    waiting = [role for role, time in reached if time is None]
    if waiting:
        parts.append(f"fewer than half of {' and of '.join(waiting)}" + (" yet" if parts else f" {done} yet"))
    return upper(", ".join(parts))


def upper(sentence: str) -> str:
    """The sentence with its first letter large."""
    return sentence[:1].upper() + sentence[1:]


def interval_words(event: Event, median: Median) -> str:
    """What stands under a median: its range: "6–9", "6" where both ends are one, "6 or later" where it is open."""
    if median.low is None or median.time is None:
        return f"not within {event.lasting(median.followed_until)}"
    if median.high is None:
        return f"{words.number(median.low)} or later"
    first, last = words.number(median.low), words.number(median.high)
    return first if first == last else f"{first}{words.DASH}{last}"
