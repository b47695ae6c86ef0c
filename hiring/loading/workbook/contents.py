"""What a workbook says it holds: its sheets, how it counts days, what it would run or fetch (never done)."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from hiring.loading.messages import RefusedError, refuse
from hiring.loading.workbook.archive import AGAIN, DAMAGED, damaged
from hiring.words import escaped, one_line

_MOST_BYTES = 16 * 1024 * 1024  # of a part that only describes others
_LONGEST_NAME = 60  # Excel allows 31
_OTHERS = (
    ("xl/workbook.bin", "a binary workbook (.xlsb)"),
    ("content.xml", "an OpenDocument file (.ods)"),
    ("word/document.xml", "a text document"),
    ("ppt/presentation.xml", "a presentation"),
)


@dataclass(frozen=True)
class Tab:
    """One worksheet: its name as one_line, the part that holds it, and what is to be said of it."""

    name: str
    part: str
    is_hidden: bool = False
    has_pivot: bool = False


@dataclass(frozen=True)
class Contents:
    """A workbook's worksheets in order and what their cells refer to; parts it has not are `None`."""

    tabs: tuple[Tab, ...]
    styles: str | None
    shared: str | None
    days_from_1904: bool
    has_macros: bool
    has_links: bool


def no_declarations(file: str) -> RefusedError:
    """The refusal of XML that declares entities, or anything else that no spreadsheet program writes."""
    return refuse(
        file,
        "its XML declares entities or other things of its own",
        found="<!",
        wanted="plain sheets",
        todo=AGAIN,
    )


def parser_of(file: str, start: Callable[[str, dict[str, str]], None]) -> expat.XMLParserType:
    """An XML parser that calls `start(name without prefix, attributes)`, and refuses every declaration."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def declared(*_: object) -> None:
        raise no_declarations(file)

    parser.StartDoctypeDeclHandler = declared
    parser.EntityDeclHandler = declared
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    return parser


def _elements(file: str, archive: zipfile.ZipFile, part: str) -> list[tuple[str, dict[str, str]]]:
    """Every element of a small part, without its prefixes; none if there is no such part."""
    try:
        entry = archive.getinfo(part)
    except KeyError:
        return []
    if entry.file_size > _MOST_BYTES:
        raise damaged(file, f"{one_line(part)} is too large", f"{entry.file_size:,} bytes")
    found: list[tuple[str, dict[str, str]]] = []
    parser = parser_of(file, lambda name, attributes: found.append((name, attributes)))
    try:
        parser.Parse(archive.read(entry), True)
    except (expat.ExpatError, *DAMAGED) as error:
        raise damaged(file, found=part) from error
    return found


def _local(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name.rpartition(":")[2]: value for name, value in attributes.items()}


def _relations(file: str, archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """(id, last word of the type, part) of all that a part refers to inside the workbook; nothing outside counts."""
    folder, name = posixpath.split(part)
    for element, attributes in _elements(file, archive, posixpath.join(folder, "_rels", f"{name}.rels")):
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            kind = attributes.get("Type", "").rpartition("/")[2]
            yield attributes.get("Id", ""), kind, target.lstrip("/")


def contents_of(file: str, archive: zipfile.ZipFile) -> Contents:
    """What the workbook holds; raises `RefusedError` where it is none."""
    names = frozenset(archive.namelist())
    book = next(
        (part for _, kind, part in _relations(file, archive, "") if kind == "officeDocument"),
        "xl/workbook.xml",
    )
    if book not in names or any(other in names for other, _ in _OTHERS):
        found = next((words for other, words in _OTHERS if other in names), "a zip archive")
        raise refuse(
            file,
            "type not accepted",
            found=found,
            wanted="a CSV file or an .xlsx workbook",
            todo="open it and save the table as .xlsx or CSV (UTF-8)",
        )
    related = {key: (kind, part) for key, kind, part in _relations(file, archive, book)}
    parts = {kind: part for kind, part in related.values() if part in names}
    elements = _elements(file, archive, book)
    properties = [_local(attributes) for element, attributes in elements if element == "workbookPr"]
    return Contents(
        tabs=tuple(_tabs(file, archive, elements, related)),
        styles=parts.get("styles"),
        shared=parts.get("sharedStrings"),
        days_from_1904=any(found.get("date1904") in ("1", "true") for found in properties),
        has_macros="vbaProject" in parts,
        has_links="externalLink" in parts,
    )


def _tabs(
    file: str,
    archive: zipfile.ZipFile,
    elements: list[tuple[str, dict[str, str]]],
    related: Mapping[str, tuple[str, str]],
) -> Iterator[Tab]:
    """The worksheets in the order of the workbook; charts and dialogs hold no rows."""
    names = frozenset(archive.namelist())
    given: set[str] = set()
    taken: set[str] = set()
    for attributes in (_local(found) for element, found in elements if element == "sheet"):
        kind, part = related.get(attributes.get("id", ""), ("", ""))
        if kind != "worksheet" or part not in names:
            continue
        if part in taken:  # else a small file would hold as much as anybody likes
            raise damaged(file, "two of its sheets are one part", part)
        taken.add(part)
        name = one_line(escaped(attributes.get("name", "").strip()), _LONGEST_NAME) or "(no name)"
        while name.casefold() in given:
            name += "'"
        given.add(name.casefold())
        pivots = any(kind == "pivotTable" for _, kind, _ in _relations(file, archive, part))
        yield Tab(name, part, attributes.get("state", "visible") != "visible", pivots)
