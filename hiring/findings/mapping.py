"""What the page Map a file says: which files wait, how one would load, what is still to be answered.

Whatever stands in a file is passed on letter by letter; nothing here is markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from hiring import words
from hiring.findings.data_health.lines import Line, table_of, visible

WAITING = ("unknown", "near")
REFUSED = "refused"
_STATES = {
    "known": "known",
    "near": "nearly known",
    "unknown": "not known",
    REFUSED: "cannot be read",
}
_OF_TOOLS = " table (API)"
MOST_UNUSED = 12  # columns of the file that a sentence names
MOST_NAMED = 4  # columns still to be chosen that a sentence names


class Seen(Protocol):
    """A file of the exports folder: `hiring.warehouse.surveying.Glance` is one."""

    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def holds(self) -> str: ...  # noqa: D102
    @property
    def message(self) -> Line | None: ...  # noqa: D102


class Known(Protocol):
    """An export that is known by its column names: `hiring.mapping.presets.Preset` is one."""

    @property
    def vendor(self) -> str: ...  # noqa: D102
    @property
    def export(self) -> str: ...  # noqa: D102
    @property
    def headers(self) -> str: ...  # noqa: D102


@dataclass(frozen=True)
class Lead:
    """The page's answer in one sentence and what stands below it."""

    sentence: str
    standfirst: str


@dataclass(frozen=True)
class Loads:
    """How many rows of a file would load, be set aside and be skipped; `trouble` when it cannot be read at all.

    `is_whole`: every row was looked at, not only the first of a large file.
    """

    loaded: int = 0
    set_aside: int = 0
    skipped: int = 0
    trouble: str = ""
    is_whole: bool = True

    @property
    def rows(self) -> str:
        """The rows looked at, in words: `7 rows`, `first 100,000 rows`."""
        rows = words.counted(self.loaded + self.set_aside, "row")
        return rows if self.is_whole else f"first {rows}"

    @property
    def every_row(self) -> str:
        """The same where nothing is wrong with any of them."""
        return f"All {self.rows}" if self.is_whole else f"All of the {self.rows}"


def waiting(seen: Sequence[Seen]) -> list[str]:
    """The files nobody knows, or knows whole."""
    return [one.file for one in seen if one.state in WAITING]


def unreadable(seen: Sequence[Seen]) -> list[str]:
    """Of each file that cannot be read, what was found, what was wanted and what to do; in one line each."""
    return [str(one.message) for one in seen if one.state == REFUSED and one.message is not None]


def lead(seen: Sequence[Seen]) -> Lead:
    """The sentence while no file is chosen."""
    count = len(waiting(seen))
    if not seen:
        return Lead("No file is here to be mapped", "Files appear here once they lie in the exports folder.")
    refused = sum(one.state == REFUSED for one in seen)
    if not count and refused:
        return Lead(
            f"{words.counted(refused, 'file')} of {words.number(len(seen))} cannot be read",
            "While it lies in the exports folder, every build is refused."
            if refused == 1
            else "While they lie in the exports folder, every build is refused.",
        )
    if not count:
        return Lead(
            f"All {words.counted(len(seen), 'file')} are known" if len(seen) > 1 else "The file is known",
            "Nothing waits to be mapped. Any file can be mapped all the same, where it is read as something else.",
        )
    verb = "waits" if count == 1 else "wait"
    return Lead(
        f"{words.counted(count, 'file')} {verb} for somebody to say what the columns are",
        f"Of {words.counted(len(seen), 'file')} in the exports folder. What a file means is said once: later files "
        "with these columns are read the same way.",
    )


def lead_of(file: str, count_open: int, loads: Loads | None) -> Lead:
    """The sentence while a file is being mapped."""
    name = visible(file, 60)
    if count_open:
        verb = "is" if count_open == 1 else "are"
        sentence = f"{words.counted(count_open, 'answer')} {verb} still missing"
    elif loads is None or loads.trouble:
        sentence = "As mapped now, the file cannot be read"
    elif not loads.loaded:
        sentence = "As mapped now, no row would load"
    elif loads.set_aside:
        the = "" if loads.is_whole else "the "
        sentence = f"{words.number(loads.loaded)} of {the}{loads.rows} would load"
    else:
        sentence = f"{loads.every_row} would load"
    return Lead(
        sentence, f"{name}. Nothing changes until the mapping is saved; the file itself is never touched."
    )


def lead_without_table(file: str) -> Lead:
    """The sentence while nobody has said what a file holds."""
    return Lead("Say what this file holds", f"{visible(file, 60)}. Nothing in it tells by itself.")


def files_table(seen: Sequence[Seen]) -> pd.DataFrame:
    """Every file of the folder, what it is taken for, and what is in the way; those that wait first."""
    ordered = sorted(seen, key=lambda one: (one.state == "known", one.file))
    rows = [
        (visible(one.file), _STATES.get(one.state, one.state), visible(one.holds), _in_the_way(one.message))
        for one in ordered
    ]
    return table_of(rows, ("File", "Known?", "Read as", "In the way"))


