"""A figure's small markup taken apart, and words broken into lines."""

from __future__ import annotations

import pytest

from hiring.charts.paper.elements import UnknownError
from hiring.charts.paper.lettering import Run, lines_of, width_of, wrapped
from hiring.charts.text import bold, lines, plain


def test_markup_of_our_own_comes_apart_and_a_files_stays_letters() -> None:
    markup = lines(bold(plain("<b>A & B</b>")), plain("57 % #000001 $x$"))
    assert lines_of(markup) == [(Run("<b>A & B</b>", is_bold=True),), (Run("57 % #000001 $x$"),)]


def test_other_markup_is_refused() -> None:
    with pytest.raises(UnknownError, match="<a href='x'>"):
        lines_of("<a href='x'>y</a>")


def test_bold_and_wide_letters_take_more_room() -> None:
    assert Run("mmm").width > Run("nnn").width > Run("iii").width
    assert Run("nnn", is_bold=True).width > Run("nnn").width
    assert Run("é").width == Run("e\u0301").width == Run("e").width
    assert Run("李").width == 1
    assert width_of(lines_of("iii<br>mmm"), 10) == Run("mmm").width * 10


def test_words_are_broken_between_words_alone() -> None:
    assert [line[0].letters for line in wrapped("one two  three\nfour", 10, 50)] == ["one two", "three four"]
    assert [line[0].letters for line in wrapped("a incomprehensibilities b", 10, 30)] == [
        "a",
        "incomprehensibilities",
        "b",
    ]
    assert wrapped(" ", 10, 30) == []


def test_a_number_is_not_broken_from_its_unit() -> None:
    assert [line[0].letters for line in wrapped("only 57\u202f%", 10, 40)] == ["only", "57\u202f%"]
