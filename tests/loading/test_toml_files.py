"""TOML of any shape ends in values or in one line, in a time that does not grow with how deep it is."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.hostile_entries import in_time
from hiring.loading.toml_files import MOST_LEVELS, TomlError, parsed

DEEP = 100_000
QUOTES = st.sampled_from(['"', "'", "\\", "#", "\n", ".", "[", "]", "{", "}", "=", ",", "a", "1", " "])


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * DEEP,
        "a = " + "[" * DEEP + "]" * DEEP,
        "a = " + "{b = " * DEEP,
        ".".join("a" * DEEP) + " = 1",
        " . ".join("a" * DEEP) + " = 1",
        ".".join(['"a.b"'] * DEEP) + " = 1",
        ".".join(["'a'"] * DEEP) + " = 1",
        "[" + ".".join("a" * DEEP) + "]\nb = 1",
        "[[" + ".".join("a" * DEEP) + "]]\nb = 1",
        'a = ["""x"""", ' + "[" * DEEP,
        "a = ['''x'''', " + "[" * DEEP,
        "x = 1\na = {" + ".".join("a" * DEEP) + " = 1}",
    ],
    ids=lambda text: text[:12].strip(),
)
def test_what_is_nested_too_deep_is_one_line_and_not_waited_for(text: str) -> None:
    with in_time(), pytest.raises(TomlError) as caught:
        parsed(text)
    line = text[: text.rindex("\n") + 1].count("\n") + 1 if text.startswith("x") else 1
    assert str(caught.value) == f"line {line} is nested more than {MOST_LEVELS} levels deep"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "9" * 10_000, "a number of thousands of digits"),
        ("[a]\nb = [{c = 0x" + "f" * 6_000 + "}]", "a.b.c is a number of thousands of digits"),
        ("a = [1,", "Invalid value (at end of document)"),
        ("a = 2026-02-30", "Invalid date or datetime (at line 1, column 5)"),
        ("a\u202e = 1", "Expected '=' after a key in a key/value pair (at line 1, column 2)"),
        ('a = "x\x00"', "Illegal character '\\x00' (at line 1, column 7)"),
    ],
)
def test_what_is_no_toml_is_told_in_one_line(text: str, said: str) -> None:
    with pytest.raises(TomlError) as caught:
        parsed(text)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    "text",
    [
        'a = "x.y.z' + ".a" * 50 + '"',
        "a = '" + "[" * 50 + "'",
        "# " + "[" * 50 + ".a" * 50,
        'a = """\n' + "[" * 50 + '\\"""' + ".a" * 50 + '"""',
        "a = '''" + "{" * 50 + "\n''" + ".a" * 50 + "'''",
        'a = "\\"' + "[" * 50 + '"',
        'a = """"x"""" # ' + "[" * 50,
        "\n".join(f"k{n} = {n}.5" for n in range(100)),
        "a = [" + "1.5, " * 100 + "]",
        "[a]\n" * 1 + "\n".join(f"[a.b{n}]" for n in range(100)),
    ],
)
def test_what_stands_in_texts_and_remarks_is_not_depth(text: str) -> None:
    assert parsed(text) == tomllib.loads(text)


def test_values_come_as_they_are_written() -> None:
    assert parsed("day = 2026-01-31\nshare = 0.5\n[a.b]\nc = ['x']") == {
        "day": date(2026, 1, 31),
        "share": 0.5,
        "a": {"b": {"c": ["x"]}},
    }


@given(st.lists(QUOTES, max_size=40).map("".join))
def test_any_signs_at_all_give_what_the_reader_gives(text: str) -> None:
    try:
        wanted = tomllib.loads(text)
    except ValueError:
        with pytest.raises(TomlError):
            parsed(text)
    else:
        assert parsed(text) == wanted
