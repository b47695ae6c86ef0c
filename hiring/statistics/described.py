"""What became of groups of hires, beside what was to be expected of them: counts, no labels."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring.statistics.high_performers.expected import HIGH_PERFORMER, STAYED
from hiring.statistics.outcomes import KEY

COLUMNS = ["group", "n_hires", "n", "count", "expected", "count_stayed"]


def became(hires: pd.DataFrame, by: str, groups: Sequence[str], known: pd.DataFrame) -> pd.DataFrame:
    """A row a group that anybody is in, in the order of `groups`, of hires (`KEY`) whose column `by` names theirs.

    `known`: hires of the evidence. Of n_hires, n have a full first year: `count` became high performers, `expected` by
    role, region and start year, and `count_stayed` it.
    """
    judged = known[known[HIGH_PERFORMER].notna()] if len(known) else known
    facts = judged.reindex(columns=[*KEY, HIGH_PERFORMER, STAYED, "baseline"])
    found = hires.merge(facts, on=KEY, how="left") if len(hires) else hires.reindex(columns=[by, *facts])
    rows = []
    for group in groups:
        mine = found[found[by] == group]
        full = mine[mine[HIGH_PERFORMER].notna()]
        counts = [int(full[name].astype(bool).sum()) for name in (HIGH_PERFORMER, STAYED)]
        rows.append(
            (group, len(mine), len(full), counts[0], float(full["baseline"].astype(float).sum()), counts[1])
        )
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table[table["n_hires"] > 0].reset_index(drop=True)
