"""What `python -m hiring evidence …` answers: the same claims as the pages', as one JSON shape for every kind."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.frames import Chosen
from hiring.statistics.evidence.gates import FEWEST_TO_RANK
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.shown import shown
from hiring.statistics.evidence.table import KINDS, as_json
from hiring.statistics.evidence.telling import covered, outcome_notes
from hiring.statistics.outcomes import Outcomes
from hiring.statistics.profiles import shown as profiles_shown
from hiring.statistics.profiles.agreed import profiles_of
from hiring.statistics.profiles.claims import claims
from hiring.statistics.profiles.evidence import ALL_ROLES
from hiring.statistics.profiles.judged import Judged

PROFILES = "profiles"
ABOUT = (*KINDS, PROFILES)
WITHOUT_NAMES = "Single interviewers are left out: names are not part of your access."


def claims_as_json(about: str, evidence: Evidence, chosen: Chosen) -> dict[str, Any]:
    """`who_can_say`, `rows` and `checks` for one of the kinds: the company's estimates, those rows that are chosen.

    Who may not see names gets no row about an interviewer or a pair: by any id, it is about single people.
    """
    found = as_json(shown(evidence, chosen), KINDS[about])
    if chosen.people is not None or KINDS[about] is Kind.SOURCES:
        return found
    return {**found, "who_can_say": f"{found['who_can_say']} {WITHOUT_NAMES}", "rows": []}


def profile_claims_as_json(
    agreed: pd.DataFrame, evidence: Judged, chosen: Chosen, roles: Collection[str]
) -> dict[str, Any]:
    """The same of ratings as a whole and of each competency against the others, for these roles.

    `agreed`: the answer to `role_profiles/profiles` for the viewer, with no role left out. Under 120 mature hires no
    row, as everywhere.
    """
    of_hires = profiles_shown.shown(evidence, chosen)
    found = of_hires.judged
    is_enough = len(found.outcomes.hires) >= FEWEST_TO_RANK
    rows = claims(found.evidence, profiles_of(agreed)) if is_enough else []
    said = _who_can_say(found.outcomes, found.evidence.silence.value, is_enough=is_enough)
    return {
        "who_can_say": f"{said} {of_hires.rests_on}".strip(),
        "rows": [row for row in rows if row["who"][0] in (ALL_ROLES, *roles)],
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
    count, also = len(outcomes.hires), covered(outcomes)
    if silence:
        return f"{count} hires of at least six months{also}: {silence}."
    if not is_enough:
        return f"{count} hires of at least six months{also}: nothing is said of competencies below {FEWEST_TO_RANK}."
    return f"{count} hires of at least six months: enough to say something of ratings and competencies."
