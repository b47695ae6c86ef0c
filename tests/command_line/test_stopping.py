"""A command that is asked to end: a build leaves a record, one line and no scratch."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import BASE, write_exports
from hiring.command_line import stopping
from hiring.config import ROOT
from hiring.warehouse import attempts

#: A build whose process is sent a signal in the middle of it, twice, as a terminal that closes does.
PROGRAM = """
import os, signal, sys
from hiring.__main__ import main
from hiring.warehouse import refusals

number, how = getattr(signal, sys.argv[1]), sys.argv[2]

def asked(_files):
    try:
        os.kill(os.getpid(), number)
    except KeyboardInterrupt:
        if how == "turned into another error":
            raise RuntimeError("Query interrupted")
        raise
    finally:
        if how == "twice":
            os.kill(os.getpid(), number)

refusals.missing_tables = asked
# Whoever runs the tests under `nohup` hands an ignored signal down.
signal.signal(number, signal.SIG_IGN if how == "ignored" else signal.SIG_DFL)
sys.exit(main(sys.argv[3:]))
"""


def ended(tmp_path: Path, number: str, how: str) -> tuple[int, str, str, list[str]]:
    """Exit code, what was said, the outcome on record, and the scratch that is left."""
    exports, warehouse = write_exports(tmp_path / "exports", BASE), tmp_path / "warehouse"
    for path in exports.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    words = ["build", "--exports", str(exports), "--warehouse", str(warehouse)]
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, number, how, *words], cwd=ROOT, capture_output=True, text=True
    )
    attempt = attempts.last_attempt(warehouse)
    left = sorted(path.name for path in warehouse.glob("building-*"))
    return ran.returncode, ran.stderr, attempt.outcome if attempt else "", left


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signals here")
@pytest.mark.parametrize(
    ("number", "how"),
    breadth.first(
        1,
        [
            ("SIGTERM", "once"),
            ("SIGHUP", "twice"),
            ("SIGTERM", "turned into another error"),
            *breadth.proof(("SIGHUP", "once"), ("SIGTERM", "twice"), ("SIGHUP", "turned into another error")),
        ],
    ),
)
def test_a_build_that_is_asked_to_end_does_so_in_order(tmp_path: Path, number: str, how: str) -> None:
    assert ended(tmp_path, number, how) == (2, "stopped; nothing was swapped in\n", "failed", [])


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no such signals here")
def test_a_build_that_is_to_outlive_its_terminal_goes_on(tmp_path: Path) -> None:
    code, said, outcome, left = ended(tmp_path, "SIGHUP", "ignored")
    assert (code, outcome, left) == (0, "served", [])
    assert said.endswith("built and served\n")


def test_what_a_signal_did_before_it_does_again_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with stopping.in_order() as stop:
        assert signal.getsignal(signal.SIGTERM) != before
    assert (signal.getsignal(signal.SIGTERM), stop.is_asked) == (before, False)


def test_another_thread_than_the_main_one_may_run_a_verb() -> None:
    asked: list[bool] = []

    def run() -> None:
        with stopping.in_order() as stop:
            asked.append(stop.is_asked)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert asked == [False]
