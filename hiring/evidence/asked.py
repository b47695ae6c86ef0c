"""What `python -m hiring evidence …` answers: the same claims as the pages', as one JSON shape for every kind."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hiring.evidence.frames import Ask, gathered
from hiring.evidence.gates import FEWEST_TO_RANK
from hiring.evidence.judging import whole
from hiring.evidence.table import KINDS, as_json
from hiring.evidence.telling import outcome_notes
from hiring.outcomes import Outcomes, measured
from hiring.profiles.agreed import profiles_of
from hiring.profiles.claims import claims
from hiring.profiles.evidence import evidence as competencies
from hiring.ratings.leniency import leniency
from hiring.ratings.not_known import NotKnown
from hiring.ratings.scorecards import rated

PROFILES = "profiles"
ABOUT = (*KINDS, PROFILES)


def told(about: str, ask: Ask, *, with_names: bool) -> dict[str, Any]:
    """`who_can_say`, `rows` and `checks` for one of `ABOUT`; `ask` answers a question for the viewer and filters."""
    if about == PROFILES:
        return _profiles(ask, with_names=with_names)
    frames = gathered(ask, with_names=with_names)
    return as_json(whole(frames.hires, frames.months, frames.seats), KINDS[about], frames.names)


def _profiles(ask: Ask, *, with_names: bool) -> dict[str, Any]:
    """The slope of each competency in each role; under 120 mature hires no row, as everywhere."""
    outcomes = measured(ask("evidence/hires"), ask("evidence/months"))
    found = competencies(
        outcomes.hires.assign(start_year=pd.to_datetime(outcomes.hires["hire_date"]).dt.year.astype(str)),
        ask("role_profiles/ratings"),
        _leniency(ask) if with_names else None,
        ("region", "start_year"),
    )
    rows = claims(found, profiles_of(ask("role_profiles/profiles")))
    is_enough = len(outcomes.hires) >= FEWEST_TO_RANK
    return {
        "who_can_say": _who_can_say(outcomes, found.silence.value, is_enough=is_enough),
        "rows": rows if is_enough else [],
        "checks": {"outcome": list(outcome_notes(outcomes))},
    }


def _leniency(ask: Ask) -> dict[str, float] | None:
    """Points each interviewer gives above colleagues, where interviewers met the same candidates."""
    scorecards = rated(ask("interviewers/craft_scorecards"), ask("interviewers/craft_ratings"))
    if isinstance(scorecards, NotKnown):
        return None
    found = leniency(scorecards)
    if isinstance(found, NotKnown):
        return None
    points = found.interviewers.set_index("interviewer_id")["leniency"]
    return {str(who): float(value) for who, value in points.items()}


def _who_can_say(outcomes: Outcomes, silence: str, *, is_enough: bool) -> str:
    count = len(outcomes.hires)
    if silence:
        return f"{count} hires of at least six months: {silence}."
    if not is_enough:
        return (
            f"{count} hires of at least six months: nothing is said of competencies below {FEWEST_TO_RANK}."
        )
    return f"{count} hires of at least six months: enough to say something of the competencies of the larger roles."
