"""What every format says of a pack in the same words: what an exhibit is and rests on, and the cells of a table."""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd

from hiring import words
from hiring.charts.layout import Show
from hiring.documents.pictures import SIDES
from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.review import made
from hiring.findings.review.pack import Pack
from hiring.words import seen

FOOTER = (
    "Patterns among people who were hired; what became of those who were not is unknown. They say nothing of any one "
    "candidate, and nothing of causes."
)
BOTH, TOGETHER = "What changed, and what was decided", (made.CHANGED, made.DECIDED)  # on one slide or screen
NO_CHART = "No chart that can be edited holds this figure: here are its numbers."
TABLE = "The table below it"
GOES_ON = "Goes on on the next slide."
#: Columns in the unit of the figure, those that are counts, and what all are called in words.
_IN_UNIT = ("estimate", "low", "high", "counted", "expected", "levelled", "median", "own", "rising", "value")
_HEADS = {
    "estimate": "Estimate",
    "low": "Likely from",
    "high": "to",
    "levelled": "After luck",
    "verdict": "How sure",
    "n": "n",
    "is_mature": "All old enough",
    "left_after": "Left after quarter",
    "set_aside": "Set aside",
}
DECIMALS = 2
_NO_LETTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")


def plain(text: object) -> str:
    """The text on one line, without what cannot be seen or no XML may hold, and without runs of plain spaces."""
    shown = _NO_LETTERS.sub("", seen(str(text)))
    return " ".join(part for part in shown.split(" ") if part)


def counted(shown: Exhibit) -> str:
    """On how many an exhibit rests, in words: "367 hires"; "" where they cannot be added up."""
    if shown.n is None:
        return ""
    noun = str(shown.marks.given.get("noun", ""))
    return words.counted(shown.n, noun) if noun else f"n {words.number(shown.n)}"


def sure(shown: Exhibit) -> str:
    """Its n and the strongest label in it, in words."""
    return " · ".join(part for part in (counted(shown), shown.label) if part)


def told(pack: Pack, shown: Exhibit) -> list[tuple[str, str]]:
    """What belongs to an exhibit beside its lead and its numbers, as pairs of heading and words."""
    pairs = [
        ("What is shown", shown.standfirst),
        ("Rests on", counted(shown)),
        ("How sure", shown.label),
        ("Whose numbers", shown.whose),
        ("Marks", SIDES if shown.has_sides else ""),
        ("Note", shown.note),
        ("Comment", pack.comments.get(shown.key, "")),
        *(("Definition", pack.cards.get(name, name)) for name in shown.definition),
    ]
    return [(head, plain(text)) for head, text in pairs if text]


def made_of(pack: Pack) -> str:
    """What the pack was made of, in one line."""
    return " · ".join(f"{head}: {plain(text)}" for head, text in pack.made_of)


def left_out(pack: Pack) -> list[str]:
    """What is not in the pack, a line each with its reason said once above; nothing where all is in it."""
    return [plain(lead) for lead in pack.left_out]


def head(name: object) -> str:
    """A column of numbers in words."""
    text = plain(name)
    return _HEADS.get(text, text[:1].upper() + text[1:].replace("_", " "))


def rows(frame: pd.DataFrame, marks: Marks | None = None) -> list[list[str]]:
    """The cells of a frame as text, its heads first; of a figure's numbers those in its unit as the figure has them."""
    show = _show(marks) if marks else None
    columns = [_column(frame.iloc[:, place], show) for place in range(frame.shape[1])]
    return [[head(name) for name in frame.columns], *map(list, zip(*columns, strict=True))]


def _show(marks: Marks) -> Show | None:
    show: Show | None = marks.given.get("show")
    return show or (words.percent if marks.form in _SHARES else None)


def in_percent(marks: Marks) -> tuple[str, ...]:
    """The columns of a figure's numbers that it shows in percent."""
    return (*_IN_UNIT, "share", "attainment") if _show(marks) is words.percent else ()


_SHARES = ("dots_over_time", "dots_with_intervals", "steps", "ramp", "own_ramp", "tenure_grid")


def _column(column: pd.Series[Any], show: Show | None) -> list[str]:
    in_unit = show is not None and (
        str(column.name) in _IN_UNIT or str(column.name) in ("share", "attainment")
    )
    return [_cell(value, show if in_unit else None) for value in column.tolist()]


def _cell(value: Any, show: Show | None) -> str:
    if value is None or value is pd.NA or value is pd.NaT:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, numbers.Real):
        number = float(value)
        if not math.isfinite(number):
            return ""
        return show(number) if show else short(number)
    if isinstance(value, datetime):
        return words.day(value.date())
    return words.day(value) if isinstance(value, date) else plain(value)


def short(number: float) -> str:
    """A number with as many decimals as it has, two at most."""
    text = words.number(number, DECIMALS)
    return text.rstrip("0").rstrip(".") if "." in text else text


def kept(text: str, longest: int, where: str) -> str:
    """The text, or as much of it as has room with the words where the rest is."""
    if len(text) <= longest:
        return text
    rest = f"… ({where})"
    return text[: longest - len(rest)].rstrip() + rest


def joined(parts: Iterable[str], by: str = " · ") -> str:
    """The parts that say something."""
    return by.join(part for part in parts if part)


def numbered(title: str, place: int, count: int) -> str:
    """A title with its part, where there are several: "Sources (2 of 3)"."""
    return f"{title} ({place + 1} of {count})" if count > 1 else title


def chunks(rows_of: Sequence[float], most: float) -> list[tuple[int, int]]:
    """From where to where rows of these heights fit, in their order; each chunk has one at least."""
    found: list[tuple[int, int]] = []
    start, used = 0, 0.0
    for place, height in enumerate(rows_of):
        if place > start and used + height > most:
            found.append((start, place))
            start, used = place, 0.0
        used += height
    return [*found, (start, len(rows_of))] if rows_of else []
