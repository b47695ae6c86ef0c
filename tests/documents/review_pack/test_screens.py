"""Screens to present: one finding each, cut before words have no room, and read again as they were frozen."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from helpers.invented.packs import dots, of_every_form, pack
from hiring.documents.review_pack.screens import MOST_LINES, WHOLE_LINE, as_screens
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
            Section(made.CHANGED, lines=(("", "Nothing changed."),)),
            Section(made.DECIDED, lines=(("", "Nothing was decided."),)),
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
    ]
    assert [one.value for one in screens[0].numbers] == ["58 %"]
    assert [part.title for part in screens[1].parts] == [made.CHANGED, made.DECIDED]
    assert screens[3].counted == "n 219 · Clear"
    assert screens[3].alt == "Referrals stayed most often."


def test_a_comment_stands_with_its_exhibit() -> None:
    shown = as_screens(told(Section(made.EXHIBITS, (dots(),)), comments={"dots": "What does a 4 look like?"}))
    assert [one.comment for one in shown] == ["", "What does a 4 look like?"]


@pytest.mark.parametrize("title", [made.AGENDA, made.UNKNOWN])
def test_words_that_have_no_room_on_one_screen_go_on_on_the_next_and_none_is_lost(title: str) -> None:
    _, *screens = as_screens(told(Section(title, lines=AGENDA)))
    assert [one.title for one in screens] == [f"{title} ({place} of 4)" for place in (1, 2, 3, 4)]
    assert sum((one.parts[0].lines for one in screens), ()) == AGENDA
    assert all(len(one.parts[0].lines) * 4 < MOST_LINES for one in screens)


def test_a_quarter_of_which_nothing_is_told_has_its_decision_page() -> None:
    assert len(as_screens(told())) == 1


def test_a_screen_is_read_again_as_it_was_frozen() -> None:
    screens = as_screens(pack(*of_every_form()))
    assert [read(json.loads(json.dumps(asdict(one)))) for one in screens] == list(screens)
