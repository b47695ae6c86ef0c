"""Build a warehouse: read, stage, ask where nothing may be guessed, join, check, account, swap in.

A new file is built beside the one in use; only when everything adds up does the pointer move to it. Whatever
happens before that, the last good warehouse keeps serving.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb

from hiring import config, contract, sql_files
from hiring.config import CompanySettings
from hiring.engine import Engine, in_order
from hiring.loading.ingest import ReadFile, read_exports
from hiring.loading.messages import Message
from hiring.warehouse import attempts, bookkeeping, gates, pointer
from hiring.warehouse.account import FileAccount, SetAside, file_accounts
from hiring.warehouse.answers import Answers, Question, answers_in
from hiring.warehouse.former import Former, former_build
from hiring.warehouse.staging import Staged, stage


@dataclass(frozen=True)
class BuildResult:
    """How a build ended: `served`, `unchanged`, `checked`, `refused` or `held`; and all there is to say about it."""

    outcome: str
    files: tuple[dict[str, object], ...] = ()
    messages: tuple[Message, ...] = ()
    questions: tuple[Question, ...] = ()
    digest: str = ""
    warehouse: Path | None = None
    set_aside: tuple[SetAside, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether a warehouse is served (or, for a check, could be)."""
        return self.outcome in ("served", "unchanged", "checked")


class RefusedError(Exception):
    """The build cannot go on; `messages` say why, one line each."""

    def __init__(self, *messages: Message) -> None:
        super().__init__(*map(str, messages))
        self.messages = messages


@dataclass(frozen=True)
class Request:
    """What to build, from where, as of when. `clock` is the day of the build, given so that tests can choose it."""

    exports: Path
    warehouse: Path
    as_of: date | None = None
    clock: date = field(default_factory=lambda: datetime.now(UTC).date())
    only_check: bool = False
    progress: Callable[[str], None] = lambda _text: None
    wait: Callable[[Path], None] | None = None  # between two looks at a file that may still be growing


def build(request: Request) -> BuildResult:
    """Build (or only check) and say how it ended; raises nothing that a person's input can cause."""
    request.warehouse.mkdir(parents=True, exist_ok=True)
    with pointer.alone(request.warehouse):
        pointer.sweep(request.warehouse)
        with tempfile.TemporaryDirectory(prefix=pointer.BUILDING, dir=request.warehouse) as scratch:
            try:
                result = _build(request, Path(scratch))
            except RefusedError as refusal:
                result = BuildResult("refused", messages=refusal.messages)
        if not request.only_check:
            attempts.write_attempt(request.warehouse, result, datetime.now(UTC))
        return result


def _build(request: Request, scratch: Path) -> BuildResult:
    try:
        settings = config.company_settings(request.exports)
    except config.ConfigError as error:
        raise RefusedError(
            Message(
                "refused",
                "config.toml",
                found=str(error).removeprefix("config.toml · "),
                outcome="build refused",
                todo="correct the setting",
            )
        ) from error
    files = read_exports(request.exports, scratch / "files", progress=request.progress, wait=request.wait)
    _refuse_bad_files(files)
    former = former_build(request.warehouse)
    answers = answers_in(request.exports)
    if answers.fault:
        raise RefusedError(answers.fault)
    fingerprint = _fingerprint(request, files, answers)
    _refuse_wrong_clock(request, former)
    if former and not request.only_check and former.is_of(fingerprint, request.clock):
        return BuildResult("unchanged", former.files, (), (), former.digest, former.path)
    same_folder = former if former and former.exports == bookkeeping.exports_mark(request.exports) else None
    return _build_new(request, scratch, settings, files, answers, fingerprint, same_folder)


def _refuse_bad_files(files: list[ReadFile]) -> None:
    refused = [file.refused for file in files if file.refused]
    loaded = {file.table for file in files if file.path is not None}
    for table in contract.TABLES:
        if table.needed and table.name not in loaded and not refused:
            refused.append(
                Message(
                    "refused",
                    table.name,
                    wanted=f"a file with the columns {', '.join(table.required_columns)}",
                    outcome="build refused",
                    todo=f"add {table.name}.csv to the exports (template: python -m hiring template --out DIR)",
                )
            )
    if refused:
        raise RefusedError(*refused)


def _refuse_wrong_clock(request: Request, former: Former | None) -> None:
    if former and request.clock < former.built_on:
        raise RefusedError(
            Message(
                "refused",
                "the clock",
                found=str(request.clock),
                wanted=f"a day on or after the last build, {former.built_on}",
                outcome="build refused",
                todo="set this machine's clock",
            )
        )
    if request.as_of and request.as_of > request.clock + timedelta(days=1):
        raise RefusedError(
            Message(
                "refused",
                "--as-of",
                found=str(request.as_of),
                wanted=f"a day up to today, {request.clock}",
                outcome="build refused",
                todo="give an earlier day",
            )
        )


def _fingerprint(request: Request, files: list[ReadFile], answers: Answers) -> str:
    """A digest of all that decides what a build holds: files, settings, answers, day, and our own SQL."""
    parts = [f"{file.table} {file.sha256}" for file in files]
    parts += [
        query.text for name in ("staging", "marts", "checks") for query in sql_files.layer(name).values()
    ]
    parts += [
        repr(config.company_settings(request.exports)),
        repr(sorted(answers.given.items())),
        str(request.as_of),
    ]
    parts += [bookkeeping.exports_mark(request.exports), duckdb.__version__, str(bookkeeping.FORMAT)]
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()


