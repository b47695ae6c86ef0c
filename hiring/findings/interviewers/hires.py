"""From a dot, a cell or a choice to the hires behind it: who can be chosen, and who was seen by them.

Only for viewers who may see names. The hires listed are those of the estimate's hires that filters and rights leave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

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


def at(frame: pd.DataFrame, rows: Sequence[int]) -> str | None:
    """The id in the row that was chosen in a figure; None where none was."""
    return str(frame["id"].iloc[rows[0]]) if rows and rows[0] < len(frame) else None
