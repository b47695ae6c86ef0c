"""A plan as it is asked for, drawn: how many hires suffice, and how many with one thing changed. Values in and out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor, log10

import numpy as np

from hiring import words
from hiring.findings.hiring_plan.known import Known, Year
from hiring.statistics.planning import plan as planning
from hiring.statistics.planning.backtest import cuts, role_years
from hiring.statistics.planning.drawing import Change
from hiring.statistics.planning.history import YEAR
from hiring.statistics.planning.plan import MOST, Drawn, Plan, Wanted
from hiring.statistics.planning.sellers import sellers

GROWTH = 0.1  # of the target to begin with, over the last twelve months
POINTS = 0.05  # fewer exits, of the lever
ACCEPTED = 0.1  # more offers accepted, of the lever
SIGNIFICANT = 3
QUARTER = 3  # months that the last start is moved by, of the lever
AS_HIRED = "as hired"


@dataclass(frozen=True)
class Asked:
    """What is planned: the year, its target, from and to which month from now hires start, each role's share."""

    year: Year
    target: float
    first: int
    last: int
    mix: tuple[float, ...]

    @property
    def wanted(self) -> Wanted:
        """The same for the statistics."""
        starts = tuple(range(self.first, max(self.first, self.last) + 1))
        return Wanted(self.year.lead, self.target, starts, self.mix)


@dataclass(frozen=True)
class Lever:
    """The plan with one thing changed: hires that suffice in nine years of ten, and so much more of offers accepted.

    `is_of_leaving`: what is changed is how many leave.
    """

    name: str
    count: int
    more: float = 0.0
    is_of_leaving: bool = False


@dataclass(frozen=True)
class Made:
    """The plan as hiring went so far, and the same with one thing changed, on the same draws."""

    plan: Plan
    levers: tuple[Lever, ...]

    @property
    def count(self) -> int:
        """Sellers planned for: as many as suffice in nine of ten years."""
        return self.plan.count

    @property
    def is_planned(self) -> bool:
        """Whether somebody has to be hired, and hiring can reach the target."""
        return 0 < self.count < MOST


def made(known: Known, asked: Asked) -> Made:
    """The plan and its levers."""
    of = sellers(known.history)
    base = planning.drawn(of, asked.wanted)

    def takes(drawn: Drawn, mix: Sequence[float] = asked.mix) -> int:
        return planning.enough(planning.needs(drawn, asked.target, mix))

    sooner = planning.drawn(of, asked.wanted, Change(months_shorter=1), here=base.here)
    staying = planning.drawn(of, asked.wanted, planning.fewer_leaving(of, POINTS))
    levers = [
        Lever(f"Ramp {words.MINUS}1 month", takes(sooner)),
        Lever(
            f"Exits {words.MINUS}{words.number(100 * POINTS)} points a year",
            takes(staying),
            is_of_leaving=True,
        ),
        Lever(f"Acceptance +{words.number(100 * ACCEPTED)} points", takes(base), ACCEPTED),
    ]
    for last in (asked.last - QUARTER, asked.last + QUARTER):
        if asked.first <= last < asked.year.lead + YEAR:
            moved = planning.drawn(of, replace(asked, last=last).wanted, here=base.here)
            levers.append(Lever(f"Last start {month(known, last)}", takes(moved)))
    mixes = {role: mix_of(known, role) for role in (AS_HIRED, *planned(known))}
    levers += [
        Lever(f"Only {role}" if role != AS_HIRED else "Roles as hired", takes(base, mix))
        for role, mix in mixes.items()
        if mix != asked.mix
    ]
    return Made(planning.plan(base, asked.wanted), tuple(levers))


def held(known: Known, lead: int) -> tuple[int, int]:
    """Of how many past role-years a range drawn from the time before held what came, and of how many in all."""
    found = [one for cut in cuts(known.history, lead) for one in role_years(known.history, cut, lead)]
    return sum(one.is_held for one in found), len(found)


def first_target(known: Known) -> int:
    """The target to begin with: the last twelve months and a tenth more, in three figures."""
    wanted = known.last_year * (1 + GROWTH)
    unit = 10 ** max(floor(log10(wanted)) - SIGNIFICANT + 1, 0) if wanted >= 1 else 1
    return max(round(wanted / unit) * unit, 1)


def pace(known: Known, asked: Asked) -> tuple[int, int]:
    """Hires of the roles planned who started in the last so many months as the plan has, and the most in so many."""
    history, months = known.history, len(asked.wanted.starts)
    start = history.start[(np.array(asked.mix) > 0)[history.role]]
    by_month = np.bincount(start[(start >= 0) & (start < history.months)], minlength=history.months)
    within = np.convolve(by_month, np.ones(months, int))[: history.months]
    return int(within[-1]), int(within.max())


def planned(known: Known) -> Sequence[str]:
    """The roles that can be planned."""
    return [
        name for name, can in zip(known.history.roles, known.history.can_be_planned(), strict=True) if can
    ]


def mix_of(known: Known, role: str) -> tuple[float, ...]:
    """All of one role, or the mix of the last two years where none of them is named."""
    if role not in planned(known):
        return (
            known.mix
            if sum(known.mix)
            else tuple(np.eye(len(known.history.roles))[known.history.can_be_planned()][0])
        )
    return tuple(float(name == role) for name in known.history.roles)


def month(known: Known, months: int) -> str:
    """The month so many from now, in words."""
    return words.month(known.day(months))
