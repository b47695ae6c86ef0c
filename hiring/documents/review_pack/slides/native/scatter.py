"""Points with ranges on two axes, as an XY scatter with error bars.

The axes themselves are hidden: names, ticks and counts are points with words, so that they read as on the page, stay
with the chart when it is moved, and can be edited like any label.
"""

from __future__ import annotations

from collections.abc import Sequence

from hiring.documents.review_pack.slides.native import parts
from hiring.documents.review_pack.slides.plot import Dot, Plot, Points

COLUMNS = ("words", "x", "y", "range down", "range up")  # of a series in the workbook, from its first column on
_X, _Y, _LESS, _MORE = 1, 2, 3, 4
_AXES = (1, 2)


def xml(plot: Plot) -> str:
    """The chart as DrawingML."""
    series = "".join(_series(index, one) for index, one in enumerate(plot.series))
    ids = "".join(f'<c:axId val="{one}"/>' for one in _AXES)
    chart = f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series}{ids}</c:scatterChart>'
    axes = _axis(1, 2, "b", plot.x) + _axis(2, 1, "l", plot.y)
    return parts.space(chart + axes, plot.inner)


def columns(plot: Plot) -> list[tuple[str, list[tuple[str, Sequence[str | float]]]]]:
    """Each series' name and its columns, as the workbook has them and the references name them."""
    return [
        (
            one.name,
            list(
                zip(
                    COLUMNS,
                    ([word.text if word else "" for word in one.words], one.x, one.y, one.less, one.more),
                    strict=True,
                )
            ),
        )
        for one in plot.series
    ]


def _series(index: int, one: Points) -> str:
    first = index * len(COLUMNS)
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{parts.name(one.name, first)}'
        f"<c:spPr>{parts.line(one.joined)}</c:spPr>{_marker(one.dot)}{parts.labels(one.words, one.side)}"
        f"{_ranges(one, first)}{parts.numbers('xVal', first + _X, one.x)}"
        f'{parts.numbers("yVal", first + _Y, one.y)}<c:smooth val="0"/></c:ser>'
    )


def _marker(dot: Dot | None) -> str:
    if dot is None:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    edge = f'<a:ln w="{2 * parts.EMU}">{parts.fill(dot.edge)}</a:ln>'
    return (
        f'<c:marker><c:symbol val="{dot.symbol}"/><c:size val="{dot.size}"/>'
        f"<c:spPr>{parts.fill(dot.fill)}{edge}</c:spPr></c:marker>"
    )


def _ranges(one: Points, first: int) -> str:
    if not one.less:
        return ""
    return (
        f'<c:errBars><c:errDir val="{one.along}"/><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="1"/>{parts.numbers("plus", first + _MORE, one.more)}'
        f"{parts.numbers('minus', first + _LESS, one.less)}<c:spPr>{parts.line(one.ranged)}</c:spPr></c:errBars>"
    )


def _axis(own: int, other: int, side: str, ends: tuple[float, float]) -> str:
    low, high = ends
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/><c:max val="{high!r}"/>'
        f'<c:min val="{low!r}"/></c:scaling><c:delete val="1"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="none"/><c:crossAx val="{other}"/><c:crosses val="min"/>'
        '<c:crossBetween val="midCat"/></c:valAx>'
    )
