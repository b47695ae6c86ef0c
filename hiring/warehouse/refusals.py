"""What ends a build with nothing swapped in: each function looks at one thing and raises `RefusedError`."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hiring import config, contract
from hiring.config import LARGEST_SHARE_DIGITS_LOST, CompanySettings
from hiring.identity.decisions import MATCHES, REFUSED
from hiring.loading import files as inbox
from hiring.loading import plain_files
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message
from hiring.loading.settings import company_settings
from hiring.mapping import own, presets
from hiring.mapping.presets import Preset
from hiring.warehouse import pointer, sql_files, staging
from hiring.warehouse.account import FileAccount, SetAside
from hiring.warehouse.answers import Answers, answers_in
from hiring.warehouse.engine import Engine
from hiring.warehouse.former import Former
from hiring.warehouse.request import RefusedError, Request, refused
from hiring.warehouse.staging import Staged
from hiring.words import as_written, one_line

MOST_NAMED = 8  # regions or roles named to who mistyped one


def settings_of(exports: Path) -> CompanySettings:
    """The company's settings, unless `config.toml` cannot be used."""
    try:
        return company_settings(exports)
    except config.ConfigError as error:
        file, _, fault = str(error).partition(" · ")
        message = Message("refused", file, outcome=f"build refused: {fault}", todo=error.todo)
        raise RefusedError(message) from error


def answers_of(exports: Path) -> Answers:
    """What people answered, unless `answers.toml` cannot be read."""
    answers = answers_in(exports)
    if answers.fault:
        raise RefusedError(answers.fault)
    return answers


def presets_of(exports: Path) -> tuple[Preset, ...]:
    """What is known of other systems' exports, people's own mappings included, unless a mapping file is wrong."""
    try:
        return own.every(exports)
    except presets.MappingError as error:
        file, _, fault = str(error).partition(" · ")
        raise RefusedError(Message("refused", file, outcome=f"build refused: {fault}")) from error


def unfit_folder(exports: Path) -> None:
    """More files in the folder than are read, or settings under a name by which nobody would find them."""
    try:
        inbox.names(exports)
        every = sorted(entry.name for entry in plain_files.entries(exports))
    except plain_files.UnfitError as error:
        todo = "keep only the latest exports there, older ones in another folder"
        raise refused("exports", found=error.found, wanted=error.wanted, todo=todo) from error
    for name in every:
        meant = name.casefold()
        # Some disks find a file by its name in any letters: there it is read.
        if name != meant and meant in inbox.NOT_EXPORTS and not os.path.lexists(exports / meant):
            raise refused(name, found="capital letters in the name", wanted=meant, todo="rename the file")


def pointer_in_the_way(warehouse: Path) -> None:
    """Something else than a file where builds note which warehouse is served: only whoever put it there may take it."""
    if other := pointer.hindrance(warehouse):
        wanted = "the file that says which warehouse is served"
        raise refused(pointer.POINTER, found=other, wanted=wanted, todo="take it out of the warehouse folder")


def refused_files(files: list[ReadFile]) -> None:
    """Any refused file."""
    messages = [file.refused for file in files if file.refused]
    if messages:
        raise RefusedError(*messages)


def end_early(files: list[ReadFile]) -> bool:
    """Whether a build ends before a row of these files is staged."""
    fed = {file.table for file in files if file.path is not None}
    needed = {table.name for table in contract.TABLES if table.needed}
    return not needed <= fed or any(file.refused or file.asks for file in files)


def missing_tables(files: list[ReadFile]) -> None:
    """A needed table without a file; the files that nobody knows come first, for one of them may hold it."""
    loaded = {file.table for file in files if file.path is not None}
    missing = [table for table in contract.TABLES if table.needed and table.name not in loaded]
    if missing:
        unknown = [message for file in files if file.table is None for message in file.notes]
        raise RefusedError(*unknown, *(_missing(table) for table in missing))


