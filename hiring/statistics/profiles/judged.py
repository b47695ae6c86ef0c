"""What the hires show of role profiles, worked out once for every page: each competency, each fact, and the checks.

Everything is fitted on the hires of all roles, because roles lend each other what they have in common; who wants to see
one role picks its rows from the result. Ratings are freed of what is known of lenient interviewers, for every viewer
alike. Where hires were dealt unequal territories or quotas, these are levelled out, and nothing is called Clear unless
that leaves nothing of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from hiring.statistics.evidence.controls import Control, Subject, controlled
from hiring.statistics.evidence.designs import designed
from hiring.statistics.outcomes import Outcomes, measured
from hiring.statistics.profiles.backgrounds import FactEvidence, background_evidence
from hiring.statistics.profiles.evidence import Evidence, evidence
from hiring.statistics.profiles.gates import SMALLEST_COMPANY
from hiring.statistics.profiles.luck import LinkLuck, links_by_luck
from hiring.statistics.profiles.resembling import Resembling, resembling
from hiring.statistics.ratings.leniency import leniency
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.scorecards import rated

#: Hires are compared with hires of the same role, region, year of start and first manager. Managers pick who
#: interviews for them: where they differ, so do the ratings and the results of their hires, and nothing follows.
CONTROLS = ("region", "start_year", "first_manager")
NOT_KNOWN = "not known"


@dataclass(frozen=True)
class Judged:
    """All of it. `control`: whether hires started from equal ground; `knows_leniency`: whether ratings are freed of it.

    `outcomes`: the hires that count, and who is left out.
    """

    outcomes: Outcomes
    evidence: Evidence
    luck: LinkLuck
    backgrounds: tuple[FactEvidence, ...]
    resembling: Resembling
    control: Control
    knows_leniency: bool

    @property
    def unequal(self) -> tuple[str, ...]:
        """The facts from before the hire that differ by interviewer or source, where levelling leaves some of it."""
        capping = [subject for subject in Subject if self.control.caps(subject)]
        named = [check.name for check in self.control.checks if check.is_flagged and check.subject in capping]
        return tuple(dict.fromkeys(named))


def judged(
    hires: pd.DataFrame,
    months: pd.DataFrame,
    seats: pd.DataFrame,
    ratings: pd.DataFrame,
    backgrounds: pd.DataFrame,
) -> Judged:
    """From the answers to `evidence/hires`, `months` and `seats`, `role_profiles/ratings` and `backgrounds`."""
    outcomes = measured(hires, months)
    control = _control(outcomes, seats)
    compared = with_controls(outcomes.hires).assign(**control.covariates)
    controls = (*CONTROLS, *control.covariates)
    is_capped = any(control.caps(subject) for subject in Subject)
    points = points_above_colleagues(ratings)
    found = evidence(compared, ratings, points, controls, is_capped=is_capped)
    return Judged(
        outcomes,
        found,
        links_by_luck(compared, ratings, points, controls),
        background_evidence(compared, backgrounds, controls, is_capped=is_capped),
        resembling(compared, ratings, points, controls, roles_differ=found.roles_differ),
        control,
        points is not None,
    )


def with_controls(hires: pd.DataFrame) -> pd.DataFrame:
    """The hires with `start_year` and `first_manager` added as words.

    The calendar's year, whatever the fiscal one: it is levelled out and never shown.
    """
    given = hires["manager_id"] if "manager_id" in hires else pd.Series(None, index=hires.index, dtype=object)
    return hires.assign(
        start_year=pd.to_datetime(hires["sales_start_on"]).dt.year.astype(str),
        first_manager=given.where(given.notna(), NOT_KNOWN).astype(str),
    )


def _control(outcomes: Outcomes, seats: pd.DataFrame) -> Control:
    """Whether hires started from equal ground; not asked where nothing is claimed anyway."""
    if len(outcomes.hires) < SMALLEST_COMPANY or not outcomes.has_spread:
        return Control()
    return controlled(designed(outcomes, seats))


def points_above_colleagues(ratings: pd.DataFrame) -> Mapping[str, float] | None:
    """Interviewer → points given above colleagues on the same candidates; None where nobody met the same ones.

    From the answer to `role_profiles/ratings`, which holds no names, so that every viewer gets the same figures.
    """
    known = ratings[ratings["interviewer_id"].notna()]
    cards = known.drop_duplicates("interview_id")
    columns = ["interview_id", "application_id", "candidate_id", "role_profile", "interviewer_id"]
    nameless = cards[columns].assign(full_name="", department="").reset_index(drop=True)
    found = rated(nameless, known[["interview_id", "competency", "score", "scale_max"]])
    lenient = found if isinstance(found, NotKnown) else leniency(found)
    if isinstance(lenient, NotKnown):
        return None
    points = lenient.interviewers.set_index("interviewer_id")["leniency"]
    return {str(who): float(value) for who, value in points.items()}
