"""From a dot, a cell or a choice to the hires behind it: who can be chosen, and who was seen by them.

Only for viewers who may see names. The hires listed are those of the estimate's hires that filters and rights leave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from hiring.findings.interviewers.rows import brief, called
from hiring.findings.marks import rows_of
from hiring.statistics.evidence.behind import seen_by
from hiring.statistics.evidence.counted import hires_of
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.outcomes import KEY

SEPARATOR = " + "


def behind(listed: pd.DataFrame, evidence: Evidence, chosen: str) -> pd.DataFrame:
    """The rows of `listed` (hires with names) behind an interviewer's or a pair's estimate, in the order of hire."""
    seen = seen_by(evidence, chosen.split(SEPARATOR))
    return listed.merge(seen[KEY], on=KEY, how="inner").reset_index(drop=True)


def title(row: Mapping[str, Any]) -> str:
    """ "8 hires seen by A. Okafor and R. Patel", "8 of 61 hires seen by A. Okafor": the hires listed, of how many."""
    name = str(row["name"])
    return f"{hires_of(row)} seen by {name.replace(SEPARATOR, ' and ')}"


def options(frame: pd.DataFrame) -> dict[str, str]:
    """What a select box offers by id: "A. Okafor (61 hires)", "R. Patel (8 of 61 hires)", in order of name."""
    rows = rows_of(frame.sort_values(["name", "id"], kind="stable"))
    return {str(row["id"]): f"{row['name']} ({hires_of(row)})" for row in rows}


def row_of(frame: pd.DataFrame, chosen: str) -> dict[str, Any]:
    """The row of an id."""
    return rows_of(frame[frame["id"] == chosen])[0]


def choosable(evidence: Evidence, names: Mapping[str, str]) -> pd.DataFrame:
    """Everybody whose hires can be listed: id, short name, and how many hires; interviewers, then pairs."""
    people, pairs = evidence.interviewers, evidence.pairs
    short = brief([called(who, names) for who in people["id"]])
    short |= brief([called(who, names) for side in ("first_id", "second_id") for who in pairs[side]])
    columns = ["id", *(name for name in ("n", "here", "is_least") if name in people)]
    alone = people[columns].assign(name=[short[called(who, names)] for who in people["id"]])
    both = [
        SEPARATOR.join(short[called(who, names)] for who in ids)
        for ids in zip(pairs["first_id"], pairs["second_id"], strict=True)
    ]
    return pd.concat([alone, pairs[columns].assign(name=both)], ignore_index=True)


def at(frame: pd.DataFrame, rows: Sequence[int]) -> str | None:
    """The id in the row that was chosen in a figure; None where none was, or a row that is of nobody."""
    if not rows or rows[0] >= len(frame):
        return None
    chosen = frame["id"].iloc[rows[0]]
    return None if pd.isna(chosen) else str(chosen)
