"""The bar in words, wherever a page speaks of it: what each role must reach, as its settings say."""

from __future__ import annotations

import pandas as pd

from hiring.words import months, percent


def bar_in_words(bars: pd.DataFrame, outcome_window: int) -> str:
    """What meeting the bar takes, from rows of `shared/role_bars`; empty where there is no role.

    "The bar at month 12: still employed, with at least 100 % of ramped quota in every role."
    """
    if bars.empty:
        return ""
    share = _by_role(bars, "bar", " of ramped quota")
    return f"The bar at month {outcome_window}: still employed, with at least {share}."


def ramp_in_words(bars: pd.DataFrame) -> str:
    """How long each role's ramp is; empty where there is no role."""
    if bars.empty:
        return ""
    by_length = _grouped(bars, "ramp_months")
    if len(by_length) == 1:
        return f"The ramp takes {months(next(iter(by_length)))} in every role."
    lengths = "; ".join(f"{months(length)} in {', '.join(roles)}" for length, roles in by_length.items())
    return f"The ramp takes {lengths}."


def high_performers_in_words(bars: pd.DataFrame, outcome_window: int) -> str:
    """Who is called a high performer; empty where there is no role."""
    if bars.empty:
        return ""
    share = _by_role(bars, "high_performer_share")
    return f"High performers: the top {share} by ramped attainment at month {outcome_window}."


def _by_role(bars: pd.DataFrame, column: str, of: str = "") -> str:
    """One share for all: "100 % in every role"; else each with its roles: "90 % in Channel, 100 % in …".

    `of` follows the first share: what it is a share of.
    """
    by_share = _grouped(bars, column)
    if len(by_share) == 1 and len(bars) > 1:
        return f"{percent(next(iter(by_share)))}{of} in every role"
    named = [(percent(share), " and ".join(roles)) for share, roles in by_share.items()]
    (first, roles), *others = named
    return ", ".join([f"{first}{of} in {roles}", *(f"{share} in {roles}" for share, roles in others)])


def _grouped(bars: pd.DataFrame, column: str) -> dict[float, list[str]]:
    """Roles by their value of a setting, the smallest value first."""
    grouped: dict[float, list[str]] = {}
    for value, role in sorted(zip(bars[column].astype(float), bars["role_profile"].astype(str), strict=True)):
        grouped.setdefault(value, []).append(role)
    return grouped
