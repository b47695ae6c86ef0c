"""Thousands of spoilt files: each ends in rows or in one clear message, and no row is lost on the way.

`FUZZ_FILES` says how many (1,000 here, 50,000 with `make fuzz`, which also holds them to five seconds and bounded
memory); file n is the same for ever: `mutating.mutated(n)`.
"""

from __future__ import annotations

import os
import resource
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from helpers import breadth
from helpers.mutating import Mutated, mutated
from helpers.small_company import CLOCK
from hiring.config import CompanySettings
from hiring.loading.ingest import read_exports
from hiring.loading.messages import OF_SHEET, Message
from hiring.loading.read_file import ReadFile, strict_source
from hiring.loading.telling import Known
from hiring.mapping.asking import Ask
from hiring.mapping.presets import installed
from hiring.warehouse import bookkeeping, refusals
from hiring.warehouse.account import file_accounts
from hiring.warehouse.answers import Answers
from hiring.warehouse.arranging import arrange
from hiring.warehouse.engine import Engine
from hiring.warehouse.request import Request
from hiring.warehouse.staging import stage
from loading.conftest import CONNECTION

FILES = int(os.environ.get("FUZZ_FILES", breadth.some("250", "1000")))
BATCH = 40  # files a folder: read side by side, and staged together
STAGED = 5  # every so many batches of the suite are staged; all of them with `make fuzz`
IS_LONG = FILES > 2000
SECONDS, MEGABYTES = 5.0, 1024  # of the processor, so that a busy machine is no fault


def answered(ask: Ask, digest: str) -> str | None:
    """Half the questions get an answer, so that what comes behind them is tried too."""
    return ask.choices[0] if ask.choices and digest[:1] in "02468ace" else None


KNOWN = Known(installed(), answered, "EUR")


@contextmanager
def engine(folder: Path) -> Iterator[Engine]:
    """An engine with a company's settings, its files in the folder."""
    one = Engine(folder / "new.duckdb", folder)
    try:
        request = Request(folder, folder / "warehouse", clock=CLOCK)
        bookkeeping.write_settings(one, request, CompanySettings(), Answers({}))
        yield one
    finally:
        one.close()


def lines_of(messages: Iterable[Message]) -> list[str]:
    """The messages that are not one line each, or say nothing."""
    return [text for text in map(str, messages) if "\n" in text or "\r" in text or len(text) < 10]


def ended(file: ReadFile) -> str:
    """How a file ended, after everything it says of itself is found to agree."""
    asks = [ask.message for ask in file.asks]
    told = [*file.notes, *file.skipped, *file.set_aside, *asks, *([file.refused] if file.refused else [])]
    assert lines_of(told) == []
    lines = 0 if file.is_part else file.records + len(file.set_aside) + file.skipped_lines
    assert file.read == lines, file
    if file.refused:
        assert (file.path, file.read) == (None, 0)
        return "refused"
    if file.asks:
        return "asked"
    if file.path is None:
        assert file.notes, "a file that is not loaded says why"
        return "not loaded"
    source, parameters = strict_source(file)
    counted = CONNECTION.execute(f"select count(*) from {source}", parameters).fetchone()
    assert counted == (file.count_rows,), file
    return "loaded"


def staged(folder: Path, files: list[ReadFile]) -> None:
    """Stage what was read; raises where a row is lost between the reader and the tables.

    Who is to be forgotten is left out: a spoilt list of them rightly refuses the whole folder.
    """
    files = [file for file in files if file.table != "erased_people"]
    with engine(folder) as one:
        arranged = arrange(one, files)
        parameters = {"time_zone": "UTC", "latest_day": date(2046, 7, 1)}
        result = stage(one, arranged, parameters, lambda _told: None)
        accounts = file_accounts(arranged.files, result.set_aside, result.erased.dropped)
        refusals.broken_account(one, arranged.files, accounts, result)


def batch(numbers: range, folder: Path) -> list[Mutated]:
    """The files of these numbers, put into the folder."""
    folder.mkdir(parents=True)
    thrown = [mutated(number) for number in numbers]
    for one in thrown:
        (folder / one.name).write_bytes(one.content)
    return thrown


def test_spoilt_files_end_in_rows_or_in_one_clear_message_and_no_row_is_lost(tmp_path: Path) -> None:
    ends: Counter[str] = Counter()
    slowest = 0.0
    for place, first in enumerate(range(0, FILES, BATCH)):
        folder = tmp_path / str(first)
        thrown = batch(range(first, min(first + BATCH, FILES)), folder / "exports")
        begun = time.process_time()
        files = read_exports(folder / "exports", folder / "scratch", known=KNOWN, wait=lambda _path: None)
        slowest = max(slowest, time.process_time() - begun)
        assert {file.file.split(OF_SHEET)[0] for file in files} >= {one.name for one in thrown}
        ends.update(end for file in files if (end := ended(file)) and not file.is_part)
        whole = [file for file in files if file.path is not None and not file.asks]
        if IS_LONG or place % STAGED == 0:
            staged(folder, whole)
        shutil.rmtree(folder, ignore_errors=True)
    assert min(ends[how] for how in ("loaded", "refused", "not loaded")) > FILES / 100
    assert ends[
        "asked"
    ]  # of few: one that only comes near an export is left out where another gives its table
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    how = ", ".join(f"{count:,} {end}" for end, count in ends.most_common())
    sys.stdout.write(
        f"{FILES:,} files: {how}; slowest {BATCH} together {slowest:.1f} s; peak {peak:,.0f} MB\n"
    )
    if IS_LONG:
        assert slowest < SECONDS, "a folder of files took longer than one file may"
        assert peak < MEGABYTES
