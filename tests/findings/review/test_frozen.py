"""A frozen pack says what it said; a later one is held against it: what became clear, what fell back, what differs."""

from __future__ import annotations

import json
from dataclasses import replace

import pandas as pd
import pytest

from helpers.invented.packs import pack
from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.review import frozen
from hiring.findings.review.frozen import Claim, NotOursError
from hiring.findings.review.pack import Figure, Pack, Section
from hiring.findings.review.screen import Screen


def shown(**labels: str) -> Exhibit:
    values = {"estimate": 0.1, "low": 0.0, "high": 0.2, "n": 30}
    rows = pd.DataFrame([{"name": name, **values, "verdict": label} for name, label in labels.items()])
    return Exhibit("gaps", "HR and Sales differ", "", Marks("dots_with_intervals", rows), "alt")


def told(*exhibits: Exhibit, value: str = "61 %", digest: str = "") -> Pack:
    figures, sections = (Figure("Met the bar", value, "of 28"),), (Section("Data", exhibits),)
    return replace(pack(), figures=figures, sections=sections, digest=digest)


def test_what_was_frozen_is_read_again_as_it_was() -> None:
    made = told(shown(Discovery="Clear", Focus="Too few hires"))
    text = frozen.content(made, b"<!doctype html>")
    again = frozen.opened(text)
    assert (again.lead, again.figures, again.html) == (made.lead, made.figures, "<!doctype html>")
    assert again.claims == (Claim("gaps", "Discovery", "Clear"),)
    assert again.made_of == made.made_of
    assert frozen.content(made, b"<!doctype html>") == text


def test_its_screens_are_kept_as_they_were_drawn_and_a_pack_without_them_is_read_too() -> None:
    screen = Screen("Data", "Referrals stayed", figure={"data": [{"y": [0.5]}], "layout": {"height": 300}})
    text = frozen.content(told(), b"", [screen])
    assert frozen.opened(text).screens == (screen,)
    without = {name: value for name, value in json.loads(text).items() if name != "screens"}
    assert frozen.opened(json.dumps(without)).screens == ()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"format": 99}', '{"format": 1, "quarter": "x"}'])
def test_what_is_none_of_ours_is_said_in_one_line(text: str) -> None:
    with pytest.raises(NotOursError) as found:
        frozen.opened(text)
    assert "\n" not in str(found.value)


def test_what_became_clear_and_what_fell_back_is_told_and_nothing_else() -> None:
    first = told(shown(A="Clear", B="Leaning", C="Clear", D="Can't tell", E="Clear"))
    before = frozen.opened(frozen.content(first, b""))
    now = told(shown(A="Clear", B="Clear", C="Leaning", D="Leaning"))
    assert frozen.since(before, "1 Jul 2026", now) == (
        "B became clear (before: leaning; now: clear): HR and Sales differ.",
        "C fell back (before: clear; now: leaning): HR and Sales differ.",
        "E fell back (before: clear; now: not told): HR and Sales differ.",
    )
    assert frozen.since(before, "1 Jul 2026", told(shown(A="Clear", C="Clear", E="Clear"))) == (
        "Since the pack of 1 Jul 2026 nothing became clear, and nothing that was clear fell back.",
    )
    assert frozen.since(None, "", now) == ()


def test_where_todays_data_differ_both_values_stand_and_what_else_differs() -> None:
    before = frozen.opened(frozen.content(told(value="61 %", digest="a" * 16), b""))
    assert frozen.differs(before, told(value="61 %", digest="b" * 16)) == (("", frozen.SAME),)
    first, why = frozen.differs(before, told(value="58 %", digest="b" * 16))
    assert first == ("Met the bar", "frozen 61 % (of 28); today 58 % (of 28)")
    assert why == ("Why", f"warehouse then digest {'a' * 16}, now digest {'b' * 16}.")
