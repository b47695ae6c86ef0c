"""The answer of the page "Alignment": the widest gap, when the two differ who prevails, and whose view held up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.alignment import departments as gaps
from hiring.findings.alignment.groups import by_role_and_round
from hiring.findings.craft.summed import SMALL_DEPARTMENT
from hiring.findings.exhibit import Exhibit
from hiring.findings.interviewers.rows import hundredths
from hiring.findings.numbers import Number
from hiring.statistics.high_performers.expected import HIGH_PERFORMER, MET_BAR, STAYED
from hiring.statistics.outcomes import KEY
from hiring.statistics.rates import Interval, wilson
from hiring.statistics.ratings import votes
from hiring.statistics.ratings.departments import HR, SALES, DepartmentAgreement, department_agreement
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.scorecards import Rated
from hiring.statistics.verdicts import SMALLEST_JUDGED

KICKER = "Alignment"
UNKNOWN = "How far HR and Sales agree on candidates is not known"
MOST_CASES = 6
AT_PACE = "was_at_pace"
DID = {
    STAYED: "stayed a year",
    AT_PACE: "were at quota pace within a year",
    MET_BAR: "met the bar",
    HIGH_PERFORMER: "became high performers",
}
WIDEST = "Where the two rate otherwise, the widest gap first"
WAYS = {
    (True, True): "Both for the candidate",
    (True, False): "HR for, Sales against",
    (False, True): "Sales for, HR against",
    (False, False): "Both against",
}
DESCRIBED = (
    "Counts, no verdicts: whom HR turned down at the screen Sales never met, and roles differ in how often the two see "
    "a candidate alike. Expected: what hires of the same role, region and start year gave. A department is for a "
    "candidate whose recommendations are yes or above on the mean."
)
HIGHER = {side: f"{side} rated them higher by" for side in (HR, SALES)}
HELD_UP = (
    "How much higher each side had rated the hires who later did so than those who did not, in points of the scale, of "
    "hires whom both rated. Which side is ahead is not tested: the hires were chosen by these very ratings."
)


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
    cost: str = ""
    held_up: pd.DataFrame = field(default_factory=pd.DataFrame)
    strengths: str = ""
    people: pd.DataFrame = field(default_factory=pd.DataFrame)
    missing: NotKnown | None = None


def alignment(
    rated: Rated | NotKnown,
    cards: pd.DataFrame,
    applications: pd.DataFrame,
    hires: pd.DataFrame,
    pace: pd.DataFrame,
    company: Interval | None,
    is_nameless: bool,
) -> Alignment:
    """The answer for scorecards, `alignment/applications_decided`, the hires of the evidence, `alignment/at_pace`.

    `company`: HR less Sales over all applications (`gap_of`), where these are some of them. `is_nameless`: for who may
    see no names, of a department as small as a person nothing is told.
    """
    found = rated if isinstance(rated, NotKnown) else department_agreement(rated)
    if is_nameless and has_small_department(cards):
        found = SMALL_DEPARTMENT
    if isinstance(found, NotKnown) or isinstance(rated, NotKnown):
        return Alignment(UNKNOWN, missing=found if isinstance(found, NotKnown) else None)
    shown = gaps.gaps_exhibit(found)
    ways = votes.prevailed(votes.votes(cards, applications), hires)
    known = hires.merge(pace, on=KEY, how="left") if len(hires) else hires
    held_up = votes.held_up(rated.cards, known, DID)
    return Alignment(
        shown.lead,
        parted(ways) or gaps.agreed(found),
        numbers(found, ways, company),
        replace(shown, lead=WIDEST),
        by_role_and_round(rated, found.limits.bias.estimate, is_nameless),
        (("On the whole", gaps.agreed(found)), *gaps.agreement_sentences(found)),
        ways_table(ways),
        cost(ways),
        held_up_table(held_up),
        strengths(held_up),
        found.people,
    )


def gap_of(rated: Rated | NotKnown) -> Interval | None:
    """HR less Sales on the same candidates; None where it is not known."""
    found = rated if isinstance(rated, NotKnown) else department_agreement(rated)
    return None if isinstance(found, NotKnown) else found.limits.bias


def has_small_department(cards: pd.DataFrame) -> bool:
    """Whether HR or Sales has so few interviewers that what is told of it is told of a person."""
    people = cards.groupby("department")["interviewer_id"].nunique()
    return any(0 < people.get(side, 0) < SMALLEST_GROUP for side in (HR, SALES))


def numbers(found: DepartmentAgreement, ways: pd.DataFrame, company: Interval | None) -> tuple[Number, ...]:
    """The gap on the whole, how often the two votes part, and how often each side prevailed when they did."""
    n, apart = int(ways["n"].sum()), ways[ways["hr"] != ways["sales"]]
    made = [gaps.gap_number(found.limits.bias, company)]
    if n >= SMALLEST_GROUP:
        share = wilson(int(apart["n"].sum()), n)
        note = f"{_of(int(apart['n'].sum()), n)} · {words.likely(share.low, share.high)}"
        made.append(Number("votes_apart", words.percent(share.estimate), note))
    for side in (HR, SALES):
        mine = apart[apart[side.lower()]]
        seen, offers = int(mine["n"].sum()), int(mine["count_offers"].sum())
        if seen >= SMALLEST_GROUP:
            made.append(Number("side_prevailed", _of(offers, seen), "got an offer", f"{side} alone for it"))
    return tuple(made)


def parted(ways: pd.DataFrame) -> str:
    """On how many candidates the two agreed, and how many only one side was for; empty where too few to show."""
    n, apart = int(ways["n"].sum()), ways[ways["hr"] != ways["sales"]]
    sides = {side: apart[apart[side.lower()]][["n", "count_offers"]].sum() for side in (HR, SALES)}
    if n < SMALLEST_GROUP or min(int(mine["n"]) for mine in sides.values()) < SMALLEST_GROUP:
        return ""
    alone = [
        f"{side} alone was for {words.number(mine['n'])}, of whom {words.number(mine['count_offers'])} got an offer"
        for side, mine in sides.items()
    ]
    agreed = _of(n - int(apart["n"].sum()), n)
    return f"Both recommended the same for {agreed} candidates they both saw. {'; '.join(alone)}."


def cost(ways: pd.DataFrame) -> str:
    """Hires both were for beside hires on whom the two parted; empty where either are too few to show."""
    parted = ways["hr"] != ways["sales"]
    both = ways[ways["hr"] & ways["sales"]]
    told = [_summed(rows) for rows in (both, ways[parted])]
    if min(one["n_judged"] for one in told) < SMALLEST_GROUP:
        return ""
    agreed, not_agreed = (_became(one) for one in told)
    return (
        f"Of hires both were for, high performers: {agreed}; of hires on whom the two parted: {not_agreed}."
    )


def _summed(rows: pd.DataFrame) -> dict[str, float]:
    return {name: rows[name].sum() for name in ("n_judged", "count_high_performers", "expected")}


def ways_table(ways: pd.DataFrame) -> pd.DataFrame:
    """The four ways to vote, with offers, and high performers among the hires beside what was to be expected."""
    return pd.DataFrame(
        {
            "Recommended": [
                WAYS[bool(hr), bool(sales)] for hr, sales in zip(ways["hr"], ways["sales"], strict=True)
            ],
            "Candidates": [words.number(n) for n in ways["n"]],
            "Offers": [words.number(n) for n in ways["count_offers"]],
            "Hires": [words.number(n) for n in ways["count_hires"]],
            "High performers": [_became(row) for row in ways.to_dict("records")],
        }
    )


def _became(row: Mapping[Any, Any]) -> str:
    if row["n_judged"] < SMALLEST_GROUP:
        return "too few to show"
    share = wilson(int(row["count_high_performers"]), int(row["n_judged"]))
    counted = _of(int(row["count_high_performers"]), share.n)
    return f"{counted} ({words.span(share.low, share.high)}), expected {words.number(row['expected'])}"


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


def strengths(told: pd.DataFrame) -> str:
    """Which hires each side had rated higher by most, the strength of each; empty where neither is beyond its range."""
    known = told[(told[["n_with", "n_without"]].min(axis=1) >= SMALLEST_JUDGED) & (told["low"] > 0)]
    best = known.sort_values("difference", ascending=False, kind="stable").drop_duplicates("department")
    said = [
        f"{one['department']} had rated those who {one['outcome']} higher by "
        f"{words.number(one['difference'], 2)} points"
        for one in best.sort_values("department").to_dict("records")
    ]
    return f"{', '.join(said)}." if said else ""


def _higher(row: Mapping[Any, Any]) -> str:
    if min(row["n_with"], row["n_without"]) < SMALLEST_JUDGED:
        return "too few to tell"
    return words.with_interval(row["difference"], row["low"], row["high"], hundredths)


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
            "Now": rows["status"].str.replace("_", " ", regex=False),
        }
    )


def _of(count: int, n: int) -> str:
    return f"{words.number(count)} of {words.number(n)}"
