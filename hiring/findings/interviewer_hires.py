"""From a dot, a cell or a choice to the hires behind it: who can be chosen, and who was seen by them.

Only for viewers who may see names. The hires listed are those the estimate rests on, so that n is the list's length.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring import words
from hiring.evidence import known
from hiring.evidence.behind import seen_by
from hiring.outcomes import KEY
from hiring.remembering import remembered

SEPARATOR = " + "


@remembered
def behind(
    listed: pd.DataFrame, hires: pd.DataFrame, months: pd.DataFrame, seats: pd.DataFrame, chosen: str
) -> pd.DataFrame:
    """The rows of `listed` (hires with names) behind an interviewer's or a pair's estimate, in the order of hire."""
    seen = seen_by(known.whole(hires, months, seats), seats, chosen.split(SEPARATOR))
    return listed.merge(seen[KEY], on=KEY, how="inner").reset_index(drop=True)


def title(count: int, name: str) -> str:
    """ "8 hires seen by A. Okafor and R. Patel"."""
    return f"{words.counted(count, 'hire')} seen by {name.replace(SEPARATOR, ' and ')}"


@remembered
def options(frame: pd.DataFrame) -> dict[str, str]:
    """What a select box offers by id: "A. Okafor (61 hires)", in order of name."""
    rows = frame.sort_values(["name", "id"], kind="stable").to_dict("records")
    return {str(row["id"]): f"{row['name']} ({words.counted(row['n'], 'hire')})" for row in rows}


def name_of(frame: pd.DataFrame, chosen: str) -> str:
    """Who an id stands for."""
    return str(frame.loc[frame["id"] == chosen, "name"].iloc[0])


def at(frame: pd.DataFrame, rows: Sequence[int]) -> str | None:
    """The id in the row that was chosen in a figure; None where none was."""
    return str(frame["id"].iloc[rows[0]]) if rows and rows[0] < len(frame) else None
