"""Sellers beside their own managers, and who of HR and Sales has not met: described, not judged."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.interviewers.rows import hundredths
from hiring.statistics.rates import Interval
from hiring.statistics.ratings import met as meeting
from hiring.statistics.ratings import own_managers
from hiring.statistics.ratings.met import Beside
from hiring.statistics.ratings.scorecards import Rated
from hiring.statistics.verdicts import SMALLEST_JUDGED

#: Rows of each list; how many more there are is said.
MOST = 6
FEW_TOGETHER = "Too few candidates were scored by a seller and the seller's own manager"
FEW_PAIRS = "Who of HR and Sales has met is not known"
MET = (
    "Met at a meeting on file: a round with a candidate in which both sat, or the intake talk of an opening."
)
NOT_ALONE = (
    "Whoever had met each other is longer with the company and meets candidates later: that meeting brings views "
    "together, or apart, this does not show."
)


@dataclass(frozen=True)
class Section:
    """A plain fact, what stands beside it, and a list of people for who may see names, with how many it leaves out."""

    lead: str
    says: str = ""
    people: pd.DataFrame = field(default_factory=pd.DataFrame)
    rest: str = ""


def managers(found: Rated, led: pd.DataFrame, people: pd.DataFrame | None) -> Section:
    """From rows of `alignment/managers`; `people`: `craft/people`, None for who may see no names."""
    told = own_managers.own_managers(found, led)
    if told.gap.n < SMALLEST_JUDGED or (people is None and len(told.sellers) < SMALLEST_GROUP):
        return Section(FEW_TOGETHER)
    gap = words.with_interval(told.gap.estimate, told.gap.low, told.gap.high, hundredths)
    says = (
        f"Two points or more apart on the same competency: {_share(told.apart)}; any other two of Sales: "
        f"{_share(told.apart_others)}. A seller's mark minus the own manager's: {gap} points over "
        f"{words.counted(told.gap.n, 'candidate')}."
    )
    lead = (
        f"Sellers and own managers are far apart on {words.percent(told.apart.estimate)} of scores, others of Sales "
        f"on {words.percent(told.apart_others.estimate)}"
    )
    if people is None:
        return Section(lead, says)
    mine = told.sellers[told.sellers["n"] >= SMALLEST_JUDGED]
    named = _named(mine.head(MOST), {"interviewer_id": "Seller", "manager_id": "Manager"}, people)
    listed = pd.DataFrame(
        {
            "Seller": named["Seller"],
            "Manager": named["Manager"],
            "Candidates": [words.number(n) for n in named["n"]],
            "Seller's mark minus manager's": [
                words.with_interval(*one, hundredths)
                for one in zip(named["estimate"], named["low"], named["high"], strict=True)
            ],
        }
    )
    return Section(lead, says, listed, _rest(len(told.sellers) - len(listed), "with fewer candidates"))


def met(
    found: Rated,
    cards: pd.DataFrame,
    meetings: pd.DataFrame,
    as_of: pd.Timestamp,
    people: pd.DataFrame | None,
) -> Section:
    """From rows of `craft/scorecards` and `alignment/met_first`; `people` as in `managers`."""
    told = meeting.met(found, cards, meetings, as_of)
    if told.count_pairs < SMALLEST_JUDGED:
        return Section(FEW_PAIRS)
    share = f"{words.number(told.count_met)} of {words.number(told.count_pairs)}"
    pairs = f"{share} pairs of HR and Sales who hire for the same role"
    had, had_not = told.apart.had, told.apart.had_not
    lead = f"{pairs} have met"
    if min(had.n, had_not.n) >= SMALLEST_JUDGED:
        lead = (
            f"Pairs who had met are far apart on {words.percent(had.estimate)} of scores, pairs who had not on "
            f"{words.percent(had_not.estimate)}"
        )
    says = f"{pairs} met at a meeting on file. {_apart(told.apart)} {_days(told.days)}"
    if people is None:
        return Section(lead, says)
    named = _named(told.unmet.head(MOST), {"hr_id": "Of HR", "sales_id": "Of Sales"}, people)
    listed = pd.DataFrame(
        {
            "Of HR": named["Of HR"],
            "Of Sales": named["Of Sales"],
            "Candidates of both": [words.number(n) for n in named["n"]],
            "Roles": [_roles(roles) for roles in named["role_profiles"]],
        }
    )
    return Section(lead, says, listed, _rest(len(told.unmet) - len(listed), "more who have not met"))


def _apart(apart: Beside) -> str:
    return (
        f"Two points or more apart on the same competency: pairs who had met {_share(apart.had)}, pairs who had not "
        f"{_share(apart.had_not)}."
    )


def _days(days: Beside) -> str:
    had, had_not = (
        f"{words.with_interval(one.estimate, one.low, one.high, words.number)} ({words.counted(one.n, 'candidate')})"
        if one.n >= SMALLEST_JUDGED
        else "too few to tell"
        for one in (days.had, days.had_not)
    )
    return f"Days from HR's interview to the first by Sales: {had} and {had_not}."


def _share(share: Interval) -> str:
    """ "13 % (12–14 %) of 5,896 scores" """
    if share.n < SMALLEST_JUDGED:
        return "too few scores to tell"
    told = words.with_interval(share.estimate, share.low, share.high)
    return f"{told} of {words.counted(share.n, 'score')}"


def _named(rows: pd.DataFrame, heads: dict[str, str], people: pd.DataFrame) -> pd.DataFrame:
    """The rows with the names of who the ids are."""
    names = people.drop_duplicates("interviewer_id").set_index("interviewer_id")["full_name"]
    return rows.assign(
        **{head: rows[column].map(names).fillna(rows[column]) for column, head in heads.items()}
    )


def _roles(roles: str) -> str:
    each = roles.split(", ")
    return roles if len(each) == 1 else f"{words.number(len(each))} roles"


def _rest(count: int, which: str) -> str:
    return f"Not listed: {words.counted(count, 'pair')} {which}." if count > 0 else ""
