"""Lines of the audit log chained: each of a team's tells the digest of the line before it, whoever wrote that.

Whoever changes, takes out or puts in a line breaks the next link. Who may write the file could write all of it anew:
so the digest of the last line, kept elsewhere, is what a later look is held against. An end that was cut off is missed
by that alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

#: What a line calls the digest of the one before.
BEFORE = "before"
#: How a file begins: nothing stands before its first line.
NOTHING = ""


@dataclass(frozen=True)
class Verified:
    """How many lines there are, how many are links, which do not hold (from 1, with why), the last one's digest."""

    count: int
    links: int
    faults: tuple[tuple[int, str], ...]
    last: str
    #: Whether a line of the digest one asked for is there.
    is_held: bool = True


def digest(line: bytes) -> str:
    """The digest of a line without its end."""
    return hashlib.sha256(line).hexdigest()


def after(previous: bytes, line: dict[str, object]) -> dict[str, object]:
    """The line as a link behind the previous one (empty where it is the first)."""
    return {**line, BEFORE: digest(previous) if previous else NOTHING}


def verified(lines: Iterable[bytes], holds: str = "") -> Verified:
    """Whether every link holds; `holds`: the digest of a line that must be among them."""
    previous, count, links, is_held = b"", 0, 0, not holds
    faults: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        count = number
        told = _told(line)
        if told is None:
            faults.append((number, "no line of an audit log"))
        elif BEFORE in told:
            links += 1
            if told[BEFORE] != (digest(previous) if previous else NOTHING):
                faults.append((number, "the line before it is another than when it was written"))
        previous = line
        is_held = is_held or digest(line) == holds
    return Verified(count, links, tuple(faults), digest(previous) if previous else NOTHING, is_held)


def _told(line: bytes) -> dict[str, object] | None:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None
