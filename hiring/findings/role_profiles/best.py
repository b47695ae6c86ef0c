"""How the hires of every role did in their first year, in one small table for the page "Role profiles"."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings.high_performers.group import beside, of
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.high_performers.expected import BEST_FIFTH, MET_BAR, STAYED, HighPerformers
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.high_performers.rows import rows

#: The heading of each outcome, and the outcome it is of.
OUTCOMES = {"Met the bar": MET_BAR, "In the company's top fifth": BEST_FIFTH, "Stayed a year": STAYED}
TITLE = "Every role, by what became of its hires"
SUBTITLE = (
    "Hires with a full first year, beside what other roles gave in the same region and start year; no verdict"
)
BY_CONSTRUCTION = (
    "A fifth of every role are called high performers, so roles are told apart by the bar, by the top fifth of the "
    "whole company in quota attained, and by who stayed."
)
TOO_FEW = "too few"


def table(
    roles: Sequence[str], kept: HighPerformers, evidence: Evidence, chosen: pd.DataFrame, *, sees_names: bool
) -> pd.DataFrame:
    """A row a role with hires enough: "48 of 99, expected 52" of each outcome, most of the top fifth first.

    `chosen`: keys of the hires that the filters leave. For who sees no names those stay out too whose counts would
    give away a role too small to be told.
    """
    told = {
        name: _told(rows(kept, evidence, chosen, Factor.ROLE, column), sees_names=sees_names)
        for name, column in OUTCOMES.items()
    }
    known = [role for role in roles if any(role in one.index for one in told.values())]
    best = told["In the company's top fifth"]["counted"]
    known.sort(key=lambda role: -float(best.get(role, -1.0)))
    cells = {name: [_cell(one, role) for role in known] for name, one in told.items()}
    return pd.DataFrame({"Role": known, **cells}) if known else pd.DataFrame()


def _told(made: pd.DataFrame, *, sees_names: bool) -> pd.DataFrame:
    """The rows that may be told, by role, as on the page "High performers"."""
    is_small = made["n"] < SMALLEST_GROUP if sees_names else too_small(made["n"])
    return made[~is_small].set_index("level")


def _cell(told: pd.DataFrame, role: str) -> str:
    if role not in told.index:
        return TOO_FEW
    row = told.loc[role].to_dict()
    return beside(row) if words.is_known(row["expected"]) else of(row)
