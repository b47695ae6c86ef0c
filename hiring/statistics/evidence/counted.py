"""From how many hires of the company an estimate is, and how many of them are in the selection, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hiring import words

#: What the short form beside a row means, said once where rows are drawn.
READING = "12 of 48 hires: the estimate is from 48 hires, and 12 of these are in this selection."


def hires_of(row: Mapping[str, Any]) -> str:
    """ "61 hires", "23 of 61 hires", "7 of 8 or more hires": how many of those an estimate is from are chosen."""
    return f"{count_of(row)} {'hire' if row['n'] == 1 else 'hires'}"


def count_of(row: Mapping[str, Any], or_more: str = " or more") -> str:
    """The same without the noun."""
    n = words.number(row["n"]) + (or_more if row.get("is_least") else "")
    return f"{words.number(row['here'])} of {n}" if is_part(row) else n


def sentence_of(row: Mapping[str, Any]) -> str:
    """The same for a sentence, which is about all of them: "61 hires, 23 of them in this selection"."""
    return ", ".join(part for part in (every(row), within(row)) if part)


def every(row: Mapping[str, Any], role: str = "") -> str:
    """How many hires an estimate is from: "61 hires", "8 or more Field hires"."""
    n = words.number(row["n"]) + (" or more" if row.get("is_least") else "")
    return " ".join(part for part in (n, role, "hire" if row["n"] == 1 else "hires") if part)


def within(row: Mapping[str, Any]) -> str:
    """How many of these are chosen: "23 of them in this selection"; empty where all are."""
    return f"{words.number(row['here'])} of them in this selection" if is_part(row) else ""


def is_part(row: Mapping[str, Any]) -> bool:
    """Whether not all hires of a row are chosen, as far as may be told."""
    return bool(row.get("is_least")) or row.get("here", row["n"]) != row["n"]


def rests_on(count: int, chosen: int, *, sees_all: bool) -> str:
    """From how many hires the company's estimates are, and what the filters do; empty where no hire is left out.

    It follows a sentence that says which hires are counted at all.
    """
    if chosen == count:
        return ""
    are = "is" if chosen == 1 else "are"
    return (
        f"Estimates rest on all {words.number(count)} such hires of the company; {_who(sees_all=sees_all)} whose rows "
        f"are shown ({words.number(chosen)} of them {are} in this selection)."
    )


def chooses(*, sees_all: bool) -> str:
    """The same where the hires an estimate is from, and those chosen, are counted beside it."""
    who = _who(sees_all=sees_all)
    return f"{who[0].upper()}{who[1:]} whose rows are shown, and change no estimate."


def _who(*, sees_all: bool) -> str:
    return "the filters choose" if sees_all else "the filters and your access choose"
