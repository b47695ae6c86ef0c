"""What was wrong with single rows and lines, as a person reads it: where it stands, what was found, what to do.

Whatever stands in a file is passed on letter by letter, with what cannot be seen written out; nothing here is
markup.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Protocol

import pandas as pd

from hiring import words

LONGEST_SHOWN = 120  # letters of a value in a table; the download holds all of it
LONGEST_TOLD = 400  # letters of our own sentence, which may name many columns
ALL_FILES = "All files"
#: Reasons whose name, read with spaces, would not say enough.
IN_WORDS = {
    "empty": "nothing in it",
    "not_printable": "an id with a hidden character, or with two scripts in a word",
    "digits_lost": "an id whose last digits a spreadsheet lost",
    "not_in_list": "not a word of the list",
    "not_a_truth": "neither true nor false",
    "sentinel_day": "a placeholder for a day",
    "exact_duplicate": "the same row a second time",
    "same_key_other_values": "same key, other values",
    "won_without_a_close": "won, but without a day it closed",
    "after_the_build": "won on a day still to come",
    "no_rate_for_month": "no exchange rate for its month",
    "off_the_scale": "off its scale",
    "not_positive": "not above zero",
}


class Line(Protocol):
    """One thing a person is told about a file: `hiring.loading.messages.Message` is one."""

    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def line(self) -> int | None: ...  # noqa: D102
    @property
    def column(self) -> str | None: ...  # noqa: D102
    @property
    def found(self) -> str: ...  # noqa: D102
    @property
    def wanted(self) -> str: ...  # noqa: D102
    @property
    def outcome(self) -> str: ...  # noqa: D102
    @property
    def todo(self) -> str: ...  # noqa: D102


class Asked(Protocol):
    """A question a build waits on: `hiring.warehouse.attempts.Asked` is one."""

    @property
    def line(self) -> str: ...  # noqa: D102
    @property
    def choices(self) -> tuple[str, ...]: ...  # noqa: D102


class Attempt(Protocol):
    """How the last build ended: `hiring.warehouse.attempts.Attempt` is one."""

    @property
    def outcome(self) -> str: ...  # noqa: D102
    @property
    def is_good(self) -> bool: ...  # noqa: D102
    @property
    def at(self) -> datetime: ...  # noqa: D102
    @property
    def messages(self) -> Sequence[Line]: ...  # noqa: D102
    @property
    def count_messages(self) -> int: ...  # noqa: D102
    @property
    def asked(self) -> Sequence[Asked]: ...  # noqa: D102
    @property
    def set_aside(self) -> Sequence[Line]: ...  # noqa: D102
    @property
    def count_set_aside(self) -> int: ...  # noqa: D102


def visible(text: object, longest: int = LONGEST_SHOWN) -> str:
    """The text with what cannot be seen written out (`\\u{202e}`), cut to `longest` letters."""
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    raw = "" if text is None or text is pd.NA or text != text else str(text)
    shown = "".join(
        sign if sign.isprintable() else named.get(sign, f"\\u{{{ord(sign):04x}}}")
        for sign in raw[: longest + 1]
    )
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def reason_in_words(reason: str) -> str:
    """Why a row was set aside, in words: `not_in_employees` → "not found in employees"."""
    if reason in IN_WORDS:
        return IN_WORDS[reason]
    if reason.startswith("not_in_"):
        return f"not found in {reason.removeprefix('not_in_').replace('_', ' ')}"
    return visible(reason.removeprefix("row set aside: ").replace("_", " "))


def where(file: object, line: object, column: object) -> str:
    """The place in the user's own file: "deals.csv · line 4,812 · amount"."""
    known = line is not None and line is not pd.NA and line == line
    parts = (visible(file), f"line {words.number(int(str(line)))}" if known else "", visible(column))
    return " · ".join(part for part in parts if part)


