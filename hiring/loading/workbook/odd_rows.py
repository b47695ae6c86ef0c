"""A row of a sheet that is not written the usual way: parsed as XML and written anew, each cell in its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from hiring.loading.messages import refuse
from hiring.loading.workbook.archive import damaged
from hiring.loading.workbook.cells import column_letters, place_of
from hiring.loading.workbook.contents import parser_of

_KEPT_CHARACTERS = 200  # of a formula
_MOST_COLUMNS = 16_384
_WORDS = ("v", "t", "f")


@dataclass
class OddRow:
    """One row: its number, its cells in the usual spelling, and the formulas that were saved without a value."""

    number: int
    is_hidden: bool
    xml: bytes
    last_column: int
    formulas: dict[int, str]


@dataclass
class _Cell:
    column: int
    kind: str
    style: str
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def lacks_value(self) -> bool:
        """Whether it has a formula and no value: an empty text is a value, and told by its kind."""
        return (
            "f" in self.texts and not self.texts.get("v") and not (self.kind == "str" and "v" in self.texts)
        )


class _Reader:
    """Takes the elements of one row as they come."""

    def __init__(self, file: str, number: int) -> None:
        self.file, self.number, self.is_hidden = file, number, False
        self.cells: list[_Cell] = []
        self.depth = 0
        self.phonetic = 0
        self.inside = ""
        self.parser = parser_of(file, self.start)
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth == 1:
            self.number = int(attributes.get("r", self.number))
            self.is_hidden = attributes.get("hidden") in ("1", "true")
        elif self.depth == 2 and name == "c":
            self._cell(attributes)
        elif self.depth > 2 and self.cells:
            self.phonetic += name == "rPh"
            self.inside = name if name in _WORDS and not self.phonetic else ""
            if self.inside:
                self.cells[-1].texts.setdefault(self.inside, "")

    def _cell(self, attributes: dict[str, str]) -> None:
        before = self.cells[-1].column if self.cells else -1
        position = place_of(attributes["r"]) if "r" in attributes else (self.number, before + 1)
        if position is None or position[0] != self.number or position[1] <= before:
            raise damaged(
                self.file, f"a cell of row {self.number:,} stands elsewhere", attributes.get("r", "")
            )
        if position[1] >= _MOST_COLUMNS:
            raise damaged(self.file, f"more cells in row {self.number:,} than a sheet has columns")
        self.cells.append(_Cell(position[1], attributes.get("t", "n"), attributes.get("s", "")))

    def end(self, name: str) -> None:
        self.depth -= 1
        self.phonetic -= name.rpartition(":")[2] == "rPh" and self.phonetic > 0
        self.inside = ""

    def characters(self, text: str) -> None:
        if self.inside:
            self.cells[-1].texts[self.inside] += text


def _formula(cell: _Cell) -> str:
    return "=" + (cell.texts["f"].strip()[:_KEPT_CHARACTERS] or "…")


def _written(cell: _Cell, number: int) -> str:
    """The cell in the usual spelling; nothing of one without a value."""
    address = f'r="{column_letters(cell.column)}{number}"'
    if cell.lacks_value:
        return f'<c {address} t="inlineStr"><is><t>{escape(_formula(cell))}</t></is></c>'
    value = cell.texts.get("t" if cell.kind == "inlineStr" else "v", "")
    if not value:
        return ""
    if cell.kind in ("inlineStr", "e"):
        return f'<c {address} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    style = f" s={quoteattr(cell.style)}" if cell.style else ""
    return f"<c {address}{style} t={quoteattr(cell.kind)}><v>{escape(value)}</v></c>"


def odd_row(file: str, xml: bytes, expected: int) -> OddRow:
    """The row in `xml`, numbered `expected` if it says nothing; raises `RefusedError` where it is no sound row."""
    reader = _Reader(file, expected)
    try:
        reader.parser.Parse(xml, True)
    except (expat.ExpatError, ValueError) as error:
        raise refuse(
            file,
            "its XML is damaged",
            line=reader.number,
            wanted="a whole workbook",
            todo="open it in Excel and save it again",
        ) from error
    written = [(cell, text) for cell in reader.cells if (text := _written(cell, reader.number))]
    return OddRow(
        number=reader.number,
        is_hidden=reader.is_hidden,
        xml=f'<row r="{reader.number}">{"".join(text for _, text in written)}</row>'.encode(),
        last_column=max((cell.column for cell, _ in written), default=-1),
        formulas={cell.column: _formula(cell) for cell, _ in written if cell.lacks_value},
    )
