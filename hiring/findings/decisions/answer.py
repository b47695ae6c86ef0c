"""The answer of the page "Decisions and promises": each decision in a sentence, those overdue first.

Decisions come as rows of every version, with the columns that the store keeps (`warehouse/decided/decisions.py`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.marks import Row, rows_of
from hiring.findings.review.measures import Asked, Measure, days
from hiring.findings.review.own_measures import every as every_measure
from hiring.findings.review.quarter import Quarter, quarter
from hiring.statistics.rates import Interval
from hiring.statistics.verdicts import DAYS

KICKER = "Decisions and promises"
NOTHING = "No decision is written down yet"
NO_LATER = "no later quarter is over"
READING = (
    "Whether a decision was kept is what both sides said. Beside it stands its measure: of the review's quarter as "
    "known when the decision was written down, and of the last quarter that is over, with the range that luck "
    "allows. That a number moved does not show that the decision moved it.",
    "Whoever is to be forgotten is forgotten here too: an id or a name becomes “erased”, in every version. So write no "
    "names into the sentences: who may see no names reads them as well.",
)
TWO_KINDS = (
    "These are agreed in the meeting and kept here: whether one is kept is what both sides say. The page Agreement "
    "counts other ones by itself: those that the applicant system exports with their clocks."
)
_ORDER = ("overdue", "open", "missed", "kept", "dropped")


@dataclass(frozen=True)
class Told:
    """A decision as it stands: its row, what `about` it is, what is `said` of it, and its state.

    That is overdue, open, missed, kept or dropped. `measure` is what it should move, in the last quarter that is over;
    None where none is named or may be told, or no quarter is over since.
    """

    row: Row
    about: str
    said: str
    state: str
    measure: Measure | None


def measured(asked: Asked, of: Quarter) -> dict[str, Measure]:
    """Each measure that a decision may name, in that quarter."""
    return {name: made(asked, of) for name, made in every_measure(asked).items()}


def standing(now: Mapping[str, Measure]) -> pd.DataFrame:
    """Each measure as it stands in the quarter, with its range and n; too few to tell in words."""
    rows = []
    for one in now.values():
        is_told = one.now.n >= SMALLEST_GROUP
        value = in_words(one, one.now.estimate) if is_told else "too few to tell"
        has_range = is_told and words.is_known(one.now.low)
        span = words.span(one.now.low, one.now.high, partial(in_words, one)) if has_range else ""
        rows.append((one.label, value, span, words.counted(one.now.n, one.noun)))
    return pd.DataFrame(rows, columns=["Measure", "Value", "Likely", "Of"])


def then(asked: Asked, name: str, of: Quarter) -> Mapping[str, float | int | None]:
    """What the store keeps of a measure's value in the decision's own quarter; nothing known without a measure."""
    made = every_measure(asked).get(name)
    found = made(asked, of).now if made is not None else Interval(math.nan, math.nan, math.nan, 0)
    known = {
        f"then_{part}": value if math.isfinite(value) else None
        for part, value in (("value", found.estimate), ("low", found.low), ("high", found.high))
    }
    return {**known, "then_n": found.n}


def in_words(measure: Measure, value: float | None) -> str:
    """A value of the measure: a share in percent, days with a decimal where they are no whole, a count as it is."""
    if value is None or not words.is_known(value):
        return words.UNKNOWN
    return days(value) if measure.unit == DAYS else measure.show(value)


def told(
    every: pd.DataFrame,
    now: Mapping[str, Measure] | None,
    last: Quarter,
    as_of: date,
    starts_in: int,
    names: Mapping[str, str] | None,
) -> tuple[Told, ...]:
    """Decisions as they stand on the day of the data: overdue first, then open, missed, kept and dropped, by due day.

    `now` are the measures of the `last` quarter that is over (None: this viewer sees a part of the company, and is
    told of none), `names` people by id (None: names may not be seen).
    """
    found = []
    for _, versions in every.groupby("decision_id", sort=False):
        first, row = rows_of(versions.head(1))[0], rows_of(versions.tail(1))[0]
        agreed, due = quarter(row["quarter"], starts_in), date.fromisoformat(row["due_on"])
        late = (as_of - due).days
        state = "overdue" if row["status"] == "open" and late > 0 else row["status"]
        measure = (now or {}).get(row["measure"])
        is_later = last.first > agreed.first
        parts = [_then_and_now(row, measure, last if is_later else None)] if measure else []
        begun = date.fromisoformat(first["due_on"])
        moved = f" (first {words.day(begun)})" if begun != due else ""
        is_late = f"open, {words.days(late)} overdue" if state == "overdue" else state
        parts.append(f"due {words.day(due)}{moved}, {is_late}")
        about = _about(row, agreed, names)
        found.append(Told(row, about, "; ".join(parts), state, measure if is_later else None))
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.state), one.row["due_on"])))


def _then_and_now(row: Row, measure: Measure, last: Quarter | None) -> str:
    """ "days to fill, median, then 9 (of 24 openings), wanted 4.5, now 6, likely 4–8 of 22"; too few in words."""

    def show(value: float) -> str:
        return in_words(measure, value)

    counted = words.counted(row["then_n"], measure.noun)
    label = measure.label[:1].lower() + measure.label[1:]
    before = f"{label}, then {show(row['then_value'])} (of {counted})"
    if row["then_n"] < SMALLEST_GROUP:
        before = f"{label}, then too few to tell ({counted})"
    wanted = f", wanted {show(row['wanted'])}" if words.is_known(row["wanted"]) else ""
    if last is None:
        return f"{before}{wanted}, {NO_LATER}"
    now = measure.now
    if now.n < SMALLEST_GROUP:
        return f"{before}{wanted}, now too few to tell ({words.counted(now.n, measure.noun)})"
    span = words.span(now.low, now.high, show)
    likely = f", likely {span}" if span != words.UNKNOWN else ""
    return f"{before}{wanted}, now {show(now.estimate)}{likely} of {words.number(now.n)}"


def _about(row: Row, agreed: Quarter, names: Mapping[str, str] | None) -> str:
    """What was agreed, when, and whose it is: "“halve the days to the talk” (2025 Q4, both sides, Mona Manager)"."""
    side = "both sides" if row["side"] == "both" else str(row["side"])
    owner = "" if names is None else person(row["owner_id"], names)
    whose = ", ".join(part for part in (agreed.named, side, owner) if part)
    return f"“{row['text']}” ({whose})"


def against_its_measure(wanted: float | None, then: float | None, measure: Measure) -> str:
    """A sentence where a decision wants a measure worse than it was; "" where it does not, or nothing is known."""
    if wanted is None or then is None or wanted == then or (wanted > then) == measure.is_more_better:
        return ""
    way = "more" if measure.is_more_better else "fewer"
    return (
        f"{in_words(measure, wanted)} is wanted where it was {in_words(measure, then)}: of {measure.label} {way} is "
        "better. Correct it where that is a slip."
    )


def person(person_id: str, names: Mapping[str, str]) -> str:
    """Somebody's name by their id; what stands in its place where they were erased, or are in the HR file no more."""
    return names.get(
        person_id, person_id if person_id in ("", "erased") else "somebody not in the HR file now"
    )


