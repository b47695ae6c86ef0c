"""How the hires of every role did in their first year, in one small table for the page "Role profiles"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.access.small_groups import too_small
from hiring.config import SMALLEST_GROUP
from hiring.findings.high_performers.group import Group, beside, expected, of
from hiring.findings.high_performers.roles import FEWEST_TO_RANK, takes_whole_roles
from hiring.findings.role_profiles.answer import LONGEST_LEAD
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.high_performers.expected import (
    BEST_FIFTH,
    HIGH_PERFORMER,
    MET_BAR,
    STAYED,
    HighPerformers,
)
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.high_performers.rows import rows

#: The heading of each outcome, the outcome it is of, and its words in a sentence. The first is told of a choice of
#: whole roles, of which a fifth each are called high performers; the second of any other.
TOP_FIFTH = "In the company's top fifth"
OUTCOMES = {
    TOP_FIFTH: BEST_FIFTH,
    "High performers": HIGH_PERFORMER,
    "Met the bar": MET_BAR,
    "There at month 12": STAYED,
}
DID = {
    TOP_FIFTH: "in the top fifth",
    "High performers": "became high performers",
    "Met the bar": "met the bar",
    "There at month 12": "were there at month 12",
}
NONE_DIFFERS = "No role stands out"
NONE_FAR = "No role is far from what was expected"
SUBTITLE = "Hires with a full first year, beside what other roles gave in the same region and start year"
BY_CONSTRUCTION = (
    "A fifth of every role are called high performers, so roles are told apart by the bar, by the top fifth of the "
    "whole company in quota attained, and by who was still there."
)
#: Why the first column of part of a role is another than that of whole roles.
WITHIN = "Within this choice a role has no fixed share of high performers, so here they are counted."
TOO_FEW = "too few"


@dataclass(frozen=True)
class Best:
    """A row a role; `lead`: which lies furthest from what was expected, else who comes first; what is left out.

    `also`: the other outcomes of who comes first, where none stands out.
    """

    table: pd.DataFrame
    lead: str = ""
    also: str = ""
    remark: str = ""

    @property
    def is_of_whole_roles(self) -> bool:
        """Whether roles are chosen whole, so that of each a fixed share are high performers."""
        return TOP_FIFTH in self.table.columns


def best(
    roles: Sequence[str], kept: HighPerformers, evidence: Evidence, chosen: pd.DataFrame, *, sees_names: bool
) -> Best:
    """A row a role with hires enough: "48 of 99, expected 52" of each outcome, the largest share of the first on top.

    `chosen`: keys of the hires that the filters leave. For who sees no names those stay out too whose counts would
    give away a role too small to be told.
    """
    is_fixed = takes_whole_roles(kept.hires, chosen)
    every = [name for name in OUTCOMES if name != ("High performers" if is_fixed else TOP_FIFTH)]
    made = {name: rows(kept, evidence, chosen, Factor.ROLE, OUTCOMES[name]) for name in every}
    told = {name: _told(one, sees_names=sees_names) for name, one in made.items()}
    known = [role for role in roles if any(role in one.index for one in told.values())]
    first = told[every[0]]["counted"]
    known.sort(key=lambda role: -float(first.get(role, -1.0)))
    if not known:
        return Best(pd.DataFrame())
    cells = {name: [_cell(one, role) for role in known] for name, one in told.items()}
    left_out = len(set(roles) & {role for one in made.values() for role in one["level"]}) - len(known)
    mine = {name: one.loc[[role for role in known if role in one.index]] for name, one in told.items()}
    remark = (BY_CONSTRUCTION if is_fixed else WITHIN, _left_out(left_out))
    return Best(
        pd.DataFrame({"Role": known, **cells}), lead(mine), also(mine), " ".join(filter(None, remark))
    )


def _left_out(count: int) -> str:
    return f"Left out: {words.counted(count, 'role')} of too few hires to be told." if count else ""


def lead(told: Mapping[str, pd.DataFrame]) -> str:
    """The role furthest from what was expected, of whichever outcome; else who comes first, and that none stands out.

    `told`: by outcome the rows by role, in the order of the table. Far is what luck alone gives any of so many in at
    most 5 of 100 companies.
    """
    far = _far(told)
    if not far:
        return _first(*next(iter(told.items())))
    name, role, furthest = min(far, key=lambda one: float(one[2]["by_luck"]))
    row = furthest.to_dict()
    said = f"{role} is furthest from expected: {of(row)} {DID[name]}, expected {expected(row)}"
    return said if len(said) <= LONGEST_LEAD else "One role is far from what was expected"


def also(told: Mapping[str, pd.DataFrame]) -> str:
    """ "Of Field 30 of 65 met the bar, expected 33; …": of who comes first, and who lies furthest from expected.

    Empty where one is far: then the lead says it.
    """
    (_, first), *others = told.items()
    if len(first) < 2 or _far(told):
        return ""
    role = str(first.index[0])
    counts = [(DID[name], *_cell(one, role).partition(", ")) for name, one in others if role in one.index]
    said = "; ".join(f"{count} {did}{comma}{then}" for did, count, comma, then in counts)
    return " ".join(part for part in (f"Of {role} {said}." if said else "", _furthest(told, role)) if part)


def _furthest(told: Mapping[str, pd.DataFrame], but: str) -> str:
    """Who lies furthest from what was expected, of whichever outcome; empty where that is the role told of anyway."""
    every = _every(told)
    if not every:
        return ""
    name, role, furthest = min(every, key=lambda one: float(one[2]["by_luck"]))
    row = furthest.to_dict()
    if role == but:
        return ""
    return f"Furthest from expected: {role}, {of(row)} {DID[name]}, expected {expected(row)}; luck could explain it."


def _every(told: Mapping[str, pd.DataFrame]) -> list[tuple[str, str, pd.Series]]:
    """The rows by role of all outcomes of which it is known what luck gives: outcome, role, row."""
    rows_told = [(name, str(role), row) for name, one in told.items() for role, row in one.iterrows()]
    return [one for one in rows_told if words.is_known(one[2]["by_luck"])]


def _far(told: Mapping[str, pd.DataFrame]) -> list[tuple[str, str, pd.Series]]:
    """The rows by role that stand out among all of all outcomes."""
    every = _every(told)
    return [one for one in every if _group(*one, len(every)).stands_out]


def _first(outcome: str, told: pd.DataFrame) -> str:
    """ "No role stands out; highest: Field, 30 of 40 met the bar, expected 20"."""
    if told.empty:
        return NONE_FAR
    role, row = str(told.index[0]), told.iloc[0].to_dict()
    count = beside(row) if words.is_known(row["expected"]) else of(row)
    hires, *rest = count.split(", ")
    fact = ", ".join((f"{hires} {DID[outcome]}", *rest))
    if len(told) == 1:
        said = f"{role}: {fact}"
    elif told["n"].min() < FEWEST_TO_RANK:
        said = f"{role}: {fact}; too few to say it leads"
    else:
        said = f"{NONE_DIFFERS}; highest: {role}, {fact}"
    return said if len(said) <= LONGEST_LEAD else NONE_DIFFERS


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
