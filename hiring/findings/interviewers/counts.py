"""Where nobody may be compared: how many hires each interviewer saw, and who sat together. Counts, no outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from hiring import words
from hiring.findings.interviewers.rows import called
from hiring.statistics.outcomes import KEY


@dataclass(frozen=True)
class Counts:
    """A table of interviewers by hires seen, and a sentence on pairs; the table is empty where no panel is recorded."""

    title: str = ""
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    together: str = ""


def counts(hires: pd.DataFrame, seats: pd.DataFrame, names: Mapping[str, str]) -> Counts:
    """Counts over these hires and the seats of their panels; `names` of interviewers by id."""
    if hires.empty or seats.empty:
        return Counts()
    mine = seats.merge(hires[KEY], on=KEY, how="inner").drop_duplicates([*KEY, "interviewer_id"])
    if mine.empty:
        return Counts()
    counted = mine.groupby("interviewer_id").agg(
        hires=("hire_date", "size"), department=("department", "first")
    )
    counted = counted.sort_values("hires", ascending=False, kind="stable").reset_index()
    table = pd.DataFrame(
        {
            "Interviewer": [called(who, names) for who in counted["interviewer_id"]],
            "Department": counted["department"],
            "Hires seen": counted["hires"],
        }
    )
    seen = mine.drop_duplicates(KEY)
    title = f"{words.counted(len(counted), 'interviewer')} saw {words.counted(len(seen), 'hire')}"
    return Counts(title, table, _together(mine))


def _together(mine: pd.DataFrame) -> str:
    both = mine[[*KEY, "interviewer_id"]].merge(
        mine[[*KEY, "interviewer_id"]], on=KEY, suffixes=("", "_other")
    )
    pairs = both[both["interviewer_id"] < both["interviewer_id_other"]]
    if pairs.empty:
        return "Nobody sat in a panel with anybody else."
    often = pairs.groupby(["interviewer_id", "interviewer_id_other"]).size()
    busiest = words.counted(int(often.max()), "panel")
    return f"{words.counted(len(often), 'pair')} sat together, the busiest in {busiest}."