def lost_columns(files: list[ReadFile], former: Former | None) -> None:
    """A file read the last time that now lacks columns: it was left out, and its rows would be gone unasked."""
    before = {str(file["file"]): file["table"] for file in former.files if file["loaded"]} if former else {}
    messages = [
        replace(
            file.notes[0],
            kind="refused",
            wanted=f"the columns of {file.near}, as last time",
            outcome=file.notes[0].outcome.replace("not loaded", "file refused", 1),
            todo=f"export it again with all columns, or map the file; {file.notes[0].todo}",
        )
        for file in files
        if file.near and not file.asks and before.get(file.file) == file.near
    ]
    if messages:
        raise RefusedError(*messages)


def _missing(table: contract.Table) -> Message:
    return Message(
        "refused",
        table.name,
        wanted=f"a file with the columns {', '.join(table.required_columns)}",
        outcome="build refused",
        todo=f"add {table.name}.csv to the exports (template: python -m hiring template --out DIR)",
    )


def wrong_clock(request: Request, former: Former | None) -> None:
    """A clock behind the last build, unless somebody says it is right now; or an as-of day that has not come."""
    if former and request.clock < former.built_on and not request.clock_is_right:
        wanted = f"a day on or after the last build, {former.built_on}"
        todo = "set this machine's clock; if it is right and was wrong at that build, build with --clock-is-right"
        raise refused("the clock", found=str(request.clock), wanted=wanted, todo=todo)
    if request.as_of and request.as_of > request.clock + timedelta(days=1):
        wanted = f"a day up to today, {request.clock}"
        raise refused("--as-of", found=str(request.as_of), wanted=wanted, todo="give an earlier day")


def broken_account(
    engine: Engine, files: list[ReadFile], accounts: list[FileAccount], staged: Staged
) -> None:
    """An account that does not add up, in itself or with the rows staged: our own fault, so nothing is served."""
    for account in accounts:
        if not account.adds_up:
            wanted = "read = loaded + set aside + skipped"
            raise refused(
                account.file, found=str(account.as_json()), wanted=wanted, todo="please report this"
            )
    expected: Counter[str] = Counter()
    for file in files:
        if file.table:
            expected[file.table] += file.count_rows
    expected.subtract(Counter(row.table for row in staged.set_aside))
    for (_, table), count in staged.erased.dropped.items():
        expected[table] -= count
    for table, count in expected.items():
        found = engine.query_rows(f"select count(*) from staging.{table}")[0][0]
        if found != count:
            wanted = f"{count:,} by the account"
            raise refused(table, found=f"{found:,} rows", wanted=wanted, todo="please report this")


def emptied(accounts: list[FileAccount], set_aside: list[SetAside]) -> None:
    """A needed table none of whose rows can be loaded; its rows go with the refusal, or nobody would see why."""
    for table in contract.TABLES:
        mine = [account for account in accounts if account.table == table.name]
        if table.needed and mine and not sum(account.loaded for account in mine):
            message = Message(
                "refused",
                mine[0].file,
                found="no row that can be loaded",
                wanted=f"at least one row of {table.name}",
                outcome="build refused",
                todo="see the rows set aside, correct the export",
            )
            raise RefusedError(message, set_aside=tuple(row for row in set_aside if row.table == table.name))


def digits_lost(accounts: list[FileAccount], set_aside: list[SetAside]) -> None:
    """Files in which a spreadsheet shortened more than a hundredth of the ids: the other ids are no safer."""
    messages = []
    for account in accounts:
        rows = [row for row in set_aside if row.file == account.file and row.reason == "digits_lost"]
        total = account.loaded + account.quarantined
        if rows and len(rows) > LARGEST_SHARE_DIGITS_LOST * total:
            found = f"{rows[0].found}, one of {len(rows):,} in {total:,} rows"
            message = Message("refused", account.file, rows[0].line, rows[0].column, found, rows[0].wanted)
            messages.append(
                replace(message, outcome="file refused: digits lost in a spreadsheet", todo=rows[0].todo)
            )
    if messages:
        raise RefusedError(*messages)


