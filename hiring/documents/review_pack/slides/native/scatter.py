"""Points with ranges on two axes, as an XY scatter with error bars.

The axes themselves are hidden: names, ticks and counts are points with words, so that they read as on the page, stay
with the chart when it is moved, and can be edited like any label. Flat error bars with lengths of their own are lost
where LibreOffice reads them, and so are the edges of hollow dots: a dot without its range, or a hollow one filled,
would claim too much. So a line and a larger dot lie below them, which the workbook works out of the same cells.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from xlsxwriter.utility import xl_rowcol_to_cell

from hiring.documents.review_pack.slides.native import parts
from hiring.documents.review_pack.slides.native.parts import Column, Sum
from hiring.documents.review_pack.slides.plot import Dot, Plot, Points, segments

COLUMNS = (
    "words",
    "x",
    "y",
    "range down",
    "range up",
)  # of a series in the workbook, from its first column on
_X, _Y, _LESS, _MORE = 1, 2, 3, 4
_AXES = (1, 2)
EDGE = 3  # points that the dot below a hollow one is larger


@dataclass(frozen=True)
class _Layer:
    """A series as it is drawn; `cells` of its x where the workbook works them out of another series."""

    points: Points
    x: Sequence[float | Sum]


def xml(plot: Plot) -> str:
    """The chart as DrawingML."""
    layers = _layers(plot)
    rows = max(len(one.x) for one in layers)
    # PowerPoint draws in the order told, the last on top; LibreOffice as they stand here, the first on top.
    series = "".join(_series(index, one.points, rows) for index, one in reversed(list(enumerate(layers))))
    ids = "".join(f'<c:axId val="{one}"/>' for one in _AXES)
    chart = f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series}{ids}</c:scatterChart>'
    axes = _axis(1, 2, "b", plot.x) + _axis(2, 1, "l", plot.y)
    return parts.space(chart + axes, plot.inner)


def columns(plot: Plot) -> list[Column]:
    """Each series' columns, as the workbook has them and the references name them."""
    found: list[Column] = []
    for one in _layers(plot):
        points = one.points
        words = [word.text if word else "" for word in points.words]
        held: tuple[Sequence[str | float | Sum], ...] = (words, one.x, points.y, points.less, points.more)
        found += [(points.name, head, cells) for head, cells in zip(COLUMNS, held, strict=True)]
    return found


def _layers(plot: Plot) -> list[_Layer]:
    """The series in their order, below each what some programs do not draw of it by themselves."""
    found: list[_Layer] = []
    for one in plot.series:
        has_line = bool(one.less) and one.along == "x" and one.ranged is not None
        is_hollow = one.dot is not None and one.dot.fill != one.dot.edge
        first = (len(found) + has_line + is_hollow) * len(COLUMNS)
        if has_line and one.ranged:
            told = zip(one.x, one.y, one.less, one.more, strict=True)
            pieces = ((x - less, y, x + more, y) for x, y, less, more in told)
            found.append(_Layer(segments(f"{one.name}: range", pieces, one.ranged), _ends(one, first)))
        if is_hollow and one.dot:
            edge = replace(one.dot, size=one.dot.size + EDGE, fill=one.dot.edge)
            below = Points(f"{one.name}: edge", one.x, one.y, edge)
            found.append(_Layer(below, [Sum(_cell(row, first + _X), "+", "0", x) for row, x in _rows(one)]))
        found.append(_Layer(one, one.x))
    return found


def _ends(of: Points, first: int) -> list[Sum | float]:
    """The ends of the ranges of a series whose columns begin at `first`, with a gap after each."""
    found: list[Sum | float] = []
    for (row, x), less, more in zip(_rows(of), of.less, of.more, strict=True):
        at, down, up = (_cell(row, first + column) for column in (_X, _LESS, _MORE))
        found += [Sum(at, "-", down, x - less), Sum(at, "+", up, x + more), math.nan]
    return found


def _rows(of: Points) -> Iterable[tuple[int, float]]:
    return enumerate(of.x, start=parts.HEADS)


def _cell(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column))


def _series(index: int, one: Points, rows: int) -> str:
    first = index * len(COLUMNS)
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{parts.name(one.name, first)}'
        f"<c:spPr>{parts.line(one.joined)}</c:spPr>{_marker(one.dot)}{parts.labels(one.words, one.side)}"
        f"{_ranges(one, first, rows)}{parts.numbers('xVal', first + _X, one.x, rows)}"
        f'{parts.numbers("yVal", first + _Y, one.y, rows)}<c:smooth val="0"/></c:ser>'
    )


def _marker(dot: Dot | None) -> str:
    if dot is None:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    edge = f'<a:ln w="{2 * parts.EMU}">{parts.fill(dot.edge)}</a:ln>'
    return (
        f'<c:marker><c:symbol val="{dot.symbol}"/><c:size val="{dot.size}"/>'
        f"<c:spPr>{parts.fill(dot.fill)}{edge}</c:spPr></c:marker>"
    )


def _ranges(one: Points, first: int, rows: int) -> str:
    if not one.less:
        return ""
    return (
        f'<c:errBars><c:errDir val="{one.along}"/><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="1"/>{parts.numbers("plus", first + _MORE, one.more, rows)}'
        f"{parts.numbers('minus', first + _LESS, one.less, rows)}<c:spPr>{parts.line(one.ranged)}</c:spPr></c:errBars>"
    )


def _axis(own: int, other: int, side: str, ends: tuple[float, float]) -> str:
    low, high = (float(end) for end in ends)
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/><c:max val="{high!r}"/>'
        f'<c:min val="{low!r}"/></c:scaling><c:delete val="1"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="none"/><c:crossAx val="{other}"/><c:crosses val="min"/>'
        '<c:crossBetween val="midCat"/></c:valAx>'
    )
