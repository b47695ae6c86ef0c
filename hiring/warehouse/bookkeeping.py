"""What a warehouse knows about itself: its settings going in, its account and digest coming out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import astuple
from datetime import date
from pathlib import Path

from hiring import config, contract
from hiring.config import CompanySettings
from hiring.loading.ingest import ReadFile
from hiring.warehouse import gates, quota_periods, sql_files
from hiring.warehouse.account import FileAccount, file_counts
from hiring.warehouse.answers import Answers
from hiring.warehouse.engine import Engine
from hiring.warehouse.erasing import erased_rows
from hiring.warehouse.former import Former
from hiring.warehouse.request import Request
from hiring.warehouse.staging import Staged
from hiring.warehouse.unsaid import Erased

#: Raised whenever the tables below change: an older warehouse is then built anew.
FORMAT = 7

_SETTINGS = """create table staging.settings (
    company_name varchar, as_of date, clock date, base_currency varchar,
    outcome_window integer, fiscal_year_starts_in integer, time_zone varchar, ramped_at double,
    has_second_look_list boolean, is_fairness_on boolean)"""
_ROLES = """create table staging.roles_set (
    role_profile varchar, bar double, ramp_months integer, high_performer_share double)"""
_GROUPS = """create table staging.filter_groups_set (
    place integer, setting varchar, filter_name varchar, group_name varchar, filter_value varchar)"""
_ACCOUNT = (
    """create table marts.build (fingerprint varchar, digest varchar, exports varchar, exports_name varchar,
    is_sample boolean, built_on date, depends_on_clock boolean, is_erasing boolean)""",
    """create table marts.files_read (place integer, file varchar, table_name varchar, count_read bigint,
    count_loaded bigint, count_set_aside bigint, count_skipped bigint, sha256 varchar)""",
    """create table marts.rows_set_aside (place bigint, file varchar, table_name varchar, line bigint,
    column_name varchar, found varchar, wanted varchar, reason varchar, todo varchar)""",
    """create table marts.notes (place bigint, kind varchar, file varchar, line bigint, column_name varchar,
    found varchar, outcome varchar, todo varchar)""",
    """create table marts.measures (table_name varchar, column_name varchar, low double, middle double, high double,
    top double)""",
    """create table marts.tables_expected (place integer, table_name varchar, system varchar, one_row_per varchar,
    lights_up varchar, is_needed boolean, count_rows bigint)""",
    """create table marts.columns_not_loaded (file varchar, column_name varchar)""",
    """create table marts.words_read (table_name varchar, column_name varchar, given varchar, read_as varchar,
    count_rows bigint)""",
)


def exports_mark(exports: Path) -> str:
    """A digest that tells one exports folder from another without keeping its path."""
    return hashlib.sha256(str(exports.resolve()).encode()).hexdigest()


def write_settings(engine: Engine, request: Request, settings: CompanySettings, answers: Answers) -> None:
    """Put what people decided where staging can read it: `settings`, `roles_set`, `holidays`, `stage_meanings`,
    `quota_periods`, `filter_groups_set`, `reasons_set`."""
    engine.query_rows(_SETTINGS)
    engine.insert(
        "staging.settings",
        [
            (
                settings.company_name,
                request.as_of,
                request.clock,
                settings.base_currency,
                settings.outcome_window,
                settings.fiscal_year_starts_in,
                settings.time_zone,
                config.RAMPED_AT,
                settings.second_look_list,
                settings.fairness,
            )
        ],
    )
    engine.query_rows(_ROLES)
    roles = [("", settings.default_role), *settings.roles]
    engine.insert(
        "staging.roles_set",
        [(name, role.bar, role.ramp_months, role.high_performer_share) for name, role in roles],
    )
    engine.query_rows(_GROUPS)
    members = [(group, member) for group in settings.groups for member in group.members]
    engine.insert(
        "staging.filter_groups_set",
        [
            (place, group.setting, group.filter_name, group.name, member)
            for place, (group, member) in enumerate(members)
        ],
    )
    _write_lists(engine, settings, answers)


def _write_lists(engine: Engine, settings: CompanySettings, answers: Answers) -> None:
    engine.query_rows(
        "create table staging.reasons_set (reason varchar, competency varchar, is_asked boolean)"
    )
    engine.insert(
        "staging.reasons_set",
        [(one.reason, one.competency or None, one.is_asked) for one in settings.reason_competencies],
    )
    engine.query_rows("create table staging.holidays (holiday_on date)")
    engine.insert("staging.holidays", [(day,) for day in sorted(set(settings.holidays))])
    engine.query_rows("create table staging.stage_meanings (stage varchar, meaning varchar)")
    engine.insert("staging.stage_meanings", list(answers.stage_meanings().items()))
    engine.query_rows("create table staging.quota_periods (counting varchar)")
    engine.insert("staging.quota_periods", [(quota_periods.counting(answers),)])


def write_account(
    engine: Engine,
    request: Request,
    files: list[ReadFile],
    accounts: list[FileAccount],
    staged: Staged,
    fingerprint: str,
    former: Former | None,
) -> str:
    """Write every account table into the new warehouse; gives the digest of what was built.

    `former` is the last good build of the same exports folder, if there was one.
    """
    for statement in _ACCOUNT:
        engine.query_rows(statement)
    engine.insert(
        "marts.files_read",
        [
            (index, a.file, a.table, a.read, a.loaded, a.quarantined, a.skipped, a.sha256)
            for index, a in enumerate(accounts)
        ],
    )
    engine.insert("marts.rows_set_aside", _set_aside_rows(files, staged))
    engine.insert("marts.notes", _note_rows(files, staged))
    engine.insert("marts.columns_not_loaded", [(f.file, c) for f in files for c in f.unknown_columns])
    engine.insert(
        "marts.measures", [(*key, *astuple(m)) for key, m in sorted(gates.measures(engine).items())]
    )
    _write_tables(engine)
    digest = _digest(engine)
    engine.insert(
        "marts.build",
        [
            _build_row(
                engine, request, fingerprint, digest, staged.erased, _is_erasing(staged, accounts, former)
            )
        ],
    )
    return digest


def _is_erasing(staged: Staged, accounts: list[FileAccount], former: Former | None) -> bool:
    """Whether what was built or served before may hold what this warehouse does not: something of an erased person
    was dropped or emptied, or somebody is named whom the last build was not told to forget."""
    now = {account.sha256 for account in accounts if account.table == "erased_people" and account.read}
    return staged.erased.found_any or bool(now - (former.erased_lists if former else frozenset()))


def _build_row(
    engine: Engine, request: Request, fingerprint: str, digest: str, erased: Erased, is_erasing: bool
) -> tuple[object, ...]:
    return (
        fingerprint,
        digest,
        exports_mark(request.exports),
        erased.said(request.exports.name),
        request.exports.resolve() == config.SAMPLE.resolve(),
        request.clock,
        _depends_on_clock(engine, request.clock),
        is_erasing,
    )


#: Days that count once they have come: until then, the same exports give another warehouse tomorrow.
_EVENTS = (
    ("opportunities", "closed_on"),
    ("employees", "hire_date"),
    ("employees", "termination_date"),
    ("applications", "applied_on"),
    ("interviews", "submitted_on"),
    ("interviews", "scheduled_for"),
)


def _depends_on_clock(engine: Engine, clock: date) -> bool:
    """Whether some row read speaks of a day after the build's own."""
    days = ", ".join(f"(select max({column}) from staging.stg_{table})" for table, column in _EVENTS)
    return bool(engine.query_rows(f"select greatest({days}) > ?", [clock])[0][0])


