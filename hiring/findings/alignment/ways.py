"""The ways in which HR and Sales recommend the same candidate, and what came of each: counts, none of a few people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings.numbers import Number
from hiring.statistics.rates import wilson
from hiring.statistics.ratings.departments import HR, SALES

BOTH, NEITHER = "Both for the candidate", "Neither for"
ALONE = {HR: "HR for, Sales not", SALES: "Sales for, HR not"}
#: What stands for two ways of which one is of a few people; both are named, so that neither comes out of the rest.
PARTED, ALIKE, ALL = "Only one of the two for", "Both the same", "All whom both recommended on"
WAYS = {
    (True, True): BOTH,
    (True, False): ALONE[HR],
    (False, True): ALONE[SALES],
    (False, False): NEITHER,
}
COUNTS = ["n", "count_offers", "count_hires", "n_judged", "count_high_performers", "expected"]
TITLE = "When the two recommend differently: offers, and what became of the hires"
OF_WHOM = "By application; high performers: of the hires with a full first year"
DESCRIBED = (
    "Counts, no verdicts: whom HR turned down at the screen Sales never met, and roles differ in how often the two see "
    "a candidate alike. Expected: what hires of the same role, region and start year gave. A department is for a "
    "candidate whose recommendations are yes or above on the mean."
)


def told(prevailed: pd.DataFrame) -> pd.DataFrame:
    """`way` and the counts of `votes.prevailed`, in rows that tell of nobody's vote: of a few people none.

    A way of a few goes in one row with its neighbour, so that the two parted and the two alike stay what the page says
    of them elsewhere; where either of these is of a few, all are one row.
    """
    way = pd.Series(
        [WAYS[bool(hr), bool(sales)] for hr, sales in zip(prevailed["hr"], prevailed["sales"], strict=True)]
    )
    rows = prevailed[COUNTS].assign(way=way.to_numpy())
    for pair, name in (((BOTH, NEITHER), ALIKE), (tuple(ALONE.values()), PARTED)):
        rows = _merged_if_few(rows, pair, name)
    parted = rows["way"].isin((*ALONE.values(), PARTED))
    if too_small(rows.groupby(parted)["n"].sum()).any():
        rows = _merged(rows, pd.Series(True, index=rows.index), ALL)
    return rows if int(rows["n"].sum()) >= SMALLEST_GROUP else rows.iloc[:0]


def _merged_if_few(rows: pd.DataFrame, pair: tuple[str, ...], name: str) -> pd.DataFrame:
    mine = rows["way"].isin(pair)
    return _merged(rows, mine, name) if too_small(rows.loc[mine, "n"]).any() else rows


def _merged(rows: pd.DataFrame, which: pd.Series[bool], name: str) -> pd.DataFrame:
    """The rows with those chosen as one, where the first of them stood."""
    way = rows["way"].mask(which, name)
    return rows.assign(way=way).groupby("way", sort=False)[COUNTS].sum().reset_index()


def of(rows: pd.DataFrame, *ways: str) -> pd.Series[Any]:
    """The sums of these ways of `told`."""
    return rows.loc[rows["way"].isin(ways), COUNTS].sum()


def numbers(rows: pd.DataFrame) -> tuple[Number, ...]:
    """How often the two votes part; of rows of `told`."""
    if rows.empty or ALL in set(rows["way"]):
        return ()
    n, apart = int(rows["n"].sum()), int(of(rows, *ALONE.values(), PARTED)["n"])
    share = wilson(apart, n)
    note = f"{_of(apart, n)} · {words.likely(share.low, share.high)}"
    return (Number("votes_apart", words.percent(share.estimate), note),)


def parted(rows: pd.DataFrame) -> str:
    """On how many they parted, and how the hires whom one side alone was for did; empty of too few."""
    sides = [of(rows, way) for way in ALONE.values()]
    if min(mine["n"] for mine in sides) < SMALLEST_GROUP:
        return ""
    parted = _of(sum(mine["n"] for mine in sides), rows["n"].sum())
    said = f"They recommended differently on {parted} applications."
    if min(mine["n_judged"] for mine in sides) < SMALLEST_GROUP:
        return said
    did = ", of those only ".join(
        f"{side} was for {_of(mine['count_high_performers'], mine['n_judged'])} "
        f"({words.number(mine['expected'])} expected)"
        for side, mine in zip(ALONE, sides, strict=True)
    )
    return f"{said} Of hires only {did} became high performers. Who was right this does not tell."


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """A row a way of `told`, with offers, and high performers among the hires beside what was to be expected."""
    counts = [
        (words.number(row["count_offers"]), words.number(row["count_hires"]))
        for row in rows.to_dict("records")
    ]
    return pd.DataFrame(
        {
            "Recommended": rows["way"].tolist(),
            "Applications": [words.number(n) for n in rows["n"]],
            "Offers, hires": [f"{offers}, {hires}" for offers, hires in counts],
            "High performers": [_became(row) for row in rows.to_dict("records")],
        }
    )


def _became(row: Mapping[Any, Any] | pd.Series[Any]) -> str:
    if row["n_judged"] < SMALLEST_GROUP:
        return "too few to show"
    share = wilson(int(row["count_high_performers"]), int(row["n_judged"]))
    counted = _of(int(row["count_high_performers"]), share.n)
    return f"{counted} ({words.span(share.low, share.high)}), expected {words.number(row['expected'])}"


def _of(count: float, n: float) -> str:
    return f"{words.number(count)} of {words.number(n)}"