def agreed_promises(every: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """Each promise as it stands, for a pack: what was promised and by whom, then its terms and what came of it."""
    if every.empty:
        return ()
    rows = rows_of(every.sort_values(["promise_id", "version"]).groupby("promise_id", sort=False).tail(1))
    return tuple(
        (
            f"“{row['text']}” (promised by {row['side']})",
            f"within {words.counted(row['within_days'], 'working day')}, from "
            f"{words.day(date.fromisoformat(row['starts_on']))}; both sides say: {row['status']}",
        )
        for row in rows
        if row["status"] != "dropped"
    )


def lead(found: tuple[Told, ...], promised: int = 0) -> tuple[str, str]:
    """How many are open and overdue, and what became of the others; beside them how many promises were agreed."""
    if not found:
        return (
            NOTHING,
            "A decision says what both sides want to change by when, and which number should move.",
        )
    count = {state: sum(one.state == state for one in found) for state in _ORDER}
    still = count["open"] + count["overdue"]
    late = f", {count['overdue']} of them overdue" if count["overdue"] else ""
    said = (
        f"{words.counted(still, 'decision')} {'is' if still == 1 else 'are'} open{late}"
        if still
        else ("No decision is open")
    )
    others = ", ".join(f"{count[state]} {state}" for state in ("kept", "missed", "dropped") if count[state])
    beside = f" {words.counted(promised, 'promise')} agreed in a meeting." if promised else ""
    return said, f"Of {words.counted(len(found), 'decision')} so far: {others or 'none has ended'}.{beside}"


def history(every: pd.DataFrame, names: Mapping[str, str] | None) -> pd.DataFrame:
    """Each version of each decision, the last written first, for who looks back."""
    rows = rows_of(every.sort_values("written_at", ascending=False, kind="stable"))
    return pd.DataFrame(
        {
            "Written": [written(row) for row in rows],
            "Decision": [f"{row['text']} ({row['quarter']})" for row in rows],
            "Version": [row["version"] for row in rows],
            "Status": [row["status"] for row in rows],
            "Due": [words.day(date.fromisoformat(row["due_on"])) for row in rows],
            "Side": [row["side"] for row in rows],
            "Should move": [row["measure"] for row in rows],
            "Wanted": [row["wanted"] for row in rows],
            **({"Owner": [person(row["owner_id"], names) for row in rows]} if names is not None else {}),
        }
    )


def written(row: Row) -> str:
    """The day a version was written, and by whom."""
    who = row["written_by"].rpartition("|")[2]  # of who signed in, without the provider's address
    return f"{words.day(date.fromisoformat(row['written_at'][:10]))}, {who}"


def in_short(row: Mapping[str, Any]) -> str:
    """A version of a decision or a promise in a line, for two that were written at once."""
    if "status" in row:
        said = f"{row['status']}, due {words.day(date.fromisoformat(row['due_on']))}"
    else:
        said = f"within {words.counted(row['within_days'], 'working day')}"
    return f"{row['text']}: {said} (written {written(dict(row))})"


def promised(every: pd.DataFrame, names: Mapping[str, str] | None, *, is_every: bool = False) -> pd.DataFrame:
    """Each promise as it stands; with `is_every` each version of each, the current one first."""
    if every.empty:
        return pd.DataFrame()
    found = every.sort_values(["promise_id", "version"], ascending=[True, False])
    rows = rows_of(found if is_every else found.groupby("promise_id", sort=False).head(1))
    agreed = (
        {
            "Agreed by": [
                f"{person(row['hr_id'], names)} (HR), {person(row['sales_id'], names)} (Sales)"
                for row in rows
            ]
        }
        if names is not None
        else {}
    )
    return pd.DataFrame(
        {
            "Promise": [
                f"{row['text']} (version {row['version']})" if is_every else row["text"] for row in rows
            ],
            "Owed by": [row["side"] for row in rows],
            "Within": [
                f"{words.counted(row['within_days'], 'working day')}, "
                f"from {words.day(date.fromisoformat(row['starts_on']))}"
                for row in rows
            ],
            "Both sides say": [row["status"] for row in rows],
            **agreed,
        }
    )
