"""What the page "Role profiles" answers: which roles it shows, its sentence, the line under it, is it more than luck.

Frames and judged evidence in, words out; no streamlit. The figures are in `figures`, what was agreed in
`agreed`, what to do next in `intake`, what hires brought in `backgrounds`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import pandas as pd

from hiring import words
from hiring.findings.in_people import READING
from hiring.findings.role_profiles import as_a_whole
from hiring.statistics.evidence.telling import outcome_notes, unseen
from hiring.statistics.profiles.agreed import Profile, profile_of
from hiring.statistics.profiles.alike import Alikeness
from hiring.statistics.profiles.compared import Flag, Line, RoleView, Size, role_view
from hiring.statistics.profiles.evidence import Evidence, Silence
from hiring.statistics.profiles.gates import ALIKE_FROM, SMALLEST_COMPANY, SMALLEST_ROLE
from hiring.statistics.profiles.judged import Judged
from hiring.statistics.verdicts import Direction, Label

KICKER = "Role profiles"
NOBODY = "no other role"
#: The two roles where a sentence is too short for their names.
BOTH = "The two roles"
LONGEST_LEAD = 90
#: So many profiles of other roles that still wait are named.
MOST_WAITING = 2
HALF_YEAR = "half a year or more behind them"
NOBODY_OPEN = "No hire of six months or more is within your access"
LOOKING = "What past hires show of it is being worked out."
NOTHING = "No role is known: nobody was hired within these filters, and no profile was agreed"
NO_RATINGS = "No ratings of these hires are known."
#: What each of the files tells without which nothing is known of ratings, in the order in which they lead to them.
RATINGS_FILES = {
    "applications": "Applications say who was interviewed for what, and which of them was hired.",
    "interviews": "Interviews say who interviewed whom, and when.",
    "ratings": "Ratings hold the score each interviewer gave in each competency.",
}


@dataclass(frozen=True)
class Choice:
    """The roles to choose from, those with most hires first, and the two that are shown unless others are chosen."""

    roles: tuple[str, ...]
    first: str
    second: str

    def chosen(self, *names: str) -> tuple[str, ...]:
        """The roles of these names, each once."""
        return tuple(name for name in dict.fromkeys(names) if name in self.roles)


def choice(
    profiles: Sequence[Profile], milestones: pd.DataFrame, found: Alikeness, wanted: Sequence[str]
) -> Choice:
    """What can be chosen of the roles `wanted` (empty: all); at first the largest and the one least like it.

    `milestones` is the answer to `outcomes/milestones_by_hire`: a row a hire.
    """
    sizes = {str(role): int(n) for role, n in milestones["role_profile"].value_counts().items()}
    names = {one.role for one in profiles} | set(sizes)
    roles = tuple(
        sorted((role for role in names if not wanted or role in wanted), key=lambda r: (-sizes.get(r, 0), r))
    )
    if len(roles) < 2:
        return Choice(roles, roles[0] if roles else "", NOBODY)
    first = roles[0]
    alike = {role: found.pair(first, role) for role in roles[1:]}
    known = {role: value for role, value in alike.items() if value is not None}
    return Choice(roles, first, min(known, key=lambda role: known[role]) if known else roles[1])


def views(
    roles: Sequence[str],
    profiles: Sequence[Profile],
    found: Judged,
    sizes: Mapping[str, Size] = MappingProxyType({}),
) -> tuple[RoleView, ...]:
    """Each role's profile beside what its hires show; `sizes`: how many of them are chosen, where not all are."""
    seen = {role: role_view(role, profiles, found.evidence) for role in roles}
    return tuple(replace(view, size=sizes.get(role, view.size)) for role, view in seen.items())


def lead(shown: Sequence[RoleView], found: Judged, alike: Alikeness) -> str:
    """What past hires bear out of the profiles, in one plain sentence; how the profiles differ where no name fits."""
    leads = (*_seen(shown, found), *_of_profiles(shown, alike))
    return next((one for one in leads if len(one) <= LONGEST_LEAD), KICKER)


def _of_profiles(shown: Sequence[RoleView], alike: Alikeness) -> tuple[str, ...]:
    return _agreed([view.role for view in shown], alike, has_profiles=any(view.profile for view in shown))


def first_lead(roles: Sequence[str], profiles: Sequence[Profile], alike: Alikeness) -> str:
    """What can be said before the evidence is there: of the profiles alone."""
    has = any(profile_of(profiles, role) for role in roles)
    return next(one for one in _agreed(roles, alike, has_profiles=has) if len(one) <= LONGEST_LEAD)


