"""The role brief as Markdown: whole, and names in it are text."""

from __future__ import annotations

import unicodedata

import pytest

from helpers.invented.briefs import asked, brief
from hiring.documents.role_brief import as_markdown
from hiring.documents.role_brief.markdown import plain


def test_it_holds_the_whole_brief_in_reading_order() -> None:
    text = as_markdown(brief(count=20)).decode()
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# Role brief: Field sales",
        "## What to look for and ask",
        "## What the evidence supports",
        "## What it does not",
        "## To talk about before the next opening",
        "## How the role's hires fared",
    ]
    assert text.count("  - Ask: ") == 20
    assert "digest 0123" in text


@pytest.mark.parametrize(
    "hostile",
    [
        "# Chapter",
        "<script>alert(1)</script>",
        "[x](javascript:y)",
        "![x](http://x)",
        "**bold**",
        "a | b",
        "`c`",
        "https://evil.example",
        "www.evil.example",
        "ada@firm.example",
    ],
)
def test_a_name_is_never_markup(hostile: str) -> None:
    text = as_markdown(brief(role=hostile, asked=(asked(hostile, looks_like=f"one\n{hostile}"),))).decode()
    assert plain(hostile) != hostile
    assert plain(hostile) in text
    assert hostile not in text.replace(plain(hostile), "")
    assert not any(line.lstrip().startswith(hostile) for line in text.splitlines())


def test_a_text_stays_on_one_line_and_keeps_numbers_with_their_units() -> None:
    assert plain("a\nb\u2028c\x0bd") == "a b c d"
    assert plain("22\N{NARROW NO-BREAK SPACE}%") == "22\N{NARROW NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    "invisible",
    [
        *("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"),
        *("\u200e", "\u200f", "\u061c", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ud800"),
        *("\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u2028", "\u2029", "\x85"),
    ],
    ids=lambda one: f"{ord(one):04x}",
)
def test_nothing_invisible_reaches_the_brief(invisible: str) -> None:
    name = f"Sal{invisible}es"
    texts = (f"{name}: can't tell",)
    given = {"company": name, "profile": name, "remark": name, "evidence": name, "outcomes": name}
    given |= {"filters": name, "data": name, "supported": texts, "doubtful": texts, "to_talk_about": texts}
    made = brief(role=name, asked=(asked(name, looks_like=name, question=name, weight=name),), **given)
    text = as_markdown(made).decode()
    assert invisible not in text
    assert text.count("Sales") + text.count("Sal es") == 15
    assert {unicodedata.category(one) for one in text.replace("\n", "")}.isdisjoint(
        {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )


def test_a_sign_that_hides_behind_an_invisible_one_opens_nothing() -> None:
    assert plain("\u200b- dash") == "\\- dash"
    assert plain("\u202e1. first") == "1\\. first"
    assert plain("a\u200b \u200b b") == "a b"


def test_what_would_open_a_list_does_not() -> None:
    assert plain("1. first") == "1\\. first"
    assert plain("- dash") == "\\- dash"


def test_sections_without_a_sentence_are_left_out() -> None:
    text = as_markdown(brief(count=0, supported=(), doubtful=(), to_talk_about=(), outcomes="")).decode()
    assert [line for line in text.splitlines() if line.startswith("##")] == ["## What the evidence supports"]
