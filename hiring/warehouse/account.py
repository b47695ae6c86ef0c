"""What became of every row of every file: the account that must always add up.

read = loaded + set aside + skipped, for each file; every row set aside with file, line, column, value and reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message

#: Reasons of a row whose word nobody has said the meaning of.
_UNSAID = ("not_in_list", "not_a_truth")


@dataclass(frozen=True)
class FileAccount:
    """One export's rows; `table` is `None` for a file nobody knows (listed, not loaded)."""

    file: str
    table: str | None
    read: int
    loaded: int
    quarantined: int
    skipped: int
    sha256: str

    @property
    def adds_up(self) -> bool:
        """Whether every row read is in exactly one of the three places."""
        return self.read == self.loaded + self.quarantined + self.skipped

    def as_json(self) -> dict[str, object]:
        """The shape promised to others."""
        return {
            "file": self.file,
            "table": self.table,
            "read": self.read,
            "loaded": self.loaded,
            "quarantined": self.quarantined,
            "skipped": self.skipped,
        }


@dataclass(frozen=True)
class SetAside:
    """One row set aside: where it stands in the user's own file, and why."""

    file: str
    table: str
    line: int | None
    column: str
    reason: str
    found: str
    wanted: str
    todo: str

    @property
    def waits(self) -> bool:
        """Whether it waits until somebody says what its word means: nothing is wrong with it yet."""
        return self.reason in _UNSAID

    @property
    def message(self) -> Message:
        """The same as one line for a person."""
        return Message(
            "set aside",
            self.file,
            self.line,
            self.column,
            self.found if self.found.strip() else "an empty cell",
            self.wanted,
            "row set aside",
            self.todo,
        )


def file_counts(dropped: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Rows by shown file name, out of rows by file and table."""
    counts: Counter[str] = Counter()
    for (file, _), count in dropped.items():
        counts[file] += count
    return dict(counts)


def file_accounts(
    files: list[ReadFile], set_aside: Iterable[SetAside], dropped: Mapping[tuple[str, str], int]
) -> list[FileAccount]:
    """One account a file; `set_aside` and `dropped` (of erased people, by file and table) come on top of what
    the reader saw.

    A record of which several rows are made is set aside where any of them is.
    """
    aside: dict[str, set[int | None]] = {}
    for row in set_aside:
        aside.setdefault(row.file, set()).add(row.line)
    accounts = []
    for file in (file for file in files if not file.is_part):
        gone = dropped.get((file.file, file.table or ""), 0)
        away = len(aside.get(file.file, ()))
        gone = min(gone, file.records - away)
        accounts.append(
            FileAccount(
                file=file.file,
                table=file.table,
                read=file.read,
                loaded=file.records - away - gone,
                quarantined=len(file.set_aside) + away,
                skipped=file.skipped_lines + gone,
                sha256=file.sha256,
            )
        )
    return accounts
