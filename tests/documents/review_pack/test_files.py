"""The workbook, the web page and the print of a pack, opened again: everything there, and nothing more than words."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import openpyxl
import pandas as pd
import pytest
import typst
from pptx import Presentation

from helpers.breadth import always
from helpers.invented import packs
from helpers.invented.packs import EMPTY, EVIL, MADE_OF, NAMES, dots, hostile, numbers_of, of_every_form, pack
from hiring.documents.review_pack import as_html, as_pdf, as_pptx, as_xlsx, pdf, said, xlsx
from hiring.findings.review.pack import Digits, Figure, Pack

ALL = {"pptx": as_pptx, "pdf": as_pdf, "xlsx": as_xlsx, "html": as_html}


class Read(HTMLParser):
    """What a browser would make of a page: its elements with what is told of them, and its words."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data + "\n"


def workbook(made: Pack) -> Any:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(made)))


def filled(sheet: Any) -> list[Any]:
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def headings(made: Pack) -> str:
    inputs = {"pack": json.dumps(pdf._told(made), ensure_ascii=False)}
    return typst.query(pdf.TEMPLATE, "heading", root=pdf.TEMPLATE.parent, sys_inputs=inputs)


def test_the_workbook_has_every_exhibit_with_all_its_digits() -> None:
    shown = [*of_every_form()]
    book = workbook(pack(*shown))
    names = book.sheetnames[2:-1]
    assert book.sheetnames == ["Review", "Numbers", *names, "About"]
    for name, one in zip(names, shown, strict=True):
        assert book[name].freeze_panes == "A2"
        assert [cell.value for cell in book[name][1] if cell.value] == [
            said.head(column) for column in one.numbers().columns
        ]
        found = [cell.value for cell in filled(book[name])]
        words = "\n".join(map(str, found))
        told = [one.lead, str(one.n), one.label, f"Said of {one.key}", "stands on the sheet About"]
        assert [part for part in told if part not in words] == [], name
        numbers = numbers_of(one.numbers())
        held = sorted(cell for cell in found if isinstance(cell, int | float))
        assert held == pytest.approx(numbers, rel=1e-15, abs=0), name  # the file holds sixteen digits
    first = "\n".join(str(cell.value) for cell in filled(book["Review"]))
    assert [one for one in ("58 %", "No year stands out", *names) if one not in first] == []
    about = "\n".join(str(cell.value) for cell in filled(book["About"]))
    assert [one for one in MADE_OF if one not in about] == []


def test_numbers_of_the_workbook_are_numbers_with_a_form_and_tables_have_a_sheet_each() -> None:
    digits = Digits("share", 0.6071, 0.42, 0.76, 28, 0.7619, 21)
    table = pd.DataFrame(
        {"Side": ["HR"], "Decision": ["=1+1"], "Unit": ["share"], "Then": [0.5], "Then, n": [9]}
    )
    made = replace(pack(dots()), figures=(Figure("Met the bar", "61 %", "of 28"),))
    book = workbook(replace(made, digits={"Met the bar": digits}, tables=(("Decisions", table),)))
    heads, row = (list(book["Numbers"].iter_rows())[place] for place in (0, 1))
    assert [cell.value for cell in heads] == [
        *("Number", "Unit", "Value", "Likely from", "To", "n", "Year before", "Year before, n", "In words"),
    ]
    assert [cell.value for cell in row] == [
        *("Met the bar", "share", 0.6071, 0.42, 0.76, 28, 0.7619, 21, "61 % · of 28")
    ]
    assert [row[place].number_format for place in (2, 5, 6, 7)] == ["0.0%", "#,##0", "0.0%", "#,##0"]
    assert book.sheetnames == ["Review", "Numbers", "01 dots", "Decisions", "About"]
    told = book["Decisions"][2]
    assert [(cell.value, cell.data_type) for cell in told][1] == ("=1+1", "s")
    assert [told[place].number_format for place in (3, 4)] == ["0.0%", "#,##0"]
    assert {cell.number_format for cell in book["01 dots"]["B"][1:4]} == {"0.0%"}


