"""How HR and Sales find working with each other: of each side the share of favourable answers, its best first."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.access import periods
from hiring.findings.exhibit import Exhibit, Marks
from hiring.statistics.rates import wilson
from hiring.statistics.ratings.departments import HR, SALES

TITLE = "What each side answers about working with the other"
STANDFIRST = "Answers of 7 or more, of 10, with their likely range; quarters of fewer than five are left out"
SIDES = {HR: "hr", SALES: "sales"}
QUESTIONS = {
    "understood_the_role": "The role is understood",
    "works_well_together": "The two work well together",
}
SHARE = "Favourable answers by quarter, of those given; line: likely range"
BY_QUARTER = "Quarter by quarter"
YEAR, MOST_QUESTIONS = 4, 3
COLUMNS = ["What was asked", "Last four quarters", "The four before"]


def quarters(rows: pd.DataFrame, as_of: pd.Timestamp, starts_in: int = 1) -> pd.DataFrame:
    """Rows of `alignment/pulse` with the quarter, how many whole ones have ended since, and the question in words."""
    quarter = periods.quarters(rows["quarter_start"], starts_in)
    running = (as_of + pd.Timedelta(days=1)).to_period(periods.quarterly(starts_in))
    ago = pd.Series([running.ordinal - 1 - one.ordinal for one in quarter], rows.index, dtype=int)
    asked = rows["question"].map(lambda one: QUESTIONS.get(one, one))
    return rows.assign(quarter=quarter, years_ago=ago // YEAR, asked=asked)


def table(told: pd.DataFrame, side: str) -> pd.DataFrame:
    """A row a question of the side, the best of the last four quarters first; sums of shown quarters only."""
    mine = told[told["department"] == SIDES[side]]
    sums = mine.groupby(["asked", "years_ago"])[["count_favourable", "count_answers"]].sum()
    found = []
    for asked in sorted({str(one) for one in mine["asked"]}):
        now, before = (_share(sums, asked, ago) for ago in (0, 1))
        found.append((-now[0], asked, now[1], before[1]))
    return pd.DataFrame([one[1:] for one in sorted(found)], columns=COLUMNS)


def _share(sums: pd.DataFrame, asked: str, ago: int) -> tuple[float, str]:
    if (asked, ago) not in sums.index:
        return -1.0, "too few to show"
    count, n = (int(one) for one in sums.loc[(asked, ago), ["count_favourable", "count_answers"]].tolist())
    share = wilson(count, n)
    of = f"{words.number(count)} of {words.number(n)}"
    return share.estimate, f"{words.with_interval(share.estimate, share.low, share.high)} · {of}"


def by_quarter(told: pd.DataFrame, side: str) -> tuple[Exhibit, ...]:
    """A figure a question of the side by quarter, the best first; quarters with too few answers are not there."""
    found: list[Exhibit] = []
    for asked in table(told, side)["What was asked"].tolist()[:MOST_QUESTIONS]:
        mine = told[(told["department"] == SIDES[side]) & (told["asked"] == asked)]
        if len(mine) > 1:
            found.append(_figure(mine.sort_values("quarter"), side, str(asked), len(found)))
    return tuple(found)


def _figure(mine: pd.DataFrame, side: str, asked: str, place: int) -> Exhibit:
    shares = [
        wilson(int(count), int(n))
        for count, n in zip(mine["count_favourable"], mine["count_answers"], strict=True)
    ]
    drawn = pd.DataFrame(
        {
            "period": mine["quarter"].map(periods.quarter_name).tolist(),
            "estimate": [one.estimate for one in shares],
            "low": [one.low for one in shares],
            "high": [one.high for one in shares],
            "n": [one.n for one in shares],
        }
    )
    first, last = (f"{words.percent(shares[at].estimate)} in {drawn['period'].iloc[at]}" for at in (0, -1))
    title = f"{side}: {asked[:1].lower()}{asked[1:]}"
    return Exhibit(
        key=f"alignment_pulse_{SIDES[side]}_{place}",
        lead=title,
        standfirst=SHARE,
        marks=Marks("dots_over_time", drawn, {"noun": "answer", "extent": (0.0, 1.0), "height": 240}),
        alt=f"{title}: {first}, {last}.",
        n=int(drawn["n"].sum()),
        definition=("pulse_favourable",),
    )
