"""Rows of a flat report that repeat one thing of another table: they are one, and what contradicts is told."""

from __future__ import annotations

from dataclasses import dataclass

from hiring.contract import TABLES, Table
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message
from hiring.mapping.rules import LINKS, Digest, Feed, sources
from hiring.warehouse.account import SetAside
from hiring.warehouse.engine import Engine
from hiring.words import one_line

#: Contradictions told one by one; the rest is counted.
MOST_TOLD = 50
_REASON = "contradicts_another"


@dataclass(frozen=True)
class Merged:
    """What became of the rows: a line for each cell left empty, and the rows set aside."""

    notes: tuple[Message, ...]
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True)
class _Contradiction:
    """Two values of one column where one thing should have one, with their rows."""

    column: str
    key: str
    first: str
    at: int
    second: str
    second_at: int


def merge(engine: Engine, source: str, file: ReadFile, table: Table) -> Merged:
    """Make one row of all with the same key in the table `source`; an empty cell is filled from another of them.

    A cell with two values is left empty, and its row set aside where it cannot do without: nobody is chosen.
    """
    feed = file.plan.main if file.plan else None
    keys = [name for name in table.key if feed and feed.rule(name)]
    if feed is None or not keys:
        return Merged((), ())
    whole = " and ".join(f"{key} is not null" for key in keys)
    if _is_address(feed, table):
        engine.query_rows(f"update {source} set {keys[0]} = lower(trim({keys[0]}))")
    if feed.latest:
        same = " and ".join(f"other.{key} = mine.{key}" for key in keys)
        engine.query_rows(
            f"delete from {source} as mine where exists (select 1 from {source} as other where {same} "
            f"and other.{feed.latest} > coalesce(mine.{feed.latest}, ''))"
        )
    given = [column.name for column in table.columns if column.name not in keys and feed.rule(column.name)]
    found = [one for name in given for one in _contradictions(engine, source, keys, whole, name)]
    _collapse(engine, source, table, keys, whole)
    return _told(engine, source, file, table, keys, found)


def _is_address(feed: Feed, table: Table) -> bool:
    """Whether the e-mail stands for an id that no other table speaks of: then it is compared as addresses are."""
    key, email = feed.rule(table.key[0]), feed.rule("email")
    is_spoken_of = any(one.table == table.name for other in TABLES for one in other.references)
    return key is not None and email is not None and sources(key) == sources(email) and not is_spoken_of


def _contradictions(
    engine: Engine, source: str, keys: list[str], whole: str, column: str
) -> list[_Contradiction]:
    """Two values of each thing that has several in a column, as they stand first in the file."""
    listed = ", ".join(keys)
    same = " and ".join(f"one.{key} = two.{key}" for key in keys)
    rows = engine.query_rows(
        f"with spelled as (select {listed}, min(row_in_file) as place, arg_min({column}, row_in_file) as value "
        f"from {source} where {whole} and {column} is not null group by {listed}, lower(trim({column}))), "
        f"turns as (select *, row_number() over (partition by {listed} order by place) as turn from spelled) "
        f"select concat_ws(' ', {', '.join(f'one.{key}' for key in keys)}), one.value, one.place, two.value, two.place "
        f"from turns as one inner join turns as two on {same} where one.turn = 1 and two.turn = 2 order by two.place"
    )
    return [
        _Contradiction(column, str(row[0]), str(row[1]), int(row[2]), str(row[3]), int(row[4]))
        for row in rows
    ]


def _collapse(engine: Engine, source: str, table: Table, keys: list[str], whole: str) -> None:
    listed = ", ".join(keys)
    others = [name for name in (*(column.name for column in table.columns), *LINKS) if name not in keys]
    one = ", ".join(
        f"case when count(distinct lower(trim({name}))) < 2 then arg_min({name}, row_in_file) end as {name}"
        for name in others
    )
    engine.query_rows(
        f"create or replace temp table merged_rows as select min(row_in_file) as row_in_file, {listed}, {one}, "
        f"bool_and(is_skipped) as is_skipped from {source} where {whole} group by {listed}"
    )
    engine.query_rows(f"delete from {source} where {whole}")
    engine.query_rows(f"insert into {source} by name select * from merged_rows")
    engine.query_rows("drop table merged_rows")


def _told(
    engine: Engine, source: str, file: ReadFile, table: Table, keys: list[str], found: list[_Contradiction]
) -> Merged:
    required = frozenset(table.required_columns)
    aside = {one.key: one for one in reversed(found) if one.column in required}
    if aside:
        shown = f"concat_ws(' ', {', '.join(keys)})"
        engine.query_rows(f"delete from {source} where list_contains(?, {shown})", [list(aside)])
    notes = [_note(file, table, one) for one in found if one.key not in aside]
    more = len(notes) - MOST_TOLD
    if more > 0:
        last = Message(
            "note", file.file, outcome=f"and {more:,} more cells left empty that contradict each other"
        )
        notes = [*notes[:MOST_TOLD], last]
    return Merged(tuple(notes), tuple(_set_aside(file, table, one) for one in aside.values()))


def _found(file: ReadFile, one: _Contradiction) -> str:
    return f"{one_line(one.second)}, and {one_line(one.first)} on line {file.line_of(one.at):,}"


def _wanted(file: ReadFile, table: Table, one: _Contradiction) -> str:
    feed = file.plan.main if file.plan else None
    is_made = feed is not None and isinstance(feed.rule(table.key[0]), Digest)  # an id that nobody knows
    return f"one {one.column} for each {table.one_row_per}" + (
        "" if is_made else f", here {one_line(one.key, 40)}"
    )


_TODO = "correct the one that is wrong at the source and export again"


def _note(file: ReadFile, table: Table, one: _Contradiction) -> Message:
    return Message(
        "note",
        file.file,
        file.line_of(one.second_at),
        file.label_of(one.column),
        _found(file, one),
        _wanted(file, table, one),
        "left empty: neither is taken",
        _TODO,
    )


def _set_aside(file: ReadFile, table: Table, one: _Contradiction) -> SetAside:
    line, label = file.line_of(one.second_at), file.label_of(one.column)
    return SetAside(
        file.file, table.name, line, label, _REASON, _found(file, one), _wanted(file, table, one), _TODO
    )
