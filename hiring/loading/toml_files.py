"""TOML that somebody wrote, read in a bounded time, every fault of it in one line.

Python's reader takes a time that grows with the square of how deep a key is, and gives up in its own words where
lists stand too deep in each other. Nothing we read is deeper than a handful of levels, so that it is looked at first.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from hiring.words import one_line

#: The deepest thing we read is a column of a feed of a mapping with an `else` in it, and one in that: eight levels.
MOST_LEVELS = 20
_SIGN = re.compile(r"[\"'#.\n=,\[\]{}]")
_IN_BASIC = re.compile(r'["\\\n]')
_LONGEST_FAULT = 200
_MOST_BITS = 10_000  # of a number: some three thousand digits, which Python still writes out
_TOO_LONG = "a number of thousands of digits"


class TomlError(ValueError):
    """A text that is no TOML we read; its words say what is wrong, on one line."""


def parsed(text: str) -> dict[str, Any]:
    """The values of a TOML text; raises `TomlError`."""
    _not_too_deep(text)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TomlError(one_line(str(error), _LONGEST_FAULT)) from error
    except ValueError as error:  # all that is left: Python reads no number of more than some thousand digits
        raise TomlError(_TOO_LONG) from error
    for key, number in _whole_numbers(found):
        if (
            number.bit_length() > _MOST_BITS
        ):  # read, since its base is a power of two, but nobody could be told of it
            raise TomlError(f"{one_line(key, _LONGEST_FAULT)} is {_TOO_LONG}")
    return found


def _whole_numbers(found: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Every whole number, with the keys that lead to it."""
    left: list[tuple[str, Any]] = [("", found)]
    while left:
        key, one = left.pop()
        if isinstance(one, dict):
            left += [(f"{key}.{name}" if key else name, value) for name, value in one.items()]
        elif isinstance(one, list):
            left += [(key, value) for value in one]
        elif isinstance(one, int):
            yield key, one


def _not_too_deep(text: str) -> None:
    """Raises `TomlError` where a key has too many parts, or lists and tables stand too deep in each other."""
    parts = brackets = 0
    for offset, sign in _signs(text):
        parts = parts + 1 if sign == "." else 0
        brackets += (sign in "[{") - (sign in "]}")
        if parts > MOST_LEVELS or brackets > MOST_LEVELS:
            line = text.count("\n", 0, offset) + 1
            raise TomlError(f"line {line:,} is nested more than {MOST_LEVELS} levels deep")


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """Every sign that builds something, with its place; what stands in strings and remarks is passed over."""
    offset = 0
    while found := _SIGN.search(text, offset):
        start, sign = found.start(), found.group()
        if sign in "\"'":
            offset = _after_string(text, start, sign)
        elif sign == "#":
            offset = _after(text, "\n", start)
        else:
            yield start, sign
            offset = start + 1


def _after(text: str, sign: str, start: int) -> int:
    """The place behind the next `sign`; the end of the text where there is none."""
    found = text.find(sign, start)
    return found + len(sign) if found >= 0 else len(text)


def _after_string(text: str, start: int, quote: str) -> int:
    """The place behind the string that begins at `start`; a short one that is not closed ends with its line."""
    is_long = text.startswith(quote * 3, start)
    if quote == "'":
        if is_long:
            return _closed(text, _after(text, "'''", start + 3), quote)
        return min(_after(text, "'", start + 1), _after(text, "\n", start + 1))
    offset = start + (3 if is_long else 1)
    while found := _IN_BASIC.search(text, offset):
        offset = found.end()
        if found.group() == "\\":
            offset += 1
        elif found.group() == '"' and (not is_long or text.startswith('"""', found.start())):
            return _closed(text, offset + 2, quote) if is_long else offset
        elif found.group() == "\n" and not is_long:
            return offset
    return len(text)


def _closed(text: str, offset: int, quote: str) -> int:
    """The place behind a long string's end at `offset`, and up to two quotes that belong to it."""
    more = text[offset : offset + 2]
    return offset + len(more) - len(more.lstrip(quote))
