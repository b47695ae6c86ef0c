"""A figure on paper is the figure of the browser: the same marks at the same places, in the light theme's colours."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from charts.forms import EVIL, FORMS
from hiring import charts
from hiring.charts import Drawn, layout, paper
from hiring.charts.sheet import Sheet, scatter
from hiring.findings.marks import Reference

SVG = "{http://www.w3.org/2000/svg}"
LIGHT = tomllib.loads((Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))[
    "theme"
]["light"]

WORD = {"text": "a", "showarrow": False, "x": 0, "y": 0, "font": {"size": 12, "color": "#000006"}}


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> tuple[Callable[[pd.DataFrame], Drawn], pd.DataFrame, str]:
    draw, frame, column = FORMS[request.param]
    return draw, request.getfixturevalue(frame), column


def _read(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def _words(svg: str) -> list[str]:
    return ["".join(one.itertext()) for one in _read(svg).iter(f"{SVG}text")]


def test_every_form_is_known_to_paper(
    form: tuple[Callable[[pd.DataFrame], Drawn], pd.DataFrame, str],
) -> None:
    draw, frame, _ = form
    drawn = draw(frame)
    root = _read(paper.as_svg(drawn))
    assert root.tag == f"{SVG}svg"
    assert (root.get("width"), root.get("height")) == ("720", str(drawn.to_dict()["layout"]["height"]))
    assert len(list(root.iter(f"{SVG}text"))) >= len(drawn.to_dict()["layout"].get("annotations", ()))


def test_nothing_to_show_is_said_on_paper_too(
    form: tuple[Callable[[pd.DataFrame], Drawn], pd.DataFrame, str], ramps: pd.DataFrame
) -> None:
    draw, frame, column = form
    empty = charts.ramp(ramps.head(0), "Inside sales") if column == "role" else draw(frame.head(0))
    assert _words(paper.as_svg(empty)) == ["nothing to show"]


def test_what_a_file_says_is_letters_on_paper(
    form: tuple[Callable[[pd.DataFrame], Drawn], pd.DataFrame, str],
) -> None:
    draw, frame, column = form
    svg = paper.as_svg(draw(frame.assign(**{column: EVIL})), title=EVIL, note=f"{EVIL}\x00\ufffe")
    root = _read(svg)
    known = {"svg", "title", "rect", "text", "tspan", "line", "path", "circle", "g", "clipPath"}
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= known
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on") or "href" in name]
    assert any(words.startswith("<img") for words in _words(svg))
    assert root.findtext(f"{SVG}title") == EVIL


def test_every_colour_on_paper_is_one_of_the_light_theme_or_white(
    form: tuple[Callable[[pd.DataFrame], Drawn], pd.DataFrame, str],
) -> None:
    draw, frame, _ = form
    found = set(re.findall(r'(?:fill|stroke)="(#[^"]*)"', paper.as_svg(draw(frame))))
    theirs = {*LIGHT["chartCategoricalColors"], *LIGHT["chartSequentialColors"], "#FFFFFF"}
    assert found <= theirs
    assert "#FFFFFF" in found


def test_marks_stand_where_their_values_are(sources: pd.DataFrame) -> None:
    """Worked out by hand: 720 pixels less 124 left and 52 right are 544 for 0 to 1; five rows of 26 from 28 down."""
    drawn = charts.dots_with_intervals(sources, extent=(0.0, 1.0), reference=Reference(0.5, "all"))
    root = _read(paper.as_svg(drawn))
    dots = [(float(one.get("cx", 0)), float(one.get("cy", 0))) for one in root.iter(f"{SVG}circle")]
    assert dots == [
        (pytest.approx(124 + 0.68 * 544, abs=0.01), 41),
        (pytest.approx(124 + 0.58 * 544, abs=0.01), 67),
        (pytest.approx(124 + 0.55 * 544, abs=0.01), 93),
        (pytest.approx(124 + 0.41 * 544, abs=0.01), 119),
    ]
    lines = [one.get("d") for one in root.iter(f"{SVG}path")]
    assert lines[0] == "M396,158 L396,28"
    assert lines[1] == "M434.08,41 L548.32,41"


def test_a_mark_keeps_its_verdicts_fill(sources: pd.DataFrame) -> None:
    root = _read(paper.as_svg(charts.dots_with_intervals(sources, reference=Reference(0.55, "all hires"))))
    up, down, grey = (LIGHT["chartCategoricalColors"][place] for place in (2, 3, 4))
    found = [(one.get("fill"), one.get("stroke"), one.get("r")) for one in root.iter(f"{SVG}circle")]
    assert found == [(up, up, "5.5"), ("#FFFFFF", up, "5.5"), (grey, grey, "4.5"), (down, down, "5.5")]


def test_every_name_of_a_figure_stands_on_paper_once(sources: pd.DataFrame) -> None:
    words = _words(paper.as_svg(charts.dots_with_intervals(sources), title="Who stayed", note="n 273"))
    assert [words.count(name) for name in [*sources["name"], "Who stayed", "n 273"]] == [1] * 7
    assert "too few to show" in words


def test_a_title_and_a_note_take_room_of_their_own(sources: pd.DataFrame) -> None:
    drawn = charts.dots_with_intervals(sources)
    plain, told = (_read(paper.as_svg(drawn, title=title, note="a note")) for title in ("", "A title"))
    assert float(told.get("height", 0)) - float(plain.get("height", 0)) == pytest.approx(15 * 1.25 + 10)
    assert told.get("viewBox") == f"0 0 720 {told.get('height')}"


def test_a_long_title_runs_over_several_lines_within_the_width(sources: pd.DataFrame) -> None:
    title = "Hires from referrals reached their quota more often than those from agencies " * 3
    root = _read(paper.as_svg(charts.dots_with_intervals(sources), width=400, title=title))
    heading = next(one for one in root.iter(f"{SVG}text"))
    lines = ["".join(line.itertext()) for line in heading.findall(f"{SVG}tspan")]
    assert " ".join(lines) == title.strip()
    assert max(map(len, lines)) < 65


def test_marks_end_where_the_plot_does_under_a_name_of_their_own(ramps: pd.DataFrame) -> None:
    svgs = [paper.as_svg(charts.ramp(ramps, role)) for role in ("Inside sales", "Major accounts")]
    names = [re.findall(r'clipPath id="([^"]+)"', svg) for svg in svgs]
    assert [len(found) for found in names] == [1, 1]
    assert names[0] != names[1]
    assert all(f'clip-path="url(#{found[0]})"' in svg for found, svg in zip(names, svgs, strict=True))


def _sheet(**settings: object) -> Drawn:
    sheet = layout.empty_figure(100)
    layout.value_axis(sheet, "x", (0, 1), [], [])
    layout.value_axis(sheet, "y", (0, 1), [], [])
    sheet.add_trace(
        scatter(
            **{"x": [0, 1], "y": [0, 1], "mode": "lines", "line": {"color": "#000006", "width": 1}} | settings
        )
    )
    return Drawn(sheet)


def test_a_line_ends_where_a_value_is_not_known() -> None:
    ys = [None if place == 5 else 0.7 for place in range(14)]
    root = _read(paper.as_svg(_sheet(x=[place / 14 for place in range(14)], y=ys, connectgaps=False)))
    lines = [one.get("d", "") for one in root.iter(f"{SVG}path") if "," in one.get("d", "")]
    assert [line.count(",") for line in lines] == [5, 8]


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"stackgroup": "one"}, "stackgroup"),
        ({"type": "pie"}, "scatter and bar"),
        ({"mode": "text"}, "mode 'text'"),
        ({"fill": "tozeroy"}, "fill 'tozeroy'"),
        ({"line": {"color": "#000006", "width": 1, "smoothing": 1}}, "smoothing"),
        ({"line": {"color": "#000006", "width": 1, "dash": "longdash"}}, "longdash"),
        ({"line": {"color": "#000006", "width": 1, "shape": "spline"}}, "spline"),
        ({"line": {"color": "#123456", "width": 1}}, "#123456"),
        ({"mode": "markers", "marker": {"size": 9, "color": "#000006", "symbol": "star"}}, "star"),
        ({"xaxis": "x3"}, "no axis x3"),
    ],
)
def test_what_paper_was_not_taught_is_refused_and_named(settings: dict[str, object], says: str) -> None:
    paper.as_svg(_sheet())
    with pytest.raises(paper.UnknownError, match=says):
        paper.as_svg(_sheet(**settings))


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"polar": {}}, "polar of the layout"),
        ({"xaxis": {"zeroline": True}}, "zeroline True of the x axis"),
        ({"yaxis": {"type": "log"}}, "type of the y axis"),
        (
            {"shapes": [{"type": "circle", "x0": 0, "x1": 1, "y0": 0, "y1": 1, "line": {"width": 0}}]},
            "circle",
        ),
        ({"annotations": [WORD | {"text": "<i>a</i>"}]}, "<i>"),
        ({"annotations": [WORD | {"showarrow": True}]}, "arrows"),
        ({"annotations": [WORD | {"textangle": 90}]}, "textangle of a word"),
    ],
)
def test_what_a_layout_says_beyond_it_is_refused_too(settings: dict[str, object], says: str) -> None:
    sheet = Sheet(**_sheet().to_dict()["layout"])
    sheet.update_layout(**settings)
    with pytest.raises(paper.UnknownError, match=says):
        paper.as_svg(Drawn(sheet))
