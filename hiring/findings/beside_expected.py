"""Counted beside expected, as a cell says it."""

from __future__ import annotations

from hiring import words
from hiring.statistics.rates import wilson

TOO_FEW = "too few to show"


def share(count: int, n: int, expected: float | None = None) -> str:
    """ "7 of 36 (10–35 %), expected 8"."""
    found = wilson(count, n)
    said = f"{of(count, n)} ({words.span(found.low, found.high)})"
    return said if expected is None else f"{said}, expected {words.number(expected)}"


def of(count: int, n: int) -> str:
    """ "7 of 36"."""
    return f"{words.number(count)} of {words.number(n)}"
