"""Whoever a build forgets is forgotten in what was decided too: in every version, in every pack, in every byte.

An id of theirs becomes "erased", and so does their name in a sentence; the sentence stays.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hiring.loading.messages import Message
from hiring.warehouse.decided import store
from hiring.warehouse.decided.packs import digest_of
from hiring.warehouse.decided.preparations import MOST_COMMENT
from hiring.warehouse.decided.versions import ERASED, LONGEST_TEXT
from hiring.warehouse.unsaid import Erased

#: Columns of people's ids, and of texts in which they may be named, by table.
_IDS = {"decisions": ("owner_id",), "promises": ("hr_id", "sales_id")}
_TEXTS = {
    "decisions": ("text", "written_by"),
    "promises": ("text", "written_by"),
    "preparations": ("comment", "written_by"),
    "packs": ("audience", "frozen_by"),
}
_LONGEST = {"comment": MOST_COMMENT}
#: Words of a line in which a name is looked for piece by piece; a longer one that holds a name goes whole.
_MOST_WORDS = 300


def is_through(warehouse: Path, served: str) -> bool:
    """Whether whoever was erased for the warehouse file of this name is out of what was decided."""
    with suppress(store.StoreError), store.reading(warehouse) as connection:
        if connection is None:
            return True
        found = connection.execute("select 1 from reached where warehouse = ?", (served,)).fetchone()
        return found is not None
    return False


def reach(warehouse: Path, erased: Erased, served: str) -> tuple[Message, ...]:
    """Take the erased out of what was decided, in a file of which no byte holds them; a line where that cannot be."""
    if not erased.is_anyone or not store.is_there(warehouse):
        return ()
    try:
        with store.writing(warehouse) as connection:
            for table in _TEXTS:
                _scrub(connection, table, erased)
        store.rewrite(warehouse)
        with store.writing(warehouse) as connection:
            connection.execute("insert or ignore into reached values (?)", (served,))
    except store.StoreError as error:
        return (
            Message(
                "note",
                "decisions",
                outcome=f"erased people may still stand there: {error}",
                todo="then build again",
            ),
        )
    return ()


def _scrub(connection: sqlite3.Connection, table: str, erased: Erased) -> None:
    """Write the rows of a table anew in which somebody erased stands."""
    for row in connection.execute(f"select rowid, * from {table}").fetchall():
        values = {name: row[name] for name in _IDS.get(table, ()) if row[name] in erased.employees}
        changed: dict[str, object] = dict.fromkeys(values, ERASED)
        for name in _TEXTS[table]:
            text = str(row[name])
            told = (
                ERASED
                if text in erased.employees
                else without(text, erased)[: _LONGEST.get(name, LONGEST_TEXT)]
            )
            changed |= {name: told} if told != text else {}
        if table == "packs" and (content := _without_in_all(row["content"], erased)) != row["content"]:
            changed |= {"content": content, "digest": digest_of(content)}
        if changed:
            changed |= {"is_erased": 1} if table == "packs" else {}
            names = ", ".join(f"{name} = ?" for name in changed)
            connection.execute(
                f"update {table} set {names} where rowid = ?", (*changed.values(), row["rowid"])
            )


def without(text: str, erased: Erased) -> str:
    """A line with "erased" in place of whatever names them; all of it where no single words of it do."""
    while erased.holds(text):
        pieces = text.split()
        if len(pieces) > _MOST_WORDS:
            return ERASED

        def is_held(first: int, last: int, of: list[str] = pieces) -> bool:
            return erased.holds(" ".join(of[first:last]))

        end = next((end for end in range(1, len(pieces) + 1) if is_held(0, end)), 0)
        start = next((start for start in reversed(range(end)) if is_held(start, end)), 0)
        text = " ".join([*pieces[:start], ERASED, *pieces[end:]])
        if not end or erased.holds(ERASED):
            return ERASED
    return text


def _without_in_all(content: str, erased: Erased) -> str:
    """The content of a pack without them: every text in it, where it is JSON, else line by line."""

    def told(text: str) -> str:
        return ERASED if text in erased.employees else without(text, erased)

    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return "\n".join(map(told, content.split("\n")))
    gone = _each_text(found, told)
    return content if gone == found else json.dumps(gone, ensure_ascii=False)


def _each_text(value: object, told: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return told(value)
    if isinstance(value, list):
        return [_each_text(one, told) for one in value]
    if isinstance(value, dict):
        return {told(key): _each_text(one, told) for key, one in value.items()}
    return value