def test_a_long_table_is_whole_in_every_format() -> None:
    table = pd.DataFrame(
        {"Who": [f"Person {place:02d}" for place in range(60)], "Share": [place / 7 for place in range(60)]}
    )
    made = pack(dots(table=table))
    cells = [cell.value for cell in filled(workbook(made).worksheets[2])]
    assert set(table["Who"]) <= set(cells)
    shares = [cell for cell in cells if isinstance(cell, int | float)][-60:]
    assert shares == pytest.approx(list(table["Share"]), rel=1e-15, abs=0)
    assert [who for who in table["Who"] if who not in Read(as_html(made)).words] == []
    rows = pdf._told(made)["sections"][1]["exhibits"][0]["table"]
    assert [row[0] for row in rows[1:]] == list(table["Who"])


def test_the_page_stands_alone_and_says_everything() -> None:
    shown = [*of_every_form()]
    read = Read(as_html(pack(*shown)))
    assert [one for one in MADE_OF if one not in read.words] == []
    for one in shown:
        told = [one.lead, one.standfirst, str(one.n), one.label, f"Said of {one.key}"]
        assert [part for part in told if part not in read.words] == []
    tags = [tag for tag, _ in read.tags]
    assert not {"script", "img", "link", "iframe", "object", "a", "form"} & set(tags)
    drawings = [told for tag, told in read.tags if tag == "svg"]
    assert [(told["class"], told["aria-label"]) for told in drawings] == [
        (kind, one.alt) for one in shown for kind in ("broad", "narrow")
    ]
    assert {told["viewbox"].split()[2] for told in drawings if told["class"] == "narrow"} == {"440"}
    assert not [told for _, told in read.tags if {"src", "href", "style", "onerror", "onload"} & set(told)]
    assert any(
        "default-src 'none'" in (told.get("content") or "") for tag, told in read.tags if tag == "meta"
    )
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_dark_window_swaps_each_colour_of_a_figure_for_one_of_the_dark_theme() -> None:
    page = as_html(pack(*of_every_form())).decode()
    used = set(re.findall(r'(?:fill|stroke)="(#[0-9A-F]{6})"', page))
    dark = page.partition("prefers-color-scheme: dark")[2]
    assert used
    assert [colour for colour in used if f'="{colour}"] {{' not in dark] == []


def test_the_print_has_every_heading_and_figures_as_lines() -> None:
    shown = [*of_every_form()]
    made = pack(*shown)
    told = headings(made)
    assert [one.lead for one in shown if one.lead not in told] == []
    file = as_pdf(made)
    assert file.startswith(b"%PDF-")
    assert not re.search(rb"/Subtype\s*/Image", file)
    everything = json.dumps(pdf._told(made), ensure_ascii=False)
    assert [one for one in MADE_OF if one not in everything] == []
    assert [one.alt for one in shown if one.alt not in everything] == []
    assert b"D:20260630" in file


@pytest.mark.parametrize("form", ALL)
def test_the_same_pack_is_the_same_bytes(form: str) -> None:
    made = pack(*of_every_form())
    assert ALL[form](made) == ALL[form](made)
    assert ALL[form](made) != ALL[form](pack(*of_every_form(), digest="another"))


@pytest.mark.parametrize("form", ALL)
def test_a_pack_of_nothing_is_made(form: str) -> None:
    assert ALL[form](EMPTY)


@pytest.mark.parametrize("form", ALL)
def test_names_of_every_script_and_of_any_length_are_made_and_kept(form: str) -> None:
    made = pack(dots(NAMES, table=pd.DataFrame({"Who": NAMES})))
    file = ALL[form](made)
    if form == "html":
        assert [name for name in NAMES if name not in Read(file).words] == []
    elif form == "xlsx":
        assert set(NAMES) <= {cell.value for cell in filled(workbook(made).worksheets[2])}
    elif form == "pptx":
        tables = [
            shape.table
            for slide in Presentation(io.BytesIO(file)).slides
            for shape in slide.shapes
            if shape.has_table
        ]
        assert set(NAMES) <= {cell.text for table in tables for row in table.rows for cell in row.cells}


