"""One group beside what was to be expected of it, in words: "42 of 114, expected 15", how far apart, how sure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from hiring import words
from hiring.statistics.evidence.claims import CAPS, Cap
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.verdicts import BY_LUCK_IN_A_SET, Label

#: A group is named where luck takes any of those looked at together so far in so few companies at most; more rarely
#: than `BY_LUCK_IN_A_SET` it is said without "luck could explain it".
STANDS_OUT = 0.05
#: How sure a group is, in the words of every label: luck takes one so far in hardly any company, in few, in more.
CLEAR, LEANING, CANNOT_TELL = (
    label.value.lower() for label in (Label.CLEAR, Label.LEANING, Label.CANNOT_TELL)
)
#: How often luck alone takes one of so many groups as far as one that is clear, and what a table says of it.
HARDLY = f"fewer than 1 of {words.number(1 / BY_LUCK_IN_A_SET)} companies"
HARDLY_LUCK = f"clear: by luck in {HARDLY}"
#: Why a label that is not capped is no more than Leaning, though what is left after luck may lie clear of the tick.
NO_DIFFERENCE = "judged by all that these hires sold, there may still be no difference"


def of(row: Mapping[Any, Any]) -> str:
    """ "42 of 114": how many of a row's hires were counted."""
    return f"{words.number(row['count'])} of {words.number(row['n'])}"


def expected(row: Mapping[Any, Any]) -> str:
    """ "15": how many of a row's hires were to be expected, where it holds them in a hundred."""
    return words.number(row["expected"] * row["n"] / 100)


def beside(row: Mapping[Any, Any]) -> str:
    """ "42 of 114, expected 15": both in hires, as everywhere that a count stands beside what was expected."""
    return f"{of(row)}, expected {expected(row)}"


def why_leaning(row: Mapping[Any, Any]) -> str:
    """Why a row leans and no more, as a sentence; empty for every other label."""
    if row["verdict"] != Label.LEANING:
        return ""
    return f"It leans and is not clear: {CAPS.get(Cap(row.get('capped_by') or ''), NO_DIFFERENCE)}."


@dataclass(frozen=True)
class Group:
    """One group beside what was expected of it: how a sentence writes it, its counts, and how often luck goes so far.

    `expected`, `low` and `high` (of the difference, 95 %) are in a hundred; `by_luck` is of all groups looked at
    together; `remark` says where they are of another outcome than the page's; `label` is that of the company's one
    fit, where there is one.
    """

    about: str
    name: str
    count: int
    n: int
    expected: float
    low: float
    high: float
    by_luck: float = 0.0
    remark: str = ""
    label: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether luck takes one of so many groups so far in so few companies that it need not be thought of."""
        return self.by_luck <= BY_LUCK_IN_A_SET

    @property
    def is_above(self) -> bool:
        """Whether more was counted than expected."""
        return self.count > self.expected * self.n / 100

    @property
    def stands_out(self) -> bool:
        """Whether it is further from what was expected than luck takes one of so many, in a range without zero."""
        return self.by_luck <= STANDS_OUT and self.low * self.high > 0

    @property
    def how_sure(self) -> str:
        """ " (clear)", " (leaning)" or " (can't tell)", as it follows a name or a count."""
        return f" ({self.sure})"

    @property
    def sure(self) -> str:
        """ "clear", "leaning" or "can't tell"."""
        if self.label:
            return self.label.lower()
        if not self.stands_out:
            return CANNOT_TELL
        return CLEAR if self.is_clear else LEANING

    @property
    def by_luck_in_words(self) -> str:
        """How sure a row without a label of the fit is, for a table."""
        if self.is_clear and self.stands_out:
            return HARDLY_LUCK
        often = max(1, round(100 * self.by_luck))
        return f"{LEANING}: by luck in about {often} of 100 companies" if self.stands_out else CANNOT_TELL

    def fact(self) -> str:
        """ "DACH: 42 of 114, expected 15" """
        return f"{self.name}: {beside(vars(self))}"

    def sentence(self) -> str:
        """The counts, how far from comparable hires in a hundred, and how often luck alone takes a group so far."""
        is_sure = self.stands_out and self.is_clear and not self.label
        luck = f"; luck alone would put a group this far out in {HARDLY}" if is_sure else ""
        return f"{self.fact()}: {self.apart()}{luck}."

    def apart(self) -> str:
        """ "between 15 and 34 more in 100 than comparable hires", and what luck does where it may be luck."""
        near, far = (words.number(abs(end)) for end in sorted((self.low, self.high), key=abs))
        said = f"between {near} and {far} {'more' if self.is_above else 'fewer'} in 100 than comparable hires"
        if self.low * self.high <= 0:
            fewer, more = words.number(-self.low), words.number(self.high)
            said = f"likely {fewer} fewer to {more} more in 100 than comparable hires"
        if not self.stands_out:
            return f"{said}; luck may explain it"
        often = max(1, round(100 * self.by_luck))
        luck = f"; luck alone would put a group this far out in about {often} of 100 companies"
        return f"{said}{'' if self.is_clear else luck}"


def group_of(row: Mapping[Any, Any], looked_at: int) -> Group:
    """A row as a group of so many looked at together; a source with a label is Clear, or it may be luck."""
    has_label = row["factor"] == Factor.SOURCE and row["verdict"] is not None
    by_luck = 0.0 if row["verdict"] == Label.CLEAR else 1.0
    return Group(
        str(row["about"]),
        str(row["name"]),
        int(row["count"]),
        int(row["n"]),
        float(row["expected"]),
        float(row["difference_low"]),
        float(row["difference_high"]),
        by_luck if has_label else min(1.0, float(row["by_luck"]) * looked_at),
        str(row["remark"] or ""),
        str(row["verdict"]) if has_label else "",
    )


def labelled(frame: pd.DataFrame, told: Iterable[Group]) -> pd.DataFrame:
    """The rows of groups `told`: one that stands out or leans says so, as its verdict and below its name."""
    sure = pd.Series(
        [one.sure if one.stands_out or one.sure == LEANING else None for one in told],
        frame.index,
        dtype=object,
    )
    return frame.assign(verdict=frame["verdict"].where(sure.isna(), sure.str.capitalize()), below=sure)


def ranges(frame: pd.DataFrame, column: str, show: words.Show) -> list[str]:
    """A column with its range in each row, "27 (19 to 36)"; empty where it is not known."""
    columns = zip(frame[column], frame[f"{column}_low"], frame[f"{column}_high"], strict=True)
    return [
        f"{show(value)} ({show(low)} to {show(high)})" if math.isfinite(value) else ""
        for value, low, high in columns
    ]