def known_table(known: Sequence[Known]) -> pd.DataFrame:
    """Which systems' exports need no mapping; a header nobody has seen in a real export says so."""
    rows = []
    for vendor in sorted({one.vendor for one in known}, key=str.casefold):
        mine = [one for one in known if one.vendor == vendor]
        rows.append((visible(vendor), *(_named(mine, of_tools=of_tools) for of_tools in (False, True))))
    return table_of(rows, ("From", "Reports and exports", "Tables of sync tools"))


def _named(known: Sequence[Known], *, of_tools: bool) -> str:
    named = [one for one in known if one.export.endswith(_OF_TOOLS) == of_tools]
    texts = [
        visible(one.export.removesuffix(_OF_TOOLS)) + ("\u00a0*" if one.headers == "unconfirmed" else "")
        for one in named
    ]
    return ", ".join(texts)


#: How a file that nobody knows is told of; then its header is no news, why it is none of ours is.
_LEFT_OUT = "not loaded: "


def _in_the_way(message: Line | None) -> str:
    if message is None:
        return ""
    if message.outcome.startswith(_LEFT_OUT):
        return visible(message.outcome.removeprefix(_LEFT_OUT))
    found = f"found {visible(message.found)}" if message.found else ""
    wanted = f"wanted {visible(message.wanted)}" if message.wanted else ""
    return "; ".join(part for part in (found, wanted) if part) or visible(message.outcome)


def missing_sentence(columns: Sequence[str], words_open: int, told_open: int) -> str:
    """What is still to be answered, in words; nothing where all is."""
    parts = []
    if columns:
        more = f" and {len(columns) - MOST_NAMED} more" if len(columns) > MOST_NAMED else ""
        parts.append(f"which column is {', '.join(columns[:MOST_NAMED])}{more}")
    if words_open:
        parts.append(f"what {words.counted(words_open, 'word')} {'means' if words_open == 1 else 'mean'}")
    if told_open:
        parts.append(f"how {words.counted(told_open, 'column')} {'is' if told_open == 1 else 'are'} written")
    return f"Still to say: {'; '.join(parts)}." if parts else ""


def examples(cells: Sequence[str], most: int = 3) -> str:
    """A few cells of a column, to recognise it by."""
    few = list(dict.fromkeys(visible(cell, 30) for cell in cells))[:most]
    return f"holds {' · '.join(few)}" if few else "empty in the first rows"


def preview_table(
    columns: Sequence[str], rows: Sequence[Sequence[str | None]], lines: Sequence[int]
) -> pd.DataFrame:
    """The rows as they would load, each with its line in the file; numbers without the zeros their type adds."""
    cells = [
        (words.number(line), *(_shown(cell) for cell in row)) for line, row in zip(lines, rows, strict=True)
    ]
    return table_of(cells, ("Line", *columns))


def _shown(cell: str | None) -> str:
    text = "" if cell is None else str(cell)
    whole, point, decimals = text.partition(".")
    if point and len(decimals) in (4, 6) and decimals.isdigit() and whole.removeprefix("-").isdigit():
        kept = decimals.rstrip("0")
        return f"{whole}.{kept.ljust(2, '0')}" if kept else whole
    return visible(text, 60)


def unused(labels: Sequence[str]) -> str:
    """Which columns of the file fill nothing, so that none is missed; empty where all do."""
    named = ", ".join(visible(label, 40) for label in labels[:MOST_UNUSED])
    more = f" and {words.number(len(labels) - MOST_UNUSED)} more" if len(labels) > MOST_UNUSED else ""
    return f"Columns of the file that are not used: {named}{more}." if labels else ""


def rows_of_table(table: str, count: int) -> str:
    """How many rows a file gives one of its tables."""
    return f"{words.counted(count, 'row')} of {table}"


def preview_title(loads: Loads) -> str:
    """How the file would load, in one line."""
    if not loads.loaded:
        return "No row would load"
    if not loads.set_aside:
        return f"{loads.every_row} would load"
    load, aside = words.number(loads.loaded), f"{words.number(loads.set_aside)} would be set aside"
    if loads.is_whole:
        return f"{load} rows would load, {aside}"
    return f"Of the {loads.rows}, {load} would load and {aside}"


def preview_subtitle(shown: int, loads: Loads) -> str:
    """What the preview is made by, and what it does not judge."""
    if not shown:
        return "What the build's own steps would set aside, and why, stands below"
    skipped = f"; {words.counted(loads.skipped, 'line')} that hold no row skipped" if loads.skipped else ""
    return (
        f"The first {words.counted(shown, 'row')} as the build's own steps read and type them{skipped}. What must be "
        "found in other files is judged by the build"
    )


def beyond_first_rows(count: int) -> str:
    """What holds of a large file of which only the first rows were looked at."""
    return (
        f"A large file: all that stands here is from the first {words.counted(count, 'row')}. The build reads every "
        "row, and asks or sets rows aside where later ones differ."
    )


def aside_title(count: int) -> str:
    """The rows set aside, in one line."""
    return f"{words.counted(count, 'row')} would be set aside, and why"
