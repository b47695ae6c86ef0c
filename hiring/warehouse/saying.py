"""How a build's result is told on a terminal, line by line: what was set aside and why, what it says and asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hiring.warehouse.attempts import MOST_KEPT
from hiring.warehouse.build import BuildResult

#: More than a screenful of single rows would hide the account above it.
SHOWN = 20


def messages(result: BuildResult, today: date) -> Iterator[str]:
    """The first rows set aside, every message, and every question with the line that answers it.

    Rows that wait for what a word means are counted in the line of their file: nothing is wrong with them yet.
    """
    rows = [str(row.message) for row in result.set_aside if not row.waits]
    yield from rows[:SHOWN]
    if len(rows) > SHOWN:
        kept = "them all" if result.is_good or len(rows) <= MOST_KEPT else f"the first {MOST_KEPT}"
        yield f"… and {len(rows) - SHOWN:,} more rows set aside: the Data page lists {kept}"
    yield from map(str, result.messages)
    for question in result.questions:
        answers = ", ".join(question.choices)
        yield f"  to answer, put this line into answers.toml beside the exports (answers: {answers}):"
        yield f"  {question.line(today)}"
