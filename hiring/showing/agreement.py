"""What the page "Agreement" draws: both sides' promises beside each other, over time, what waits, what came up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import metrics, words
from hiring.findings.agreement import answer, unforeseen, waiting
from hiring.findings.agreement.answer import Agreement
from hiring.findings.exhibit import Exhibit
from hiring.showing import folds, missing, next_step, page

MOST_WAITS, BY_PERSON = 12, "Names, for those who must act: not for the meeting"


@dataclass(frozen=True)
class Parts:
    """What stands below the promises; `overdue` is None for who may see no names, `incidents` without the file."""

    overdue: pd.DataFrame | None
    silences: pd.DataFrame
    incidents: pd.DataFrame | None


def drawn(found: Agreement, parts: Parts) -> None:
    """Everything below the lead."""
    page.tiles([page.Tile(one.label, one.value, one.note, metrics.short(one.card)) for one in found.numbers])
    _sides(found.sides)
    page.table(found.table, title=f"Every promise in figures, since {words.day(found.since)}")
    _sides(found.trends)
    if found.withdrew[0]:
        page.finding(*found.withdrew)
    else:
        page.says("{said}", said=answer.TOO_FEW_DECIDED)
    page.finding(waiting.overdue_lead(found.rows, found.cases))
    if parts.overdue is not None:
        _list(parts.overdue)
    _silences(parts.silences, sees_names=parts.overdue is not None)
    _incidents(parts.incidents)
    next_step.drawn(found.next, "decisions", "Write down what is promised next")
    folds.remarks(
        (answer.READING, waiting.READING, unforeseen.READING if parts.incidents is not None else "")
    )


def _sides(shown: Sequence[Exhibit]) -> None:
    for place, one in zip(page.two_columns("two sides"), shown, strict=True):
        with place:
            page.exhibit(one)


def _list(rows: pd.DataFrame) -> None:
    if rows.empty:
        return
    with folds.worked_out(BY_PERSON):
        page.table(rows.head(MOST_WAITS))
        page.table(rows.iloc[MOST_WAITS:], title=f"{len(rows) - MOST_WAITS} more, due later")


def _silences(found: pd.DataFrame, *, sees_names: bool) -> None:
    page.finding(waiting.silence_lead(found), waiting.SILENT)
    if found.empty:
        return
    page.table(waiting.by_side(found))
    if sees_names:
        with folds.worked_out("The longest of each role"):
            page.table(waiting.longest_by_role(found))


def _incidents(rows: pd.DataFrame | None) -> None:
    if rows is None:
        missing.state(*unforeseen.LACKS)
        return
    page.finding(unforeseen.lead(rows), unforeseen.since(rows))
    if rows.empty:
        page.says("{nothing}", nothing=unforeseen.NOTHING)
        return
    told = unforeseen.table(rows)
    page.table(told.drop(columns=unforeseen.ENDING))
    with folds.worked_out(unforeseen.ENDING):
        page.table(told[[told.columns[0], unforeseen.ENDING]])
