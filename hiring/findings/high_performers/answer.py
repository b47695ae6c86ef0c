"""The answer of the page "High performers": how many, which groups had clearly more or fewer, and its tiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from hiring import metrics, words
from hiring.config import SMALLEST_GROUP
from hiring.findings.high_performers import roles
from hiring.findings.high_performers.group import Group, beside, expected, group_of, of
from hiring.findings.high_performers.groups import Groups
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS, Outcome
from hiring.findings.nobody import NONE_YET
from hiring.findings.overview.recent import Recent
from hiring.findings.role_profiles.best import Best
from hiring.statistics.evidence.claims import FEWEST_HIRES
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.frames import is_in
from hiring.statistics.high_performers.expected import HighPerformers
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.rates import wilson

KICKER = "High performers"
#: Months after the start at which a hire is judged here, whatever window the filters name.
WINDOW = 12
LONGEST_LEAD, LONGEST_LABEL = 90, 20
NOBODY = NONE_YET
BY_THE_BAR = "high performers are a fixed share of each role, who met the bar is not: "
MAY_BE_LUCK = "; luck may explain it"
#: What stands beside a group that stands out: an association, and what else is known to make one.
CAUTION = "quotas, territories or the market may do that as well as hiring"
WITHOUT_NAMES = (
    "Interviewers, combinations and the list of hires name people. What holds of groups stands above."
)


@dataclass(frozen=True)
class Tile:
    """One number of the page: its label, its value in a hundred, and n."""

    label: str
    value: str
    note: str
    card: str

    def definition(self) -> str:
        """What the card says that is counted, in short."""
        return metrics.short(self.card)


@dataclass(frozen=True)
class Counted:
    """How many of the chosen hires with a full first year had the outcome, and which hires they are."""

    hires: pd.DataFrame
    count: int
    outcome: Outcome
    #: Chosen hires with a full first year of whom the outcome is not known: their quotas do not speak of all of it.
    lacking: int = 0

    @property
    def n(self) -> int:
        """Hires whose outcome is known."""
        return len(self.hires)


def counted(kept: HighPerformers, chosen: pd.DataFrame, outcome: Outcome) -> Counted:
    """The chosen hires whose outcome is known, from the evidence."""
    if kept.hires.empty:
        return Counted(kept.hires, 0, outcome)
    mine = kept.hires[is_in(kept.hires, chosen)]
    hires = mine[mine[outcome.measure].notna()]
    return Counted(hires, int(hires[outcome.measure].astype(bool).sum()), outcome, len(mine) - len(hires))


def lead(found: Counted, groups: Groups) -> str:
    """One plain sentence with its counts: the choice beside what was expected of it, or the group that stands out most.

    Where neither can be told, that no group stands out.
    """
    if found.n < SMALLEST_GROUP:
        return NOBODY
    if groups.whole is not None and not groups.whole.remark:
        return _whole(found, groups.whole)
    for group in groups.standing_out:
        if group.is_above and 2 * group.count > found.count and (sentence := _most(group, found)):
            return sentence
    if groups.standing_out:
        group = groups.standing_out[0]
        more = "more" if group.is_above else "fewer"
        luck = "" if group.is_clear else MAY_BE_LUCK
        sentence = f"{group.name} had {more} {found.outcome.those} than comparable hires{luck}"
        if len(sentence) <= LONGEST_LEAD:
            return sentence
    nobody = "no group stands out by more than luck" if len(groups.rows) else "too few to compare groups"
    return f"{_count(found)} hires {found.outcome.did}; {nobody}"


def _count(found: Counted) -> str:
    """ "75 of 367" """
    return of({"count": found.count, "n": found.n})


def _whole(found: Counted, whole: Group) -> str:
    """ "42 of 114 hires became high performers, where 15 were to be expected" """
    many = expected(vars(whole))
    where = f"where {many} {'was' if many == '1' else 'were'} to be expected"
    if many == words.number(whole.count):
        return f"{_count(found)} hires {found.outcome.did}, as many as were to be expected"
    sentence = f"{_count(found)} hires {found.outcome.did}, {where}"
    full = sentence if whole.is_clear else f"{sentence}{MAY_BE_LUCK}"
    return full if len(full) <= LONGEST_LEAD else sentence


def _most(group: Group, found: Counted) -> str:
    """ "More than half of our high performers were hired in DACH" """
    share = group.count / found.count
    much = "More than three in four" if share > 0.75 else "More than half"
    about = group.about if group.about.startswith("hired") else f"those {group.about}"
    verb = "were" if group.about.startswith("hired") else "are"
    sentence = f"{much} of our {found.outcome.those} {verb} {about}"
    return sentence if len(sentence) <= LONGEST_LEAD else ""


def too_new(starts: pd.Series, as_of: date, counted: int, why: Mapping[Any, Any] | None = None) -> str:
    """How many of the chosen hires started too late for their first year to be over, by their starts in Sales."""
    return roles.too_new(starts, pd.Timestamp(as_of), WINDOW, counted, why)


def standfirst(found: Counted, groups: Groups, within: str = "") -> str:
    """What was counted and what it means, how far the whole choice and the groups that stand out are from expected.

    Where no group stands out, which lies furthest; `within` follows.
    """
    if found.n < SMALLEST_GROUP:
        return ""
    counts = f"{_count(found)} hires with a full first year {found.outcome.did}{found.outcome.meaning}."
    if found.lacking:
        have = "has" if found.lacking == 1 else "have"
        counts += f" {words.number(found.lacking)} more {have} no quota for all of it and cannot be told."
    whole, far = groups.whole, [f"{group.fact()}{group.how_sure}" for group in groups.standing_out[:2]]
    of_all = [] if whole is None else [f"{BY_THE_BAR}{whole.fact()}, " if whole.remark else ""]
    # Luck is said once, in the lead.
    said_above = "" if whole is None or whole.remark else _whole(found, whole)
    luck = MAY_BE_LUCK if said_above.endswith(MAY_BE_LUCK) else ""
    facts = [*(f"{about}{whole.apart().removesuffix(luck)}" for about in of_all if whole is not None), *far]
    if groups.standing_out or (whole is not None and whole.stands_out):
        facts.append(CAUTION)
    said = "; ".join(facts) or _furthest(groups)
    return " ".join(filter(None, (counts, f"{said[0].upper()}{said[1:]}." if said else "", within)))


def _furthest(found: Groups) -> str:
    """Of groups of which none stands out the one furthest from what was expected; empty where luck is no word for it.

    Looked at alone its range leaves out zero, so that who looks at it alone takes it for one that stands out.
    """
    every = [group_of(row, len(found.rows)) for row in found.rows.to_dict("records")]
    alone = [one for one in every if one.low * one.high > 0 and not (one.label or one.remark)]
    if found.standing_out or found.whole is not None or not alone:
        return ""
    one = min(alone, key=lambda group: group.by_luck)
    far = f"{one.name} lies furthest ({beside(vars(one))}), no further"
    return f"{far} than luck may put one of {words.number(len(every))} groups"


def within(outcome: Outcome, roles: Best | None, new: str) -> str:
    """Of a choice that is not of whole roles: how its roles compare, and who of it is too new; else empty."""
    if roles is None or roles.is_of_whole_roles or outcome is not HIGH_PERFORMERS:
        return ""
    started, ends, _ = new.partition("judged.")  # who else is not counted stands in the small print
    return " ".join(filter(None, (f"{roles.lead}." if roles.lead else "", f"{started}{ends}")))


def tiles(found: Counted, groups: Groups, recent: Recent) -> tuple[Tile, ...]:
    """All, the recent year of hires against all before, and the groups furthest above and below; none of few hires."""
    if found.n < SMALLEST_GROUP:
        return ()
    made = [_tile(f"All {words.number(found.n)} hires", found.count, found.n, found.outcome)]
    made += _latest(found, recent)
    rows = groups.rows
    if len(rows):
        regions, sources = (rows[rows["factor"] == factor] for factor in (Factor.REGION, Factor.SOURCE))
        # Whoever leads its figure below, or nobody: the next in line would read as the first.
        chosen = [regions.head(1), regions.tail(1) if len(regions) > 1 else regions.head(0), sources.head(1)]
        chosen = [one[one["n"] >= FEWEST_HIRES[Kind.SOURCES]] for one in chosen]
        for row in pd.concat(chosen).to_dict("records"):
            sure = group_of(row, len(rows)).sure
            note = " · ".join((of(row), f"expected {expected(row)}", sure))
            made.append(Tile(_short(str(row["name"])), _in_hundred(row["counted"]), note, found.outcome.card))
    return tuple(made)


def _latest(found: Counted, recent: Recent) -> list[Tile]:
    """Those of the recent year, as on the page "Overview", and all before."""
    is_late = (pd.to_datetime(found.hires["sales_start_on"]) >= pd.Timestamp(recent.hires_from)).to_numpy(
        bool
    )
    if min(is_late.sum(), (~is_late).sum()) < SMALLEST_GROUP:
        return []
    did = found.hires[found.outcome.measure].astype(bool).to_numpy(bool)
    return [
        _tile(label, int(np.count_nonzero(did & which)), int(which.sum()), found.outcome)
        for label, which in ((recent.hired, is_late), (recent.hired_before, ~is_late))
    ]


def _tile(label: str, count: int, n: int, outcome: Outcome) -> Tile:
    share = wilson(count, n)
    ends = f"likely {words.number(100 * share.low)}{words.DASH}{words.number(100 * share.high)}"
    note = f"{words.number(count)} of {words.number(n)} · {ends}"
    return Tile(label, _in_hundred(100 * count / n), note, outcome.card)


def _in_hundred(value: float) -> str:
    return f"{words.number(value)} in 100"


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1] + "…"


def list_title(found: Counted) -> str:
    """What stands over the list of hires."""
    is_high = found.outcome is HIGH_PERFORMERS
    return f"Who they are: {words.counted(found.count, found.outcome.those_one, found.outcome.those)}" + (
        ", best first" if is_high else ""
    )


def remarks(found: Counted, new: str) -> tuple[str, ...]:
    """What holds of the whole page; `new`: who is not counted, and why."""
    return (
        new,
        f"{words.counted(found.n, 'hire')} with a full first year; leavers count as zero. Judged at month {WINDOW}, "
        "whatever window is chosen above.",
        "What is expected of rows need not add up to what is expected of all: each is told by the hires outside it.",
    )
