"""High performers by region on the overview: counted and expected, as on the page "High performers"."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.high_performers.group import Group, beside
from hiring.findings.high_performers.groups import EXPECTED, Groups
from hiring.statistics.high_performers.groups import Factor

KEY = "overview_regions"
TITLE = "High performers by region"
STANDFIRST = f"Of 100 hires with a full first year, at month 12; tick: {EXPECTED}"


def exhibit(origin: Groups) -> Exhibit:
    """Every region large enough to be told, the furthest above what was expected first."""
    rows = origin.rows
    mine = rows[rows["factor"] == Factor.REGION] if len(rows) else pd.DataFrame()
    if mine.empty:
        return undrawn(KEY, TITLE)
    mine = mine.assign(section="").reset_index(drop=True)
    apart = [group for group in origin.standing_out if group.name in set(mine["name"])]
    lead = _lead(apart)
    facts = "; ".join(f"{row['name']} {beside(row)}" for row in mine.to_dict("records"))
    return Exhibit(
        key=KEY,
        lead=lead,
        standfirst=STANDFIRST,
        marks=Marks("counted_and_expected", mine),
        alt=f"{lead}. {facts}.",
        n=int(mine["n"].sum()),
        definition=("high_performer", "expected_in_hundred"),
    )


def _lead(apart: Sequence[Group]) -> str:
    """Who stands out most on each side and how sure that is; else that nobody does."""
    above, below = ([group for group in apart if group.is_above is side][:1] for side in (True, False))
    parts = [f"{one.name} had more{one.how_sure}" for one in above]
    parts += [f"{one.name} had fewer{one.how_sure}" for one in below]
    if not parts:
        return "No region stands further out than luck reaches"
    return f"{', '.join(parts)} high performers than expected"
