"""A native table of as many slides as it takes: heads on each, and which rows and columns stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from hiring.charts import ink
from hiring.charts.paper.colours import palette
from hiring.documents.review_pack import said
from hiring.documents.review_pack.slides.template import ACROSS, LEFT, SIZE

MOST_COLUMNS = 7
LONGEST_CELL = 320  # letters; a longer one is whole in the workbook
LETTER = 0.124  # inches of a letter of this size, or about that
PAD = 0.16
LINE = 0.31  # inches
WIDEST = 60  # letters of a column, for its share of the width
NUMBER_LETTERS = 7
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # what PowerPoint calls a table without a style and a grid
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


@dataclass(frozen=True)
class Part:
    """What of a table stands on one slide: its cells with the heads first, its columns' widths, what part it is."""

    cells: list[list[str]]
    widths: list[float]
    part: str

    @property
    def is_last(self) -> bool:
        """Whether nothing of the table follows."""
        return not self.part.endswith("…")


def parts(cells: Sequence[Sequence[str]], high: float) -> list[Part]:
    """The whole table in parts of at most so many inches; the first column stands in each."""
    found: list[Part] = []
    across = len(cells[0])
    groups = [range(across)] if across <= MOST_COLUMNS else _groups(across)
    body = len(cells) - 1
    for group in groups:
        kept = [
            [said.kept(row[column], LONGEST_CELL, "whole in the workbook") for column in group]
            for row in cells
        ]
        widths = _widths(kept)
        heights = [_height(row, widths) for row in kept]
        spans = said.chunks(heights[1:], high - heights[0])
        for start, end in spans:
            told = _told(start, end, body, group, across) if len(spans) > 1 or len(groups) > 1 else ""
            found.append(Part([kept[0], *kept[1 + start : 1 + end]], widths, told))
    return found


def add(slide: Slide, part: Part, top: float, alt: str) -> None:
    """The part on the slide, with its alternative text."""
    across = len(part.widths)
    frame = slide.shapes.add_table(
        len(part.cells),
        across,
        Inches(LEFT),
        Inches(top),
        Inches(sum(part.widths)),
        Inches(LINE * len(part.cells)),
    )
    frame.element.nvGraphicFramePr.cNvPr.set("descr", said.plain(alt))
    table = frame.table
    table.horz_banding = False
    style = frame.element.find(f".//{{{_A}}}tableStyleId")
    style.text = _PLAIN
    for place, width in enumerate(part.widths):
        table.columns[place].width = Emu(round(Inches(1) * width))
    for place, row in enumerate(part.cells):
        table.rows[place].height = Emu(round(Inches(1) * _height(row, part.widths)))
        for column, text in enumerate(row):
            _write(table.cell(place, column), text, is_head=place == 0)
    for place, element in enumerate(frame.element.iter(f"{{{_A}}}tc")):
        _underline(element, is_head=place < across)


def _write(cell: Any, text: str, *, is_head: bool) -> None:
    cell.margin_left, cell.margin_right = Inches(0), Inches(PAD)
    cell.margin_top = cell.margin_bottom = Inches(0.02)
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = said.plain(text)
    run.font.size, run.font.bold = Pt(SIZE), is_head
    cell.text_frame.word_wrap = True


def _underline(cell: Any, *, is_head: bool) -> None:
    colour = palette()[ink.INK if is_head else ink.GRID].lstrip("#")
    line = f'<a:lnB xmlns:a="{_A}" w="9525"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:lnB>'
    cell.get_or_add_tcPr().append(parse_xml(line))


def _groups(across: int) -> list[list[int]]:
    """The first column with as many of the others as fit beside it."""
    step = MOST_COLUMNS - 1
    return [[0, *range(start, min(start + step, across))] for start in range(1, across, step)]


def _widths(cells: Sequence[Sequence[str]]) -> list[float]:
    """Inches for each column: as much as its longest cell wants, as far as there is room."""
    wanted = [
        PAD + LETTER * min(WIDEST, max(NUMBER_LETTERS, *(len(row[column]) for row in cells)))
        for column in range(len(cells[0]))
    ]
    if sum(wanted) <= ACROSS:
        return wanted
    # What is narrow stays so; the wide ones share what is left.
    fair = ACROSS / len(wanted)
    narrow = sum(one for one in wanted if one <= fair)
    wide = sum(one for one in wanted if one > fair)
    return [one if one <= fair else one / wide * (ACROSS - narrow) for one in wanted]


def _height(row: Sequence[str], widths: Sequence[float]) -> float:
    lines = max(
        len(wrap(text, max(4, int((width - PAD) / LETTER + 0.01))))
        for text, width in zip(row, widths, strict=True)
    )
    return LINE * max(1, lines) + 0.06


def _told(start: int, end: int, rows: int, group: Sequence[int], across: int) -> str:
    told = f"rows {start + 1}–{end} of {rows}"
    if len(group) < across:
        told += f", columns 1 and {group[1] + 1}–{group[-1] + 1} of {across}"
    return told if end == rows and group[-1] == across - 1 else f"{told} …"
