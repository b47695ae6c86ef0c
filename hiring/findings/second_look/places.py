"""Where candidates are rated and let through, a side at a stage: which may be told, and where it is most surprising."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.statistics.rates import Interval, wilson
from hiring.statistics.ratings.departments import HR, SALES
from hiring.statistics.ratings.passed_on import HIGH, LOW, PLACE, passed_on, rated
from hiring.statistics.verdicts import SMALLEST_JUDGED

SIDES = (HR, SALES)
WHOSE = {HR: "HR's", SALES: "Sales'"}
#: The stages in order, in words within a sentence and at the head of a row.
STAGES = {
    "screen": ("screen", "Screen"),
    "first": ("first interview", "First"),
    "technical": ("technical interview", "Technical"),
    "panel": ("panel interview", "Panel"),
    "final": ("final interview", "Final"),
}
LONGEST_NAME = 24  # letters of a competency within a finding


@dataclass(frozen=True)
class Place:
    """Where those rated 4–5 on a competency and those rated 1–2 were let through: counts of both."""

    competency: str
    side: str
    stage: str
    high: tuple[int, int]
    low: tuple[int, int]

    @property
    def where(self) -> str:
        """ "HR's screen"."""
        return f"{WHOSE[self.side]} {STAGES[self.stage][0]}"

    def share(self, of: tuple[int, int]) -> Interval:
        """The share that went on."""
        return wilson(*of)

    @property
    def fewer(self) -> float:
        """By how much the share of those rated 4–5 is below that of those rated 1–2; below zero where it is above."""
        return float(self.share(self.low).estimate - self.share(self.high).estimate)


@dataclass(frozen=True)
class Patterns:
    """`rated`: each candidate's rating at each place that may be told; `passed`: the bands of each place, `is_untold`
    where too few; `offered`: competencies, `first` the one in which the better rated went on least often somewhere;
    `judged`: all places with enough of both ends.
    """

    rated: pd.DataFrame
    passed: pd.DataFrame
    offered: tuple[str, ...]
    first: str
    judged: tuple[Place, ...]

    def of(self, competency: str, side: str = "") -> tuple[Place, ...]:
        """The judged places of a competency, of one side where that is given, the most surprising first."""
        mine = [one for one in self.judged if one.competency == competency and side in ("", one.side)]
        return tuple(sorted(mine, key=lambda one: -one.fewer))

    def entries(self, competency: str) -> tuple[Place, ...]:
        """Of each side the first stage that may be told: chosen by the order of stages, not by what was found."""
        order = list(STAGES)
        mine = [self.of(competency, side) for side in SIDES]
        return tuple(min(one, key=lambda place: order.index(place.stage)) for one in mine if one)


def patterns(scores: pd.DataFrame, is_nameless: bool) -> Patterns:
    """From the answer to `second_look/ratings`. `is_nameless`: for who may see no names, nothing of a place where so
    few rated that it would be told of them.
    """
    found = rated(scores)
    found = found[found["stage"].isin(STAGES)]
    if is_nameless:
        found = found[found["interviewers"] >= SMALLEST_GROUP]
    found = found.reset_index(drop=True)
    passed = passed_on(found)
    few = passed["n"] < SMALLEST_GROUP
    for _, mine in passed.groupby(PLACE) if is_nameless else ():
        few[mine.index] |= too_small(mine["n"])
    passed = passed.assign(is_untold=few.astype(bool))
    places = [_place(place, bands) for place, bands in passed.groupby(PLACE)]
    judged = tuple(one for one in places if one is not None)
    offered = tuple(sorted(passed.loc[~passed["is_untold"], "competency"].unique()))
    widest = max(judged, key=lambda one: one.fewer, default=None)
    return Patterns(found, passed, offered, widest.competency if widest else "", judged)


def _place(place: Any, bands: pd.DataFrame) -> Place | None:
    by_band = bands.set_index("band")
    ends = [(int(by_band["count_on"][band]), int(by_band["n"][band])) for band in (HIGH, LOW)]
    if min(n for _, n in ends) < SMALLEST_JUDGED or by_band.loc[[HIGH, LOW], "is_untold"].any():
        return None
    competency, side, stage = place
    return Place(competency, side, stage, ends[0], ends[1])
