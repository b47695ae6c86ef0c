"""What was decided up to a quarter, and what became of it: a sentence each, and columns; nobody is named."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import pandas as pd

from hiring.config import SMALLEST_GROUP
from hiring.findings.decisions import answer as decisions
from hiring.findings.decisions.answer import Told
from hiring.findings.review.agenda import Lines
from hiring.findings.review.exhibits import Source
from hiring.findings.review.measures import Asked
from hiring.findings.review.pack import SHARE
from hiring.findings.review.quarter import Quarter, latest, quarter, until
from hiring.statistics.verdicts import DAYS, POINTS

NO_DECISION = "Nothing was decided yet: what this meeting decides is written down on Decisions and promises."
NONE_BY_THEN = "No decision of {quarter} or of a quarter before it was written down."
BY_SIDE = {"both": "Both sides"}


@dataclass(frozen=True)
class Written:
    """Every version of every decision, and of every promise agreed in a meeting, as rows of the store."""

    decisions: pd.DataFrame
    promises: pd.DataFrame


def decided(
    source: Source, asked: Asked, written: Written | None, of: Quarter
) -> tuple[Lines, pd.DataFrame, pd.DataFrame]:
    """Each decision up to the quarter, with its side, beside what its measure was then and is in the last that is over.

    Then each promise that held by then; both in columns too. Of a quarter that is past neither a later decision, nor a
    later measure, nor a later promise.
    """
    nothing = (("", NO_DECISION),)
    if written is None:
        return nothing, pd.DataFrame(), pd.DataFrame()
    starts_in = source.scope.choices.fiscal_year_starts_in
    day = until(of, source.as_of.date(), starts_in)
    # What the last meeting agreed begins after the quarter it was about.
    is_past = day < source.as_of.date()
    promises = written.promises
    if is_past and len(promises):
        promises = promises[promises["starts_on"] <= str(day)]
    agreed = decisions.agreed_promises(promises)
    said, table = _decided(source, asked, written.decisions, of, day)
    if agreed and table.empty:
        said = ()
    lines = (*said, *((about, f"{one}.") for about, one in agreed))
    return lines or nothing, table, decisions.promised(promises, None)


def _decided(
    source: Source, asked: Asked, every: pd.DataFrame, of: Quarter, day: date
) -> tuple[Lines, pd.DataFrame]:
    if every.empty:
        return (("", NO_DECISION),), pd.DataFrame()
    starts_in = source.scope.choices.fiscal_year_starts_in
    is_later = every["quarter"].map(lambda key: quarter(key, starts_in).last > max(of.last, day))
    mine = every[~is_later.groupby(every["decision_id"]).transform("any")]
    if mine.empty:
        return (("", NONE_BY_THEN.format(quarter=of.named)),), pd.DataFrame()
    last = latest(day, starts_in)
    now = decisions.measured(asked, last) if source.sees_everyone else None
    told = decisions.told(mine, now, last, day, starts_in, None)
    said = tuple((one.about, f"{one.said}.") for one in told)
    return said, _table(told, sees_everyone=source.sees_everyone)


def _side(one: Told) -> str:
    side = str(one.row["side"])
    return BY_SIDE.get(side, side)


def _table(told: Collection[Told], *, sees_everyone: bool) -> pd.DataFrame:
    """Each in columns; what its measure was and is only for who sees everybody."""
    rows = [
        {
            "Quarter": one.row["quarter"],
            "Side": _side(one),
            "Decision": one.row["text"],
            "Due": one.row["due_on"],
            "State": one.state,
        }
        | (_moved(one) if sees_everyone else {})
        for one in told
    ]
    return pd.DataFrame(rows)


def _moved(one: Told) -> dict[str, object]:
    row, now = one.row, one.measure.now if one.measure else None
    is_told = now is not None and now.n >= SMALLEST_GROUP
    unit = "days" if row["measure"].startswith("days") else SHARE if row["measure"] else ""
    if one.measure is not None and one.measure.unit not in (DAYS, POINTS):
        unit = one.measure.unit.name
    return {
        "Measure": row["measure"],
        "Unit": unit,
        "Wanted": row["wanted"],
        "Then": row["then_value"],
        "Then, n": row["then_n"] or None,
        "Now": now.estimate if now is not None and is_told else None,
        "Now, n": now.n if now is not None else None,
    }
