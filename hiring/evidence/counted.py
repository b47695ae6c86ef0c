"""From how many hires of the company an estimate is, and how many of them are in the selection, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hiring import words


def hires_of(row: Mapping[str, Any]) -> str:
    """ "61 hires", "23 of 61 hires", "7 of 8 or more hires": how many of those an estimate is from are chosen."""
    return f"{count_of(row)} {'hire' if row['n'] == 1 else 'hires'}"


def count_of(row: Mapping[str, Any], or_more: str = " or more") -> str:
    """The same without the noun."""
    n = words.number(row["n"]) + (or_more if row.get("is_least") else "")
    here = row.get("here", row["n"])
    return n if here == row["n"] and not row.get("is_least") else f"{words.number(here)} of {n}"


def rests_on(count: int, chosen: int, *, sees_all: bool) -> str:
    """From how many hires the company's estimates are, and what the filters do; empty where no hire is left out."""
    if chosen == count:
        return ""
    who = "the filters choose" if sees_all else "the filters and your access choose"
    return (
        f"Estimates rest on all {words.counted(count, 'hire')} of the company; {who} whose rows are shown "
        f"({words.counted(chosen, 'hire')} in this selection)."
    )
