"""Whole processes measured from outside: wall seconds, processor seconds, peak memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Run:
    """One finished process: wall and processor seconds, peak memory in MB."""

    wall: float
    processor: float
    memory: float


def run(command: Sequence[str], **environment: str) -> Run:
    """Run a command to its end in the project's folder; raises `RuntimeError` with its words when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said[-2000:]}")
    return Run(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, _megabytes(usage))


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def in_turn(runs: int, *makers: Callable[[], Run]) -> list[list[Run]]:
    """Run each maker `runs` times in turn, A B A B …, so that a slower hour slows all of them alike."""
    results: list[list[Run]] = [[] for _ in makers]
    for _ in range(runs):
        for place, make in enumerate(makers):
            results[place].append(make())
    return results


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios pair by pair."""
    return median(a / b for a, b in zip(ours, theirs, strict=True))


def show(rows: Sequence[tuple[str, str, str, str]]) -> None:
    """Print a table: what, ours, against, ratio (with the aim)."""
    head = ("what", "ours", "against", "ratio (aim)")
    widths = [max(len(row[column]) for row in (*rows, head)) for column in range(4)]
    for row in (head, *rows):
        print(
            "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |",
            flush=True,
        )
