"""Builds stopped dead at random moments: the warehouse that served before, or the new one whole, serves each time.

`KILL_TRIALS` says how many (4 here, 12 with `make every-case`, 200 with `make kill`); the moments are drawn from a
fixed seed.
"""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import BASE, OPPORTUNITIES, write_exports
from hiring.access.viewer import local_viewer
from hiring.config import ROOT
from hiring.warehouse import pointer
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.sealed import connect, is_whole
from warehouse.fates import built_from

TRIALS = int(os.environ.get("KILL_TRIALS", breadth.some("4", "12")))
EVERYONE = local_viewer((), ())
REVENUES = {"a": 2281.50, "b": 2282.50}

#: Imports once, then builds in a fork of itself for every line: what is stopped is a build, not Python starting up.
#: Forked before anything is built in it, so that no thread and no database is inherited.
PROGRAM = """
import os, sys
from hiring.__main__ import main
while words := os.read(0, 4096).decode():
    build = os.fork()
    if not build:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os._exit(main(words.rstrip().split(chr(9))))
    os.write(1, b"%d " % build)
    os.write(1, b"%d " % os.waitstatus_to_exitcode(os.waitpid(build, 0)[1]))
"""


def _exports(folder: Path) -> dict[str, Path]:
    """Two versions of one company, each in a folder of its own, with files that look long finished."""
    texts = {"a": OPPORTUNITIES, "b": OPPORTUNITIES.replace("500.50", "501.50")}
    versions = {
        name: write_exports(folder / name, {**BASE, "opportunities": text}) for name, text in texts.items()
    }
    for exports in versions.values():
        for path in exports.iterdir():
            os.utime(path, (1_700_000_000, 1_700_000_000))
    return versions


@pytest.fixture
def builds() -> Iterator[subprocess.Popen[bytes]]:
    """The command line, loaded: takes the words of a build, says its process, and at its end how it ended."""
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with running:
        yield running
        assert running.stdin is not None
        running.stdin.close()


def _number(builds: subprocess.Popen[bytes]) -> int:
    assert builds.stdout is not None
    told = b""
    while not told.endswith(b" "):
        letter = builds.stdout.read(1)
        assert letter, "the command line is gone"
        told += letter
    return int(told)


def _begun(builds: subprocess.Popen[bytes], exports: Path, warehouse: Path) -> int:
    """Begin a build; gives its process."""
    assert builds.stdin is not None
    words = ["build", "--exports", str(exports), "--warehouse", str(warehouse)]
    builds.stdin.write(("\t".join(words) + "\n").encode())
    return _number(builds)


def _measured(builds: subprocess.Popen[bytes], exports: Path, warehouse: Path) -> float:
    """How long one whole build takes here, in seconds."""
    _begun(builds, exports, warehouse)
    began = time.monotonic()
    assert _number(builds) == 0
    return time.monotonic() - began


def _killed(builds: subprocess.Popen[bytes], exports: Path, warehouse: Path, after: float) -> bool:
    """Start a build and kill it `after` so many seconds; gives whether it was still running."""
    build = _begun(builds, exports, warehouse)
    ended, _, _ = select.select([builds.stdout], [], [], after)
    if not ended:
        with suppress(ProcessLookupError):  # it has ended meanwhile
            os.kill(build, signal.SIGKILL)
    return _number(builds) == -signal.SIGKILL


def _revenue_served(warehouse: Path) -> float:
    """The figure served, from a file that can be read to its end."""
    path = pointer.served(warehouse)
    assert path is not None
    with connect(path) as connection:
        assert is_whole(connection)
    return float(Warehouse(warehouse).ask("data_health/revenue_totals", EVERYONE, {})["won_revenue"].iloc[0])


def test_a_build_killed_at_any_moment_leaves_a_whole_warehouse_and_the_next_build_heals(
    builds: subprocess.Popen[bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exports = _exports(tmp_path)
    warehouse = tmp_path / "warehouse"
    whole = min(_measured(builds, exports["a"], folder) for folder in (tmp_path / "first", warehouse))
    today = datetime.now(UTC).date()  # the clock of the command line, which is what is stopped
    chance = random.Random(20260630)
    serving, caught, swapped = "a", 0, 0
    for trial in range(TRIALS):
        other = "b" if serving == "a" else "a"
        # Half of the moments lie in the last fifth of a build, where files change places.
        share = chance.uniform(0.0, 1.0) if trial % 2 else chance.uniform(0.8, 1.1)
        caught += _killed(builds, exports[other], warehouse, share * whole)
        revenue = _revenue_served(warehouse)
        assert revenue in REVENUES.values()
        if revenue == REVENUES[other]:
            serving, swapped = other, swapped + 1
        if trial % 4 == 0:
            healed = built_from(exports[other], warehouse, clock=today).result
            assert healed.outcome in ("served", "unchanged")
            assert list(warehouse.glob("building-*")) == []
            serving = other
    with capsys.disabled():
        sys.stdout.write(
            f"\n{TRIALS} builds: {caught} killed while running, {swapped} had swapped in by then, 0 wrong "
        )
    assert caught
