"""The answer of the page "Alignment": the widest gap, when the two differ who prevails, and whose view held up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.craft import departments as gaps
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.interviewers.rows import hundredths
from hiring.findings.marks import Reference
from hiring.statistics.high_performers.expected import HIGH_PERFORMER, MET_BAR, STAYED
from hiring.statistics.rates import mean_interval
from hiring.statistics.ratings import votes
from hiring.statistics.ratings.departments import HR, SALES, DepartmentAgreement, department_agreement
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.scorecards import Rated
from hiring.statistics.verdicts import SMALLEST_JUDGED

KICKER = "Alignment"
MOST_CASES = 10
DID = {HIGH_PERFORMER: "became high performers", MET_BAR: "met the bar", STAYED: "stayed a year"}
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
HELD_UP = (
    "How much higher each side had rated the hires who later did so than those who did not, in points of the scale, of "
    "hires whom both rated. Which side is ahead is not tested: the hires were chosen by these very ratings."
)


@dataclass(frozen=True)
class Number:
    """One number of the page: its label, value and note, and its card."""

    label: str
    value: str
    note: str
    card: str


@dataclass(frozen=True)
class Alignment:
    """The whole answer; `missing` says why there is none."""

    lead: str
    standfirst: str = ""
    numbers: tuple[Number, ...] = ()
    gaps: Exhibit | None = None
    quarters: Exhibit | None = None
    ways: pd.DataFrame = field(default_factory=pd.DataFrame)
    held_up: pd.DataFrame = field(default_factory=pd.DataFrame)
    people: pd.DataFrame = field(default_factory=pd.DataFrame)
    missing: NotKnown | None = None


def alignment(
    rated: Rated | NotKnown, cards: pd.DataFrame, applications: pd.DataFrame, hires: pd.DataFrame
) -> Alignment:
    """The answer for scorecards, applications (`alignment/applications_decided`) and the hires of the evidence."""
    found = rated if isinstance(rated, NotKnown) else department_agreement(rated)
    if isinstance(found, NotKnown) or isinstance(rated, NotKnown):
        return Alignment("How far HR and Sales agree on candidates is not known", missing=_why(found, rated))
    shown = gaps.gaps_figure(found).exhibit
    voted = votes.votes(cards, applications)
    ways = votes.prevailed(voted, hires)
    told = votes.held_up(rated.cards, hires, DID)
    return Alignment(
        shown.lead,
        gaps.agreed(found),
        numbers(found, ways),
        replace(shown, key="alignment_gaps"),
        _quarters(rated),
        ways_table(ways),
        held_up_table(told),
        found.people,
    )


def _why(found: DepartmentAgreement | NotKnown, rated: Rated | NotKnown) -> NotKnown | None:
    return next((one for one in (found, rated) if isinstance(one, NotKnown)), None)


def numbers(found: DepartmentAgreement, ways: pd.DataFrame) -> tuple[Number, ...]:
    """Candidates rated by both, how often the two votes part, and how often each side prevailed when they did."""
    n, apart = int(ways["n"].sum()), ways[ways["hr"] != ways["sales"]]
    made = [Number("Rated by both", words.number(found.limits.n), "candidates", gaps.CARD)]
    if n >= SMALLEST_GROUP:
        count = int(apart["n"].sum())
        made.append(Number("Votes apart", words.percent(count / n), _of(count, n), "votes_apart"))
    for side, other in ((HR, SALES), (SALES, HR)):
        mine = apart[apart[side.lower()]]
        seen, offers = int(mine["n"].sum()), int(mine["count_offers"].sum())
        if seen >= SMALLEST_GROUP:
            note = f"offers where only {side} was for it"
            made.append(Number(f"{side} over {other}", _of(offers, seen), note, "side_prevailed"))
    return tuple(made)


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
    return f"{_of(row['count_high_performers'], row['n_judged'])}, expected {words.number(row['expected'])}"


def held_up_table(told: pd.DataFrame) -> pd.DataFrame:
    """A row an outcome: how much higher each side had rated those who did so, with range and counts."""
    rows = []
    for outcome, mine in told.groupby("outcome", sort=False):
        cells = [_higher(row) for row in mine.to_dict("records")]
        first = mine.iloc[0]
        counts = f"{words.number(first['n_with'])} and {words.number(first['n_without'])}"
        rows.append((outcome, *cells, counts))
    return pd.DataFrame(rows, columns=["Hires who", HR, SALES, "Did so, and did not"])


def _higher(row: Mapping[Any, Any]) -> str:
    if min(row["n_with"], row["n_without"]) < SMALLEST_JUDGED:
        return "too few to tell"
    return words.with_interval(row["difference"], row["low"], row["high"], hundredths)


def _quarters(rated: Rated) -> Exhibit:
    """HR less Sales on the same candidates, by the quarter of the last interview."""
    key, title = "alignment_by_quarter", "HR less Sales on the same candidates, by quarter"
    cards = rated.cards.assign(when=pd.to_datetime(rated.cards["scheduled_for"]))
    mean = cards.groupby(["candidate", "department"])["rating"].mean().unstack().reindex(columns=[HR, SALES])
    last = cards.groupby("candidate")["when"].max().dt.to_period("Q")
    gap = (mean[HR] - mean[SALES]).dropna()
    parts = [(str(quarter), mean_interval(mine)) for quarter, mine in gap.groupby(last.reindex(gap.index))]
    parts = [(quarter, one) for quarter, one in parts if one.n >= SMALLEST_JUDGED]
    if len(parts) < 2:
        return undrawn(key, title)
    drawn = pd.DataFrame(
        [(quarter.replace("Q", " Q"), one.estimate, one.low, one.high, one.n) for quarter, one in parts],
        columns=["period", "estimate", "low", "high", "n"],
    )
    first, latest = drawn.iloc[0], drawn.iloc[-1]
    return Exhibit(
        key=key,
        lead=title,
        standfirst="In points of the scale, of all that each side scored; line: likely range",
        marks=Marks(
            "dots_over_time",
            drawn,
            {"noun": "candidate", "show": hundredths, "reference": Reference(0.0, "the same")},
        ),
        alt=f"{title}: {hundredths(first['estimate'])} in {first['period']}, "
        f"{hundredths(latest['estimate'])} in {latest['period']}.",
        n=int(drawn["n"].sum()),
        definition=(gaps.CARD,),
    )


def meetings(rows: pd.DataFrame) -> str:
    """How often the two departments met in the last four quarters of the file, by what for; empty without any."""
    if rows.empty:
        return ""
    quarters = np.sort(rows["quarter"].unique())[-4:]
    late = rows[rows["quarter"].isin(quarters)].groupby("kind")["count_meetings"].sum()
    kinds = ", ".join(
        f"{words.number(n)} {str(kind).replace('_', '-')}" for kind, n in late.sort_index().items()
    )
    return (
        f"The two departments met {words.number(int(late.sum()))} times in the last four quarters: {kinds}."
    )


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
