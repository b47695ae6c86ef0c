"""Workbooks written part by part, for what no spreadsheet library would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# Styles by number: 0 plain, 1 day, 2 day and time, 3 time, 4 hours beyond a day, 5 a day written out by hand.
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    "<cellXfs>"
    + "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 22, 20, 46, 164))
    + "</cellXfs></styleSheet>"
)


def row(number: int, *cells: str, attributes: str = "") -> str:
    """A row of cells that are given as XML without their places, from column A on; empty text is no cell."""
    placed = "".join(
        cell.replace("<c", f'<c r="{chr(65 + at)}{number}"', 1) for at, cell in enumerate(cells) if cell
    )
    return f'<row r="{number}"{attributes}>{placed}</row>'


def text(value: str) -> str:
    """A cell that holds its own text."""
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def number(value: str | float, style: int = 0) -> str:
    """A cell that holds a number."""
    return f"<c s={quoteattr(str(style))}><v>{value}</v></c>"


def sheet(rows: str, *, before: str = "", behind: str = "") -> str:
    """A sheet's part; `before` and `behind` stand around its rows."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{behind}</worksheet>'


def parts_of(
    sheets: Mapping[str, str],
    *,
    shared: str = "",
    from_1904: bool = False,
    states: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The parts of a workbook: name of the sheet → its part's XML."""
    states = states or {}
    numbered = list(enumerate(sheets, start=1))
    tabs = "".join(
        f"<sheet name={quoteattr(name)} sheetId='{n}' state='{states.get(name, 'visible')}' r:id='s{n}'/>"
        for n, name in numbered
    )
    related = [(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered]
    related += [("st", "styles", "styles.xml"), ("sh", "sharedStrings", "sharedStrings.xml")]
    days = '<workbookPr date1904="1"/>' if from_1904 else ""
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations([("b", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{TYPES}">{days}<sheets>{tabs}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(related),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": shared or f'<sst xmlns="{MAIN}"/>',
        **{f"xl/worksheets/sheet{n}.xml": sheets[name] for n, name in numbered},
    }


def relations(related: Sequence[tuple[str, str, str]]) -> str:
    """What a part refers to: (id, kind, target)."""
    each = "".join(
        f'<Relationship Id="{key}" Type="{TYPES}/{kind}" Target="{target}"/>' for key, kind, target in related
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def workbook(rows: str, *, before: str = "", behind: str = "", from_1904: bool = False) -> bytes:
    """A workbook with one sheet of these rows, called `ratings`."""
    return packed(parts_of({"ratings": sheet(rows, before=before, behind=behind)}, from_1904=from_1904))


def header(number: int = 1) -> str:
    """The header of a ratings table."""
    return row(number, text("interview_id"), text("competency"), text("score"))
