"""Build a warehouse: read, stage, ask where nothing may be guessed, join, check, account, swap in.

A new file is built beside the one in use; only when everything adds up does the pointer move to it. Whatever
happens before that, the last good warehouse keeps serving.
"""

from __future__ import annotations

import hashlib
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from hiring.access import audit
from hiring.config import CompanySettings
from hiring.loading.ingest import Known, ReadFile, read_exports
from hiring.loading.limits import Limits
from hiring.mapping import number_days
from hiring.warehouse import (
    attainments,
    attempts,
    bookkeeping,
    failures,
    folder,
    foreseeing,
    gates,
    hired_twice,
    looks,
    matched,
    nobodys,
    odd_rates,
    origin,
    periods,
    pointer,
    quota_periods,
    quota_reach,
    ramped_twice,
    refusals,
    selling_roles,
    sql_files,
    survivors,
    totals,
    unsaid,
    workplace,
)
from hiring.warehouse.account import FileAccount, file_accounts
from hiring.warehouse.answers import Answers, Question
from hiring.warehouse.arranging import arrange
from hiring.warehouse.decided import erasing
from hiring.warehouse.engine import Engine
from hiring.warehouse.former import Former, former_build
from hiring.warehouse.marts import make_marts
from hiring.warehouse.request import BuildResult, RefusedError, Request
from hiring.warehouse.staging import MiscountedError, Staged, as_counted, stage, stage_parameters
from hiring.warehouse.taken_for import taken
from hiring.warehouse.unsaid import Erased

__all__ = ["BuildResult", "Request", "build"]


@dataclass(frozen=True)
class _Inputs:
    """Everything a build starts from, read and accepted."""

    settings: CompanySettings
    files: list[ReadFile]
    answers: Answers
    former: Former | None  # of the same exports folder
    fingerprint: str


def build(request: Request) -> BuildResult:
    """Build (or only check) and say how it ended; raises nothing that a person's input can cause.

    Raises `BusyError` beside another build, `FolderError` for a folder that must not be touched, and `OSError` where
    disk or memory give out, which is on record then.
    """
    folder.accept(request.warehouse, request.exports)
    if request.only_check:
        return _checked(request)
    folder.make(request.warehouse)
    with ExitStack() as held:
        try:
            held.enter_context(pointer.alone(request.warehouse))
        except OSError as error:  # what lies in the place of the lock keeps every other build out as well
            _recorded(request, failures.failed(error))
            raise
        notes = folder.claim(request.warehouse)
        looks.sweep()
        audit.carry_over(request.warehouse)
        result = _on_record(request)
        if result.is_good and result.warehouse:
            # Of a disk full by now: the warehouse is served, and knows its exports itself.
            with suppress(OSError):
                folder.mark(request.warehouse, origin.written_in(result.warehouse))
        return replace(result, messages=(*result.messages, *notes))


def _checked(request: Request) -> BuildResult:
    """The same without a trace in the warehouse's folder."""
    with workplace.aside() as scratch:
        try:
            return _ended(request, scratch)
        except OSError as error:
            raise failures.aside(error, scratch.parent) from error


def _on_record(request: Request) -> BuildResult:
    """Build, and leave a record of how that ended, even where it ends in an error."""
    state = attempts.state_of(request.exports)  # as it is now: what comes meanwhile is not in it
    try:
        with workplace.inside(request.warehouse) as scratch:
            ended = attempts.as_told_before(request.warehouse, _ended(request, scratch))
    except OSError as error:
        if not _recorded(request, failures.failed(error)):
            raise failures.unrecorded(error) from error
        raise
    except BaseException:
        # Somebody stopped it, or the fault is ours: whoever looks at the pages must know of that as well.
        _recorded(request, failures.stopped())
        raise
    _recorded(request, ended, state)
    return ended


def _recorded(request: Request, ended: BuildResult, state: str = "") -> bool:
    return attempts.write_attempt(request.warehouse, ended, datetime.now(UTC), state)


