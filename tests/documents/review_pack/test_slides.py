"""Slides opened again: native charts with their values, all of every table, alternative text and notes on each."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from helpers.invented import packs
from helpers.invented.packs import EMPTY, MADE_OF, dots, of_every_form, of_form, pack
from hiring import charts
from hiring.documents.review_pack import as_pptx
from hiring.documents.review_pack.slides import forms
from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.review import made

PLACEHOLDER, PICTURE = 14, 13
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def opened(*exhibits: Exhibit, **changes: Any) -> Any:
    return Presentation(io.BytesIO(as_pptx(pack(*exhibits, **changes))))


def frames(slides: Any) -> Iterator[Any]:
    return (shape for slide in slides.slides for shape in slide.shapes if shape.has_chart or shape.has_table)


def plots(slides: Any) -> list[Any]:
    return [shape.chart for shape in frames(slides) if shape.has_chart]


def cells(slides: Any) -> list[list[str]]:
    return [
        [cell.text for cell in row.cells]
        for shape in frames(slides)
        if shape.has_table
        for row in shape.table.rows
    ]


def texts(slide: Any) -> str:
    """All words of a slide, its charts' and its tables' too."""
    found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    found += [
        cell.text
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    for shape in slide.shapes:
        if shape.has_chart:
            found += [node.text or "" for node in shape.chart.element.iter(f"{A}t", f"{C}v")]
    return "\n".join(found)


def alts(slides: Any) -> list[str]:
    return [shape.element.nvGraphicFramePr.cNvPr.get("descr", "") for shape in frames(slides)]


def values(chart: Any, name: str, axis: str = "xVal") -> list[float]:
    """The numbers of a series, as the chart holds them."""
    one = next(node for node in chart.element.iter(f"{C}ser") if node.find(f".//{C}tx//{C}v").text == name)
    return [float(node.text) for node in one.find(f"{C}{axis}").iter(f"{C}v")]


def test_every_form_is_a_native_chart_or_a_table_that_says_so() -> None:
    assert set(forms.CHARTS) | set(forms.TABLES) == set(charts.FORMS)
    assert not set(forms.CHARTS) & set(forms.TABLES)


@pytest.mark.parametrize("form", sorted(charts.FORMS))
def test_each_form_stands_on_a_slide_with_its_finding_n_label_alternative_text_and_notes(form: str) -> None:
    shown = of_form(form)
    slides = opened(shown)
    own = [slide for slide in slides.slides if shown.lead in texts(slide)]
    assert own
    drawn = [shape for slide in own for shape in slide.shapes if shape.has_chart or shape.has_table]
    assert drawn
    assert all(shape.element.nvGraphicFramePr.cNvPr.get("descr").startswith(shown.alt) for shape in drawn)
    assert all(shape.has_chart for shape in drawn) == (form in forms.CHARTS)
    for slide in own:
        assert str(shown.n) in texts(slide)
        assert shown.label in texts(slide)
        notes = slide.notes_slide.notes_text_frame.text
        told = [shown.standfirst, str(shown.n), f"Said of {shown.key}", *MADE_OF]
        assert [one for one in told if one not in notes] == []
    if form in forms.TABLES:
        assert any("No chart that can be edited" in texts(slide) for slide in own)


def test_dots_with_ranges_are_a_scatter_with_error_bars_of_all_digits() -> None:
    (chart,) = plots(opened(dots()))
    assert chart.chart_type in (XL_CHART_TYPE.XY_SCATTER, XL_CHART_TYPE.XY_SCATTER_LINES)
    assert values(chart, "Clear, lower") == [0.3]
    bars = list(chart.element.iter(f"{C}errBars"))
    assert {node.find(f"{C}errDir").get("val") for node in bars} == {"x"}
    less = [float(node.text) for node in bars[-1].find(f"{C}minus").iter(f"{C}v")]
    assert less == pytest.approx([0.3 - 0.21234567890123], abs=1e-15)
    words = {node.text for node in chart.element.iter(f"{A}t")}
    assert {"Referral", "Inbound", "Agency", "Walk-in"} <= words
    assert any(word.endswith("· Leaning") for word in words)
    assert any("too few" in word for word in words)


def test_only_what_is_clear_or_leans_has_a_colour_and_what_leans_is_hollow() -> None:
    (chart,) = plots(opened(dots()))
    looks = {}
    for one in chart.element.iter(f"{C}ser"):
        marker = one.find(f"{C}marker/{C}spPr")
        if marker is not None:
            colours = [node.get("val") for node in marker.iter(f"{A}srgbClr")]
            looks[one.find(f".//{C}tx//{C}v").text] = colours
    up_or_down, grey, white = {"006D80", "B5430E"}, "8C8A83", "FFFFFF"
    assert set(looks["Clear, lower"]) <= up_or_down
    assert looks["Leaning, lower"][0] == white
    assert looks["Leaning, lower"][1] in up_or_down
    assert looks["Can't tell"] == [grey, grey]


def test_what_was_counted_and_expected_stands_beside_what_is_left_after_luck() -> None:
    (chart,) = plots(opened(of_form("counted_and_expected")))
    assert values(chart, "counted") == [35.25, 31.125]
    assert values(chart, "expected") == [20.5, 20.5]
    assert values(chart, "Leaning, higher") == [27.0]


def test_rows_that_go_on_on_the_next_slide_stand_under_the_head_of_their_section_again() -> None:
    shown = of_form("counted_and_expected")
    row = shown.marks.rows.iloc[0]
    rows = pd.DataFrame([row.to_dict() | {"section": "Source", "name": f"Source {n}"} for n in range(14)])
    slides = opened(replace(shown, marks=replace(shown.marks, rows=rows)))
    words = [texts(slide) for slide in slides.slides if any(one.has_chart for one in slide.shapes)]
    assert len(words) == 2
    assert [re.search(r"^Source$", one, re.MULTILINE) is not None for one in words] == [True, True]
    names = [name for one in words for name in re.findall(r"^Source \d+$", one, re.MULTILINE)]
    assert set(names) == set(rows["name"])


def test_sections_that_fit_on_a_slide_are_never_split_and_only_the_first_has_the_comment() -> None:
    shown = of_form("counted_and_expected")
    row = shown.marks.rows.iloc[0].to_dict()
    many = {"Region": 4, "Source": 5, "Segment": 3, "Year": 5}
    rows = pd.DataFrame(
        [row | {"section": head, "name": f"{head} {n}"} for head, count in many.items() for n in range(count)]
    )
    slides = opened(replace(shown, marks=replace(shown.marks, rows=rows)))
    told = [texts(slide) for slide in slides.slides if any(one.has_chart for one in slide.shapes)]
    heads = [[head for head in many if re.search(rf"^{head}$", one, re.MULTILINE)] for one in told]
    assert heads == [["Region", "Source"], ["Segment", "Year"]]
    assert [one.count(f"Comment: Said of {shown.key}") for one in told] == [1, 0]


def test_a_row_has_its_short_name_whole_and_of_long_words_at_its_end_the_value_and_its_n() -> None:
    rows = pd.DataFrame(
        [
            {
                "name": "Sales meets everyone HR passes on within 8 working days: 345 came later, 12 never came",
                "short": "8 working days: meets everyone HR passes on, by phone or in the house",
                "estimate": 0.449,
                "low": 0.411,
                "high": 0.488,
                "n": 2279,
                "verdict": "Clear",
                "right": "45 % (41 % to 49 %) · 2,279 candidates",
            }
        ]
    )
    shown = dots(marks=Marks("dots_with_intervals", rows, {"noun": "candidate", "labels": "wrapped"}))
    told = (
        "\n".join(texts(slide) for slide in opened(shown).slides).replace("\u202f", " ").replace("\xa0", " ")
    )
    assert "8 working days: meets everyone HR\npasses on, by phone or in the\nhouse" in told
    assert "45 % · 2,279 candidates · Clear" in told
    assert "41 %" not in told


def test_what_changed_and_was_decided_is_one_slide_and_how_it_was_made_the_last_with_what_is_left_out() -> (
    None
):
    sections = (
        packs.Section(made.CHANGED, lines=(("", "Nothing new."),)),
        packs.Section(made.DECIDED, lines=(("HR", "Agreed to call sooner."),)),
        packs.Section(made.APPENDIX, lines=(("Data", "All of it is invented."),)),
    )
    slides = [*opened(sections=sections, comments={}, left_out=("Sources cost",)).slides]
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles[-2:] == ["What changed, and what was decided", "How it was made"]
    assert "What changed: Nothing new." in texts(slides[-2])
    assert f"{made.DECIDED}: \nHR: Agreed to call sooner." in texts(slides[-2])
    assert "Not in this pack: Sources cost" in texts(slides[-1])


def test_time_is_drawn_upright_and_bars_flat() -> None:
    over_time, funnel = plots(opened(of_form("dots_over_time"), of_form("funnel")))
    assert {node.get("val") for node in over_time.element.iter(f"{C}errDir")} == {"y"}
    assert values(over_time, "estimate", "yVal") == [0.54]
    assert funnel.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert list(funnel.plots[0].series[0].values) == [4820, 131]
    assert list(funnel.plots[0].categories) == ["Applied", "Accepted"]


def test_the_workbook_of_a_chart_holds_its_numbers_and_no_formula_but_sums_of_them() -> None:
    (chart,) = plots(opened(dots(("=1+1", "Inbound"))))
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = {cell.value for cell in found if cell.data_type == "f"}
    assert formulas
    assert all(re.fullmatch(r"=[A-Z]+\d+[+-]([A-Z]+\d+|0)", one) for one in formulas)
    assert "=1+1" in {cell.value for cell in found if cell.data_type == "s"}
    assert 0.3 in {cell.value for cell in found}


def test_many_rows_go_on_to_the_next_slide_which_says_so_and_none_is_lost() -> None:
    names = tuple(f"Group {place}" for place in range(37))
    slides = opened(dots(names))
    own = [slide for slide in slides.slides if "Referrals stayed" in texts(slide)]
    assert len(own) == 4
    words = "\n".join(texts(slide) for slide in own)
    assert [name for name in names if not re.search(rf"{name}\b", words)] == []
    assert [f"({place} of 4)" in texts(slide) for place, slide in enumerate(own, 1)] == [True] * 4
    assert ["Goes on on the next slide." in texts(slide) for slide in own] == [True, True, True, False]
    ends = {
        tuple(node.get("val") for node in chart.element.find(f".//{C}valAx/{C}scaling"))
        for chart in plots(slides)
    }
    assert len(ends) == 1  # one scale on all of them


@pytest.mark.parametrize("across", [3, 17])
def test_a_table_of_sixty_rows_loses_nothing(across: int) -> None:
    wide = pd.DataFrame(
        {f"Head {column}": [f"r{row}c{column}" for row in range(60)] for column in range(across)}
    )
    slides = opened(dots(table=wide))
    found = {text for row in cells(slides) for text in row}
    assert {f"r{row}c{column}" for row in range(60) for column in range(across)} <= found
    assert {f"Head {column}" for column in range(across)} <= found
    own = [slide for slide in slides.slides if "The table below it" in texts(slide)]
    assert all("of 60" in slide.shapes.title.text_frame.text for slide in own)
    assert all("Goes on on the next slide." in texts(slide) for slide in own[:-1])
    assert "Goes on" not in texts(own[-1])


def test_what_has_no_room_says_where_it_is_whole() -> None:
    long = " ".join(f"word{place}" for place in range(300))
    shown = dots((" ".join(["Very"] * 40 + ["last"]), "Inbound"), standfirst=long)
    slides = opened(shown, comments={"dots": long})
    (own,) = [slide for slide in slides.slides if "Referrals stayed" in slide.shapes.title.text_frame.text]
    assert texts(own).count("(whole in the notes)") == 2
    notes = own.notes_slide.notes_text_frame.text
    assert notes.count(long) == 2
    assert "Very last" in notes


def test_long_lists_of_sentences_are_all_there() -> None:
    lines = tuple((f"About {place}", "word " * 60) for place in range(30))
    slides = opened(sections=(packs.Section("Agenda", lines=lines),), comments={})
    own = [slide for slide in slides.slides if slide.shapes.title.text_frame.text.startswith("Agenda")]
    assert len(own) > 3
    words = "\n".join(texts(slide) for slide in own)
    assert [about for about, _ in lines if f"{about}:" not in words] == []
    assert words.count("word") == 30 * 60


def test_few_sentences_stand_in_larger_type_and_many_in_none_smaller_than_the_rest() -> None:
    def sizes(count: int) -> set[float | None]:
        lines = tuple((f"About {place}", "word " * 30) for place in range(count))
        slides = opened(sections=(packs.Section("Agenda", lines=lines),), comments={}).slides
        own = next(slide for slide in slides if slide.shapes.title.text_frame.text.startswith("Agenda"))
        runs = [run for shape in own.placeholders for one in shape.text_frame.paragraphs for run in one.runs]
        return {run.font.size and run.font.size.pt for run in runs if "word" in run.text}

    assert [sizes(count) for count in (1, 4, 6, 20)] == [{28.0}, {24.0}, {18.0}, {None}]


def test_a_second_scale_begins_left_of_nothing_and_ends_beyond_what_it_shows() -> None:
    rows = pd.DataFrame(
        [
            {"name": "Careers page", "left": 500.0, "right": 0.2},
            {"name": "Agency", "left": 17000.0, "right": 0.1},
        ]
    )
    marks = Marks("two_scales", rows, {"heads": ("Cost per hire", "High performers")})
    left = plots(opened(dots(marks=marks)))[0]
    ends = [float(next(left.category_axis._element.iter(f"{C}{end}")).get("val")) for end in ("min", "max")]
    assert ends == [-1000.0, 20000.0]


def test_the_last_slide_and_every_note_say_what_it_was_made_of_and_the_foot_only_whose_and_when() -> None:
    slides = opened(*of_every_form())
    last = texts(slides.slides[-1])
    assert [one for one in MADE_OF if one not in last] == []
    assert "digest" not in "".join(texts(slide) for slide in list(slides.slides)[:-1])
    for slide in slides.slides:
        assert [one for one in MADE_OF if one not in slide.notes_slide.notes_text_frame.text] == []
        assert "FY2026Q3" in texts(slide)
    assert "No year stands out" in "\n".join(map(texts, slides.slides))
    assert "58 %" in "\n".join(map(texts, slides.slides))


def test_slides_are_wide_have_no_picture_and_no_type_under_eighteen_points() -> None:
    file = as_pptx(pack(*of_every_form()))
    slides = Presentation(io.BytesIO(file))
    assert round(slides.slide_width / slides.slide_height, 3) == round(16 / 9, 3)
    assert not [shape for slide in slides.slides for shape in slide.shapes if shape.shape_type == PICTURE]
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        read = {name: parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")}
        assert not [name for name in parts.namelist() if "media" in name or "thumbnail" in name]
    kinds = ("slides/", "charts/", "slideLayouts/", "slideMasters/")
    sizes = [
        int(size)
        for name, text in read.items()
        if any(one in name for one in kinds)
        for size in re.findall(r'\bsz="(\d{3,4})"', text)
    ]
    assert min(sizes) >= Pt(18).pt * 100
    assert all(alts(slides))
    assert len(slides.slide_layouts) == 3


def test_the_same_pack_is_the_same_bytes_and_its_one_date_is_that_of_the_data() -> None:
    made = pack(*of_every_form())
    file = as_pptx(made)
    assert as_pptx(made) == file
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = Presentation(io.BytesIO(file)).core_properties
    assert (core.created.date(), core.modified.date()) == (made.as_of, made.as_of)
    assert core.author == "Hiring Outcomes 1.4"


def test_a_pack_of_nothing_still_says_what_it_is() -> None:
    slides = Presentation(io.BytesIO(as_pptx(EMPTY)))
    assert "FY2026Q3" in texts(slides.slides[0])


def test_an_exhibit_without_a_row_stands_with_its_words() -> None:
    slides = opened(dots(marks=packs.Marks(""), standfirst="Too few to show."))
    (own,) = [slide for slide in slides.slides if slide.shapes.title.text_frame.text == "Referrals stayed"]
    assert "Too few to show." in texts(own)