def aside_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows set aside as a person reads them."""
    return table_of(
        [
            (
                where(row["file"], row["line"], row["column_name"]),
                visible(row["found"]) or "nothing",
                visible(row["wanted"]),
                reason_in_words(str(row["reason"])),
                visible(row["todo"]),
            )
            for row in rows.to_dict("records")
        ],
        ("Where", "Found", "Wanted", "Why set aside", "What to do"),
    )


def aside_download(rows: pd.DataFrame) -> pd.DataFrame:
    """The same rows for a file: one column each, values whole."""
    frame = rows[["file", "table_name", "line", "column_name", "found", "wanted", "reason", "todo"]].copy()
    frame["reason"] = [reason_in_words(str(reason)) for reason in frame["reason"]]
    names = ["File", "Table", "Line", "Column", "Found", "Wanted", "Why set aside", "What to do"]
    return frame.set_axis(names, axis=1)


def called(files: pd.DataFrame) -> pd.DataFrame:
    """The files with a name to call each by: a file whose own name is withheld goes by its place and its table."""
    if files["file"].notna().all():
        return files
    others = [
        f"file {words.number(int(row['place']) + 1)} ({row['table_name'] if has_table else 'no known table'})"
        for row, has_table in zip(files.to_dict("records"), files["table_name"].notna(), strict=True)
    ]
    return files.assign(file=files["file"].astype(object).where(files["file"].notna(), others))


def files_with_rows_aside(files: pd.DataFrame) -> dict[str, int]:
    """Every file with rows set aside and how many, most first, `ALL_FILES` before them."""
    some = files[files["count_set_aside"] > 0].sort_values(
        ["count_set_aside", "file"], ascending=[False, True]
    )
    each = {str(name): int(count) for name, count in zip(some["file"], some["count_set_aside"], strict=True)}
    return {ALL_FILES: sum(each.values()), **each}


def of_file(rows: pd.DataFrame, file: str) -> pd.DataFrame:
    """The rows of one file, or of all."""
    return rows if file == ALL_FILES else rows[rows["file"] == file]


def reasons_table(reasons: pd.DataFrame) -> pd.DataFrame:
    """How many rows were set aside for each reason, most first, and in which columns (`set_aside_by_reason`)."""
    counts: dict[str, int] = defaultdict(int)
    places: dict[str, list[str]] = defaultdict(list)
    for row in reasons.to_dict("records"):
        reason = reason_in_words(str(row["reason"]))
        counts[reason] += int(row["count_rows"])
        places[reason].append(
            ".".join(filter(None, (visible(row["table_name"]), visible(row["column_name"]))))
        )
    return table_of(
        [
            (reason, words.number(count), ", ".join(dict.fromkeys(places[reason])))
            for reason, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        ],
        ("Why set aside", "Rows", "Where"),
    )


def lines_table(lines: Iterable[Line]) -> pd.DataFrame:
    """Messages of a build as a person reads them: place, found, wanted, what happened, what to do."""
    return table_of(
        [
            (
                where(line.file, line.line, line.column),
                visible(line.found),
                visible(line.wanted, LONGEST_TOLD),
                visible(line.outcome, LONGEST_TOLD),
                visible(line.todo, LONGEST_TOLD),
            )
            for line in lines
        ],
        ("Where", "Found", "Wanted", "What happened", "What to do"),
    )


def notes_table(notes: pd.DataFrame) -> pd.DataFrame:
    """What was noticed and which lines were skipped."""
    return table_of(
        [
            (
                where(row["file"], row["line"], row["column_name"]),
                visible(row["found"]),
                visible(row["outcome"]),
                visible(row["todo"]),
            )
            for row in notes.to_dict("records")
        ],
        ("Where", "Found", "What was done", "What to do"),
    )


def table_of(rows: Sequence[tuple[Any, ...]], names: Sequence[str]) -> pd.DataFrame:
    """A frame of text with these column names, also where there is no row."""
    return pd.DataFrame(rows, columns=list(names), dtype=object)


def files_to_map(lines: Iterable[Line]) -> tuple[str, ...]:
    """The files that a build would read if somebody mapped them, as its own words say."""
    return tuple(dict.fromkeys(line.file for line in lines if "map the file" in line.todo))


def first_of(shown: int, count: int) -> str:
    """How many rows are listed: "14 rows", or that they are only the first."""
    if shown >= count:
        return words.counted(count, "row")
    return f"the first {words.number(shown)} of {words.counted(count, 'row')}"
