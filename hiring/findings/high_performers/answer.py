"""The answer of the page "High performers": how many, which groups had clearly more or fewer, and its tiles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from hiring import metrics, words
from hiring.config import SMALLEST_GROUP
from hiring.findings.high_performers.groups import Group, Groups
from hiring.findings.high_performers.interviewers import Interviewed
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS, Outcome
from hiring.findings.nobody import NONE_YET
from hiring.statistics.evidence.frames import is_in
from hiring.statistics.high_performers.expected import HighPerformers
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.rates import wilson

KICKER = "High performers"
#: Months after the start at which a hire is judged here, whatever window the filters name.
WINDOW = 12
LONGEST_LEAD, LONGEST_LABEL = 90, 20
NOBODY = NONE_YET
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

    @property
    def n(self) -> int:
        """Hires whose outcome is known."""
        return len(self.hires)


def counted(kept: HighPerformers, chosen: pd.DataFrame, outcome: Outcome) -> Counted:
    """The chosen hires whose outcome is known, from the evidence."""
    if kept.hires.empty:
        return Counted(kept.hires, 0, outcome)
    known = is_in(kept.hires, chosen) & kept.hires[outcome.measure].notna().to_numpy(bool)
    hires = kept.hires[known]
    return Counted(hires, int(hires[outcome.measure].astype(bool).sum()), outcome)


def lead(found: Counted, groups: Groups) -> str:
    """One plain sentence: the group that most of them came from where one stands out, else that none does."""
    if found.n < SMALLEST_GROUP:
        return NOBODY
    for group in groups.standing_out:
        if group.is_above and 2 * group.count > found.count and (sentence := _most(group, found)):
            return sentence
    if groups.standing_out:
        group = groups.standing_out[0]
        more = "more" if group.is_above else "fewer"
        luck = "" if group.is_clear else "; luck may explain it"
        sentence = f"{group.name} had {more} {found.outcome.those} than comparable hires{luck}"
        if len(sentence) <= LONGEST_LEAD:
            return sentence
    share = words.number(100 * found.count / found.n)
    return f"{share} of 100 hires {found.outcome.did}; no group stands out further than luck"


def _most(group: Group, found: Counted) -> str:
    """ "More than half of our high performers were hired in DACH" """
    share = group.count / found.count
    much = "More than three in four" if share > 0.75 else "More than half"
    about = group.about if group.about.startswith("hired") else f"those {group.about}"
    verb = "were" if group.about.startswith("hired") else "are"
    sentence = f"{much} of our {found.outcome.those} {verb} {about}"
    return sentence if len(sentence) <= LONGEST_LEAD else ""


def standfirst(found: Counted, groups: Groups, people: Interviewed | None) -> str:
    """How many of how many, the groups that stand out beside what was expected, and what is said of interviewers."""
    if found.n < SMALLEST_GROUP:
        return ""
    whole = f"{words.number(found.count)} of {words.number(found.n)} hires with a full first year {found.outcome.did}."
    facts = "; ".join(group.fact() for group in groups.standing_out[:2])
    spread = f"{people.spread}." if people is not None and not people.sayings else ""
    leaning = " ".join(f"{who} leans: {fact}" for _, _, who, fact in people.sayings[:1]) if people else ""
    return " ".join(part for part in (whole, f"{facts}." if facts else "", leaning or spread) if part)


def tiles(found: Counted, groups: Groups) -> tuple[Tile, ...]:
    """All, the latest year of hires against all before, and the groups furthest above and below."""
    if found.n < SMALLEST_GROUP:
        return ()
    made = [_tile(f"All {words.number(found.n)} hires", found.count, found.n, found.outcome)]
    made += _latest(found)
    rows = groups.rows
    if len(rows):
        regions = rows[rows["factor"] == Factor.REGION]
        sources = rows[rows["factor"] == Factor.SOURCE]
        chosen = [regions.head(1), regions.tail(1) if len(regions) > 1 else regions.head(0), sources.head(1)]
        for row in pd.concat(chosen).to_dict("records"):
            expected = f"expected {words.number(row['expected'])}"
            note = f"{row['right']} · {expected}"
            made.append(Tile(_short(str(row["name"])), _in_hundred(row["counted"]), note, found.outcome.card))
    return tuple(made)


def _latest(found: Counted) -> list[Tile]:
    """Those who started in the last year of which a full first year is known, and all before."""
    started = pd.to_datetime(found.hires["sales_start_on"])
    last = started.max()
    from_day = last - pd.DateOffset(months=WINDOW) + pd.Timedelta(days=1)
    is_late = (started >= from_day).to_numpy(bool)
    if min(is_late.sum(), (~is_late).sum()) < SMALLEST_GROUP:
        return []
    did = found.hires[found.outcome.measure].astype(bool).to_numpy(bool)
    late = f"Hired {_month(from_day)}{words.DASH}{_month(last)}"
    before = f"Hired before {_month(from_day)}"
    return [
        _tile(label, int(np.count_nonzero(did & which)), int(which.sum()), found.outcome)
        for label, which in ((late, is_late), (before, ~is_late))
    ]


def _month(day: Any) -> str:
    return f"{words.MONTHS[day.month - 1]} {day.year % 100:02d}"


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


def remarks(found: Counted) -> tuple[str, ...]:
    """What holds of the whole page."""
    return (
        f"{words.counted(found.n, 'hire')} with a full first year; leavers count as zero. Judged at month {WINDOW}, "
        "whatever window is chosen above.",
    )
