"""How counts of very few people are told on this page, whoever looks: never as one or two, nor by what is left over."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP

LESS = f"<{words.FIXED}{SMALLEST_GROUP}"
#: Neither says which of those kept back had the fewest: beside what is told the others would come out.
NOT_SHOWN = "not shown"
WHY = f"Not shown: counts below {SMALLEST_GROUP}, and what would give them away."


def count(one: int) -> str:
    """ "51"; "fewer than 5"."""
    return f"fewer than {SMALLEST_GROUP}" if 0 < one < SMALLEST_GROUP else words.number(one)


def of(one: int, n: int) -> str:
    """ "51 of 480"; "fewer than 5 of 11", "more than 6 of 11"; of fewer than five "some of 3"."""
    if one > 0 and n < SMALLEST_GROUP:
        return f"some of {words.number(n)}"
    if 0 < one < SMALLEST_GROUP:
        return f"fewer than {SMALLEST_GROUP} of {words.number(n)}"
    if 0 < n - one < SMALLEST_GROUP:
        return f"more than {words.number(n - SMALLEST_GROUP)} of {words.number(n)}"
    return f"{words.number(one)} of {words.number(n)}"


def hidden(counts: pd.Series) -> pd.Series[bool]:
    """Which counts of groups beside each other are not told, so that none of one to four can be worked out."""
    return too_small(counts.astype(int).reset_index(drop=True)).set_axis(counts.index)


def column(counts: pd.Series) -> list[str]:
    """The counts of groups beside each other as cells."""
    shut = hidden(counts)
    return [NOT_SHOWN if is_shut else words.number(one) for one, is_shut in zip(counts, shut, strict=True)]


def total(counts: pd.Series) -> str:
    """The sum of groups beside each other; empty where a part is kept back: less those told, it would tell of that."""
    return "" if hidden(counts).any() else words.number(counts.sum())
