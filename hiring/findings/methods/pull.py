"""Where nothing pulls and where something does: how often the pull of the one before lies outside shuffled orders.

Figures kept with the code (`hiring/statistics/ratings/measured.json`, written by `python -m benchmarks.pulls`).
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pandas as pd

from hiring import words
from hiring.statistics.ratings import measured
from hiring.statistics.ratings.measured import Measurement, Pulls

TITLE = "Does the candidate seen just before pull a rating, where nothing does and where something does?"
NOT_MEASURED = "Not measured yet: python -m benchmarks.pulls makes companies whose truth is known."


@cache
def kept() -> Measurement | None:
    """The figures kept with the code; nothing where they were never measured."""
    try:
        return measured.read()
    except OSError:
        return None


def table(found: Measurement | None) -> pd.DataFrame:
    """A row a truth, a column a size: companies whose pull lies outside what 95 of 100 shuffled orders give."""
    rows = () if found is None else found.pulls
    sizes = sorted({row.hires for row in rows})
    made = []
    for pull in sorted({row.pull for row in rows}, reverse=True):
        by_size = {row.hires: row for row in rows if row.pull == pull}
        made.append([_truth(pull), *(_cell(by_size[size]) for size in sizes)])
    return pd.DataFrame(made, columns=["Companies outside", *(words.counted(size, "hire") for size in sizes)])


def in_words(found: Measurement | None) -> str:
    """On what it was measured, how often it is wrong, and why no label comes of it."""
    if found is None:
        return NOT_MEASURED
    null = [row for row in found.pulls if row.pull == 0]
    wrong, told = sum(row.below + row.above for row in null), sum(row.told for row in null)
    sizes = [row for row in found.pulls if row.pull]
    smaller = f" {_smaller(sizes[-1])}" if sizes else ""
    return (
        f"Measured on {words.day(date.fromisoformat(found.measured_on))} (code {found.commit}). Where nothing pulls, "
        f"{words.number(wrong)} of {words.number(told)} lay outside; of ranges that hold 95 of 100, one in "
        f"twenty is to be expected. So Interviewing craft describes and gives no label.{smaller}"
    )


def _smaller(row: Pulls) -> str:
    """Others see a candidate with error, so that less is found than is true."""
    true, said = (words.number(abs(value), 2) for value in (row.pull, row.off))
    return f"A pull of {true} is found as {said} on average: colleagues' ratings hold error of their own."


def _truth(pull: float) -> str:
    if not pull:
        return "Nothing pulls"
    return f"{words.number(abs(pull), 1)} points {'less' if pull < 0 else 'more'} after one a point better"


def _cell(row: Pulls) -> str:
    outside = row.below + row.above
    return f"{words.number(outside)} of {words.number(row.told)}" if row.told else words.UNKNOWN