def _set_aside_rows(files: list[ReadFile], staged: Staged) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for file in files:
        rows += [
            (
                file.file,
                file.table,
                m.line,
                m.column,
                m.found,
                m.wanted,
                m.outcome,
                m.todo,
            )
            for m in file.set_aside
        ]
    rows += [
        (row.file, row.table, row.line, row.column, row.found, row.wanted, row.reason, row.todo)
        for row in staged.set_aside
    ]
    rows.sort(key=lambda row: (str(row[0]), row[2] or 0))
    return [(index, *row) for index, row in enumerate(rows)]


def _note_rows(files: list[ReadFile], staged: Staged) -> list[tuple[object, ...]]:
    messages = [m for file in files for m in (*file.notes, *file.skipped)] + list(staged.erased.notes)
    rows: list[tuple[object, ...]] = [
        (m.kind, m.file, m.line, m.column, m.found, m.outcome, m.todo) for m in messages
    ]
    rows += [
        ("skipped", file, None, None, erased_rows(count), "dropped, no name kept", "")
        for file, count in sorted(file_counts(staged.erased.dropped).items())
    ]
    return [(index, *row) for index, row in enumerate(rows)]


def _write_tables(engine: Engine) -> None:
    counts = _counts(engine, [f"staging.{table.name}" for table in contract.TABLES])
    engine.insert(
        "marts.tables_expected",
        [
            (
                index,
                t.name,
                t.system,
                t.one_row_per,
                "" if t.is_unread else t.lights_up,
                t.needed,
                counts[f"staging.{t.name}"],
            )
            for index, t in enumerate(contract.TABLES)
        ],
    )
    for table in contract.TABLES:
        for column in (c.name for c in table.columns if c.free and counts[f"staging.{table.name}"]):
            given = f"coalesce({column}_given, {column})"  # staging keeps a spelling only where it is another
            engine.query_rows(
                f"insert into marts.words_read select ?, ?, {given}, {column}, count(*) "
                f"from staging.{table.name} where {given} is not null "
                f"group by all order by count(*) desc, {given} limit 200",
                [table.name, column],
            )


def _counts(engine: Engine, tables: Iterable[str]) -> dict[str, int]:
    """The rows of each table, asked at once: a small company has more tables than rows."""
    return dict(engine.query_rows(_union(f"select '{table}', count(*) from {table}" for table in tables)))


def _digest(engine: Engine) -> str:
    """A digest of the rows of every mart and of every value set aside; the order of files and rows does not matter."""
    columns = engine.columns("marts")
    hashed = {f"marts.{name}": columns[name] for name in sorted(sql_files.layer("marts"))}
    hashed["marts.rows_set_aside"] = ("table_name", "column_name", "found", "reason")
    counts = _counts(engine, hashed)
    selects = [_hash_sum(table, hashed[table]) for table, count in counts.items() if count]
    sums = dict(engine.query_rows(_union(selects))) if selects else {}
    parts = [f"{table.removeprefix('marts.')} {counts[table]} {sums.get(table)}" for table in hashed]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _hash_sum(table: str, columns: Iterable[str]) -> str:
    listed = ", ".join(f'"{name}"' for name in columns)
    return f"select '{table}', sum(cast(hash({listed}) as hugeint)) from {table}"


def _union(selects: Iterable[str]) -> str:
    """Selects as one, whose rows come in any order."""
    return " union all ".join(selects)
