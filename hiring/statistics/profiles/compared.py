"""The agreed weights beside what the hires show: what carries weight without support, and what is missing.

A flag is a reason to talk before the next opening, not a verdict on the profile: it says that the ratings of past
hires in that competency went, or did not go, with their later results.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from hiring.statistics.evidence.counted import every, within
from hiring.statistics.profiles.agreed import Profile, Version, Wanted, key_of, profile_of
from hiring.statistics.profiles.evidence import Evidence, Silence, Slope, State
from hiring.statistics.profiles.gates import HARDLY_ABOVE, HEAVIEST, LIGHTEST_SHARE, SURELY_ABOVE
from hiring.statistics.verdicts import Direction, Label

#: Nothing is fitted of any competency then, rated or not.
WITHOUT_HIRES = (Silence.NO_HIRES, Silence.NO_RATINGS)


class Flag(StrEnum):
    """What to talk about before the next opening."""

    OVER_WEIGHTED = "over-weighted"
    UNDER_WEIGHTED = "under-weighted"
    MISSING = "missing from the profile"
    NOT_IN_PROFILE = "rated, not in the profile"
    MUST_HAVE_BELOW = "must-have that tells less than the others"
    NEVER_RATED = "in the profile, never rated"


@dataclass(frozen=True)
class Line:
    """One competency of a role: what was agreed (None where it is not in the profile) and what the hires show.

    `slope` is None where nobody was ever rated in it; `state` says whether there is anything to read in it.
    """

    competency: str
    wanted: Wanted | None
    slope: Slope | None
    flags: tuple[Flag, ...]

    @property
    def state(self) -> State:
        """Whether the hires show anything of it, and if not, why."""
        if self.slope is not None:
            return self.slope.state
        return State.NEVER_RATED if Flag.NEVER_RATED in self.flags else State.TOO_FEW

    @property
    def weight(self) -> float:
        """The share of the weight, 0 where the profile does not name it."""
        return self.wanted.weight if self.wanted else 0.0

    @property
    def is_supported(self) -> bool:
        """Whether it clearly goes, or leans towards going, with better results more than the other competencies."""
        return self.slope is not None and self.slope.direction is Direction.HIGHER


@dataclass(frozen=True)
class Size:
    """A role's hires old enough to be judged: `n` of the company, `here` those chosen; `is_least`: n may be more.

    `is_open`: the viewer may see some of them, chosen or not.
    """

    n: int
    here: int
    is_least: bool = False
    is_open: bool = True

    def in_words(self, role: str = "") -> str:
        """ "120 Field hires", "8 or more hires"."""
        return every(vars(self), role)

    @property
    def within(self) -> str:
        """ "14 of them in this selection"; empty where all are."""
        return within(vars(self))


@dataclass(frozen=True)
class RoleView:
    """A role as the page shows it: its profile (None: none in force), its lines, its hires old enough to be judged.

    Lines stand in order of weight; what is rated but not in the profile comes last, in order of name.
    """

    role: str
    profile: Profile | None
    lines: tuple[Line, ...]
    size: Size

    def flagged(self, flag: Flag) -> tuple[Line, ...]:
        """The lines that carry the flag."""
        return tuple(line for line in self.lines if flag in line.flags)

    @property
    def supported(self) -> tuple[Line, ...]:
        """Lines whose ratings clearly went with better results more than the other competencies."""
        return tuple(
            line
            for line in self.lines
            if line.is_supported and line.slope and line.slope.label is Label.CLEAR
        )


def role_view(role: str, profiles: Sequence[Profile], found: Evidence) -> RoleView:
    """What was agreed for a role beside what its hires show."""
    profile = profile_of(profiles, role)
    lines = _lines(profile.current, found) if profile else []
    named = {key_of(line.competency) for line in lines}
    lines += [
        Line(slope.competency, None, slope, _flags_outside(slope) if profile else ())
        for slope in found.slopes_of(role)
        if key_of(slope.competency) not in named
    ]
    n = found.hires.get(role, 0)
    return RoleView(role, profile, tuple(lines), Size(n, n))


def roles_of(profiles: Sequence[Profile], found: Evidence) -> tuple[str, ...]:
    """Every role with a profile or with hires to judge, those with most hires first."""
    names = {one.role for one in profiles} | set(found.hires)
    return tuple(sorted(names, key=lambda role: (-found.hires.get(role, 0), role)))


def _lines(version: Version, found: Evidence) -> list[Line]:
    lines = []
    for wanted in version.wanted:
        slope = found.slope(version.role, wanted.competency)
        if slope is None:
            flags: tuple[Flag, ...] = (Flag.NEVER_RATED,) if _is_never_rated(wanted, found) else ()
        else:
            flags = _flags_inside(wanted, slope, version)
        lines.append(Line(wanted.competency, wanted, slope, flags))
    return lines


def _is_never_rated(wanted: Wanted, found: Evidence) -> bool:
    """Whether others were rated in what they were asked and nobody in this; where no hire is judged that is not seen.

    Where no ratings came at all, that is said once, not of each.
    """
    rated = {key_of(name) for name in found.competencies}
    return bool(rated) and (found.silence not in WITHOUT_HIRES or key_of(wanted.competency) not in rated)


def _flags_inside(wanted: Wanted, slope: Slope, version: Version) -> tuple[Flag, ...]:
    if slope.state is not State.TOLD:
        return ()
    flags = []
    if is_heavy(wanted, version) and slope.above_middle < HARDLY_ABOVE:
        flags.append(Flag.OVER_WEIGHTED)
    if is_light(wanted, version) and slope.above_middle > SURELY_ABOVE:
        flags.append(Flag.UNDER_WEIGHTED)
    if wanted.is_must_have and slope.direction is Direction.LOWER:
        flags.append(Flag.MUST_HAVE_BELOW)
    return tuple(flags)


def _flags_outside(slope: Slope) -> tuple[Flag, ...]:
    is_above = slope.state is State.TOLD and slope.above_middle > SURELY_ABOVE
    return (Flag.MISSING,) if is_above else (Flag.NOT_IN_PROFILE,)


def is_heavy(wanted: Wanted, version: Version) -> bool:
    """Whether it is among the three heaviest; nothing is in a profile of equal weights, or where half tie for it."""
    weights = np.array([one.weight for one in version.wanted])
    rank = 1 + int((weights > wanted.weight).sum())
    return rank <= HEAVIEST and wanted.weight > float(np.median(weights))


def is_light(wanted: Wanted, version: Version) -> bool:
    """Whether it is in the bottom third by weight; nothing is in a profile of equal weights."""
    weights = np.array([one.weight for one in version.wanted])
    rank = 1 + int((weights < wanted.weight).sum())
    light = math.ceil(len(weights) * LIGHTEST_SHARE)
    return rank <= light and wanted.weight < float(np.median(weights))