def _ended(request: Request, scratch: Path) -> BuildResult:
    seen: list[ReadFile] = []
    try:
        result = _build(request, scratch, seen)
    except RefusedError as refusal:
        asked = tuple(
            gates.of_mappings(seen)
        )  # of other files, which need not wait for this one to be mended
        result = BuildResult("refused", (), refusal.messages, asked, set_aside=refusal.set_aside)
    except (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException, MemoryError) as error:
        raise failures.out_of_room(error) from error
    result = replace(result, taken=taken(seen, result))
    return result if result.is_good else foreseeing.without_erased(request, result, scratch / "foreseen")


def _build(request: Request, scratch: Path, seen: list[ReadFile]) -> BuildResult:
    """Build with large files read once; where that fails, from the start, with the rows of every file counted first."""
    with workplace.within(scratch / "once") as once:
        try:
            return _built(request, once, seen, by_lines=True)
        except MiscountedError:
            request.progress("a large file is not one row a line: reading again")
    return _built(request, scratch, seen, by_lines=False)


def _built(request: Request, scratch: Path, seen: list[ReadFile], *, by_lines: bool) -> BuildResult:
    """`seen`: takes the files that were read, whatever comes of them; of a good build as they are told of."""
    refusals.pointer_in_the_way(request.warehouse)
    refusals.unfit_folder(request.exports)
    settings = refusals.settings_of(request.exports)
    answers = refusals.answers_of(request.exports)
    seen[:] = files = periods.early(_read(request, settings, answers, scratch, by_lines=by_lines))
    refusals.refused_files(files)
    if asked := gates.of_mappings(files):
        return _held(answers, asked)
    refusals.missing_tables(files)
    former = former_build(request.warehouse)
    refusals.wrong_clock(request, former)
    fingerprint = _fingerprint(request, settings, files, answers)
    mark = bookkeeping.exports_mark(request.exports)
    if (
        former
        and not request.only_check
        and former.is_of(fingerprint, mark, request.clock)
        and former.is_whole()
        and (not former.erased_lists or erasing.is_through(request.warehouse, former.path.name))
    ):
        seen[:] = [] if former.erased_lists else seen  # then its account knows whose names are not said
        return BuildResult("unchanged", former.files, (), (), former.digest, former.path)
    same_folder = former if former and former.exports == mark else None
    refusals.lost_columns(files, same_folder)
    inputs = _Inputs(settings, files, answers, same_folder, fingerprint)
    fresh = scratch / "new.duckdb"
    try:
        result, erased = _fill(request, inputs, fresh, seen)
    except (RefusedError, OSError, duckdb.Error):
        refusals.changed_files(files)  # then that is why, and whatever else was found is not worth telling
        raise
    if result.outcome != "served":
        return result
    refusals.changed_files(files)
    served = pointer.swap_in(fresh, request.warehouse, result.digest)
    folder.sweep(request.warehouse)
    told = (*result.messages, *erasing.reach(request.warehouse, erased, served.name))
    return BuildResult("served", result.files, told, (), result.digest, served, result.set_aside)


def _read(
    request: Request, settings: CompanySettings, answers: Answers, scratch: Path, *, by_lines: bool
) -> list[ReadFile]:
    return read_exports(
        request.exports,
        scratch / "files",
        limits=Limits(max_file_gb=settings.max_file_gb),
        known=Known(
            refusals.presets_of(request.exports),
            gates.answered_by(answers),
            settings.base_currency,
            latest=number_days.latest(request.as_of or request.clock),
            year_starts_in=settings.fiscal_year_starts_in,
        ),
        by_lines=by_lines,
        progress=request.progress,
        wait=request.wait,
    )


