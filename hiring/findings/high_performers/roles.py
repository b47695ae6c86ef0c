"""The plain counts by role profile, whatever stands out: "Inside sales 5 of 12, Mid-market 2 of 8; too few to rank"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.high_performers.group import beside
from hiring.statistics.evidence.frames import is_in
from hiring.statistics.high_performers.groups import Factor

#: Of fewer hires a role hardly ever stands out, however far it lies (decision 29).
FEWEST_TO_RANK = 20
TOO_FEW, BY_LUCK = "; too few to rank", "; luck alone may rank them so"
LEFT_OUT = f"; roles of fewer than {SMALLEST_GROUP} hires are left out"


def takes_whole_roles(hires: pd.DataFrame, chosen: pd.DataFrame) -> bool:
    """Whether every role of the chosen hires is chosen whole, so that each has its fixed share of high performers."""
    if hires.empty or chosen.empty:
        return False
    is_chosen = is_in(hires, chosen)
    roles = hires["role_profile"]
    return bool(is_chosen[roles.isin(roles[is_chosen].unique()).to_numpy(bool)].all())


def by_role(rows: pd.DataFrame, roles: int, apart: Collection[str]) -> str:
    """The counts of each role that may be told, the largest share first, and how sure the order is.

    `rows`: of the groups that may be told; empty where fewer than two roles may. `roles`: how many there are; `apart`:
    the names of groups that stand out, of whom luck is spoken elsewhere.
    """
    mine = rows[rows["factor"] == Factor.ROLE] if len(rows) else rows
    if len(mine) < 2:
        return ""
    order = mine.sort_values("counted", ascending=False, kind="stable")
    counts = "; ".join(f"{row['name']} {beside(row)}" for row in order.to_dict("records"))
    outcome = ", met the bar" if mine["remark"].notna().any() else ""
    sure = TOO_FEW if mine["n"].min() < FEWEST_TO_RANK else BY_LUCK
    fewer = LEFT_OUT if roles > len(mine) else ""
    return f"By role profile{outcome}: {counts}{fewer}{'' if mine['name'].isin(apart).any() else sure}."


#: Why a hire whose first year is over does not count, by the column of `shared/hires_counted`.
LACKS = {
    "count_not_observed": "before the CRM's history",
    "count_without_login": "without a matched CRM login",
    "count_moved": "moved to another role first",
}


def too_new(
    starts: pd.Series, as_of: pd.Timestamp, window: int, counted: int, why: Mapping[Any, Any] | None = None
) -> str:
    """ "38 of the 79 started after 30 Jun 2025: too new to be judged. 1 is not counted for another reason."

    Empty where nobody is too new; `counted`: how many are counted; `why`: the row of `shared/hires_counted`.
    """
    last = as_of - pd.DateOffset(months=window)
    new = int((pd.to_datetime(starts) > last).sum())
    if not new:
        return ""
    every = words.number(len(starts))
    said = f"{words.number(new)} of the {every} started after {words.day(last)}: too new to be judged."
    rest = len(starts) - new - counted
    verb = "is" if rest == 1 else "are"
    parts = (
        [(int(why[name]), told) for name, told in LACKS.items() if int(why[name])] if why is not None else []
    )
    if rest > 0 and sum(count for count, _ in parts) == rest:
        because = ", ".join(f"{words.number(count)} {told}" for count, told in parts)
        return f"{said} {words.number(rest)} {verb} not counted: {because}."
    return f"{said} {words.number(rest)} {verb} not counted for another reason." if rest > 0 else said
