"""How HR and Sales find working with each other: of each side the share of favourable answers, its best first."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.access import periods
from hiring.statistics.rates import wilson
from hiring.statistics.ratings.departments import HR, SALES

TITLE = "What each side answers about working with the other"
STANDFIRST = "Answers of 7 or more, of 10, with their likely range; quarters of fewer than five are left out"
SIDES = {HR: "hr", SALES: "sales"}
QUESTIONS = {
    "understood_the_role": "The role is understood",
    "works_well_together": "The two work well together",
}
BY_QUARTER, NOT_SHOWN = "Quarter by quarter", "not shown"
YEAR, MOST_QUARTERS, MOST_QUESTIONS = 4, 12, 3
COLUMNS = ["What was asked", "Last four quarters", "The four before"]


def quarters(rows: pd.DataFrame, as_of: pd.Timestamp, starts_in: int = 1) -> pd.DataFrame:
    """Rows of `alignment/pulse` with the quarter, years since it ended by whole quarters, and the question in words."""
    quarter = periods.quarters(rows["quarter_start"], starts_in)
    running = (as_of + pd.Timedelta(days=1)).to_period(periods.quarterly(starts_in))
    ago = pd.Series([running.ordinal - 1 - one.ordinal for one in quarter], rows.index, dtype=int)
    asked = [QUESTIONS.get(str(one), str(one)) for one in rows["question"]]
    return rows.assign(quarter=quarter, years_ago=ago // YEAR, asked=asked)


def table(told: pd.DataFrame, side: str) -> pd.DataFrame:
    """A row a question of the side, the best of the last four quarters first; sums of shown quarters only."""
    sums: dict[tuple[str, int], tuple[int, int]] = {}
    for row in _of_side(told, side).to_dict("records"):
        count, n = sums.get((row["asked"], row["years_ago"]), (0, 0))
        sums[row["asked"], row["years_ago"]] = count + row["count_favourable"], n + row["count_answers"]
    rows = []
    for asked in sorted({asked for asked, _ in sums}):
        now, before = (sums.get((asked, ago), (0, 0)) for ago in (0, 1))
        rows.append((-now[0] / max(now[1], 1), asked, _cell(*now), _cell(*before)))
    return pd.DataFrame([row[1:] for row in sorted(rows)], columns=COLUMNS)


def by_quarter(told: pd.DataFrame, side: str) -> pd.DataFrame:
    """A row a quarter, the latest first, a column a question, the best first; what is not shown is not told why."""
    mine = _of_side(told, side)
    pairs = zip(mine["count_favourable"], mine["count_answers"], strict=True)
    cells = mine.assign(said=[_cell(int(count), int(n)) for count, n in pairs])
    wide = cells.pivot(index="quarter", columns="asked", values="said").sort_index(ascending=False)
    asked = table(told, side)["What was asked"].tolist()[:MOST_QUESTIONS]
    wide = wide.head(MOST_QUARTERS).reindex(columns=asked).fillna(NOT_SHOWN)
    wide.insert(0, "Quarter", [periods.quarter_name(one) for one in wide.index])
    return wide.reset_index(drop=True).rename_axis(columns=None)


def _of_side(told: pd.DataFrame, side: str) -> pd.DataFrame:
    return told[told["department"] == SIDES[side]]


def _cell(count: int, n: int) -> str:
    """ "67 % (42–85) · 10 of 15"."""
    if not n:
        return NOT_SHOWN
    share = wilson(count, n)
    of = f"{words.number(count)} of {words.number(n)}"
    return f"{words.with_interval(share.estimate, share.low, share.high)} · {of}"
