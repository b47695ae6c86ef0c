"""A glossary, drawn without a browser: folded entries, their names with anchors, in four lists, letter by letter."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest

from hiring.showing.glossary import anchor_of


def drawn(script) -> list[str]:
    app = AppTest.from_function(script, default_timeout=30).run()
    assert not app.exception
    return [text.value for text in app.markdown if "<details" in text.value]


def test_an_entry_is_its_name_with_an_anchor_and_folded_behind_it_its_meaning_and_what_else_holds() -> None:
    def script() -> None:
        from hiring.showing.glossary import Entry, glossary

        facts = (("Unit", "Share"), ("Clock", "None"))
        glossary([("Selling", (Entry("Meet bar", "met_bar", "Hires who met it.", facts),))])

    (told,) = drawn(script)
    assert told.endswith(
        '<details class="entry"><summary><h3 data-anchor="met_bar">Meet bar</h3></summary>'
        "<p>Hires who met it.</p><dl><dt>Unit</dt><dd>Share</dd><dt>Clock</dt><dd>None</dd></dl></details>"
    )


def test_a_group_is_four_lists_read_one_after_the_other_and_only_the_first_says_how_they_look() -> None:
    def script() -> None:
        from hiring.showing.glossary import Entry, glossary

        def entries(*names: str) -> tuple[Entry, ...]:
            return tuple(Entry(name, name, "Told.", ()) for name in names)

        glossary([("Letters", entries("a", "b", "c", "d", "e")), ("Numbers", entries("1", "2"))])

    lists = drawn(script)
    assert [re.findall(r'data-anchor="(.)"', one) for one in lists] == [
        ["a", "b"],
        ["c", "d"],
        ["e"],
        ["1"],
        ["2"],
    ]
    assert ["<style>" in one for one in lists] == [True, *[False] * (len(lists) - 1)]


def test_what_looks_like_markup_shows_letter_by_letter_and_an_empty_line_ends_no_entry() -> None:
    def script() -> None:
        from hiring.showing.glossary import Entry, glossary

        odd = '<img src=x onerror="alert(1)"> </details> *a* & b\n\n# c'
        glossary([("Odd", (Entry(odd, 'a"><b>', odd, ((odd, odd),)),))])

    (told,) = drawn(script)
    entry = told.partition("</style>\n")[2]
    assert "\n" not in entry
    tags = re.findall(r"</?(\w+)", entry)
    assert tags == [
        "details",
        "summary",
        "h3",
        "h3",
        "summary",
        "p",
        "p",
        "dl",
        "dt",
        "dt",
        "dd",
        "dd",
        "dl",
        "details",
    ]
    shown = unescape(re.sub(r"<[^>]*>", "\n", entry)).split("\n")
    assert [text for text in shown if text] == ['<img src=x onerror="alert(1)"> </details> *a* & b # c'] * 4


def test_a_narrow_space_stays_one() -> None:
    def script() -> None:
        from hiring.showing.glossary import Entry, glossary

        glossary([("Shares", (Entry("A", "a", "80\u202f%", ()),))])

    assert "<p>80\u202f%</p>" in drawn(script)[0]


def test_a_group_is_found_by_its_title_in_small_letters() -> None:
    assert anchor_of("What hires sell, and how soon") == "what-hires-sell-and-how-soon"


def test_what_is_looked_for_may_stand_in_the_name_the_meaning_or_behind_it_and_all_of_it_must() -> None:
    from hiring.showing.glossary import Entry, matching

    bar = Entry("Meet bar", "met_bar", "Hires at 80\u202f% of quota.", (("Clock", "Weekends in"),))
    left = Entry("Have left", "left", "Hires who left.", (("Clock", "None"),))
    groups = [("Selling", (bar,)), ("Staying", (left,))]
    assert matching(groups, "hires") == groups
    assert matching(groups, "80 % WEEK") == [("Selling", (bar,))]
    assert matching(groups, "bar left") == []
    assert matching(groups, "") == groups


def test_a_word_is_found_from_its_start_and_by_what_else_people_call_the_measure() -> None:
    from hiring.showing.glossary import Entry, matching

    on_time = Entry("Scorecards on time", "on_time", "Written as promised.", (), "late overdue")
    kept = Entry("Other", "other", "Not related to a plate, later.", ())
    groups = [("All", (on_time, kept))]
    assert matching(groups, "late") == [("All", (on_time,))]  # neither re-late-d nor p-late
    assert matching(groups, "scorecard") == matching(groups, "Scorecards") == [("All", (on_time,))]
    assert matching(groups, "rela") == [("All", (kept,))]
    assert matching(groups, "relate") == [("All", (kept,))]
    assert matching(groups, "promises") == [("All", (on_time,))]
    assert matching(groups, "written (as") == []
