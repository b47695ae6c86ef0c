"""The hidden model: what truly makes a seller of this company good. Only the truth file tells it, no export.

A hire's quality, in standard deviations of a seller, is
source + sum of the panel's interviewers + pairs + competency slopes of the role + luck.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from hiring.sample.journeys import Journey
from hiring.sample.meetings import HELD
from hiring.sample.staff import Colleague
from hiring.sample.streams import stream

SOURCE_EFFECTS: tuple[float, ...] = (
    0.45,
    0.0,
    -0.15,
    0.10,
    0.0,
    -0.05,
)  # as SOURCES; agency truly makes no difference
STRONG_INTERVIEWERS: tuple[float, ...] = (
    0.75,
    0.60,
    -0.65,
    -0.50,
)  # among the busiest, without another story
QUIET_INTERVIEWERS = 0.12  # standard deviation of all others
PAIR_EFFECTS: tuple[float, ...] = (0.60, -0.50)
LEAST_SHARED = 8  # hires two interviewers share before anything is planted on the pair
LUCK = 0.72  # standard deviation of what nobody could have known
# Rows as ROLES, columns as COMPETENCIES. Years in sales is left out: it makes no difference in any role.
SLOPES: tuple[tuple[float, ...], ...] = (
    (0.05, 0.18, 0.08, 0.05, 0.00, 0.05, 0.28, 0.00),
    (0.20, 0.05, 0.05, 0.26, 0.14, 0.00, 0.08, 0.00),
    (0.34, 0.00, 0.00, 0.15, 0.22, 0.05, 0.10, 0.06),
    (0.08, 0.05, 0.05, 0.06, 0.10, 0.05, 0.00, 0.26),
    (0.00, 0.16, 0.08, 0.05, 0.00, 0.18, 0.00, 0.24),
)
Pair = tuple[int, int]


@dataclass(frozen=True)
class Hidden:
    """Planted effects: interviewers by number, pairs by their two numbers (lower first), and the panels they act on."""

    interviewers: dict[int, float]
    pairs: dict[Pair, float]
    panels: list[tuple[int, ...]]  # one a hired journey, in order
    favoured_manager: int  # hands out the easier territories; makes no difference otherwise
    shared: Counter[Pair]  # hires each pair shares


@dataclass(frozen=True)
class Quality:
    """One hire's quality and what it is made of."""

    source: float
    interviewers: float
    pairs: float
    competencies: float
    luck: float

    @property
    def total(self) -> float:
        """The sum of all parts."""
        return self.source + self.interviewers + self.pairs + self.competencies + self.luck


def panel_of(journey: Journey) -> tuple[int, ...]:
    """Numbers of the interviewers who met the candidate, in order, each once."""
    return tuple(
        sorted({meeting.interviewer.number for meeting in journey.meetings if meeting.status == HELD})
    )


def plant(hired: list[Journey], people: list[Colleague], seed: int) -> Hidden:
    """Draws every interviewer's effect and chooses who carries the strong ones."""
    random = stream(seed, "hidden effects")
    panels = [panel_of(journey) for journey in hired]
    seats = Counter(number for panel in panels for number in panel)
    shared = Counter(pair for panel in panels for pair in combinations(panel, 2))
    managers = [person.number for person in people if person.kind == "manager"]
    favoured = max(managers, key=lambda number: (seats[number], -number))
    effects = {
        person.number: round(float(random.normal(0, QUIET_INTERVIEWERS)), 3)
        for person in people
        if person.interviews
    }
    effects[favoured] = 0.0
    busiest = [
        number
        for number, _ in sorted(seats.items(), key=lambda item: (-item[1], item[0]))
        if number != favoured
    ]
    carriers = [int(number) for number in random.permutation(busiest[: 3 * len(STRONG_INTERVIEWERS)])]
    effects.update(zip(carriers, STRONG_INTERVIEWERS, strict=False))
    known = set(carriers[: len(STRONG_INTERVIEWERS)]) | {favoured}
    frequent = [
        pair
        for pair, count in sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        if count >= LEAST_SHARED and not known & set(pair)
    ]
    return Hidden(effects, dict(zip(frequent[::2], PAIR_EFFECTS, strict=False)), panels, favoured, shared)


def qualities(hired: list[Journey], hidden: Hidden, seed: int) -> list[Quality]:
    """The quality of each hired journey, in order."""
    # Of six streams tried for the committed sample, this one lets its true stories be seen by eye.
    luck = stream(seed, "dice").normal(0, LUCK, size=len(hired))
    found = []
    for journey, panel, chance in zip(hired, hidden.panels, luck, strict=True):
        slopes = SLOPES[journey.opening.role]
        found.append(
            Quality(
                source=SOURCE_EFFECTS[journey.source],
                interviewers=sum(hidden.interviewers[number] for number in panel),
                pairs=sum(hidden.pairs.get(pair, 0.0) for pair in combinations(panel, 2)),
                competencies=sum(
                    slope * trait for slope, trait in zip(slopes, journey.candidate.traits, strict=True)
                ),
                luck=round(float(chance), 4),
            )
        )
    return found


def luckiest_pair(hidden: Hidden, parts: list[Quality]) -> tuple[Pair, int, float] | None:
    """The pair without any planted effect whose hires had the best luck: it looks like stars and is not."""
    lucks: dict[Pair, list[float]] = {}
    for panel, quality in zip(hidden.panels, parts, strict=True):
        for pair in combinations(panel, 2):
            lucks.setdefault(pair, []).append(quality.luck)
    paired = {number for pair in hidden.pairs for number in pair}
    plain = {
        pair: float(np.mean(values))
        for pair, values in lucks.items()
        if len(values) >= LEAST_SHARED
        and not paired & set(pair)
        and all(abs(hidden.interviewers[who]) < 0.2 for who in pair)
    }
    if not plain:
        return None
    best = max(sorted(plain), key=lambda pair: plain[pair])
    return best, len(lucks[best]), plain[best]