def _build_new(
    request: Request,
    scratch: Path,
    settings: CompanySettings,
    files: list[ReadFile],
    answers: Answers,
    fingerprint: str,
    former: Former | None,
) -> BuildResult:
    fresh = scratch / "new.duckdb"
    engine = Engine(fresh, scratch)
    try:
        bookkeeping.write_settings(engine, request, settings, answers)
        parameters = {
            "time_zone": settings.time_zone,
            "latest_day": request.clock + timedelta(days=365 * 20 + 5),
        }
        staged = stage(engine, files, parameters, request.progress)
        accounts = file_accounts(files, staged.quarantined, staged.erased.dropped)
        _assert_adds_up(engine, accounts)
        _refuse_emptied(accounts)
        open_questions = _open_questions(engine, files, accounts, answers, former)
        account = tuple(a.as_json() for a in accounts)
        if open_questions:
            messages = tuple(q.message for q in open_questions)
            return BuildResult(
                "held", account, messages, tuple(open_questions), set_aside=tuple(staged.set_aside)
            )
        request.progress("joining the systems")
        _make_marts(engine)
        request.progress("checking what was joined")
        _run_checks(engine)
        digest = bookkeeping.write_account(engine, request, files, accounts, staged, fingerprint)
    finally:
        engine.close()
    notes = _notes(files, staged)
    if request.only_check:
        return BuildResult("checked", account, notes, (), digest, set_aside=tuple(staged.set_aside))
    if any(file.changed_since() for file in files):
        raise RefusedError(
            Message(
                "refused",
                "the exports",
                found="a file that changed while it was read",
                wanted="files that stay still",
                outcome="build refused",
                todo="build again when the export is written",
            )
        )
    served = pointer.swap_in(fresh, request.warehouse, digest)
    pointer.sweep(request.warehouse)
    return BuildResult("served", account, notes, (), digest, served, tuple(staged.set_aside))


def _assert_adds_up(engine: Engine, accounts: list[FileAccount]) -> None:
    """The promise of the loader; a difference here is our own fault, so it refuses the build."""
    loaded: dict[str, int] = {}
    for account in accounts:
        if account.table:
            loaded[account.table] = loaded.get(account.table, 0) + account.loaded
        if not account.adds_up:
            raise RefusedError(
                Message(
                    "refused",
                    account.file,
                    found=str(account.as_json()),
                    wanted="read = loaded + set aside + skipped",
                    outcome="build refused",
                    todo="please report this",
                )
            )
    for table, count in loaded.items():
        found = engine.query_rows(f"select count(*) from staging.{table}")[0][0]
        if found != count:
            raise RefusedError(
                Message(
                    "refused",
                    table,
                    found=f"{found:,} rows",
                    wanted=f"{count:,} by the account",
                    outcome="build refused",
                    todo="please report this",
                )
            )


def _refuse_emptied(accounts: list[FileAccount]) -> None:
    for table in contract.TABLES:
        mine = [a for a in accounts if a.table == table.name]
        if table.needed and mine and not sum(a.loaded for a in mine):
            raise RefusedError(
                Message(
                    "refused",
                    mine[0].file,
                    found="no row that can be loaded",
                    wanted=f"at least one row of {table.name}",
                    outcome="build refused",
                    todo="see the rows set aside, correct the export",
                )
            )


def _open_questions(
    engine: Engine,
    files: list[ReadFile],
    accounts: list[FileAccount],
    answers: Answers,
    former: Former | None,
) -> list[Question]:
    asked = [
        *gates.stages_without_meaning(engine, files),
        *gates.many_set_aside(accounts),
        *gates.shrunk(accounts, former),
        *gates.shifted(engine, former),
        *gates.reused_ids(engine, former),
    ]
    return [question for question in asked if answers.answer(question) is None]


def _make_marts(engine: Engine) -> None:
    selects = {name: query.statement for name, query in sql_files.layer("marts").items()}
    for name in in_order(selects, "marts"):
        engine.materialize(f"marts.{name}", selects[name], {})


def _run_checks(engine: Engine) -> None:
    broken = []
    for name, query in sql_files.layer("checks").items():
        rows = engine.query_rows(query.statement)
        if rows:
            broken.append(
                Message(
                    "refused",
                    name.replace("_", " "),
                    found=f"{len(rows):,} rows, the first: {', '.join(map(str, rows[0]))}",
                    wanted=query.sentence,
                    outcome="build refused",
                    todo="correct these rows at the source and export again",
                )
            )
    if broken:
        raise RefusedError(*broken)


def _notes(files: list[ReadFile], staged: Staged) -> tuple[Message, ...]:
    erased = tuple(
        Message("note", file, found=f"{count:,} rows of erased people", outcome="dropped, no name kept")
        for file, count in staged.erased.dropped.items()
    )
    return tuple(note for file in files for note in file.notes) + erased


def as_json(result: BuildResult) -> Mapping[str, object]:
    """The shape promised to others, with what was asked and said beside it."""
    return {
        "files": list(result.files),
        "digest": result.digest,
        "warehouse": str(result.warehouse) if result.warehouse else None,
        "outcome": result.outcome,
        "messages": [str(message) for message in result.messages],
        "answers_wanted": [question.line(datetime.now(UTC).date()) for question in result.questions],
    }
