"""From files to sound rows: typed, erased where asked, judged; what fails is set aside with its place and reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import duckdb

from hiring import contract
from hiring.config import CompanySettings
from hiring.loading.confined import NOT_SHOWN
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message
from hiring.warehouse import open_ends, sql_files, unsaid
from hiring.warehouse.account import SetAside, file_counts
from hiring.warehouse.arranging import Arranged
from hiring.warehouse.engine import Engine, Step
from hiring.warehouse.erasing import erase, erased_rows
from hiring.warehouse.reasons import explained
from hiring.warehouse.request import Request
from hiring.warehouse.staging_sql.typing_select import staging_columns
from hiring.warehouse.unsaid import Erased


@dataclass(frozen=True)
class Staged:
    """What staging found: the rows set aside, what was erased, and remarks on rows that it filled."""

    set_aside: list[SetAside]
    erased: Erased
    remarks: tuple[Message, ...] = ()

    def notes(self, files: list[ReadFile]) -> tuple[Message, ...]:
        """What is remarked of the files as they stand now, and of the rows that were erased."""
        return (
            *(note for file in files for note in file.notes),
            *self.remarks,
            *self.erased.notes,
            *(
                Message("note", file, found=erased_rows(count), outcome="dropped, no name kept")
                for file, count in file_counts(self.erased.dropped).items()
            ),
        )


def type_all(engine: Engine, arranged: Arranged, parameters: Mapping[str, object]) -> None:
    """Type every table of the contract; a table without a file is there, empty."""
    queries = sql_files.layer("staging")
    steps = []
    for table in contract.TABLES:
        sources = [
            arranged.source(number, table)
            for number, file in enumerate(arranged.files)
            if file.table == table.name and file.path is not None
        ]
        name = f"staging.read_{table.name}"
        if sources:
            engine.register(table.name, sources)
            steps.append(Step(name, queries[f"stg_{table.name}"].statement))
        else:  # to plan a select of nothing takes longer than all else
            engine.empty(name, staging_columns(table))
    engine.make(steps, parameters)


class MiscountedError(Exception):
    """A file taken for one row a line is none: it has to be read anew, with its rows counted first."""


@contextmanager
def as_counted(files: list[ReadFile]) -> Iterator[None]:
    """Where DuckDB refuses rows inside, and a file was not counted before, it is that file: `MiscountedError`."""
    try:
        yield
    except duckdb.InvalidInputException as refusal:
        if all(file.is_counted for file in files):
            raise
        raise MiscountedError from refusal


def _type_as_counted(engine: Engine, arranged: Arranged, parameters: Mapping[str, object]) -> None:
    """Type every table; raises `MiscountedError` where a file not counted before has not the rows it should have."""
    with as_counted(arranged.files):
        type_all(engine, arranged, parameters)
    for number, file in enumerate(arranged.files):
        if not file.is_counted:
            count = f"select count(*) from staging.read_{file.table} where file_id = ?"
            if engine.query_rows(count, [number])[0][0] != file.count_rows:
                raise MiscountedError


def _give_meaning(engine: Engine) -> None:
    """Fill an empty `is_won` by what a person said its stage means; of an open deal no day counts as its closing."""
    engine.query_rows(
        "update staging.read_opportunities as deals set is_won = meanings.meaning = 'won', "
        "closed_on = case when meanings.meaning <> 'open' then deals.closed_on end "
        "from staging.stage_meanings as meanings where deals.is_won is null and deals.stage = meanings.stage"
    )


def _number_rows(engine: Engine, erased: Erased) -> None:
    """`stg_<table>`: the rows read with their number, which is their place in the file (DuckDB keeps the order)."""
    for table in contract.TABLES:
        select = f"select rowid as row_id, * from staging.read_{table.name}"
        if table.name in erased.tables:
            select += f" where rowid not in (select row_id from staging.gone_{table.name})"
        engine.view(f"staging.stg_{table.name}", select)


def table_of(query_name: str) -> str:
    """The table whose rows `set_aside_<table>[__<rule>]` judges."""
    return query_name.removeprefix("set_aside_").split("__")[0]


def _judge(engine: Engine, parameters: Mapping[str, object], tables: frozenset[str]) -> None:
    """Run the `set_aside_*` selects of these tables, and give each table its view of sound rows, in the order they
    need each other."""
    selects = {
        name: query
        for name, query in sql_files.layer("staging").items()
        if not name.startswith("stg_") and (not name.startswith("set_aside_") or table_of(name) in tables)
    }
    steps = [
        Step(f"staging.{name}", query.statement, is_view=bool(query.header("view")))
        for name, query in selects.items()
    ]
    judged = {
        table: [name for name in selects if name.startswith("set_aside_") and table_of(name) == table]
        for table in contract.BY_NAME
    }
    for table, judges in judged.items():
        rejected = " union ".join(f"select row_id from staging.{name}" for name in judges)
        sound = f"select * from staging.stg_{table}"
        sound += f" where row_id not in ({rejected})" if judges else ""
        steps.append(Step(f"staging.{table}", sound, is_view=True))
    engine.make(steps, parameters)
    _leave_whole(engine, judged)


def _leave_whole(engine: Engine, judged: Mapping[str, list[str]]) -> None:
    """Tables of which nothing was set aside are looked at without a word of it: plans are shorter, scans too."""
    counts = [
        f"select '{table}' as name, count(*) as rows from staging.{name}"
        for table, judges in judged.items()
        for name in judges
    ]
    if not counts:
        return
    found = engine.query_rows(f"select name, sum(rows) from ({' union all '.join(counts)}) group by name")
    for table, count in found:
        if not count:
            engine.view(f"staging.{table}", f"select * from staging.stg_{table}", replaces=True)


def _first_rows(engine: Engine, table: str) -> dict[int, int]:
    """file id → the number of its first row in the table; files are typed one after the other, in order."""
    rows = engine.query_rows(f"select file_id, min(rowid) from staging.read_{table} group by file_id")
    return {int(file_id): int(first) for file_id, first in rows}


#: Reasons whose value comes from a typed number: shown without the zeros the type adds.
_OF_NUMBERS = ("off_the_scale", "scale_not_positive", "not_positive", "below_zero")


def _as_written(reason: str, value: str) -> str:
    return value.rstrip("0").rstrip(".") if reason in _OF_NUMBERS and "." in value else value


def _rows_set_aside(engine: Engine, files: list[ReadFile], tables: frozenset[str]) -> list[SetAside]:
    """Every row set aside by staging, once, with the first of its reasons, in the order of files and lines."""
    found: list[SetAside] = []
    judges = [name for name in sql_files.layer("staging") if name.startswith("set_aside_")]
    for table in (table for table in contract.TABLES if table.name in tables):
        union = " union all ".join(
            f"select {index} as place, row_id, column_name, reason, found from staging.{name}"
            for index, name in enumerate(name for name in judges if table_of(name) == table.name)
        )
        rows = engine.query_rows(
            f"select rows_read.file_id, judged.row_id, judged.column_name, judged.reason, judged.found "
            f"from (select *, row_number() over ("
            f"partition by row_id order by place, column_name, reason, found) as turn "
            f"from ({union})) as judged inner join staging.stg_{table.name} as rows_read "
            f"on judged.row_id = rows_read.row_id where judged.turn = 1 order by judged.row_id"
        )
        if not rows:
            continue
        first = _first_rows(engine, table.name)
        for file_id, row_id, column, reason, value in rows:
            file = files[file_id]
            wanted, todo = explained(table.name, column, reason, value or "")
            shown = NOT_SHOWN if table.is_silent else _as_written(reason, value or "")
            line = file.line_of(row_id - first[file_id])
            label = file.label_in(column, row_id - first[file_id])
            found.append(SetAside(file.file, table.name, line, label, reason, shown, wanted, todo))
    return found


def place_of(
    engine: Engine, files: list[ReadFile], table: str, column: str, value: object
) -> tuple[str, int | None]:
    """(shown file name, physical line) of the first row of a table with that value; of none, the table's name."""
    rows = engine.query_rows(
        f"select file_id, row_id from staging.stg_{table} where {column} = ? order by row_id limit 1", [value]
    )
    if not rows:
        return table, None
    file_id, row_id = rows[0]
    return files[file_id].file, files[file_id].line_of(row_id - _first_rows(engine, table)[file_id])


def stage_parameters(request: Request, settings: CompanySettings) -> dict[str, object]:
    """What staging needs to know; a day more than twenty years ahead is a placeholder, not a date."""
    return {"time_zone": settings.time_zone, "latest_day": request.clock + timedelta(days=20 * 365 + 5)}


def stage(
    engine: Engine,
    arranged: Arranged,
    parameters: Mapping[str, object],
    progress: Callable[[str], None],
    tables: frozenset[str] = frozenset(contract.BY_NAME),
) -> Staged:
    """Type every file and judge those of `tables`; `staging.<table>` then holds the sound rows of each table.

    Of a table without a file there is nothing to judge.
    """
    files = arranged.files
    tables &= {file.table for file in files if file.path is not None}
    progress("typing every column")
    with engine.scratched():
        _type_as_counted(engine, arranged, parameters)
    _give_meaning(engine)
    remarks = open_ends.fill(engine, files) if "quotas" in tables else ()
    erased = erase(engine, files)
    _number_rows(engine, erased)
    progress("judging every row")
    _judge(engine, parameters, tables)
    rows = [*arranged.set_aside, *_rows_set_aside(engine, files, tables)]
    return Staged([unsaid.row(row, erased) for row in rows] if erased.is_anyone else rows, erased, remarks)
