"""The parts of a chart's DrawingML: text, lines, fills, references to cells. Here, words of files are escaped."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_rowcol_to_cell

from hiring.charts.paper.colours import palette
from hiring.documents.review_pack import said
from hiring.documents.review_pack.slides.plot import Line, Side, Word

TYPE = 1800  # hundredths of a point: what the back row can read
SHEET = "Data"
HEADS = 2  # rows above the values: the series' name, and what each column is
EMU = 12700  # a point
#: A column of the workbook: its series' name, what it holds, and its cells: texts, numbers, sums of two other cells.
Column = tuple[str, str, "Sequence[str | float | Sum]"]
SPACES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


@dataclass(frozen=True)
class Sum:
    """A cell that is the sum or the difference of two other cells of its chart, and what it comes to."""

    cell: str
    sign: Literal["+", "-"]
    other: str
    value: float


def space(plot: str, inner: tuple[float, float, float, float]) -> str:
    """The whole chart around what is plotted, which stands in its part of the frame."""
    names = " ".join(f'xmlns:{short}="{long}"' for short, long in SPACES.items())
    left, top, width, height = inner
    places = "".join(
        f'<c:{name} val="{value:.4f}"/>'
        for name, value in (("x", left), ("y", top), ("w", width), ("h", height))
    )
    layout = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{places}</c:manualLayout></c:layout>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {names}>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{layout}{plot}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_look(TYPE)}</c:chartSpace>"
    )


def text_look(size: int) -> str:
    """Type of that size for all of a chart."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}"/></a:pPr>'
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def fill(slot: str | None) -> str:
    """A fill in a slot's colour, or none."""
    if slot is None:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{palette()[slot[:7]].lstrip("#")}"/></a:solidFill>'


def line(one: Line | None) -> str:
    """A line as it is told, or none."""
    if one is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="sysDot"/>' if one.is_dotted else ""
    return f'<a:ln w="{round(one.width * EMU)}" cap="flat">{fill(one.slot)}{dash}<a:round/></a:ln>'


def labels(words: Sequence[Word | None], side: Side | None) -> str:
    """What stands at points: text as it is, each on one line unless it has line ends; no value of its own."""
    if not any(words):
        return ""
    shown = "".join(_label(index, word, side) for index, word in enumerate(words) if word)
    return f"<c:dLbls>{shown}{_shows('0')}</c:dLbls>"


def _label(index: int, word: Word, side: Side | None) -> str:
    look = f'lang="en-GB" sz="{TYPE}" b="{int(word.is_bold)}"'
    lines = "".join(
        f"<a:p><a:r><a:rPr {look}>{fill(word.slot)}</a:rPr><a:t>{text(part)}</a:t></a:r></a:p>"
        for part in word.text.split("\n")
    )
    rich = f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{lines}</c:rich></c:tx>'
    where = f'<c:dLblPos val="{side}"/>' if side else ""
    return f'<c:dLbl><c:idx val="{index}"/><c:layout/>{rich}{where}{_shows("1")}</c:dLbl>'


def _shows(value: str) -> str:
    others = ("CatName", "SerName", "Percent", "BubbleSize")
    hidden = "".join(f'<c:show{name} val="0"/>' for name in others)
    return f'<c:showLegendKey val="0"/><c:showVal val="{value}"/>{hidden}'


def text(words: str) -> str:
    """Words as they are: no markup among them works, and nothing invisible stays."""
    return escape(said.plain(words))


def cells(column: int, count: int) -> str:
    """A column of values in the chart's workbook."""
    first, last = (
        xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for row in (HEADS, HEADS + count - 1)
    )
    return f"{SHEET}!{first}:{last}"


def name(words: str, column: int) -> str:
    """A series' name, in the first row of its first column."""
    cell = f"{SHEET}!{xl_rowcol_to_cell(0, column, row_abs=True, col_abs=True)}"
    points = f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{text(words)}</c:v></c:pt>'
    return f"<c:tx><c:strRef><c:f>{cell}</c:f><c:strCache>{points}</c:strCache></c:strRef></c:tx>"


def numbers(tag: str, column: int, values: Sequence[float], rows: int) -> str:
    """Numbers, as a reference to `rows` cells and as they are; what is not a number, or behind the last, is empty.

    LibreOffice loses series of which some are longer than others: all of a chart have the same number of cells.
    """
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{float(value)!r}</c:v></c:pt>'
        for index, value in enumerate(values)
        if math.isfinite(value)
    )
    cache = f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{rows}"/>{points}</c:numCache>'
    return f"<c:{tag}><c:numRef><c:f>{cells(column, rows)}</c:f>{cache}</c:numRef></c:{tag}>"


def texts(tag: str, column: int, words: Iterable[str]) -> str:
    """Texts, as a reference and as they are."""
    told = [text(word) for word in words]
    points = "".join(f'<c:pt idx="{index}"><c:v>{word}</c:v></c:pt>' for index, word in enumerate(told))
    cache = f'<c:strCache><c:ptCount val="{len(told)}"/>{points}</c:strCache>'
    return f"<c:{tag}><c:strRef><c:f>{cells(column, len(told))}</c:f>{cache}</c:strRef></c:{tag}>"
