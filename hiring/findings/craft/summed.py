"""Interviewing craft as far as it holds of interviewers as a whole: for viewers who may see nobody by name.

Figures of single people go, and what is told of a department goes where the department is so small that it is as good
as a person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.craft import candour, times
from hiring.findings.craft.answer import Craft, craft, independent_number
from hiring.findings.craft.figures import Figure, without
from hiring.findings.interviewers.rows import NO_NAMES
from hiring.findings.numbers import Number
from hiring.statistics.profiles.evidence import Slope
from hiring.statistics.ratings import independence, timeliness
from hiring.statistics.ratings.not_known import NotKnown

ONE_BY_ONE = NotKnown(NO_NAMES, "", "Who rates how is told by name only; the title holds of all of them.")
SMALL_DEPARTMENT = NotKnown(
    "A department has too few interviewers to be told from a person.",
    "",
    f"What is told of departments needs {SMALLEST_GROUP} interviewers in each.",
)
BOTH = ("HR", "Sales")
NOTHING = pd.DataFrame()
#: How many they wrote is not told: that is what is kept back.
LEFT_OUT = (
    f"Scorecards in time and independent leave out departments of fewer than {SMALLEST_GROUP} interviewers, so that "
    "nobody can be picked out."
)
Known = TypeVar("Known", timeliness.Timeliness, independence.Independence)


@dataclass(frozen=True)
class Summed:
    """What may be told; `craft` is None where there are so few interviewers that all of them are as good as named."""

    craft: Craft | None
    count: int


def craft_of_all(
    cards: pd.DataFrame,
    ratings: pd.DataFrame,
    promises: pd.DataFrame,
    holidays: pd.DataFrame,
    hires: pd.DataFrame,
    profiles: pd.DataFrame,
    as_of: pd.Timestamp,
    foretold: Slope | None = None,
    starts_in: int = 1,
) -> Summed:
    """From the answers `craft` is made of, the scorecards without names."""
    count = int(cards["interviewer_id"].nunique())
    if 0 < count < SMALLEST_GROUP:
        return Summed(None, count)
    nameless = cards.assign(full_name=cards["interviewer_id"])
    found = _without_people(
        craft(nameless, ratings, promises, holidays, hires, profiles, as_of, foretold, starts_in)
    )
    sizes = nameless.groupby("department")["interviewer_id"].nunique()
    punctual = timeliness.lately(nameless, promises, holidays, as_of, starts_in)
    large = frozenset(str(name) for name in sizes[sizes >= SMALLEST_GROUP].index) - _few_lately(punctual)
    found = _on_time(found, punctual, promises, large)
    found = _independent(found, independence.independence(nameless), large)
    hidden = {str(name) for name in sizes.index} - large
    found = replace(found, candour=candour.only_of(found.candour, [one for one in BOTH if one not in hidden]))
    if len(large) < len(sizes):
        found = replace(found, standfirst=f"{found.standfirst} {LEFT_OUT}")
    is_told = all(name in large or name not in sizes.index for name in BOTH)
    return Summed(found if is_told else _without_departments(found), count)


def _few_lately(known: timeliness.Timeliness | NotKnown) -> frozenset[str]:
    """Departments of which so few had a scorecard due in a year told of that it would be told of them."""
    few: set[str] = set()
    for one in () if isinstance(known, NotKnown) else (known, known.before):
        if one is not None:
            due = one.interviewers[one.interviewers["count_due"] > 0].groupby("department").size()
            few |= {str(name) for name in due[due < SMALLEST_GROUP].index}
    return frozenset(few)


def _without_people(found: Craft) -> Craft:
    return replace(
        found,
        leniency=_hidden(found.leniency),
        spread=_hidden(found.spread),
        load=_hidden(found.load),
        company=_of_many(found.company),
        people=_hidden(found.people),
        scales_table=NOTHING,
        times_table=NOTHING,
        load_table=NOTHING,
        validity_table=NOTHING,
    )


def _hidden(figure: Figure) -> Figure:
    """The title stays, as it holds of all; whom it is made of goes."""
    return without(figure.card, figure.exhibit.lead, figure.missing or ONE_BY_ONE)


def _of_many(figure: Figure) -> Figure:
    """The rows behind which there are enough interviewers."""
    if figure.missing is not None:
        return figure
    rows = figure.exhibit.marks.rows
    return _with_rows(figure, rows[rows["interviewers"] >= SMALLEST_GROUP].reset_index(drop=True))


def _with_rows(figure: Figure, rows: pd.DataFrame) -> Figure:
    marks = replace(figure.exhibit.marks, rows=rows)
    return replace(figure, exhibit=replace(figure.exhibit, marks=marks))


def _without_departments(found: Craft) -> Craft:
    return replace(
        _with_number(found, Number("selling_hours", words.UNKNOWN, "")),
        load=_small("How many interviews each holds", found.load),
        seats=SMALL_DEPARTMENT.fact,
    )


def _small(title: str, figure: Figure) -> Figure:
    """Nothing of single departments, not in the title either; what could not be known anyway says so."""
    is_hidden = figure.missing is None or figure.missing is ONE_BY_ONE
    return without(figure.card, title, SMALL_DEPARTMENT) if is_hidden else figure


def _on_time(
    found: Craft, known: timeliness.Timeliness | NotKnown, promises: pd.DataFrame, large: frozenset[str]
) -> Craft:
    if isinstance(known, NotKnown):
        return found
    kept = _of(known, large)
    if kept.before is not None:
        kept = replace(kept, before=_of(kept.before, large))
    note = f"{times.promised(promises)} {times.not_promised(kept.departments)}".strip()
    figure = _of_departments(
        times.on_time_figure(kept, promises), kept.departments, "count_due", times.in_time(kept), note
    )
    return replace(found, on_time=figure, due=times.due(kept, promises))


def _independent(found: Craft, known: independence.Independence | NotKnown, large: frozenset[str]) -> Craft:
    if isinstance(known, NotKnown):
        return found
    kept = _of(known, large)
    number = independent_number(kept)
    figure = _of_departments(
        times.independent_figure(kept),
        kept.departments,
        "count_written",
        times.INDEPENDENT,
        times.WHO_READ_WHAT,
    )
    return replace(_with_number(found, number), independent=figure)


def _of(known: Known, large: frozenset[str]) -> Known:
    """Only of departments large enough, in the whole as well: what is left out must not be the whole less the rest."""
    return replace(
        known,
        interviewers=known.interviewers[known.interviewers["department"].isin(large)],
        departments=known.departments[known.departments["department"].isin(large)],
    )


def _of_departments(
    figure: Figure, departments: pd.DataFrame, count: str, standfirst: str, note: str
) -> Figure:
    rows = times.of_departments(departments, count)
    if rows.empty:
        return without(figure.card, figure.exhibit.lead, SMALL_DEPARTMENT, standfirst)
    exhibit = replace(figure.exhibit, marks=times.shares(rows), standfirst=standfirst, note=note)
    return replace(figure, exhibit=exhibit)


def _with_number(found: Craft, number: Number) -> Craft:
    numbers = tuple(number if one.card == number.card else one for one in found.numbers)
    return replace(found, numbers=numbers)
