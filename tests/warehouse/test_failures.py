"""Builds whose disk or memory gives out, or that are stopped: on record, told on the page, and the good one serves."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from helpers import breadth
from helpers.small_company import BASE, CLOCK, OPPORTUNITIES, built, write_exports
from helpers.standing import standing
from hiring.config import ROOT
from hiring.findings.data_health import blocks
from hiring.loading import private_files
from hiring.warehouse import attempts, failures, folder, pointer
from hiring.warehouse import build as building
from hiring.warehouse.attempts import Attempt
from hiring.warehouse.build import Request, build

OTHER_DEALS = {"opportunities": OPPORTUNITIES.replace("500.50", "501.50")}


def _attempt(folder: Path) -> Attempt:
    found = attempts.last_attempt(folder)
    assert found is not None
    return found


def _limited(where: Path, limit: int) -> subprocess.CompletedProcess[str]:
    """A build of other deals on the command line, which may write files of at most `limit` bytes."""
    exports = write_exports(where / "exports", {**BASE, **OTHER_DEALS})
    for path in exports.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "hiring",
            "build",
            "--exports",
            str(exports),
            "--warehouse",
            str(where / "warehouse"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )


@pytest.mark.parametrize("limit", breadth.always([60_000], [20_000, 60_000, 300_000]))
def test_a_limit_of_file_sizes_is_on_record_and_the_old_one_serves(limit: int, tmp_path: Path) -> None:
    good = standing(tmp_path)
    done = _limited(tmp_path, limit)
    assert done.returncode == 2, done.stderr
    attempt = _attempt(good.folder)
    (line,) = attempt.messages
    assert (attempt.outcome, attempt.is_good, attempt.count_messages) == ("failed", False, 1)
    assert line.file == "the build"
    assert line.outcome == "build failed: nothing was swapped in"
    assert line.found in done.stderr
    assert line.todo.endswith("then build again")
    assert pointer.served(good.folder) == good.result.warehouse
    assert {path.name for path in good.folder.iterdir()} == {
        *("current", "lock", "last_attempt.json", "hiring_outcomes.json"),
        good.result.warehouse.name,  # type: ignore[union-attr]
    }
    built(tmp_path, OTHER_DEALS)
    assert _attempt(good.folder).outcome == "served"


def test_where_not_even_a_record_can_be_written_the_last_line_says_so_and_no_old_record_lies(
    tmp_path: Path,
) -> None:
    good = standing(tmp_path)
    done = _limited(tmp_path, 100)
    assert done.returncode == 2
    assert (
        done.stderr.strip()
        .splitlines()[-1]
        .endswith(
            " · there was no room for a record of it either: Data health does not know · the last good warehouse stays"
        )
    )
    assert attempts.last_attempt(good.folder) is None
    assert pointer.served(good.folder) == good.result.warehouse


def test_the_room_of_the_old_record_is_used_for_the_new_one(tmp_path: Path, monkeypatch) -> None:
    good = standing(tmp_path)
    whole = private_files.replaced

    def full(path: Path, content: bytes, mode: int = 0o600) -> None:
        if path.exists():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        whole(path, content, mode)

    monkeypatch.setattr(private_files, "replaced", full)
    bad = built(
        tmp_path, {"opportunities": OPPORTUNITIES.replace("1000.00", "a lot").replace("500.50", "more")}
    )
    attempt = _attempt(good.folder)
    assert (attempt.outcome, len(attempt.messages), attempt.count_messages) == (
        "held",
        1,
        len(bad.result.messages),
    )
    assert (attempt.set_aside, attempt.count_set_aside) == ((), 2)


def _raising(error: BaseException) -> Callable[..., None]:
    def fill(*_values: object) -> None:
        raise error

    return fill


@pytest.mark.parametrize(
    ("error", "raised", "found", "todo"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "/somewhere/new.duckdb"),
            OSError,
            "No space left on device: /somewhere/new.duckdb",
            "make room on the disk of the warehouse folder, then build again",
        ),
        (
            duckdb.IOException("IO Error: Could not write all bytes: wanted=2 wrote=1\nStack trace"),
            OSError,
            "the build ran out of room: IO Error: Could not write all bytes: wanted=2 wrote=1",
            "make room on the disk of the warehouse folder, then build again",
        ),
        (
            duckdb.IOException('IO Error: Could not write file "x": File too large'),
            OSError,
            'the build ran out of room: IO Error: Could not write file "x": File too large',
            "raise the limit of file sizes for this account (ulimit -f), then build again",
        ),
        (
            MemoryError(),
            OSError,
            "the build ran out of memory",
            "close what else needs memory on this machine, then build again",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "x"),
            OSError,
            "Permission denied: x",
            "let the account that builds write there, then build again",
        ),
        (
            KeyboardInterrupt(),
            KeyboardInterrupt,
            "stopped before its end",
            "build again; if it stops again, please report it",
        ),
        (
            AssertionError("ours"),
            AssertionError,
            "stopped before its end",
            "build again; if it stops again, please report it",
        ),
    ],
    ids=["full", "full, says DuckDB", "too large", "memory", "not allowed", "Ctrl+C", "a fault of our own"],
)
def test_however_a_build_breaks_off_its_record_says_so_on_the_page(
    error, raised, found: str, todo: str, tmp_path: Path, monkeypatch
) -> None:
    good = standing(tmp_path)
    monkeypatch.setattr(building, "_fill", _raising(error))
    with pytest.raises(raised):
        built(tmp_path, OTHER_DEALS)
    attempt = _attempt(good.folder)
    title, again = blocks.of_attempt(attempt)
    assert title.title == "1 thing stands in the way"
    assert title.frame.iloc[0].tolist() == [
        "the build",
        found,
        "",
        "build failed: nothing was swapped in",
        todo,
    ]
    assert again.code == "python -m hiring build"
    assert list(good.folder.glob("building-*")) == []


@pytest.mark.proof
def test_a_good_build_stays_good_where_only_the_mark_cannot_be_written(tmp_path: Path, monkeypatch) -> None:
    good = standing(tmp_path)

    def full(_folder: Path, _told: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folder, "_write", full)
    monkeypatch.setattr(folder, "origin", lambda _folder: None)
    assert built(tmp_path, OTHER_DEALS).result.outcome == "served"
    assert folder.is_marked(good.folder)


def test_a_check_that_breaks_off_leaves_no_record(tmp_path: Path, monkeypatch) -> None:
    good = standing(tmp_path)
    monkeypatch.setattr(building, "_fill", _raising(MemoryError()))
    exports = write_exports(tmp_path / "exports", {**BASE, **OTHER_DEALS})
    with pytest.raises(
        OSError, match=r"the build ran out of memory · a check works in .* · TMPDIR names a roomier"
    ):
        build(Request(exports, good.folder, clock=CLOCK, only_check=True, wait=lambda _path: None))
    assert _attempt(good.folder).outcome == "served"


def test_an_error_is_told_in_one_line() -> None:
    assert failures.error_in_words(OSError(errno.ENOSPC, "No space left", "a/b")) == "No space left: a/b"
    assert failures.error_in_words(OSError("one\ntwo")) == "one"
