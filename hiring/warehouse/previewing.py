"""How a file would load by a mapping that nobody saved yet: through the code that will load it, into a scratch."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from hiring import contract
from hiring.config import CompanySettings
from hiring.contract import Column
from hiring.loading import first_rows
from hiring.loading.confined import NOT_SHOWN
from hiring.loading.files import names
from hiring.loading.inbox import at_once, silent
from hiring.loading.ingest import Known, ReadFile, read_exports
from hiring.loading.limits import Limits
from hiring.loading.messages import Message
from hiring.loading.our_tables import table_named
from hiring.mapping import number_days, own
from hiring.mapping.presets import Preset
from hiring.mapping.preview import Preview
from hiring.warehouse import looks
from hiring.warehouse.account import file_accounts
from hiring.warehouse.answers import answers_in
from hiring.warehouse.arranging import arrange
from hiring.warehouse.bookkeeping import write_settings
from hiring.warehouse.engine import Engine
from hiring.warehouse.request import RefusedError, Request
from hiring.warehouse.staging import Staged, stage, stage_parameters

_RATES = "exchange_rates"
#: Rows shown, as they would load.
SHOWN = 10
#: Rows set aside that are told one by one; the count counts all.
MOST_TOLD = 200


#: What a question says it looked at, where only the first rows of a large file were.
_LOOKED_AT = "the first rows of the column"


def preview(
    folder: Path,
    file: str,
    presets: tuple[Preset, ...],
    settings: CompanySettings,
    clock: date | None = None,
) -> Preview:
    """The file of this folder, or the first rows of a large one, as it would load by these presets and the draft.

    What refuses the build is its `trouble`. Raises `OSError` where folder or scratch fail.
    """
    with looks.folder() as scratch:
        limits = Limits(max_file_gb=settings.max_file_gb)
        first_folder, is_whole = first_rows.folder_of(folder, file, scratch / "first rows", limits)
        today = clock or datetime.now(UTC).date()
        known = _known(presets, settings, today, is_whole=is_whole)
        found = read_exports(
            first_folder, scratch / "files", limits=limits, known=known, only=file, wait=at_once
        )
        if not found:
            gone = Message(
                "refused", file, outcome="it is not there any more", todo="put it into the folder again"
            )
            return Preview(trouble=gone)
        read = found[0]
        if read.refused or read.table is None:
            why = read.refused or next((ask.message for ask in read.asks), None)
            return Preview(trouble=why or next(iter(read.notes), None), asks=read.asks if read.plan else ())
        request = Request(folder, scratch, clock=today)
        others = [rate for rate in _rates(folder, scratch, known) if rate.file != file]
        try:
            mine = [read, *read.parts]
            return replace(_staged(mine, others, scratch, request, settings), is_whole=is_whole)
        except RefusedError as refusal:
            return Preview(trouble=refusal.messages[0])


def _known(presets: tuple[Preset, ...], settings: CompanySettings, today: date, *, is_whole: bool) -> Known:
    known = Known(
        presets,
        base_currency=settings.base_currency,
        latest=number_days.latest(today),
        year_starts_in=settings.fiscal_year_starts_in,
    )
    return known if is_whole else replace(known, looked_at=_LOOKED_AT)


def _rates(folder: Path, scratch: Path, known: Known) -> list[ReadFile]:
    """The files of exchange rates, by our name for them or with a mapping of their own.

    Without them, a deal in another currency would seem to be set aside.
    """
    mapped = {preset.name for preset in known.presets if any(feed.table == _RATES for feed in preset.feeds)}
    found = []
    for name in names(folder):
        table, sheets = table_named(name), f"{own.name_for(name)}-"
        is_mapped = any(f"{one}-".startswith(sheets) for one in mapped)
        if is_mapped or (table is not None and table.name == _RATES):
            found += read_exports(folder, scratch / name, known=known, only=name, wait=at_once)
    return [rate for rate in found if not rate.refused and not rate.asks]


def _staged(
    mine: list[ReadFile], others: list[ReadFile], scratch: Path, request: Request, settings: CompanySettings
) -> Preview:
    engine = Engine(scratch / "preview.duckdb", scratch)
    files = [*mine, *others]
    try:
        write_settings(engine, request, settings, answers_in(request.exports))
        arranged = arrange(engine, files)
        tables = frozenset(file.table for file in files if file.table)
        staged = stage(engine, arranged, stage_parameters(request, settings), silent, tables)
        seen = _preview(engine, arranged.files[: len(mine)], staged)
    finally:
        engine.close()
    code = "" if settings.base_currency or "opportunities" in tables else _without_rate(staged, seen.loaded)
    # Without deals nothing says in which currency the company counts: in that of most of these rows.
    if not code:
        return seen
    (again := scratch / "again").mkdir()
    return _staged(mine, others, again, request, replace(settings, base_currency=code))


def _without_rate(staged: Staged, loaded: int) -> str:
    """The currency that most rows of a file are in, where it is those that lack a rate of exchange."""
    codes = Counter(row.found[:3] for row in staged.set_aside if row.reason == "no_rate_for_month")
    code, count = codes.most_common(1)[0] if codes else ("", 0)
    return code if count > loaded else ""


def _shown(column: Column) -> str:
    """What stands for a cell: its text, of a confined column only that there is one."""
    return (
        f"case when {column.name} is not null then '{NOT_SHOWN}' end"
        if column.confined
        else (f"cast({column.name} as varchar)")
    )


def _preview(engine: Engine, files: list[ReadFile], staged: Staged) -> Preview:
    read = files[0]
    aside = [row for row in staged.set_aside if row.file == read.file]
    account = file_accounts([read], aside, staged.erased.dropped)[0]
    first, *more = [_of_table(engine, number, file) for number, file in enumerate(files) if file.table]
    return replace(
        first,
        loaded=account.loaded,
        count_set_aside=account.quarantined,
        skipped=account.skipped,
        set_aside=(*read.set_aside, *(row.message for row in aside))[:MOST_TOLD],
        notes=(*(note for file in files for note in file.notes), *staged.remarks),
        asks=read.asks,
        more=tuple(more),
    )


def _of_table(engine: Engine, number: int, file: ReadFile) -> Preview:
    """The first rows that a file gives one table, as they would load, and how many there are."""
    table = contract.BY_NAME[file.table or ""]
    # Of a column that only tells versions of a row apart, staging keeps no word: there is nothing to show.
    columns = [column.name for column in table.columns if not column.only_compared]
    filled = [name for name in columns if file.plan and file.plan.main.rule(name) is not None]
    listed = ", ".join(_shown(table.column(name)) for name in filled)
    mine = f"from staging.{table.name} where file_id = {number}"
    first = f"(select min(rowid) from staging.read_{table.name} where file_id = {number})"
    rows = engine.query_rows(f"select row_id - {first}, {listed} {mine} order by row_id limit {SHOWN}")
    return Preview(
        columns=tuple(filled),
        rows=tuple(tuple(row[1:]) for row in rows),
        lines=tuple(file.line_of(int(row[0])) for row in rows),
        table=table.name,
        count=int(engine.query_rows(f"select count(*) {mine}")[0][0]),
    )
