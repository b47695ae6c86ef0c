"""One line for a person: which file, which line, what was found, what was wanted, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from hiring.words import LINE_CHARACTERS, escaped, one_line

OF_SHEET = " › "  # between a workbook's name and its sheet's, as in `deals.xlsx › Won`


def counted(count: int, thing: str) -> str:
    """`1 row`, `1,200 rows`."""
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


@dataclass(frozen=True)
class Message:
    """What a person is told about one file, line or run of lines.

    `kind` is "refused", "held", "set aside", "skipped" or "note". `line` is the physical line of
    the user's own file, or the row of its sheet, from 1. Missing parts are empty text or `None`.
    `found` keeps the text as it was read (already shortened to a few thousand characters); only
    `str()` escapes it.
    """

    kind: str
    file: str
    line: int | None = None
    column: str | None = None
    found: str = ""
    wanted: str = ""
    outcome: str = ""
    todo: str = ""

    def __str__(self) -> str:
        """The whole message on one line, every value escaped and cut at 80 characters."""
        unit = "row" if OF_SHEET in self.file else "line"
        parts = [
            one_line(self.file, 2 * LINE_CHARACTERS),
            f"{unit} {self.line:,}" if self.line is not None else "",
            f"column {one_line(self.column)}" if self.column else "",
            f"found {one_line(self.found)}" if self.found else "",
            f"wanted {escaped(self.wanted)}" if self.wanted else "",
            escaped(self.outcome),
            escaped(self.todo),
        ]
        return " · ".join(part for part in parts if part)


class RefusedError(Exception):
    """A file that cannot be read at all; carries the one message that says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def refuse(
    file: str, outcome: str, *, line: int | None = None, found: str = "", wanted: str = "", todo: str
) -> RefusedError:
    """The refusal of a file: `raise refuse(...)`."""
    return RefusedError(Message("refused", file, line, None, found, wanted, f"file refused: {outcome}", todo))


def note(file: str, outcome: str, *, line: int | None = None, found: str = "", todo: str = "") -> Message:
    """A remark about a file that was read all the same."""
    return Message("note", file, line, None, found, "", outcome, todo)
