"""The role brief as one page: always one, cut where it must be, and nothing in a file is markup, code or a path."""

from __future__ import annotations

import json
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.invented.briefs import asked, brief
from hiring.documents.role_brief import RoleBrief, as_pdf, as_picture, page_count
from hiring.documents.role_brief.pdf import _fitting, text

WIDE = "W" * 400
LONG = "Wide words Without end " * 40
HOSTILE = '#import "@preview/x:1.0.0" #read("/etc/passwd") $x$ *b* _i_ `c` <l> @r \\ // /* "'
WORST = dict.fromkeys(("supported", "doubtful", "to_talk_about"), (LONG,) * 60) | dict.fromkeys(
    ("role", "company", "profile", "remark", "evidence", "outcomes", "filters", "data"), LONG
)


def shown(made: RoleBrief) -> dict[str, object]:
    """What reaches the page."""
    found: dict[str, object] = json.loads(_fitting(made))
    return found


def test_a_usual_brief_is_one_page_with_nothing_cut() -> None:
    usual = brief(8, to_talk_about=("One thing.",))
    pdf = as_pdf(usual)
    assert pdf.startswith(b"%PDF-")
    assert page_count(usual) == 1
    given_words = shown(usual)
    assert len(given_words["asked"]) == 8  # type: ignore[arg-type]
    assert {given_words[f"{name}_more"] for name in ("asked", "supported", "doubtful", "to_talk_about")} == {
        ""
    }


@pytest.mark.parametrize("count", [0, 1, 12, 40])
def test_a_brief_of_any_length_is_one_page_and_says_what_was_cut(count: int) -> None:
    made = brief(count)
    assert page_count(made) == 1
    words = shown(made)
    left_out = count - len(words["asked"])  # type: ignore[arg-type]
    if count == 40:
        assert left_out > 0
    if left_out > 1:
        assert words["asked_more"] == f"… and {left_out} more competencies"


@pytest.mark.parametrize(
    "filling", [WIDE, LONG, "\N{CJK UNIFIED IDEOGRAPH-4E2D}" * 300, "ﷺ" * 100, "i\u0301" * 300]
)
def test_the_longest_words_of_any_file_still_make_one_page(filling: str) -> None:
    many = tuple(asked(filling, looks_like=filling, question=filling) for _ in range(60))
    worst = {name: (filling,) * 60 if isinstance(value, tuple) else filling for name, value in WORST.items()}
    assert page_count(brief(**worst, asked=many)) == 1


def test_the_page_is_a4_and_the_picture_is_a_picture() -> None:
    picture = as_picture(brief(), 72)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (595, 842)


def test_names_are_set_as_they_are_written_and_never_read_as_markup() -> None:
    made = brief(1, role=HOSTILE, asked=(asked(HOSTILE, looks_like=HOSTILE),), evidence=HOSTILE)
    assert page_count(made) == 1
    assert as_pdf(made).startswith(b"%PDF-")
    assert shown(made)["evidence"].replace("\N{ZERO WIDTH SPACE}", "") == HOSTILE  # type: ignore[attr-defined]


@given(st.text(max_size=300))
@settings(max_examples=15)
def test_any_text_at_all_makes_one_page(words: str) -> None:
    made = brief(1, role=words, asked=(asked(words, looks_like=words),), supported=(words,), filters=words)
    assert page_count(made) == 1


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert as_pdf(brief()) == as_pdf(brief())


def test_a_text_is_one_line_cut_with_a_sign_and_its_long_words_may_break() -> None:
    assert text("a\n b\tc\x00d", 50) == "a b c d"
    assert text("abcdef", 4) == "abc…"
    assert text("right\u202eleft\u200b", 50) == "rightleft"
    broken = text("W" * 40, 100)
    assert broken.replace("\N{ZERO WIDTH SPACE}", "") == "W" * 40
    assert max(len(part) for part in broken.split("\N{ZERO WIDTH SPACE}")) == 12
    assert text("22\N{NARROW NO-BREAK SPACE}%", 50) == "22\N{NARROW NO-BREAK SPACE}%"
