"""How a pattern's time grows with its text: each is run on hostile texts in a child, which dies if it is caught.

The texts are made from the pattern's own automaton: a way to each loop, rounds of it, an end that does not fit. Time
is the child's own processor time, so that a busy machine does not matter; `python growth.py` is the child. It is that
of its one thread: while the timer that ends a child runs, some kernels count a process's only every four milliseconds.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LETTERS = 4_000  # n; texts of n, 2n and 4n are compared
MOST_GROWTH = 2.5  # a doubling may cost so many times as much
FINE = 0.002  # seconds for 4n letters: not worth a comparison; a quadratic pattern takes ten times as long
CAUGHT = 1.0  # seconds of processor time for one pattern: by then it is a cube or worse
_TRIES, _LOOKS = 4, 8


@dataclass(frozen=True)
class Subject:
    """A pattern as it is used, and the texts to run it on: (what comes first, what is repeated, how it ends)."""

    text: str
    flags: int
    is_bytes: bool
    methods: tuple[str, ...]
    hostile: tuple[tuple[str, str, str], ...]


def faults_of(subjects: Sequence[Subject]) -> dict[int, str]:
    """What is wrong, by the subject's place. A child that is caught in one is followed by one for the rest."""
    found: dict[int, str] = {}
    begin = 0
    while begin < len(subjects):
        told = [json.dumps(subject.__dict__) for subject in subjects[begin:]]
        child = subprocess.run(
            [sys.executable, "-I", "-S", str(Path(__file__))],
            input="\n".join(told),
            capture_output=True,
            text=True,
            timeout=600,
        )
        answers = [json.loads(line) for line in child.stdout.splitlines()]
        found |= {begin + place: fault for place, fault in enumerate(answers) if fault}
        begin += len(answers)
        if child.returncode == -signal.SIGPROF:
            found[begin] = f"is still at it after {CAUGHT:g} s on a text of {4 * LETTERS:,} letters"
            begin += 1
        elif child.returncode:
            raise AssertionError(child.stderr)
    return found


def text_of(parts: Sequence[str], letters: int) -> str:
    first, repeated, end = parts
    return first + repeated * (letters // len(repeated)) + end


def _seconds(run: Callable[[str | bytes], object], text: str | bytes, tries: int) -> float:
    found = []
    for _ in range(tries):
        began = time.thread_time()
        run(text)
        found.append(time.thread_time() - began)
    return min(found)


def _run(pattern: re.Pattern, method: str) -> Callable[[str | bytes], object]:
    if method in ("sub", "subn"):
        return lambda text: getattr(pattern, method)(text[:0], text)
    if method == "finditer":
        return lambda text: [None for _ in pattern.finditer(text)]
    return getattr(pattern, method)


def _growth(run: Callable[[str | bytes], object], texts: Sequence[str | bytes]) -> float:
    """The worse of the two doublings, in the best of some looks: nothing but the text makes every look slow."""
    looks = []
    for _ in range(_LOOKS):
        one, two, four = (max(_seconds(run, text, _TRIES), FINE / 8) for text in texts)
        looks.append(max(two / one, four / two))
        if looks[-1] <= MOST_GROWTH:
            break
    return min(looks)


def fault(subject: Subject) -> str:
    """In which text a pattern's time grows too fast, in words; empty if in none. Run by the child."""
    pattern = re.compile(subject.text.encode("latin-1") if subject.is_bytes else subject.text, subject.flags)
    for parts in subject.hostile:
        texts: list[str | bytes] = [text_of(parts, LETTERS * times) for times in (1, 2, 4)]
        if subject.is_bytes:
            texts = [text.encode("latin-1", "replace") for text in texts if isinstance(text, str)]
        for method in subject.methods:
            run = _run(pattern, method)
            if _seconds(run, texts[2], 2) > FINE and (growth := _growth(run, texts)) > MOST_GROWTH:
                return f"{method} takes {growth:.1f} times as long on {parts[1]!r} twice as often"
    return ""


if __name__ == "__main__":
    for line in sys.stdin:
        signal.setitimer(signal.ITIMER_PROF, CAUGHT)
        sys.stdout.write(json.dumps(fault(Subject(**json.loads(line)))) + "\n")
        sys.stdout.flush()
