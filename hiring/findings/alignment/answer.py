"""The answer of the page "Alignment": the widest gap, what came of it where the two differ, what each rated higher."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings import links
from hiring.findings.alignment import departments as gaps
from hiring.findings.alignment import ways
from hiring.findings.alignment.groups import by_role_and_round
from hiring.findings.craft.summed import SMALL_DEPARTMENT
from hiring.findings.exhibit import Exhibit
from hiring.findings.interviewers.rows import hundredths
from hiring.findings.numbers import Number
from hiring.statistics.high_performers.expected import HIGH_PERFORMER, MET_BAR, STAYED
from hiring.statistics.outcomes import KEY
from hiring.statistics.ratings import votes
from hiring.statistics.ratings.departments import HR, SALES, department_agreement
from hiring.statistics.ratings.not_known import NO_INTERVIEWS, NotKnown
from hiring.statistics.ratings.scorecards import Rated
from hiring.statistics.verdicts import SMALLEST_JUDGED

KICKER = "Alignment"
UNKNOWN = "How far HR and Sales agree on candidates is not known"
MOST_CASES = 5
APART = (
    "Mean scores over so many competencies that both scored; candidates by their id in the recruiting system"
)
AT_PACE = "was_at_pace"
DID = {
    STAYED: "stayed a year",
    AT_PACE: "were at quota pace within a year",
    MET_BAR: "met the bar",
    HIGH_PERFORMER: "became high performers",
}
WIDEST = "Where the two rate differently, the widest gap first"
TALK = "talk about what each side means by {what}: {side} rates the same candidates {points} higher."
NOBODY_APPLIED = NotKnown("No candidate applied within these filters.", "", links.WIDEN)
HIGHER = {side: f"{side} rated them higher by" for side in (HR, SALES)}
HELD_UP = (
    "Mean mark of the hires who later did so minus that of those who did not, with its likely range; of hires whom "
    "both rated."
)
NOT_TESTED = "Which side is ahead is not tested: the hires were chosen by these very ratings."


@dataclass(frozen=True)
class Alignment:
    """The whole answer; `missing` says why there is none."""

    lead: str
    standfirst: str = ""
    numbers: tuple[Number, ...] = ()
    gaps: Exhibit | None = None
    groups: tuple[Exhibit, ...] = ()
    measured: tuple[tuple[str, str], ...] = ()
    ways: pd.DataFrame = field(default_factory=pd.DataFrame)
    held_up: pd.DataFrame = field(default_factory=pd.DataFrame)
    people: pd.DataFrame = field(default_factory=pd.DataFrame)
    missing: NotKnown | None = None
    next_step: str = ""


def alignment(
    rated: Rated | NotKnown,
    cards: pd.DataFrame,
    applications: pd.DataFrame,
    hires: pd.DataFrame,
    pace: pd.DataFrame,
    is_nameless: bool,
) -> Alignment:
    """The answer for scorecards, `alignment/applications_decided`, the hires of the evidence, `alignment/at_pace`.

    `is_nameless`: for who may see no names, of a department as small as a person nothing is told.
    """
    found = rated if isinstance(rated, NotKnown) else department_agreement(rated)
    if is_nameless and has_small_department(cards):
        found = SMALL_DEPARTMENT
    if isinstance(found, NotKnown) or isinstance(rated, NotKnown):
        return Alignment(UNKNOWN, missing=_why(found, applications) if isinstance(found, NotKnown) else None)
    shown = gaps.gaps_exhibit(found)
    counted = ways.told(votes.prevailed(votes.votes(cards, applications), hires))
    widest = gaps.gap_numbers(found)
    known = hires.merge(pace, on=KEY, how="left") if len(hires) else hires
    held_up = votes.held_up(rated.cards, known, DID)
    return Alignment(
        shown.lead,
        ways.parted(counted) or gaps.agreed(found),
        (*widest, *ways.numbers(counted)),
        replace(shown, lead=WIDEST),
        by_role_and_round(rated, found.limits.bias.estimate, is_nameless),
        (("On the whole", gaps.agreed(found)), *gaps.agreement_sentences(found)),
        ways.table(counted),
        held_up_table(held_up),
        found.people,
        next_step=_next(widest),
    )


def _next(widest: tuple[Number, ...]) -> str:
    """What both could talk about: the competency of the widest clear gap; empty where none is clear."""
    if not widest:
        return ""
    what, side = widest[0].note.split(" · ")[0], widest[0].label.split(" ")[0]
    return TALK.format(what=what, side=side, points=widest[0].value)


def _why(found: NotKnown, applications: pd.DataFrame) -> NotKnown:
    """Why nothing is known: the page only asks where interviews are loaded, so where none was held no file lacks."""
    if found != NO_INTERVIEWS:
        return found
    return replace(NOBODY_APPLIED if applications.empty else found, file="", remedy=links.WIDEN)


def has_small_department(cards: pd.DataFrame) -> bool:
    """Whether HR or Sales has so few interviewers that what is told of it is told of a person."""
    people = cards.groupby("department")["interviewer_id"].nunique()
    return any(0 < people.get(side, 0) < SMALLEST_GROUP for side in (HR, SALES))


def held_up_table(told: pd.DataFrame) -> pd.DataFrame:
    """A row an outcome: how much higher each side had rated those who did so, with range and counts."""
    rows = []
    for outcome, mine in told.groupby("outcome", sort=False):
        cells = [_higher(row) for row in mine.to_dict("records")]
        first = mine.iloc[0]
        counts = f"{words.number(first['n_with'])} and {words.number(first['n_without'])}"
        rows.append((outcome, *cells, counts))
    return pd.DataFrame(
        rows,
        columns=["Hires who", *HIGHER.values(), "Who did, who did not"],
    )


def _higher(row: Mapping[Any, Any]) -> str:
    if min(row["n_with"], row["n_without"]) < SMALLEST_JUDGED:
        return "too few to tell"
    return words.with_interval(row["difference"], row["low"], row["high"], hundredths)


def as_far_apart(people: pd.DataFrame, shown: pd.DataFrame) -> str:
    """How many more are as far apart as the last that is listed; "" for none."""
    if shown.empty or len(people) <= len(shown):
        return ""
    last = people["difference"].abs().iloc[len(shown) - 1]
    more = int((people["difference"].abs().iloc[len(shown) :].round(6) >= round(last, 6)).sum())
    return f"{words.number(more)} more are as far apart as the last of these" if more else ""


def cases(people: pd.DataFrame, candidates: pd.DataFrame) -> pd.DataFrame:
    """The candidates whom the two rate most apart: each side's mean, and what became of their latest application.

    `candidates`: rows of `alignment/candidates`.
    """
    latest = candidates.drop_duplicates("candidate_id", keep="last")
    rows = people.merge(latest, on="candidate_id", how="inner").head(MOST_CASES)
    return pd.DataFrame(
        {
            "Candidate": rows["candidate_id"],
            "Role": rows["role_profile"],
            HR: [words.number(value, 1) for value in rows["hr"]],
            SALES: [words.number(value, 1) for value in rows["sales"]],
            "Competencies": [words.number(count) for count in rows["count_competencies"]],
            "Now": rows["status"].str.replace("_", " ", regex=False),
        }
    )
