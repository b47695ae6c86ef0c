"""A page's anatomy: text from files stays text, failures become a state, tables fold when they grow."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import StopException
from streamlit.testing.v1 import AppTest

from hiring.showing import page
from hiring.showing.page import Tile, literal

COLORED = re.compile(r":color\[(.)\]")
ESCAPED = re.compile(r"\\(.)")


def run(script: Callable[[], None]) -> AppTest:
    return AppTest.from_function(script).run()


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("[x](https://evil)", r"\[x\](https:color[:]//evil)"),
        ("![x](y)", r"!\[x\](y)"),
        (":material/delete:", ":color[:]material/delete:color[:]"),
        ("$x$", r"\$x\$"),
        ("<img src=x>", r"\<img src=x\>"),
        (":red[x]", r":color[:]red\[x\]"),
        ("{{7*7}}", r"\{\{7\*7\}\}"),
        ("www.evil.com", "www:color[.]evil.com"),
        ("a@b.com", "a:color[@]b.com"),
        ("a -> b", "a -:color[>] b"),
        ("a -- b", "a -:color[-] b"),
        ("x >= 3", r"x \>:color[=] 3"),
        ("1. one", r"1\. one"),
        ("12) one", r"12\) one"),
        ("- one", r"\- one"),
        ("===", r"\==="),
        ("two\n\n# lines", r"two \# lines"),
        ("Role: Manager", "Role: Manager"),
        ("57\u202f% of 9\u00a0Oct", "57\u202f% of 9\u00a0Oct"),
        ("Anne-Marie O'Neil (EMEA), 3.5/5", "Anne-Marie O'Neil (EMEA), 3.5/5"),
        ("\u202eevil\u2066 \u200f- x", "evil - x"),
        ("\u202e- x", r"\- x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        (None, "None"),
    ],
)
def test_markup_in_a_text_becomes_letters(text: object, markdown: str) -> None:
    assert literal(text) == markdown


@pytest.mark.parametrize(
    "text", ["[a](b) :x: <-> $1$ `c` _d_ ~~e~~ |f| \\g & #h", "a:b::c:", "--->--", "www.x www.y"]
)
def test_a_reader_sees_every_letter(text: str) -> None:
    assert ESCAPED.sub(r"\1", COLORED.sub(r"\1", literal(text))) == text


def test_values_are_data_and_the_words_around_them_markdown() -> None:
    assert page.filled("**{who}** {n}", {"who": "*A*", "n": 3}) == r"**\*A\*** 3"
    assert page.filled("{{7}} {who}", {"who": "{n}"}) == r"{7} \{n\}"
    assert page.filled("no {values}", {}) == "no {values}"


def test_a_page_opens_with_its_answer_as_the_only_h1() -> None:
    def script() -> None:
        from hiring.showing import page

        with page.column():
            with page.scope_line("All roles", "412 hires", "", "data as of 30 Jun"):
                page.says("filters")
            page.lead("Overview", "Hires of <b>2025</b> look alike", "86 hires")
            page.footer("Sample data.")

    app = run(script)
    assert [title.value for title in app.title] == [r"Hires of \<b\>2025\</b\> look alike"]
    told = [text.value for text in app.markdown]
    assert ":small[:gray[412 hires · data as of 30 Jun]]" in told
    assert ":gray[86 hires]" in told
    assert told[-1].startswith(":small[:gray[Sample data. What stands here are patterns")


def test_a_finding_is_one_level_below_the_page() -> None:
    def script() -> None:
        from hiring.showing import page

        page.finding("No cohort stands out", "Share meeting the bar")

    app = run(script)
    assert [(heading.tag, heading.value) for heading in app.header] == [("h2", "No cohort stands out")]
    assert app.markdown[0].value == ":small[:gray[Share meeting the bar]]"


def test_tiles_show_value_note_and_definition() -> None:
    def script() -> None:
        from hiring.showing import page

        page.tiles([page.Tile("Left in first year", "17\u202f%", "13–22\u202f% · 160 hires", "$1 <b>")])

    app = run(script)
    assert (app.metric[0].label, app.metric[0].value) == ("Left in first year", "17\u202f%")
    assert app.metric[0].proto.help == r"\$1 \<b\>"
    assert app.markdown[0].value == ":small[:gray[13–22\u202f% · 160 hires]]"


def test_a_tile_with_a_label_that_would_be_cut_is_refused() -> None:
    with pytest.raises(ValueError, match="more than 20 letters"):
        Tile("A label of 21 letters", "1", "", "")


def test_a_tile_with_words_for_a_number_that_would_be_cut_is_refused() -> None:
    assert Tile("a", "not yet half", "", "").value == "not yet half"
    assert Tile("a", "EUR 123,456.7k", "", "").value == "EUR 123,456.7k"
    with pytest.raises(ValueError, match="more than 12 letters"):
        Tile("a", "not yet known", "", "")


def test_a_seventh_tile_is_refused() -> None:
    with pytest.raises(ValueError, match="7 tiles are more than 6"):
        page.tiles([Tile("a", "1", "", "")] * 7)


def test_a_chart_has_its_alternative_text_and_cannot_be_zoomed() -> None:
    def script() -> None:
        import pandas as pd

        from hiring.findings.exhibit import Exhibit, Marks
        from hiring.showing import page

        frame = pd.DataFrame({"name": ["a"], "estimate": [0.5], "low": [0.4], "high": [0.6], "n": [9]})
        marks = Marks("dots_with_intervals", frame)
        page.exhibit(Exhibit("sources", "Nobody stands out", "in SD", marks, "No source stands out"))

    chart = run(script).get("plotly_chart")[0].proto
    assert chart.alt == "No source stands out"
    assert json.loads(chart.config)["displayModeBar"] is False


def test_a_chart_that_fails_is_a_sentence_with_a_reference_and_the_reason_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def script() -> None:
        import pandas as pd

        from hiring.findings.exhibit import Exhibit, Marks
        from hiring.showing import page

        page.exhibit(Exhibit("broken", "It breaks", "", Marks("no form", pd.DataFrame({"n": [1]})), "x"))
        page.says("the rest")

    with caplog.at_level(logging.ERROR, logger="hiring.showing.failing"):
        app = run(script)
    assert not app.exception
    said = app.error[0].value
    reference = re.search(r"reference ([0-9A-F]{4})\.$", said)
    assert reference
    assert "KeyError" not in said
    assert f"broken failed, reference {reference[1]}" in caplog.text
    assert "KeyError" in caplog.text
    assert app.markdown[-1].value == "the rest"


def test_an_exhibit_is_its_finding_its_figure_its_table_and_its_note_in_this_order() -> None:
    def script() -> None:
        import pandas as pd

        from hiring.findings.exhibit import Exhibit, Marks
        from hiring.showing import page

        frame = pd.DataFrame(
            {"name": ["a"], "estimate": [0.5], "low": [0.4], "high": [0.6], "n": [9], "side": ["HR"]}
        )
        marks = Marks("dots_with_intervals", frame)
        table = pd.DataFrame({"Who": ["a"]})
        one = Exhibit("key", "A *stands* out", "in SD", marks, "alt", table, note="Not <b>all</b>.")
        page.exhibit(one)
        page.exhibit(
            one.__class__("two", "lead", "", marks, "alt", note="no"),
            heading=lambda: page.label("Own"),
            has_note=False,
        )

    app = run(script)
    assert [heading.value for heading in app.header] == [r"A \*stands\* out"]
    said = [text.value for text in app.markdown]
    sides = ":violet[**● HR**]\u2002"  # no mark of Sales is in it
    assert said == [
        ":small[:gray[in SD]]",
        rf":small[:gray[{sides}Not \<b\>all\</b\>.]]",
        "**Own**",
        f":small[:gray[{sides}]]",  # who is who stands under every figure of both sides
    ]
    assert [one.value["Who"].tolist() for one in app.table] == [["a"]]
    assert len(app.get("plotly_chart")) == 2
    assert not app.get("download_button")  # until its way out is opened


def test_an_exhibit_of_which_nothing_is_drawn_is_its_heading() -> None:
    def script() -> None:
        from hiring.findings.exhibit import undrawn
        from hiring.showing import page

        assert page.exhibit(undrawn("key", "Nobody here", "in SD"), on_select="rerun") == ()

    app = run(script)
    assert not app.exception
    assert [heading.value for heading in app.header] == ["Nobody here"]
    assert not app.get("plotly_chart")


def test_a_guard_lets_the_page_stop_and_rerun() -> None:
    with pytest.raises(StopException), page.guarded("part"):
        raise StopException


@pytest.mark.parametrize(
    ("event", "rows"),
    [
        ({"selection": {"points": []}}, ()),
        ({"selection": {"points": [{"customdata": [3]}, {"customdata": 1}, {"customdata": [3]}]}}, (1, 3)),
        ({"selection": {"points": [{"x": 1}, {"customdata": "2"}]}}, ()),
    ],
)
def test_the_chosen_rows_are_positions_in_order(event: dict[str, object], rows: tuple[int, ...]) -> None:
    assert page.chosen_rows(event) == rows


def test_a_small_table_is_shown_letter_by_letter() -> None:
    def script() -> None:
        import pandas as pd

        from hiring.showing import page

        page.table(pd.DataFrame({"<b>who</b>": ["[x](y)", None], "n": [1, 2]}))

    app = run(script)
    shown = app.table[0].value
    assert list(shown.columns) == [r"\<b\>who\</b\>", "n"]
    assert shown.iloc[:, 0].tolist() == [r"\[x\](y)", ""]
    assert shown["n"].tolist() == ["1", "2"]


@pytest.mark.parametrize("shape", [(13, 2), (2, 6)])
def test_a_larger_table_is_folded_away(shape: tuple[int, int]) -> None:
    def script(rows: int, columns: int) -> None:
        import pandas as pd

        from hiring.showing import page

        page.table(pd.DataFrame([[0] * columns] * rows, columns=[str(place) for place in range(columns)]))

    app = AppTest.from_function(script, args=shape).run()
    assert not app.table
    assert app.expander[0].label == "The numbers behind this"
    assert app.expander[0].dataframe[0].value.shape == shape


def test_a_table_without_a_row_is_not_drawn() -> None:
    def script() -> None:
        import pandas as pd

        from hiring.showing import page

        page.table(pd.DataFrame(columns=["Measure", "n"]))

    app = run(script)
    assert not app.table
    assert not app.expander


def test_the_states_say_what_is_missing_and_what_to_do() -> None:
    def script() -> None:
        from hiring.showing import page

        page.state_empty("No cost file is loaded.", "costs.csv", "A template lies on Data.")
        page.state_empty("Odd.", "a`b\n# c")
        page.state_too_few(4, 5, "Widen the dates.")
        page.not_comparable("Not comparable here.", "Labels stop at Leaning.")

    app = run(script)
    boxes = [text.value for text in app.markdown]
    assert boxes[0] == (
        "**No cost file is loaded.**  \n"
        ":gray[Add `costs.csv` to the exports and this appears. A template lies on Data.]"
    )
    assert r"Add a\`b \# c to" in boxes[1]
    assert boxes[2].startswith("**Too few hires to show: 4.**  \n:gray[Groups of fewer than 5 stay hidden")
    assert app.warning[0].value == "**Not comparable here.** Labels stop at Leaning."


def test_the_loading_place_is_gone_when_the_block_is_through() -> None:
    def script() -> None:
        from hiring.showing import page

        with page.loading("Comparing…"):
            pass
        page.says("done")

    assert [text.value for text in run(script).markdown] == ["done"]


def test_columns_are_split_for_a_chart_with_words_or_for_two_sides() -> None:
    def script() -> None:
        from hiring.showing import page

        page.two_columns()
        page.two_columns("two sides")
        page.panels(4)

    weights = [round(column.weight, 2) for column in run(script).columns]
    assert weights == [0.6, 0.4, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25]
