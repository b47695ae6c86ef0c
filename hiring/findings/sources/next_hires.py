"""Where the next tenth of the hires might come from: said only where evidence carries it and the supply was seen."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.statistics.high_performers.next_hires import next_hires

TITLE = "The next 10 %"
TENTH = 0.1
NO_MOVE = "No move between sources is better supported than another: none leans above comparable hires."
#: Below so many hires of a source in its best year a sentence about its next ones is one about single people.
FEWEST = 5


def most_in_a_year(starts: pd.Series) -> int:
    """The most starts within any twelve months."""
    days = pd.DatetimeIndex(pd.to_datetime(starts.dropna())).sort_values()
    ends = days.searchsorted(days + pd.DateOffset(years=1), side="left")
    return int((ends - range(len(days))).max()) if len(days) else 0


def sentence(best: Mapping[str, Any] | None, by_hire: pd.DataFrame) -> str:
    """ "Had the next 20 hires come as Referral's did: 5 high performers instead of 4, likely 1 to 9.", or none leans.

    `best`: the row of a source at least Leaning above comparable hires (`comparable.best`); `by_hire`: the answer to
    `sources/retention_by_hire`. The count is a tenth of the hires, and no more than the source brought in any year.
    """
    if best is None:
        return NO_MOVE
    name = str(best["name"])
    supply = most_in_a_year(by_hire.loc[by_hire["source"] == name, "sales_start_on"])
    tenth = math.ceil(TENTH * len(by_hire))
    count = min(tenth, supply)
    if count < FEWEST:
        return (
            f"{name} leans above comparable hires, but never brought more than {words.counted(supply, 'hire')} within "
            "twelve months: too few to say what the next would bring."
        )
    shares = [best[column] / 100 for column in ("expected", "levelled", "low", "high")]
    found = next_hires(count, *shares)
    many, expected = words.number(found.estimate), words.number(found.expected)
    instead = f"instead of {expected}" if many != expected else "as comparable hires would give"
    noun = "high performer" if many == "1" else "high performers"
    return (
        f"Had the next {words.number(count)} hires come as {name}'s did: {many} {noun} {instead}, likely "
        f"{words.number(found.low)} to {words.number(found.high)}. A tenth of all hires are {words.number(tenth)}; "
        f"{name} brought at most {words.number(supply)} within twelve months."
    )
