"""Of which roles, sources and panels those came who lead people, beside what one pace for all would give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.leadership import few
from hiring.findings.marks import Row
from hiring.statistics import leading

GROUPS = "Of 100 hires in each group; expected: at one pace for all, for as long as each was followed"
GROUPS_NOTE = (
    "Square: counted. Tick: expected. Counts and no verdicts: of twenty ranges one leaves out what was to be expected "
    "by luck alone, and a role or source may hold people of other ages and wishes. Of fewer than five who came to lead "
    "not how many; where that leaves one group alone, the next smallest is kept back too. Who interviewed them is left "
    "out where that leaves nothing."
)
NONE = "No group stands out"
PANELS = {
    (True, True): "HR and Sales",
    (False, True): "Sales alone",
    (True, False): "HR alone",
    (False, False): "No interview on file",
}
SECTIONS = {"role_profile": "Role", "source": "Source", "panel": "Interviewed by"}


def with_panel(hires: pd.DataFrame) -> pd.DataFrame:
    """Each hire with who interviewed them, by department, in words."""
    seats = zip(hires["count_hr"] > 0, hires["count_sales"] > 0, strict=True)
    return hires.assign(panel=[PANELS[bool(hr), bool(sales)] for hr, sales in seats])


def of_whom(chosen: pd.DataFrame) -> Exhibit:
    """Each role, source and kind of panel: how many came to lead, beside what one pace for all would give."""
    rows = _groups(chosen)
    told = rows[~rows["is_shut"]]
    if chosen["came"].sum() < SMALLEST_GROUP or told.empty:
        return undrawn("came to lead by group", "Of which groups they came cannot be told yet", GROUPS)
    title = _of_whom(told)
    facts = [
        f"{row['name']} {_of(row)}, expected {words.number(row['expected'])}"
        for row in told.to_dict("records")
    ]
    return Exhibit(
        key="came to lead by group",
        lead=title,
        standfirst=GROUPS,
        marks=Marks("counted_and_expected", pd.DataFrame([_marks(row) for row in rows.to_dict("records")])),
        alt=f"{title}. {'; '.join(facts)}.",
        n=len(chosen),
        definition=("came_to_lead",),
        note=GROUPS_NOTE,
    )


def _groups(chosen: pd.DataFrame) -> pd.DataFrame:
    """The groups of every section that has more than one, the largest first; `is_shut` are not told.

    A section of which none is told says nothing and is left out.
    """
    told = leading.with_expected(with_panel(chosen))
    parts = [leading.groups(told, column).assign(section=name) for column, name in SECTIONS.items()]
    parts = [
        part.assign(is_shut=few.hidden(part["came"]) | (part["n"] < SMALLEST_GROUP).to_numpy())
        for part in parts
    ]
    kept = [part for part in parts if len(part) > 1 and not part["is_shut"].all()]
    return pd.concat(kept or parts[:1], ignore_index=True)


def _marks(row: Mapping[Any, Any]) -> Row:
    """What is drawn of a group: of a hundred of its hires; of fewer than five, hires or leads, nothing."""
    mark = {"section": row["section"], "name": row["name"], "n": row["n"], "counted": None, "expected": None}
    if row["n"] < SMALLEST_GROUP:
        return mark | {"right": "", "instead": "too few"}
    if row["is_shut"]:
        return mark | {"right": "", "instead": few.NOT_SHOWN}
    return mark | {
        "counted": 100 * row["came"] / row["n"],
        "expected": 100 * row["expected"] / row["n"],
        "count": row["came"],
        "right": _of(row),
        "instead": None,
        "detail": f"{words.likely(100 * row['low'], 100 * row['high'], words.number)} in 100",
    }


def _of(row: Mapping[Any, Any]) -> str:
    return f"{words.number(row['came'])} of {words.number(row['n'])}"


def _of_whom(told: pd.DataFrame) -> str:
    """The group furthest from what was expected of those whose range leaves that out; else that there is none."""
    share = told["expected"] / told["n"]
    outside = told[(share < told["low"]) | (share > told["high"])]
    if outside.empty:
        return f"{NONE}: none of {words.number(len(told))} differs by more than luck alone may"
    row = outside.iloc[(outside["came"] - outside["expected"]).abs().argmax()]
    return (
        f"{row['name']}: {words.number(row['came'])} came to lead, {words.number(row['expected'])} expected"
    )


def groups_table(chosen: pd.DataFrame) -> pd.DataFrame:
    """Every group in figures: counted, expected, the share with its range."""
    rows = _groups(chosen)
    told = [row for row in rows.to_dict("records") if row["n"] >= SMALLEST_GROUP]
    shut = [row["is_shut"] for row in told]
    return pd.DataFrame(
        {
            "By": [row["section"] for row in told],
            "Group": [row["name"] for row in told],
            "Came to lead": [
                f"{few.NOT_SHOWN} of {words.number(row['n'])}" if is_shut else _of(row)
                for row, is_shut in zip(told, shut, strict=True)
            ],
            "Expected": [words.number(row["expected"], 1) for row in told],
            "Share": [
                words.DASH
                if is_shut
                else words.with_interval(row["came"] / row["n"], row["low"], row["high"])
                for row, is_shut in zip(told, shut, strict=True)
            ],
        }
    )