def unfit_groups(engine: Engine) -> None:
    """A group of `config.toml` that holds what the exports do not know, or is called like a value of its filter."""
    unfit = engine.query_rows(
        "select setting, filter_name, group_name, filter_value, is_named_like_a_value from marts.filter_groups "
        "where is_named_like_a_value or not is_known order by is_named_like_a_value desc, place limit 1"
    )
    for setting, filter_name, name, value, is_named_like_a_value in unfit:
        noun = {"regions": "region"}.get(filter_name, "role")
        if is_named_like_a_value:
            found, wanted = f"a group named like a {noun}", "a name of its own"
        else:
            known = engine.query_rows(
                "select distinct filter_value from marts.filter_values where filter_name = ? order by filter_value",
                [filter_name],
            )
            listed = ", ".join(str(one) for (one,) in known[:MOST_NAMED])
            found, wanted = as_written(value), f"a {noun} of the exports, such as {listed}"
        raise refused(
            f"config.toml · {setting}.{name}", found=found, wanted=wanted, todo="correct the setting"
        )


def unfit_reasons(engine: Engine) -> None:
    """A reason of `config.toml` that is about a competency which no role's profile has; without profiles none is."""
    known = engine.query_rows("select distinct competency from staging.role_profiles order by competency")
    names = [str(one) for (one,) in known]
    for reason, competency in engine.query_rows("select reason, competency from staging.reasons_set"):
        if names and competency is not None and competency not in names:
            raise refused(
                f'config.toml · reason_competencies."{one_line(reason)}"',
                found=as_written(competency),
                wanted=f"a competency of role_profiles, such as {', '.join(names[:MOST_NAMED])}",
                todo="correct the setting",
            )


def broken_checks(engine: Engine, files: list[ReadFile]) -> None:
    """Rows that break a rule of `queries/checks/`; its header `-- about: table.column by column` says whose.

    With `-- ours: …` no export can break it: then it is to be reported.
    """
    messages = []
    for name, query in sql_files.layer("checks").items():
        rows = engine.query_rows(query.statement)
        if rows:
            file, line, column = _about(engine, files, query.header("about"), rows[0][0])
            message = Message(
                "refused",
                file or name.replace("_", " "),
                line,
                column,
                found=f"{len(rows):,} rows, the first: {', '.join(map(str, rows[0]))}",
                wanted=query.sentence.rstrip("."),
                outcome="build refused",
                todo="please report this"
                if query.header("ours")
                else "correct these rows at the source and export again",
            )
            messages.append(message)
    if messages:
        raise RefusedError(*messages)


def _about(
    engine: Engine, files: list[ReadFile], about: str, value: object
) -> tuple[str, int | None, str | None]:
    """(file, line, column) a broken rule speaks of, by the value of its first column; nothing without a header."""
    if not about:
        return "", None, None
    where, key = about.split(" by ")
    table, column = where.split(".")
    file, line = staging.place_of(engine, files, table, key, value)
    return file, line, column


def changed_files(files: list[ReadFile]) -> None:
    """A file that was written to while it was read; decisions made meanwhile are the next build's."""
    if any(file.changed_since() and not _only_decided_on(file) for file in files):
        raise refused(
            "the exports",
            found="a file that changed while it was read",
            wanted="files that stay still",
            todo="build again when the export is written",
        )


def _only_decided_on(file: ReadFile) -> bool:
    """Whether what was read still stands there, with more decisions below it: such files only ever grow by a line.

    Else a build that takes longer than people take to decide would be refused as long as they do.
    """
    if file.source is None or file.source.name not in (f"{MATCHES}.csv", f"{REFUSED}.csv"):
        return False
    with suppress(OSError), plain_files.opened(file.source) as now:
        return hashlib.sha256(now.read(file.stamp[0])).hexdigest() == file.sha256
    return False
