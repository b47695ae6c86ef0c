"""How a build's result is told on a terminal, line by line: the account of every file, what was set aside and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hiring.warehouse.attempts import MOST_KEPT
from hiring.warehouse.build import BuildResult

#: More than a screenful of single rows would hide the account above it.
SHOWN = 20


def account(result: BuildResult) -> Iterator[str]:
    """A line a file: rows read = loaded + set aside + skipped; nothing where no file was read."""
    if not result.files:
        return
    width = max(len(str(file["file"])) for file in result.files)
    yield f"{'file':<{width}}  {'read':>10} = {'loaded':>10} + {'set aside':>9} + {'skipped':>8}"
    for file in result.files:
        name = f"{file['file']:<{width}}"
        if file["table"] is None:
            yield f"{name}  not loaded: no table of ours"
            continue
        counts = f"{file['loaded']:>10,} + {file['quarantined']:>9,} + {file['skipped']:>8,}"
        yield f"{name}  {file['read']:>10,} = {counts}"


def messages(result: BuildResult, today: date) -> Iterator[str]:
    """The first rows set aside, every message, and every question with the line that answers it."""
    rows = [str(row.message) for row in result.set_aside]
    yield from rows[:SHOWN]
    if len(rows) > SHOWN:
        kept = "them all" if result.is_good or len(rows) <= MOST_KEPT else f"the first {MOST_KEPT}"
        yield f"… and {len(rows) - SHOWN:,} more rows set aside: the Data page lists {kept}"
    yield from map(str, result.messages)
    for question in result.questions:
        answers = ", ".join(question.choices)
        yield f"  to answer, put this line into answers.toml beside the exports (answers: {answers}):"
        yield f"  {question.line(today)}"
