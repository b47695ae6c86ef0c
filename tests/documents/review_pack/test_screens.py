"""Screens to present: one finding each, cut before words have no room, and read again as they were frozen."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pandas as pd
import pytest

from helpers.invented.packs import dots, of_every_form, pack
from hiring.documents.review_pack.screens import DECISIONS, MOST_LINES, TALLEST, WHOLE_LINE, WRITE, as_screens
from hiring.findings.exhibit import Marks
from hiring.findings.review import made
from hiring.findings.review.pack import Figure, Pack, Section
from hiring.findings.review.screen import read

LONG = "x" * WHOLE_LINE * 3
AGENDA = tuple(("About", LONG) for _ in range(8))


def told(*sections: Section, **more: object) -> Pack:
    return replace(pack(), **{"sections": sections, "comments": {}, "left_out": ()} | more)


def test_the_decision_page_is_first_then_words_and_every_exhibit_alone_and_the_appendix_is_none() -> None:
    screens = as_screens(
        told(
            Section(made.CHANGED, lines=(("", "DACH became clear."),)),
            Section(made.DECIDED, lines=(("HR", "Calls within two days."),)),
            Section(made.AGENDA, lines=(("Overdue", "Two promises."),)),
            Section(made.EXHIBITS, (dots(), dots(key="other", lead="Agencies cost most"))),
            Section(made.APPENDIX, lines=(("Labels", "What they mean."),)),
            figures=(Figure("Met the bar", "58 %", "of 106"),),
            lead="Agencies cost most and stayed least",
        )
    )
    assert [one.title for one in screens] == [
        "Agencies cost most and stayed least",
        "What changed, and what was decided",
        made.AGENDA,
        "Referrals stayed",
        "Agencies cost most",
        made.TO_DECIDE,
    ]
    assert [one.value for one in screens[0].numbers] == ["58 %"]
    assert [part.title for part in screens[1].parts] == [made.CHANGED, made.DECIDED]
    assert [part.lines[1:] for part in screens[-1].parts] == [(("HR", "Calls within two days."),)]
    assert screens[3].counted == "n 219 · Clear"
    assert screens[3].alt == "Referrals stayed most often."


def test_where_nothing_changed_and_nothing_was_decided_no_screen_says_so_and_the_last_asks_what_is_decided() -> (
    None
):
    nothing = (
        Section(made.CHANGED, lines=(("", made.NO_PACK),)),
        Section(made.DECIDED, lines=(("", "Nothing."),)),
    )
    assert [one.title for one in as_screens(told(*nothing))][1:] == [made.TO_DECIDE]
    proposed = (("Intake", "Hold the intake talk of R1."), ("Alignment", "Talk about assertiveness."))
    last = as_screens(told(*nothing, proposals=proposed))[-1]
    assert last.parts[0].lines == (("", WRITE), *proposed)
    assert (last.address, as_screens(told(*nothing))[0].address) == (DECISIONS, "")
    decided = replace(nothing[1], lines=(("HR", "Calls within two days."),))
    assert [one.title for one in as_screens(told(nothing[0], decided))][1:] == [made.DECIDED, made.TO_DECIDE]


def test_what_is_of_todays_data_stands_under_each_exhibit_but_promises_and_the_legend_under_all_that_need_one() -> (
    None
):
    lines = (("", "As of 30 Jun 2026, not of 2026 Q1."), ("", "Promises alone are counted up to then."))
    promised = dots(key="agreement_hr", standfirst="Kept")
    first, second = as_screens(told(Section(made.EXHIBITS, (dots(), promised), lines=lines)))[1:]
    legend = "Filled: Clear. Hollow: Leaning. Grey: Can't tell"
    assert first.standfirst == f"Share. As of 30 Jun 2026, not of 2026 Q1. {legend}"
    assert second.standfirst == f"Kept. {legend}"


def test_both_sides_promises_stand_beside_each_other_with_both_comments() -> None:
    both = [dots(key=f"agreement_{side}", lead=f"{side} kept most") for side in ("hr", "sales")]
    comments = {"agreement_hr": "Why?", "agreement_sales": "When?"}
    (shown,) = as_screens(told(Section(made.EXHIBITS, tuple(both)), comments=comments))[1:]
    assert shown.standfirst.startswith("No contest: each side promised other things")
    assert (shown.title, shown.comment) == ("hr kept most; sales kept most", "Why? · When?")
    assert shown.figure == shown.beside != {}
    many = dots(tuple(map(str, range(8))), key="agreement_sales", lead="sales kept most")
    assert len(as_screens(told(Section(made.EXHIBITS, (both[0], many))))) == 3


def test_a_comment_stands_with_its_exhibit() -> None:
    shown = as_screens(told(Section(made.EXHIBITS, (dots(),)), comments={"dots": "What does a 4 look like?"}))
    assert [one.comment for one in shown] == ["", "What does a 4 look like?"]


@pytest.mark.parametrize("title", [made.AGENDA, made.UNKNOWN])
def test_words_that_have_no_room_on_one_screen_go_on_on_the_next_and_none_is_lost(title: str) -> None:
    _, *screens = as_screens(told(Section(title, lines=AGENDA)))
    assert [one.title for one in screens] == [f"{title} ({place} of 3)" for place in (1, 2, 3)]
    assert sum((one.parts[0].lines for one in screens), ()) == AGENDA
    assert all(len(one.parts[0].lines) * 4 < MOST_LINES for one in screens)


def test_a_quarter_of_which_nothing_is_told_has_its_decision_page() -> None:
    assert len(as_screens(told())) == 1


def test_a_screen_is_read_again_as_it_was_frozen() -> None:
    screens = as_screens(pack(*of_every_form()))
    assert [read(json.loads(json.dumps(asdict(one)))) for one in screens] == list(screens)


def test_a_number_on_a_wall_leaves_out_what_would_have_been_a_change() -> None:
    note = "42–76 % · 28 hires; a year before 76 %, 21 hires: no reliable change (46 points would be)"
    (first,) = as_screens(
        told(figures=(Figure("Met the bar", "61 %", note), Figure("Openings", "13", "on 30 Jun")))
    )
    assert [one.note for one in first.numbers] == [note.removesuffix(" (46 points would be)"), "on 30 Jun"]


def test_of_a_figure_with_many_sections_a_wall_shows_the_first_as_far_as_they_can_be_read() -> None:
    rows = [
        {
            "section": section,
            "name": f"{section} {place}",
            "counted": 20.0,
            "expected": 18.0,
            "n": 40,
            "right": "8 of 40",
        }
        for section in ("Region", "Source", "Segment", "Start year")
        for place in range(5)
    ]
    many = dots(key="groups", marks=Marks("counted_and_expected", pd.DataFrame(rows)))
    (shown,) = as_screens(told(Section(made.EXHIBITS, (many,))))[1:]
    assert shown.figure["layout"]["height"] <= TALLEST
    assert "Start year: on the page" in shown.standfirst
    assert "Region" not in shown.standfirst
