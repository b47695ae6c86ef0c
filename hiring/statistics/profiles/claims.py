"""The evidence on profiles as rows of one shape with that on interviewers, pairs and sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hiring import words
from hiring.statistics.profiles.agreed import Profile, profile_of
from hiring.statistics.profiles.compared import Flag, role_view
from hiring.statistics.profiles.evidence import AS_A_WHOLE, Evidence, Slope, State
from hiring.statistics.verdicts import Direction, Label

Row = dict[str, Any]


def claims(found: Evidence, profiles: Sequence[Profile] = ()) -> list[Row]:
    """One row for ratings as a whole, one a competency; one a role and competency only where roles differ.

    The surest first; empty where nothing could be fitted. Keys who ([role, competency]; "All roles", "Ratings as a
    whole"), names (the same), n, estimate, low, high (standard deviations of the outcome for one of the true scores,
    95 %; of a competency: more than for one of the competencies on average), probability (to be above zero), label,
    next_step. A role with too few hires has its numbers, borrowed for the most part from other roles, and the label
    that says so.
    """
    order = list(Label)
    every = [*([found.whole] if found.whole else []), *found.across]
    every += found.slopes if found.roles_differ else ()
    fitted = [slope for slope in every if slope.estimate == slope.estimate]
    fitted.sort(
        key=lambda one: (
            order.index(one.label),
            min(one.probability, 1 - one.probability),
            one.role,
            one.competency,
        )
    )
    return [_row(slope, _flags(slope, profiles, found)) for slope in fitted]


def _row(slope: Slope, flags: tuple[Flag, ...]) -> Row:
    return {
        "who": [slope.role, slope.competency],
        "names": [slope.role, slope.competency],
        "n": slope.n,
        "estimate": slope.estimate,
        "low": slope.low,
        "high": slope.high,
        "probability": slope.probability,
        "label": slope.label.value,
        "next_step": next_step(slope, flags),
    }


def _flags(slope: Slope, profiles: Sequence[Profile], found: Evidence) -> tuple[Flag, ...]:
    if profile_of(profiles, slope.role) is None:
        return ()
    lines = role_view(slope.role, profiles, found).lines
    return next((line.flags for line in lines if line.slope == slope), ())


def next_step(slope: Slope, flags: Sequence[Flag] = ()) -> str:
    """What to do next about a competency in a role, in one sentence; never about a person."""
    needed = slope.n_needed
    if slope.state is State.TOO_FEW:
        return f"Wait for {words.counted(needed, 'more rated hire')} before reading anything in it."
    if Flag.MISSING in flags:
        return "Talk about taking it into the profile before the next opening."
    if Flag.UNDER_WEIGHTED in flags:
        return "Talk about a larger weight before the next opening."
    if Flag.OVER_WEIGHTED in flags:
        return "Talk about whether its weight is earned before the next opening."
    if slope.label is Label.CLEAR and slope.direction is Direction.HIGHER and slope.competency == AS_A_WHOLE:
        return "Keep rating as you do; see whether the next hires bear it out."
    if slope.label is Label.CLEAR and slope.direction is Direction.HIGHER:
        return "Keep asking for it; see whether the next hires bear it out."
    if slope.label is Label.CLEAR and slope.competency == AS_A_WHOLE:
        return "Talk about what a high score stands for: hires rated higher ended up lower."
    if slope.label is Label.CLEAR:
        return "Talk about what a high score in it stands for: it goes with results less than the others."
    if needed is None:
        return "No number of hires in sight would tell; do not decide on it."
    return f"If it holds, about {words.counted(needed, 'more rated hire')} would make it clear."
