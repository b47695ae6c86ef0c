"""Flat bars, from top to bottom, with their names on the axis."""

from __future__ import annotations

from hiring.documents.review_pack.slides.native import parts
from hiring.documents.review_pack.slides.native.parts import Column
from hiring.documents.review_pack.slides.plot import Bars

_NAMES, _VALUES = 1, 2  # the ids of the axes
GAP = 60  # between bars, in percent of one


def xml(bars: Bars) -> str:
    """The chart as DrawingML."""
    grouping = "percentStacked" if bars.is_share else "clustered"
    overlap = '<c:overlap val="100"/>' if bars.is_share else ""
    series = "".join(
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{parts.name(one.name, index + 1)}'
        f'<c:spPr>{parts.fill(one.slot)}</c:spPr><c:invertIfNegative val="0"/>'
        f"{parts.labels(one.words, None if bars.is_share else 'outEnd')}{parts.texts('cat', 0, bars.categories)}"
        f"{parts.numbers('val', index + 1, one.lengths, len(one.lengths))}</c:ser>"
        for index, one in enumerate(bars.series)
    )
    chart = (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{GAP}"/>{overlap}<c:axId val="{_NAMES}"/><c:axId val="{_VALUES}"/></c:barChart>'
    )
    return parts.space(chart + _names() + _lengths(bars), bars.inner)


def columns(bars: Bars) -> list[Column]:
    """The categories and each series, as the workbook has them and the references name them."""
    return [("", "name", bars.categories), *((one.name, "value", one.lengths) for one in bars.series)]


def _names() -> str:
    return (
        f'<c:catAx><c:axId val="{_NAMES}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="50"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _lengths(bars: Bars) -> str:
    most = "" if bars.is_share else f'<c:max val="{float(bars.most)!r}"/>'  # a share ends at the whole
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>{most}'
        '<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="none"/><c:crossAx val="{_NAMES}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )
