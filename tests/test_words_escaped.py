"""Somebody else's text in a line of ours."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from hiring.words import as_written, one_line, seen, straight

TURNS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_a_value_is_told_on_one_short_line() -> None:
    assert as_written("a\n\u202eb") == r"'a\n\u202eb'"
    assert as_written(["x" * 200]) == "['" + "x" * 77 + "…"
    assert as_written(int("f" * 10_000, 16)) == "a number of thousands of digits"
    assert as_written({"a": int("f" * 10_000, 16)}) == "a number of thousands of digits"


def test_marks_that_turn_what_follows_are_left_out_and_letters_of_any_script_stay() -> None:
    assert straight(f"a{TURNS}b") == "ab"
    assert straight("می\u200cخواهم עברית 👩\u200d👧") == "می\u200cخواهم עברית 👩\u200d👧"


def test_nothing_invisible_is_left() -> None:
    assert seen(f"a{TURNS}\u200b\u200d\ufeff\u00ad\U000e0041b\ud800") == "ab"
    assert seen("a\x00\n\x85\u2028\u2029b") == "a     b"
    assert seen("Zoë 22\N{NARROW NO-BREAK SPACE}%") == "Zoë 22\N{NARROW NO-BREAK SPACE}%"


@given(st.text())
def test_of_any_text_only_what_can_be_seen_is_left(text: str) -> None:
    assert {unicodedata.category(one) for one in seen(text)}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    assert one_line(text).isprintable()
