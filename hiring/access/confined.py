"""The groups people say they are of: they leave their page in no way, and few people are told only with others."""

from __future__ import annotations

import pandas as pd

from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_CONFINED

#: Marks the one row of what may not be told by itself: those who said nothing among them, where their number hides it.
TOGETHER = "is_together"


def told(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """The frame with what is of too few people summed up in one row of no group, marked `is_together`.

    `columns`: those that name a whole (an attribute, a stage), then the group (missing: not said), then how many people
    it is. The groups of a whole add up to a number that stands elsewhere, so what is hidden must not come out as that
    number less the rest: those who said nothing go with it first, else the next smallest group. A whole of too few
    people is not told at all.
    """
    *whole, group, people = columns
    counts = [str(name) for name in frame.columns if str(name).startswith("count_")]
    parts = []
    for _, rows in frame.groupby(whole, sort=False):
        sizes = pd.Series(rows[people].to_numpy(), index=rows[group].fillna("").to_numpy())
        if sizes.sum() < SMALLEST_CONFINED:
            continue
        hidden = too_small(sizes, SMALLEST_CONFINED, first="").to_numpy()
        parts.append(rows[~hidden].assign(**{TOGETHER: False}))
        if hidden.any():
            one = rows[hidden].iloc[[0]].assign(**{group: None, TOGETHER: True})
            one[counts] = [rows.loc[hidden, counts].sum().to_list()]
            parts.append(one.astype({name: frame[name].dtype for name in counts}))
    if not parts:
        return frame.iloc[:0].assign(**{TOGETHER: pd.Series(dtype=bool)})
    return pd.concat(parts, ignore_index=True)