def _agreed(roles: Sequence[str], alike: Alikeness, *, has_profiles: bool) -> tuple[str, ...]:
    """What holds of the profiles, the longer wording first."""
    even = [role for role in roles if role in alike.even_roles]
    if not has_profiles:
        return (
            "No profile of this role has been agreed" if len(roles) < 2 else "No profile has been agreed",
        )
    if len(roles) < 2:
        return _of_one(roles[0], is_even=bool(even))
    if len(even) == len(roles):
        return ("Both profiles ask for everything equally", "Both profiles ask for everything")
    if even:
        return (f"{even[0]} asks for everything equally", "One profile asks for everything equally")
    pair = alike.pair(roles[0], roles[1])
    if pair is None:
        return ("Only one of the two roles has a profile",)
    if pair > ALIKE_FROM:
        return (f"{BOTH} ask for almost the same person",)
    if pair > 0.5:
        return (f"{BOTH} share most of their priorities",)
    return (f"{BOTH} ask for different people",)


def _of_one(role: str, *, is_even: bool) -> tuple[str, ...]:
    if is_even:
        return (f"{role}'s profile asks for everything equally", "The profile asks for everything equally")
    return (f"{role}'s profile sets priorities", "The profile sets priorities")


def _seen(shown: Sequence[RoleView], found: Judged) -> tuple[str, ...]:
    """What holds of the evidence, the most telling first; several wordings, as names may be long."""
    silence = _silent(shown, found)
    if silence:
        return silence
    views = [view for view in shown if found.evidence.has_evidence(view.role)]
    only = f" in {views[0].role}" if len(views) < len(shown) else ""
    return (*_flagged(views, only), *_standing_out(views), as_a_whole.lead(found.evidence.whole))


def _silent(shown: Sequence[RoleView], found: Judged) -> tuple[str, ...]:
    """Why the evidence says nothing of these roles; empty where it says something of one."""
    evidence = found.evidence
    if evidence.silence is Silence.NO_HIRES:
        return (unseen(found.outcomes) or "No hire is old enough to say what goes with results",)
    if evidence.silence is Silence.NO_RATINGS:
        return ("No ratings of hires are known",)
    if evidence.silence is Silence.SMALL_COMPANY:
        be = "is" if evidence.count_hires == 1 else "are"
        return (f"{words.counted(evidence.count_hires, 'hire')} {be} too few to say what goes with results",)
    if evidence.silence is Silence.SAME_OUTCOME:
        return ("No hire stands above another of the same role, so nothing can go with results",)
    if evidence.silence is Silence.NOBODY_OPEN or not any(view.size.is_open for view in shown):
        return (NOBODY_OPEN,)
    if not any(evidence.has_evidence(view.role) for view in shown):
        roles = "These roles have" if len(shown) > 1 else "The role has"
        return (f"{roles} too few hires to say what goes with results",)
    return ()


def _flagged(views: Sequence[RoleView], only: str) -> tuple[str, ...]:
    said = []
    for view in views:
        where = f" in {view.role}" if len(views) > 1 else only
        said += [
            f"{line.competency} carries weight that past hires do not bear out{where}"
            for line in view.flagged(Flag.OVER_WEIGHTED)
            if _is_clear(line)
        ]
        said += [
            f"{line.competency} goes with results more than its weight says{where}"
            for flag in (Flag.UNDER_WEIGHTED, Flag.MISSING)
            for line in view.flagged(flag)
            if _is_clear(line)
        ]
    return tuple(said)


def _is_clear(line: Line) -> bool:
    return line.slope is not None and line.slope.label is Label.CLEAR


def _standing_out(views: Sequence[RoleView]) -> tuple[str, ...]:
    """Which competencies clearly go with results more than the others do, or less; each is named once."""
    lines = [line for view in views for line in view.lines if _is_clear(line)]
    more = tuple(dict.fromkeys(line.competency for line in lines if line.is_supported))
    less = tuple(dict.fromkeys(line.competency for line in lines if line.competency not in more))
    names, way = (more, "more") if more else (less, "less")
    counted = f"{len(names)} competencies go with results {way} than the others"
    if len(names) == 1:
        counted = f"One competency goes with results {way} than the others"
        return (f"{names[0]} goes with results {way} than the other competencies do", counted)
    return (counted,) if names else ()


