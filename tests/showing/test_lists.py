"""Lists of a page, drawn without a browser: marks by certainty, links to anchors, text letter by letter."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def run(script) -> AppTest:
    app = AppTest.from_function(script, default_timeout=30).run()
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("label", "is_better", "mark"),
    [
        ("Clear", True, ":blue[**▲ Clear**]"),
        ("Clear", False, ":red[**▼ Clear**]"),
        ("Leaning", True, ":blue[**△ Leaning**]"),
        ("Leaning", False, ":red[**▽ Leaning**]"),
        ("Can't tell", None, ":gray[**● Can't tell**]"),
    ],
)
def test_certainty_is_a_fill_and_its_way_a_direction(label: str, is_better: bool | None, mark: str) -> None:
    def script(label: str, is_better: bool | None) -> None:
        from hiring.showing import lists

        lists.verdict(label, is_better, "All *roles*", "57 % against 55 %.")

    app = AppTest.from_function(
        script, kwargs={"label": label, "is_better": is_better}, default_timeout=30
    ).run()
    told = app.markdown[0].value
    assert told.startswith(mark)
    assert told.endswith(r"**All \*roles\*:** 57 % against 55 %.")


def test_several_findings_are_paragraphs_of_one_element_and_none_is_nothing() -> None:
    def script() -> None:
        from hiring.showing import lists

        lists.verdicts([("Clear", True, "One", "Said."), ("Can't tell", None, "All others", "*Nothing*.")])
        lists.verdicts([])

    (told,) = run(script).markdown
    first, second = told.value.split("\n\n")
    assert first == ":blue[**▲ Clear**]\u2003**One:** Said."
    assert second == r":gray[**● Can't tell**]" + "\u2003" + r"**All others:** \*Nothing\*."


def test_points_are_a_list_and_none_is_nothing() -> None:
    def script() -> None:
        from hiring.showing import lists

        lists.points((("2025 H2", "final soon"), ("Cost", "no `file`")))
        lists.points(())

    app = run(script)
    assert [text.value for text in app.markdown] == ["- **2025 H2:** final soon\n- **Cost:** no \\`file\\`"]


def test_the_contents_lead_to_anchors() -> None:
    def script() -> None:
        from hiring.showing import lists

        lists.contents([("Selling", [("Meet bar", "met_bar"), ("Quota", "quota")]), ("Loading", [])])

    selling, loading = run(script).markdown[0].value.split("\n\n")
    assert selling == "**Selling**  \n[Meet bar](#met_bar) · [Quota](#quota)"
    assert loading.startswith("**Loading**")


def test_every_footer_leads_to_the_definitions() -> None:
    def script() -> None:
        from hiring.showing import page

        page.footer()

    link = run(script).get("page_link")[0].proto
    assert (link.page, link.label) == ("definitions", "What each number means")


def test_marked_lines_are_one_element_whose_sentences_show_letter_by_letter() -> None:
    def script() -> None:
        from hiring.showing import lists

        lists.marked([(":blue[**▲ Clear**]", "*A* fares well."), (":gray[**Too few**]", "[B](c)")])
        lists.marked([])

    (told,) = run(script).markdown
    assert told.value == ":blue[**▲ Clear**] &ensp;\\*A\\* fares well.\n\n:gray[**Too few**] &ensp;\\[B\\](c)"
