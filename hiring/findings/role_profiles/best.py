"""How the hires of every role did in their first year, in one small table for the page "Role profiles"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings.high_performers.group import Group, beside, expected, of
from hiring.findings.role_profiles.answer import LONGEST_LEAD
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.high_performers.expected import BEST_FIFTH, MET_BAR, STAYED, HighPerformers
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.high_performers.rows import rows

#: The heading of each outcome, and the outcome it is of.
OUTCOMES = {"Met the bar": MET_BAR, "In the company's top fifth": BEST_FIFTH, "Stayed a year": STAYED}
#: The same as a sentence has it.
DID = {
    "Met the bar": "met the bar",
    "In the company's top fifth": "were in the top fifth",
    "Stayed a year": "stayed a year",
}
NONE_FAR = "No role is far from what was expected"
UNKNOWN = "What became of the hires of each role"
SUBTITLE = (
    "Hires with a full first year, beside what other roles gave in the same region and start year; no verdict"
)
BY_CONSTRUCTION = (
    "A fifth of every role are called high performers, so roles are told apart by the bar, by the top fifth of the "
    "whole company in quota attained, and by who stayed."
)
TOO_FEW = "too few"


@dataclass(frozen=True)
class Best:
    """A row a role, and the finding: which role lies furthest from what was expected, or that none lies far."""

    table: pd.DataFrame
    title: str = UNKNOWN

    @property
    def sentence(self) -> str:
        """The finding as a sentence; empty where nothing is said of the roles beside what was expected."""
        return "" if self.table.empty or self.title == UNKNOWN else f"{self.title}."


def best(
    roles: Sequence[str], kept: HighPerformers, evidence: Evidence, chosen: pd.DataFrame, *, sees_names: bool
) -> Best:
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
    if not known:
        return Best(pd.DataFrame())
    return Best(
        pd.DataFrame({"Role": known, **cells}),
        title({name: one.loc[one.index.isin(known)] for name, one in told.items()}),
    )


def title(told: Mapping[str, pd.DataFrame]) -> str:
    """The role furthest from what was expected, of whichever outcome, or that none is far; a count and no verdict.

    `told`: by outcome the rows by role. Far is what luck alone gives any of so many in at most 5 of 100 companies.
    """
    rows_told = [(name, str(role), row) for name, one in told.items() for role, row in one.iterrows()]
    every = [one for one in rows_told if words.is_known(one[2]["by_luck"])]
    if not every:
        return UNKNOWN
    far = [one for one in every if _group(*one, len(every)).stands_out]
    if not far:
        return NONE_FAR
    name, role, furthest = min(far, key=lambda one: float(one[2]["by_luck"]))
    row = furthest.to_dict()
    said = f"{role} is furthest from expected: {of(row)} {DID[name]}, expected {expected(row)}"
    return said if len(said) <= LONGEST_LEAD else "One role is far from what was expected"


def _group(name: str, role: str, row: pd.Series, looked_at: int) -> Group:
    """A role as one of so many groups looked at together, as on the page "High performers"."""
    ends = (float(row["difference_low"]), float(row["difference_high"]))
    by_luck = min(1.0, float(row["by_luck"]) * looked_at)
    return Group(name, role, int(row["count"]), int(row["n"]), float(row["expected"]), *ends, by_luck)


def _told(made: pd.DataFrame, *, sees_names: bool) -> pd.DataFrame:
    """The rows that may be told, by role, as on the page "High performers"."""
    is_small = made["n"] < SMALLEST_GROUP if sees_names else too_small(made["n"])
    return made[~is_small].set_index("level")


def _cell(told: pd.DataFrame, role: str) -> str:
    if role not in told.index:
        return TOO_FEW
    row = told.loc[role].to_dict()
    return beside(row) if words.is_known(row["expected"]) else of(row)
