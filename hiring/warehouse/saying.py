"""How a build's result is told on a terminal, line by line: the account of every file, what was set aside and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hiring.loading.messages import counted
from hiring.warehouse.attempts import MOST_KEPT
from hiring.warehouse.build import BuildResult
from hiring.warehouse.taken_for import ASKED, LOADED, REFUSED, Taken
from hiring.words import LINE_CHARACTERS, one_line

#: More than a screenful of single rows would hide the account above it.
SHOWN = 20
_ANSWER = "next: answer, with the line below"


def account(result: BuildResult) -> Iterator[str]:
    """A line a file, known or not: its rows, what it was taken for, what is asked or in the way, and the next step.

    Of a file that was loaded, rows read = loaded + set aside + skipped.
    """
    taken = {one.file: one for one in result.taken}
    counts = {str(file["file"]): file for file in result.files}
    names = list(dict.fromkeys([*counts, *taken]))
    if not names:
        return
    width = max(len(_name(name)) for name in names)
    heads = f"  {'read':>10} = {'loaded':>10} + {'set aside':>9} + {'skipped':>8}"
    yield f"{'file':<{width}}{heads if counts else ''}".rstrip()
    for name in names:
        parts = [_counts(counts[name]) if _is_loaded(counts.get(name)) else ""]
        parts.append(_said(taken[name], result) if name in taken else "")
        if not any(parts):
            parts = ["not loaded: no table of ours"]
        yield f"{_name(name):<{width}}  {'  '.join(part for part in parts if part)}"


def _name(file: str) -> str:
    return one_line(file, 2 * LINE_CHARACTERS)


def _is_loaded(file: dict[str, object] | None) -> bool:
    return file is not None and file["table"] is not None


def _counts(file: dict[str, object]) -> str:
    return f"{file['read']:>10,} = {file['loaded']:>10,} + {file['quarantined']:>9,} + {file['skipped']:>8,}"


def _said(one: Taken, result: BuildResult) -> str:
    """What a file was taken for, and what comes next with it."""
    holds = f"taken for {one_line(one.holds)}" if one.holds else ""
    rows = counted(one.rows, "row") if one.rows and not result.files else ""
    if one.state == REFUSED:
        return _joined(f"refused: {one.why}", f"next: {one.todo}" if one.todo else "")
    if one.state == ASKED:
        asked = f"asked: {'; '.join(one_line(key, 2 * LINE_CHARACTERS) for key in one.asked)}"
        return _joined(holds or one.why, rows, asked, _ANSWER if result.questions else "")
    if one.state == LOADED:
        return _joined(holds, rows, *_open(one, result))
    return _joined(f"not loaded: {one.why}", rows, f"next: {one.todo}" if one.todo else "")


def _open(one: Taken, result: BuildResult) -> list[str]:
    """What a build found out about a file only when it was read, and waits for."""
    named = (one.file, one.table)
    asked = [q for q in result.questions if q.message.file in named]
    if asked:
        return [f"asked: {'; '.join(one_line(q.key, 2 * LINE_CHARACTERS) for q in asked)}", _ANSWER]
    return []


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


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
