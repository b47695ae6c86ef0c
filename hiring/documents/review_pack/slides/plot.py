"""What a native chart is made of, as plain values: points with ranges and words on two axes, or bars."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hiring.charts import ink

Side = Literal["l", "r", "t", "b", "ctr", "outEnd"]


@dataclass(frozen=True)
class Line:
    """A line's slot of the palette and its width in points."""

    slot: str
    width: float = 1.5
    is_dotted: bool = False


@dataclass(frozen=True)
class Dot:
    """A marker: its symbol as slides name it, its size in points, its fill (None: open) and its edge."""

    symbol: Literal["circle", "diamond", "square"]
    size: int
    fill: str | None
    edge: str


@dataclass(frozen=True)
class Word:
    """What stands at a point; its lines are parted by a line end."""

    text: str
    slot: str = ink.INK
    is_bold: bool = False


@dataclass(frozen=True)
class Points:
    """A series: its points, how each looks, what joins them, how far their ranges go and what stands at them.

    `less` and `more` are lengths from each point `along` an axis, 0 where a range is not known; `words` has one for
    each point, None where none stands, at the `side` of it. What is joined breaks off where a value is not a number.
    """

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    dot: Dot | None = None
    joined: Line | None = None
    less: tuple[float, ...] = ()
    more: tuple[float, ...] = ()
    along: Literal["x", "y"] = "x"
    ranged: Line | None = None
    words: tuple[Word | None, ...] = ()
    side: Side = "r"


@dataclass(frozen=True)
class Plot:
    """Series on two axes, `inner` the part of the frame that the axes span: left, top, width, height, of 1."""

    series: tuple[Points, ...]
    x: tuple[float, float]
    y: tuple[float, float]
    inner: tuple[float, float, float, float]


@dataclass(frozen=True)
class Bar:
    """A series of bars: a length for each category, in one slot, with what stands at each end."""

    name: str
    lengths: tuple[float, ...]
    slot: str
    words: tuple[Word | None, ...] = ()


@dataclass(frozen=True)
class Bars:
    """Flat bars from top to bottom, side by side or, as shares of each whole, on each other; `most` ends the axis."""

    categories: tuple[str, ...]
    series: tuple[Bar, ...]
    is_share: bool
    most: float
    inner: tuple[float, float, float, float]


Chart = Plot | Bars


@dataclass(frozen=True)
class Drawing:
    """What stands on one slide: charts side by side, each from where to where across (of 1), and how to read them."""

    charts: tuple[tuple[float, float, Chart], ...]
    key: str = ""


def segments(name: str, pieces: Iterable[tuple[float, float, float, float]], line: Line) -> Points:
    """Straight pieces, each from x and y to x and y, as one series with gaps."""
    told = list(pieces)
    return Points(
        name,
        values(at for x0, _, x1, _ in told for at in (x0, x1, math.nan)),
        values(at for _, y0, _, y1 in told for at in (y0, y1, math.nan)),
        joined=line,
    )


def values(numbers: Iterable[float]) -> tuple[float, ...]:
    """Numbers as plain floats."""
    return tuple(float(one) for one in numbers)
