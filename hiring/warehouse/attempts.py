"""What the last build said, kept beside the warehouse: one refused, held or failed leaves nothing else behind.

The warehouse of the last good build keeps serving then, and whoever looks at it must be told that a newer
export did not come in, and why. One small JSON file, replaced as a whole; a newer build overwrites it.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Protocol

from hiring.loading import plain_files, private_files
from hiring.loading.messages import Message
from hiring.mapping import own
from hiring.warehouse import bookkeeping, pointer, taken_for
from hiring.warehouse.account import SetAside
from hiring.warehouse.answers import Question
from hiring.warehouse.request import BuildResult
from hiring.warehouse.taken_for import Taken

NAME = "last_attempt.json"
#: A person corrects the first faults and builds again; a thousand more lines would not help them.
MOST_KEPT = 200
#: Three lists of so many messages, of cells of a few thousand letters, each letter written as `\\u1234`.
MOST_BYTES = 50_000_000
FORMAT = 1


def state_of(exports: Path) -> str:
    """What tells one state of a folder of exports, and of all that decides how it is read, from another."""
    known = repr((bookkeeping.exports_mark(exports), own.state(exports).stamps))
    return hashlib.sha256(known.encode(errors="surrogateescape")).hexdigest()


class Ended(Protocol):
    """What is told of a build that ended."""

    @property
    def outcome(self) -> str:
        """`served`, `unchanged`, `refused`, `held` or `failed`."""

    @property
    def messages(self) -> tuple[Message, ...]:
        """What refused or held it, or what was noticed."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """What it waits to be answered."""

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """The rows it set aside."""

    @property
    def taken(self) -> tuple[Taken, ...]:
        """What each file was taken for."""

    @property
    def is_good(self) -> bool:
        """Whether a warehouse is served by it."""


@dataclass(frozen=True)
class Asked:
    """A question the build waits on: its `answers.toml` line for the first answer, and all answers it takes.

    `file`, `column`, `found`, `wanted` and `todo` are those of its message.
    """

    key: str
    line: str
    choices: tuple[str, ...]
    file: str = ""
    column: str = ""
    found: str = ""
    wanted: str = ""
    todo: str = ""


def asked(question: Question, today: date) -> Asked:
    """A question as a person is asked it today."""
    said = question.message
    return Asked(
        question.key,
        question.line(today),
        question.choices,
        said.file,
        said.column or "",
        said.found,
        said.wanted,
        said.todo,
    )


@dataclass(frozen=True)
class Attempt:
    """How the last build ended and what it said; the lists hold the first `MOST_KEPT`, the counts count all.

    `outcome` is `served`, `unchanged`, `refused`, `held` or `failed`; `at` is the moment it ended (UTC). `messages`
    say what refused, held or failed it (none after a good build), `set_aside` which rows it set aside before it was
    held. `taken`: what each file was taken for, and by the build that is `served`; `state`: of the exports then, as
    `state_of` tells it.
    """

    outcome: str
    at: datetime
    messages: tuple[Message, ...] = ()
    count_messages: int = 0
    asked: tuple[Asked, ...] = ()
    set_aside: tuple[Message, ...] = ()
    count_set_aside: int = 0
    taken: tuple[Taken, ...] = ()
    state: str = ""
    served: tuple[Taken, ...] = ()
    served_state: str = ""

    @property
    def is_good(self) -> bool:
        """Whether what is served is what this build found."""
        return self.outcome in ("served", "unchanged")

    def without_details(self) -> Attempt:
        """Only how it ended and when, for those who may not see what stands in the files."""
        return replace(self, messages=(), asked=(), set_aside=(), taken=(), served=())


def write_attempt(folder: Path, result: Ended, at: datetime, state: str = "") -> bool:
    """Keep how a build of the warehouse in `folder` ended; gives whether that could be kept.

    A disk that is full or read-only never undoes a build. Of a full one, the room of the record before is used for
    the bare outcome; where that fails too there is none, rather than one that is no longer true.
    """
    before = last_attempt(folder)
    served = result.taken if result.is_good else before.served if before else ()
    of_served = state if result.is_good else before.served_state if before else ""
    record = {
        **_record(folder, result, at),
        "state": state,
        "served": _files(served),
        "served_state": of_served,
    }
    bare = {
        **record,
        "messages": record["messages"][:1],
        "asked": [],
        "set_aside": [],
        "taken": [],
        "served": [],
    }
    if _replaced(folder, record):
        return True
    with suppress(OSError):
        (folder / NAME).unlink()
    return _replaced(folder, bare)


def as_told_before(folder: Path, result: BuildResult) -> BuildResult:
    """A build of the same exports again, its files as the build told them that is served, unless they are renamed."""
    last = last_attempt(folder) if result.outcome == "unchanged" else None
    if last is None or not last.served:
        return result
    now, then = ({one.file for one in files} for files in (result.taken, last.served))
    return replace(result, taken=last.served) if now in (set(), then) else result


def _replaced(folder: Path, record: dict[str, Any]) -> bool:
    text = json.dumps(record, ensure_ascii=True, indent=1, default=str)
    try:
        private_files.replaced(folder / NAME, text.encode() + b"\n")
    except OSError:
        return False
    return True


def _record(folder: Path, result: Ended, at: datetime) -> dict[str, Any]:
    failed = not result.is_good
    return {
        "format": FORMAT,
        "serving": _serving(folder),
        "outcome": result.outcome,
        "at": at.astimezone(UTC).isoformat(timespec="seconds"),
        "messages": [asdict(message) for message in result.messages[:MOST_KEPT]] if failed else [],
        "count_messages": len(result.messages) if failed else 0,
        "asked": [asdict(asked(question, at.date())) for question in result.questions[:MOST_KEPT]],
        "set_aside": [asdict(row.message) for row in result.set_aside[:MOST_KEPT]] if failed else [],
        "count_set_aside": len(result.set_aside) if failed else 0,
        "taken": _files(result.taken),
    }


def _files(taken: tuple[Taken, ...]) -> list[dict[str, Any]]:
    return [asdict(replace(one, waiting=one.waiting[:MOST_KEPT])) for one in taken]


def last_attempt(folder: Path) -> Attempt | None:
    """How the last build ended; `None` where none is on record, or another warehouse was swapped in since."""
    try:
        record = json.loads(plain_files.content(folder / NAME, MOST_BYTES))
        if record["format"] != FORMAT or record["serving"] != _serving(folder):
            return None
        return _attempt(record)
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None  # of another build, or damaged: nothing is known of how the last one ended


def _serving(folder: Path) -> str:
    served = pointer.served(folder)
    return served.name if served else ""


def _attempt(record: dict[str, Any]) -> Attempt:
    return Attempt(
        str(record["outcome"]),
        datetime.fromisoformat(record["at"]),
        tuple(Message(**message) for message in record["messages"]),
        int(record["count_messages"]),
        tuple(Asked(**{**one, "choices": tuple(one["choices"])}) for one in record["asked"]),
        tuple(Message(**row) for row in record["set_aside"]),
        int(record["count_set_aside"]),
        tuple(map(taken_for.from_json, record.get("taken", ()))),
        str(record.get("state", "")),
        tuple(map(taken_for.from_json, record.get("served", ()))),
        str(record.get("served_state", "")),
    )
