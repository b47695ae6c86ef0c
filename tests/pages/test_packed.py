"""What pages show can be handed out: their own exhibits in all four files of a review, opened again."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
import typst
from pptx import Presentation

from helpers.invented.packs import numbers_of, pack
from hiring.documents import review_pack
from hiring.documents.review_pack import pdf
from hiring.documents.review_pack.slides import forms
from hiring.findings.exhibit import Exhibit
from hiring.showing import taking
from hiring.words import number

PAGES = ("high-performers", "sources", "alignment")


@pytest.fixture
def shown(app, monkeypatch: pytest.MonkeyPatch) -> list[Exhibit]:
    """The exhibits of several pages."""
    found: list[Exhibit] = []
    monkeypatch.setattr(taking, "offer", found.append)
    for page in PAGES:
        app(page)
    return [one for one in found if not one.stays]


def test_exhibits_of_pages_stand_whole_in_slides_workbook_web_page_and_print(shown: list[Exhibit]) -> None:
    assert len({one.marks.form for one in shown}) >= 5
    made = pack(*shown)
    slides = Presentation(io.BytesIO(review_pack.as_pptx(made)))
    titles = [slide.shapes.title.text_frame.text for slide in slides.slides]
    words = "\n".join(
        shape.text_frame.text for slide in slides.slides for shape in slide.shapes if shape.has_text_frame
    )
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides.slides)
    book = openpyxl.load_workbook(io.BytesIO(review_pack.as_xlsx(made)))
    page = review_pack.as_html(made).decode()
    inputs = {"pack": json.dumps(pdf._told(made), ensure_ascii=False)}
    printed = typst.query(pdf.TEMPLATE, "heading", root=pdf.TEMPLATE.parent, sys_inputs=inputs)
    sheets = [sheet for sheet in book.worksheets if sheet.title[:2].isdecimal()]
    for one, sheet in zip(shown, sheets, strict=True):
        assert any(title.startswith(one.lead) for title in titles), one.key
        assert one.standfirst in notes, one.key
        assert one.lead in page.replace("&#x27;", "'"), one.key
        assert json.dumps(one.lead, ensure_ascii=False)[1:-1] in printed, one.key
        assert one.n is None or number(one.n) in words, one.key
        cells = sorted(
            cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int | float)
        )
        numbers = numbers_of(one.numbers())
        held = (numbers, sorted([*numbers, *numbers_of(one.table)]))
        assert any(cells == pytest.approx(each, rel=1e-15, abs=0) for each in held), one.key
    frames = [
        shape for slide in slides.slides for shape in slide.shapes if shape.has_chart or shape.has_table
    ]
    assert all(shape.element.nvGraphicFramePr.cNvPr.get("descr") for shape in frames)
    charts = sum(shape.has_chart for shape in frames)
    assert charts >= sum(one.marks.form in forms.CHARTS for one in shown)