@pytest.mark.parametrize("words", EVIL)
def test_no_cell_of_the_workbook_is_more_than_words(words: str) -> None:
    made = hostile(words)
    book = workbook(made)
    cells = [cell for sheet in book for cell in filled(sheet)]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink or cell.comment]
    assert words in {cell.value for cell in cells}
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in book.sheetnames)
    assert not list(book.defined_names)
    with zipfile.ZipFile(io.BytesIO(as_xlsx(made))) as parts:
        assert not [name for name in parts.namelist() if "externalLink" in name]
        assert not [
            name for name in parts.namelist() if name.endswith(".rels") and b"External" in parts.read(name)
        ]


@pytest.mark.parametrize("words", always((EVIL[0], EVIL[4], EVIL[7], EVIL[9]), EVIL))
def test_no_words_of_a_slide_are_more_than_words(words: str) -> None:
    file = as_pptx(hostile(words))
    slides = Presentation(io.BytesIO(file))
    assert words in [
        shape.text_frame.text for slide in slides.slides for shape in slide.shapes if shape.has_text_frame
    ]
    assert any(words in slide.notes_slide.notes_text_frame.text for slide in slides.slides)
    charts = [shape.chart for slide in slides.slides for shape in slide.shapes if shape.has_chart]
    for chart in charts:
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        formulas = [cell.value for cell in filled(sheet) if cell.data_type == "f"]
        assert all(re.fullmatch(r"=[A-Z]+\d+[+-]([A-Z]+\d+|0)", one) for one in formulas)
        assert not [cell for cell in filled(sheet) if cell.hyperlink]
    assert charts
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        assert not [name for name in parts.namelist() if b"hlinkClick" in parts.read(name)]
        assert not [
            name for name in parts.namelist() if name.endswith(".rels") and b"External" in parts.read(name)
        ]


@pytest.mark.parametrize("words", EVIL)
def test_no_words_of_the_page_are_markup(words: str) -> None:
    usual = Read(as_html(hostile("plain")))
    read = Read(as_html(hostile(words)))
    assert words in read.words
    shape = [(tag, sorted(told)) for tag, told in read.tags if tag not in ("text", "tspan")]
    assert shape == [(tag, sorted(told)) for tag, told in usual.tags if tag not in ("text", "tspan")]


@pytest.mark.parametrize("words", always((EVIL[7], EVIL[10]), EVIL))
def test_no_words_of_the_print_are_markup_or_code(words: str) -> None:
    made = hostile(words)
    assert as_pdf(made).startswith(b"%PDF-")
    assert json.loads(headings(made))[0]["body"] == {"func": "text", "text": pdf._text(words)}


def test_what_no_file_may_hold_is_left_out() -> None:
    made = hostile("a\x00b\x1b[31m\u202ec\ufffe")
    for write in ALL.values():
        assert write(made)
    assert said.plain("a\x00b\x1b[31m\u202ec\ud800") == "a b [31mc"


def test_sheets_keep_apart_whatever_keys_are_called() -> None:
    made = pack(
        dots(key="x" * 90 + "1"), dots(key="X" * 90 + "2"), dots(key="History"), dots(key="a/b:c*d?[e]'")
    )
    names = xlsx.sheets(made)
    assert len({name.lower() for name in names}) == 4
    assert workbook(made).sheetnames[2:-1] == names


def test_an_amount_is_written_short_and_a_truth_in_words() -> None:
    frame = pd.DataFrame(
        {"name": ["a"], "n": [3], "value": [0.123456], "is_mature": [True], "left_after": [None]}
    )
    assert said.rows(frame) == [
        ["Name", "n", "Value", "All old enough", "Left after quarter"],
        ["a", "3", "0.12", "yes", ""],
    ]
    shares = packs.dots().marks
    assert said.rows(shares.numbers(), shares)[1][1] == "30\N{NARROW NO-BREAK SPACE}%"
