"""What each file of a build was taken for, one a file: also of one that is not loaded, asked about or refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from hiring import contract
from hiring.loading.read_file import ReadFile
from hiring.mapping.changed import Changed
from hiring.warehouse.account import SetAside
from hiring.warehouse.answers import Question

LOADED, ASKED, UNKNOWN, REFUSED = "loaded", "asked", "unknown", "refused"


@dataclass(frozen=True)
class Waiting:
    """How many rows wait for what a word of a column means."""

    column: str
    word: str
    rows: int


@dataclass(frozen=True)
class Taken:
    """A file: what it was taken for, how many rows were seen in it, what is asked of it, why it is not loaded.

    `tables`: all it feeds; `near`: of one not loaded, the table it comes near to,
    or is called after. `todo`: the one next step where the
    file itself asks for one. `period`: its rows' first and last day, by its
    column `day`. `loaded`, `set_aside` and `skipped` are of a file
    whose rows were judged: what is `waiting` for a word is not set aside. `lacks`: columns of ours that it has none
    for. `changed`: its header, since somebody here mapped such files.
    """

    file: str
    table: str | None
    state: str
    holds: str = ""
    rows: int = 0
    asked: tuple[str, ...] = ()
    why: str = ""
    todo: str = ""
    tables: tuple[str, ...] = ()
    near: str = ""
    period: tuple[date, date] | None = None
    day: str = ""
    loaded: int | None = None
    set_aside: int = 0
    skipped: int = 0
    waiting: tuple[Waiting, ...] = ()
    lacks: tuple[str, ...] = ()
    changed: Changed = Changed()  # noqa: RUF009 (frozen)


class Ended(Protocol):
    """What a build knows of its files when it ends."""

    @property
    def files(self) -> Sequence[Mapping[str, object]]:
        """The account of each file."""

    @property
    def questions(self) -> Sequence[Question]:
        """What it waits to be answered."""

    @property
    def set_aside(self) -> Sequence[SetAside]:
        """The rows it set aside, those that wait among them."""


def taken(files: Iterable[ReadFile], ended: Ended) -> tuple[Taken, ...]:
    """Each file that was looked at, in their order, with what became of its rows."""
    accounts = {str(one["file"]): one for one in ended.files}
    parts: dict[str, list[ReadFile]] = {}
    for file in files:
        parts.setdefault(file.file, []).append(file)
    waiting = _waiting(ended.set_aside)
    return tuple(
        _taken(every, accounts.get(name, {}), ended.questions, waiting.get(name, ()))
        for name, every in parts.items()
    )


def _waiting(rows: Iterable[SetAside]) -> dict[str, tuple[Waiting, ...]]:
    counts = Counter((row.file, row.column, row.found) for row in rows if row.waits)
    found: dict[str, list[Waiting]] = {}
    for (file, column, word), count in counts.most_common():
        found.setdefault(file, []).append(Waiting(column, word, count))
    return {file: tuple(words) for file, words in found.items()}


def _taken(
    every: Sequence[ReadFile],
    account: Mapping[str, object],
    questions: Sequence[Question],
    waiting: tuple[Waiting, ...],
) -> Taken:
    file = every[0]
    if file.path is None or file.refused:
        return _not_loaded(file)
    asked = tuple(ask.key for ask in file.asks)
    tables = tuple(dict.fromkeys(one.table for one in every if one.table))
    named = (file.file, *tables)
    asked = (*asked, *(q.key for q in questions if q.message.file in named and q.key not in asked))
    aside, column = sum(word.rows for word in waiting), contract.BY_NAME[tables[0]].first_day
    counts = {key: int(str(account[key])) for key in ("loaded", "quarantined", "skipped") if key in account}
    return Taken(
        file.file,
        file.table,
        ASKED if asked else LOADED,
        file.plan.title if file.plan and file.plan.preset else f"{file.table}, in our own columns",
        file.records + len(file.set_aside),
        asked,
        tables=tables,
        period=file.period,
        day=column.name if file.period and column else "",
        loaded=counts.get("loaded"),
        set_aside=max(counts.get("quarantined", len(file.set_aside)) - aside, 0),
        skipped=counts.get("skipped", file.skipped_lines),
        waiting=waiting,
        lacks=_lacks(every),
        changed=file.changed,
    )


def _not_loaded(file: ReadFile) -> Taken:
    """A file that is refused, asked about, or nobody's."""
    asked, near = tuple(ask.key for ask in file.asks), file.near or file.table or ""
    if file.refused:
        why = file.refused.outcome.partition(": ")[2] or file.refused.outcome
        return Taken(file.file, file.table, REFUSED, why=why, todo=file.refused.todo, near=near)
    said = file.notes[0] if file.notes else None
    why = said.outcome.removeprefix("not loaded: ") if said else ""
    todo = said.todo if said and not asked else ""
    state = ASKED if asked else UNKNOWN
    return Taken(file.file, None, state, "", file.rows_seen, asked, why, todo, (), near, changed=file.changed)


def _lacks(every: Sequence[ReadFile]) -> tuple[str, ...]:
    """Columns of the tables a file feeds that it says nothing of, as `table.column`; none of those nobody reads."""
    lacking = []
    for file in every:
        table = contract.BY_NAME[file.table or ""]
        for column in table.columns:
            has = file.plan.main.rule(column.name) is not None if file.plan else column.name in file.columns
            if not has and not column.unread:
                lacking.append(f"{table.name}.{column.name}")
    return tuple(lacking)


#: Lists a company keeps by hand, and what not every company has: without them nothing is missing.
_BY_HAND = "Ours"
_NOT_EVERYWHERE = ("exchange_rates", "opportunity_splits")


def missing(files: Iterable[Taken]) -> tuple[contract.Table, ...]:
    """The tables that none of these files feeds and that would light something up."""
    fed = {table for file in files for table in file.tables}
    return tuple(
        table
        for table in contract.TABLES
        if table.name not in fed
        and table.lights_up
        and not table.is_unread
        and table.system != _BY_HAND
        and table.name not in _NOT_EVERYWHERE
    )


def from_json(one: Mapping[str, Any]) -> Taken:
    """What `dataclasses.asdict` made of it, with days as text, read back."""
    period = one["period"]
    values = {
        **{key: tuple(one[key]) for key in ("asked", "tables", "lacks")},
        "period": (date.fromisoformat(period[0]), date.fromisoformat(period[1])) if period else None,
        "waiting": tuple(Waiting(**word) for word in one["waiting"]),
        "changed": Changed(
            one["changed"]["mapping"], tuple(one["changed"]["went"]), tuple(one["changed"]["came"])
        ),
    }
    return Taken(**{**one, **values})
