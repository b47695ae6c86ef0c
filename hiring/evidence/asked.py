"""What `python -m hiring evidence …` answers: the same claims as the pages', as one JSON shape for every kind."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from hiring.evidence.fits import Kind
from hiring.evidence.frames import Ask, gathered
from hiring.evidence.gates import FEWEST_TO_RANK
from hiring.evidence.judging import whole
from hiring.evidence.table import KINDS, as_json
from hiring.evidence.telling import outcome_notes
from hiring.outcomes import Outcomes
from hiring.profiles import gathered as profiles
from hiring.profiles.agreed import profiles_of
from hiring.profiles.claims import claims
from hiring.profiles.evidence import ALL_ROLES
from hiring.profiles.judged import judged

PROFILES = "profiles"
ABOUT = (*KINDS, PROFILES)
NOT_NAMED = "somebody not named to you"
WITHOUT_NAMES = "Single interviewers are left out: names are not part of your access."


def told(about: str, ask: Ask, *, with_names: bool, roles: Collection[str] | None = None) -> dict[str, Any]:
    """`who_can_say`, `rows` and `checks` for one of `ABOUT`; `ask` answers a question for the viewer and filters.

    Who may not see names gets no row about an interviewer or a pair: by any id, it is about single people.
    About profiles, let `ask` leave no role out: roles lend each other what they have in common. Rows come of `roles`,
    or of all.
    """
    if about == PROFILES:
        return _profiles(ask, roles)
    frames = gathered(ask, with_names=with_names)
    names = frames.names if with_names else dict.fromkeys(frames.seats["interviewer_id"], NOT_NAMED)
    found = as_json(whole(frames.hires, frames.months, frames.seats), KINDS[about], names)
    if with_names or KINDS[about] is Kind.SOURCES:
        return found
    return {**found, "who_can_say": f"{found['who_can_say']} {WITHOUT_NAMES}", "rows": []}


def _profiles(ask: Ask, roles: Collection[str] | None) -> dict[str, Any]:
    """Ratings as a whole and each competency against the others; under 120 mature hires no row, as everywhere."""
    answers = profiles.gathered(ask)
    found = judged(*answers.of_hires)
    is_enough = len(found.outcomes.hires) >= FEWEST_TO_RANK
    rows = claims(found.evidence, profiles_of(answers.profiles)) if is_enough else []
    return {
        "who_can_say": _who_can_say(found.outcomes, found.evidence.silence.value, is_enough=is_enough),
        "rows": [row for row in rows if roles is None or row["who"][0] in (ALL_ROLES, *roles)],
        "checks": {
            "outcome": list(outcome_notes(found.outcomes)),
            "unequal_ground": list(found.unequal),
            "ratings_without_leniency": found.knows_leniency,
            "roles_differ": found.evidence.roles_differ,
            "reliability": {
                name: None if share != share else round(share, 3)
                for name, share in found.evidence.reliability.items()
            },
        },
    }


def _who_can_say(outcomes: Outcomes, silence: str, *, is_enough: bool) -> str:
    count = len(outcomes.hires)
    if silence:
        return f"{count} hires of at least six months: {silence}."
    if not is_enough:
        return (
            f"{count} hires of at least six months: nothing is said of competencies below {FEWEST_TO_RANK}."
        )
    return f"{count} hires of at least six months: enough to say something of ratings and competencies."