def _fingerprint(request: Request, settings: CompanySettings, files: list[ReadFile], answers: Answers) -> str:
    """A digest of all that decides what a build holds: files, settings, answers, day, and our own SQL."""
    layers = ("staging", "marts", "checks")
    parts = [query.text for name in layers for query in sql_files.layer(name).values()]
    parts += [f"{file.table} {file.sha256} {file.plan!r}" for file in files]
    parts += [repr(settings), repr(sorted(answers.given.items())), f"as of {request.as_of}"]
    parts += [duckdb.__version__, f"format {bookkeeping.FORMAT}"]
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()


def _fill(request: Request, inputs: _Inputs, fresh: Path, seen: list[ReadFile]) -> tuple[BuildResult, Erased]:
    """Fill the new file (`held`: a person must answer first; `checked`: only asked for); with it whom to forget."""
    engine = Engine(fresh, fresh.parent, sum(file.count_rows for file in inputs.files))
    try:
        bookkeeping.write_settings(engine, request, inputs.settings, inputs.answers)
        with as_counted(inputs.files):
            arranged = arrange(engine, inputs.files)
        inputs = replace(inputs, files=arranged.files)
        staged = stage(engine, arranged, stage_parameters(request, inputs.settings), request.progress)
        files = periods.of_staged(engine, inputs.files)
        seen[:] = [unsaid.read_file(file, staged.erased) for file in files]
        inputs = replace(inputs, files=_warned(engine, seen[:]))
        accounts = file_accounts(inputs.files, staged.set_aside, staged.erased.dropped)
        refusals.broken_account(engine, inputs.files, accounts, staged)
        refusals.digits_lost(accounts, staged.set_aside)
        refusals.emptied(accounts, staged.set_aside)
        account, aside = tuple(a.as_json() for a in accounts), tuple(staged.set_aside)
        questions = _unanswered(inputs, _questions(engine, inputs, accounts, staged))
        if questions:
            return replace(_held(inputs.answers, questions), files=account, set_aside=aside), staged.erased
        request.progress("joining the systems")
        make_marts(engine)
        refusals.unfit_groups(engine)
        refusals.unfit_reasons(engine)
        request.progress("checking what was joined")
        refusals.broken_checks(engine, inputs.files)
        questions = _unanswered(inputs, ramped_twice.asked(engine, inputs.files))
        if questions:
            return replace(_held(inputs.answers, questions), files=account, set_aside=aside), staged.erased
        files = attainments.warned(engine, quota_reach.warned(engine, inputs.files))
        inputs = replace(inputs, files=selling_roles.warned(engine, files))
        joined = matched.warning(engine), hired_twice.remarks(engine, inputs.files)
        digest = bookkeeping.write_account(
            engine, request, inputs.files, accounts, staged, inputs.fingerprint, inputs.former
        )
    finally:
        engine.close()
    outcome = "checked" if request.only_check else "served"
    notes = joined[0] + staged.notes(inputs.files) + joined[1]
    return BuildResult(outcome, account, notes, (), digest, set_aside=aside), staged.erased


def _warned(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    """The files with what no single row of theirs shows."""
    for look in (survivors.warned, totals.warned, nobodys.warned, odd_rates.warned):
        files = look(engine, files)
    return files


def _held(answers: Answers, questions: list[Question]) -> BuildResult:
    messages = (*(question.message for question in questions), *answers.not_taken(questions))
    return BuildResult("held", messages=messages, questions=tuple(questions))


def _unanswered(inputs: _Inputs, asked: list[Question]) -> list[Question]:
    return [question for question in asked if inputs.answers.answer(question) is None]


def _questions(
    engine: Engine, inputs: _Inputs, accounts: list[FileAccount], staged: Staged
) -> list[Question]:
    return [
        *gates.cut_files(inputs.files),
        *gates.stages_without_meaning(engine, inputs.files),
        *quota_periods.overlapping(engine, inputs.files),
        *gates.mixed_dates(inputs.files, staged.set_aside),
        *gates.many_set_aside(accounts, staged.set_aside),
        *gates.shrunk(accounts, inputs.former),
        *gates.shifted(engine, accounts, inputs.former),
        *gates.reused_ids(engine, accounts, inputs.former),
    ]
