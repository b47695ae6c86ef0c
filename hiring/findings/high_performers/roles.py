"""Whether roles are chosen whole, and how many of the chosen hires are not counted, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hiring import words
from hiring.statistics.evidence.frames import is_in

#: Of fewer hires a role hardly ever stands out, however far it lies (decision 29).
FEWEST_TO_RANK = 20


def takes_whole_roles(hires: pd.DataFrame, chosen: pd.DataFrame) -> bool:
    """Whether every role of the chosen hires is chosen whole, so that each has its fixed share of high performers."""
    if hires.empty or chosen.empty:
        return False
    is_chosen = is_in(hires, chosen)
    roles = hires["role_profile"]
    return bool(is_chosen[roles.isin(roles[is_chosen].unique()).to_numpy(bool)].all())


#: Why a hire whose first year is over does not count, by the column of `shared/hires_counted`.
LACKS = {
    "count_not_observed": "before the CRM's history",
    "count_without_login": "without a matched CRM login",
    "count_moved": "moved to another role first",
    "count_unranked": "without a quota for the whole of it",
}


def too_new(
    starts: pd.Series, as_of: pd.Timestamp, window: int, counted: int, why: Mapping[Any, Any] | None = None
) -> str:
    """ "38 of the 79 started after 30 Jun 2025: too new to be judged. 1 is not counted for another reason."

    Empty where all are counted; `counted`: how many are counted; `why`: the row of `shared/hires_counted`.
    """
    last = as_of - pd.DateOffset(months=window)
    new = int((pd.to_datetime(starts) > last).sum())
    every = words.number(len(starts))
    said = (
        f"{words.number(new)} of the {every} started after {words.day(last)}: too new to be judged."
        if new
        else ""
    )
    rest = len(starts) - new - counted
    verb = "is" if rest == 1 else "are"
    parts = (
        [(int(why[name]), told) for name, told in LACKS.items() if int(why[name])] if why is not None else []
    )
    if rest > 0 and sum(count for count, _ in parts) == rest:
        because = ", ".join(f"{words.number(count)} {told}" for count, told in parts)
        return f"{said} {words.number(rest)} {verb} not counted: {because}.".strip()
    return f"{said} {words.number(rest)} {verb} not counted for another reason.".strip() if rest > 0 else said
