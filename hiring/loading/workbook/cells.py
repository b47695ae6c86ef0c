"""A workbook's cell as the text that the same table would have as CSV."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

Cell = int | float | str | bool | date | datetime | time | timedelta

_MOST_DIGITS = 1e15  # a spreadsheet keeps 15 digits of a number; of a longer one the rest is lost
_SURELY_PLAIN = 16  # characters of 15 digits and a point
_LETTERS = 26


def _number(value: float) -> str:
    """A number without the noise of its storage: 15 digits, no exponent; one too long for that with one.

    Exactly three decimals get a fourth, so that nobody takes 1.234 for 1234 written with a separator.
    """
    if abs(value) >= _MOST_DIGITS:
        return f"{value:.14E}"
    text = repr(value)
    if len(text) > _SURELY_PLAIN or "e" in text:
        text = format(Decimal(f"{value:.15g}"), "f")
    whole, _, decimals = text.partition(".")
    if decimals in ("", "0"):
        return whole
    return f"{text}0" if len(decimals) == 3 else text


def _moment(value: datetime) -> str:
    """A moment to the second: what a spreadsheet keeps of one is off by some millionths of a day."""
    rounded = value + timedelta(milliseconds=500)
    return rounded.strftime("%Y-%m-%d %H:%M:%S")


def _span(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    minutes, left = divmod(abs(seconds), 60)
    return f"{sign}{minutes // 60}:{minutes % 60:02}:{left:02}"


def text_of(value: Cell) -> str:
    """The cell as text: ISO days, moments to the second, `true` and `false`, plain numbers, \\n in line breaks."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(float(value))
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, timedelta):
        return _span(value)
    return value.isoformat() if isinstance(value, date) else value.strftime("%H:%M:%S")


def column_number(letters: str) -> int:
    """Column `A` is 0, `Z` 25, `AA` 26."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """Column 0 is `A`, 25 `Z`, 26 `AA`."""
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(65 + letter) + letters
    return letters


_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def place_of(reference: str) -> tuple[int, int] | None:
    """(row from 1, column from 0) of a reference such as `B7`; `None` if it is none."""
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]), column_number(found[1])) if found else None
