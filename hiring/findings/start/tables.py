"""The tables of the page Start: a line a file, what more would light up, which three files to export."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from hiring import words
from hiring.findings.data_health.lines import table_of, visible
from hiring.findings.start import lines, steps
from hiring.findings.start.lines import Line
from hiring.findings.start.steps import Standing, Step, Table

LONGEST_FILE = 60
_APPLICANTS = {"ATS": "applicant system"}


def named(file: str) -> str:
    """A file's name as it is shown."""
    return visible(file, LONGEST_FILE)


def files(standing: Standing) -> pd.DataFrame:
    """A line a file, those that matter most first."""
    rows = []
    for one in steps.by_weight(standing):
        line = lines.line(one)
        what = (visible(_taken_for(standing, line), 200), _rows(one, line.rows), lines.period(one.period))
        waits = (*line.waits, line.changed, _to_do(line), f"lacks: {line.lacking}" if line.lacking else "")
        rows.append(
            (
                named(one.file),
                " · ".join(filter(None, what)),
                visible("; ".join(filter(None, waits)), 500) or "nothing",
            )
        )
    return table_of(rows, ("File", "Taken for", "Waits for, or lacks"))


def _taken_for(standing: Standing, line: Line) -> str:
    """What a file was taken for; of one nobody knows, what its columns look like."""
    likely = standing.likely.get(line.file, "")
    if line.state == lines.UNKNOWN and likely:
        return f"not known; its columns look like {likely}"
    return line.taken_for.removeprefix("taken for ")


def _to_do(line: Line) -> str:
    """What is to be done about a file that is not loaded."""
    if line.state == lines.UNKNOWN:
        return "say what it holds, if it belongs here"
    return line.todo


def _rows(one: lines.File, rows: str) -> str:
    """The rows of a file, and how many of them were set aside or wait."""
    parts = [rows]
    if one.set_aside:
        parts.append(f"{words.number(one.set_aside)} set aside")
    if waiting := sum(word.rows for word in one.waiting):
        parts.append(f"{words.number(waiting)} waiting")
    return ", ".join(filter(None, parts))


def missing(standing: Standing) -> pd.DataFrame:
    """What is not there, where it is kept, and what it would give."""
    return table_of(
        [(_upper(one.lights_up), f"{one.name}, {_from(one)}") for one in steps.most_missing(standing)],
        ("It would show", "It needs"),
    )


def to_export(tables: Iterable[Table]) -> pd.DataFrame:
    """Which files to export first: from which system, what to ask for there, what they show."""
    rows = [(_upper(one.kept_in), one.ask_for.replace("**", ""), _upper(one.lights_up)) for one in tables]
    return table_of(rows, ("From", "Export", "It shows"))


def _from(table: Table) -> str:
    return f"from the {_APPLICANTS.get(table.kept_in, table.kept_in)}" if table.kept_in else "written by hand"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def asked(file: str, column: str, found: str, wanted: str) -> str:
    """Where a question comes from, with the file's own example."""
    place = " · ".join(filter(None, (named(file), f"column {visible(column)}" if column else "")))
    parts = [
        f"found {visible(found, 200)}" if found else "",
        f"wanted {visible(wanted, 200)}" if wanted else "",
    ]
    return f"{place}: {'; '.join(filter(None, parts))}."


def other_questions(standing: Standing, step: Step) -> str:
    """How many questions wait behind the next step."""
    count = len({one.key for one in standing.asked} - {step.key})
    if not count:
        return ""
    return f"After that {words.counted(count, 'question')} {'waits' if count == 1 else 'wait'}."


def unknown(standing: Standing, step: Step) -> list[str]:
    """The files nobody knows, but for the one that is next."""
    files = steps.by_weight(standing)
    return [one.file for one in files if one.state == lines.UNKNOWN and one.file != step.file]
