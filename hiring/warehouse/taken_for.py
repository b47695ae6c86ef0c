"""What each file of a build was taken for, one line a file: also of one that is not loaded, asked about or refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hiring.loading.read_file import ReadFile

LOADED, ASKED, UNKNOWN, REFUSED = "loaded", "asked", "unknown", "refused"


@dataclass(frozen=True)
class Taken:
    """A file: what it was taken for, how many rows were seen in it, what is asked of it, why it is not loaded.

    `todo`: the one next step where the file itself asks for one.
    """

    file: str
    table: str | None
    state: str
    holds: str = ""
    rows: int = 0
    asked: tuple[str, ...] = ()
    why: str = ""
    todo: str = ""


def taken(files: Iterable[ReadFile]) -> tuple[Taken, ...]:
    """Each file that was looked at, in their order."""
    return tuple(_taken(file) for file in files if not file.is_part)


def _taken(file: ReadFile) -> Taken:
    asked = tuple(ask.key for ask in file.asks)
    if file.refused:
        why = file.refused.outcome.partition(": ")[2] or file.refused.outcome
        return Taken(file.file, file.table, REFUSED, why=why, todo=file.refused.todo)
    if file.path is None and file.table is None:
        said = file.notes[0] if file.notes else None
        why = said.outcome.removeprefix("not loaded: ") if said else ""
        state = ASKED if asked else UNKNOWN
        todo = said.todo if said and not asked else ""
        return Taken(file.file, None, state, rows=file.rows_seen, asked=asked, why=why, todo=todo)
    holds = file.plan.title if file.plan and file.plan.preset else f"{file.table}, in our own columns"
    rows = file.records + len(file.set_aside)
    return Taken(file.file, file.table, ASKED if asked else LOADED, holds, rows, asked)