def is_level(views: Sequence[RoleView], found: Evidence) -> bool:
    """Whether ratings as a whole go with results, and no competency of these roles more or less than the others."""
    whole = found.whole
    foretell = whole is not None and whole.label is Label.CLEAR and whole.direction is Direction.HIGHER
    return foretell and not any(_is_clear(line) for view in views for line in view.lines)


def standfirst(shown: Sequence[RoleView], found: Judged) -> str:
    """Whether a single competency stands out, and of how many hires that is told."""
    none = "No single competency stands out. " if is_level(shown, found.evidence) else ""
    return f"{none}{_rests(shown, found)}".strip()


def differ(roles: Sequence[str], profiles: Sequence[Profile], alike: Alikeness) -> str:
    """How the profiles differ, with the roles' names, as a sentence."""
    said = _agreed(roles, alike, has_profiles=any(profile_of(profiles, role) for role in roles))
    return f"{said[0].replace(BOTH, ' and '.join(roles))}."


def waiting(profiles: Sequence[Profile], roles: Sequence[str]) -> str:
    """Which profiles of these roles are in force that a side has not agreed to; empty where none."""
    open_ = [one for one in profiles if one.role in roles and one.current.not_agreed_by]
    said = [
        f"{one.role} version {one.current.name} by {' and '.join(one.current.not_agreed_by)}"
        for one in open_[:MOST_WAITING]
    ]
    more = len(open_) - len(said)
    said += [words.counted(more, "other profile")] if more else []
    return f"Not agreed in other roles: {', '.join(said)}." if said else ""


def _rests(shown: Sequence[RoleView], found: Judged) -> str:
    """How many hires it rests on, and where nothing is said, why."""
    evidence, counts = found.evidence, " and ".join(view.size.in_words(view.role) for view in shown)
    here = " and ".join(words.number(view.size.here) for view in shown)
    within = f"; {here} of them in this selection" if any(view.size.within for view in shown) else ""
    rests = f"What ratings carry goes by {counts} with {HALF_YEAR}{within}."
    whole = evidence.whole
    if evidence.silence is Silence.NONE and whole is not None and not evidence.roles_differ:
        rated = words.counted(whole.n, "rated hire")
        rests = f"What ratings carry goes by {rated} of all roles: here {counts} with {HALF_YEAR}{within}."
    if evidence.silence is Silence.NO_HIRES and unseen(found.outcomes):
        return ""  # the lead says why
    if evidence.silence is Silence.SMALL_COMPANY:
        more = words.counted(evidence.n_needed, "more hire")
        return f"{rests} Nothing is said of competencies below {SMALLEST_COMPANY} hires in all roles: {more} needed."
    if evidence.silence is not Silence.NONE:
        return f"{rests} {evidence.silence.value.capitalize()}."
    return rests


def compared(found: Judged) -> str:
    """Whom hires are compared with, what a role borrows, and how ratings were corrected; empty where none are."""
    evidence = found.evidence
    if evidence.silence is not Silence.NONE:
        return ""
    count = len(found.outcomes.hires) or evidence.count_hires
    freed = (
        "Scores are corrected for interviewers known to rate kindly or strictly."
        if found.knows_leniency
        else "Nobody's leniency is known, so scores stand as they were given."
    )
    borrowed = (
        f"each role borrows from the {words.number(count)} hires of all roles in the company what these have in common"
        if evidence.roles_differ
        else f"what goes with results does not differ by role beyond luck, so all "
        f"{words.number(count)} such hires of the company, whatever their role, are looked at together"
    )
    return f"Hires are compared within role, region, year of start and first manager; {borrowed}. {freed}"


def unequal(found: Judged) -> tuple[str, str] | None:
    """The fact and its consequence where hires started from unequal ground that cannot be levelled."""
    if not found.evidence.is_capped:
        return None
    return (
        "These hires are not comparable.",
        f"They started from unequal ground, by interviewer or source ({', '.join(found.unequal)}), and levelling "
        "leaves some of it. Nothing is called Clear.",
    )


def remarks(found: Judged) -> tuple[str, ...]:
    """How the outcome is made, and what no evidence means, for the line under the page."""
    levelled = "Unequal territories or quotas at the start are levelled out."
    return (
        compared(found),
        f"A competency needs {SMALLEST_ROLE} rated hires in the role.",
        READING,
        *outcome_notes(found.outcomes),
        levelled if found.control.covariates else "",
    )
