"""How a group beside the highest rate is put into words: a mark, what chance alone gives, what one person changes."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from hiring import words
from hiring.findings.fairness.rows import Stand, stage_name
from hiring.statistics.fairness import Compared, Group, Mark
from hiring.statistics.rates import wilson

HIGHEST, NOT_COMPARED, ALONE = "The highest rate", "Not compared", "No other group to compare with"
#: A chance below and above these is not written as a number of 100.
LEAST, MOST = 0.01, 0.985
FLIPPED = "one decision more or less moves it over the line of 4/5"


def rate(group: Group) -> str:
    """ "4.9 % (3.6–6.6)"."""
    share = wilson(group.selected, group.decided)
    return words.with_interval(share.estimate, share.low, share.high, show)


def show(share: float) -> str:
    """A share with one decimal throughout: 8 % beside 8 % reads as alike where nine hires lie between them."""
    return f"{words.number(100 * share, 1)}{words.THIN}%"


def short_rate(group: Group) -> str:
    """ "4.9 %"."""
    return show(group.selected / group.decided)


def counts(group: Group) -> str:
    """ "66 of 1,146"."""
    return f"{words.number(group.selected)} of {words.number(group.decided)}"


def ratio(found: Compared) -> str:
    """ "67 % (52–86)"; what is below four fifths never reads as four fifths: "79.9 % (46.2–138.3)"."""
    is_below = found.mark in (Mark.REVIEW, Mark.FEW, Mark.BELOW)
    is_hidden = is_below and words.percent(found.ratio.estimate) == words.percent(0.8)
    write = show if is_hidden else words.percent
    shown = words.with_interval(found.ratio.estimate, found.ratio.low, found.ratio.high, write)
    return f"<{shown}" if is_hidden and shown.startswith(write(0.8)) else shown


def chance(p: float) -> str:
    """The exact test in plain words; nothing where it was not made."""
    if not words.is_known(p):
        return ""
    return f"chance alone gives as wide a gap in {in_a_hundred(p)}"


def in_a_hundred(p: float) -> str:
    """ "about 12 of 100 such companies"."""
    if p >= MOST:
        return "nearly every such company"
    return f"{'fewer than 1' if p < LEAST else f'about {words.number(100 * p)}'} of 100 such companies"


def against(found: Compared) -> str:
    """Of how few the rate is that a larger group is held against; nothing where it is the larger one."""
    if found.highest.decided >= found.group.decided:
        return ""
    return f"measured against {words.counted(found.highest.decided, 'decision')}"


def said(stand: Stand, group: Group) -> str:
    """What can be said of a group: the mark, then of how few, then chance, then what one person changes."""
    if group in stand.others:
        return NOT_COMPARED
    found = stand.of(group)
    if found is None:
        return HIGHEST if stand.highest is not None else ALONE
    is_marked = found.mark is not Mark.NONE
    parts = [
        against(found) if is_marked or found.is_flipped else "",
        chance(found.p),
        FLIPPED if found.is_flipped else "",
    ]
    return f"{found.mark}: {'; '.join(part for part in parts if part)}"


def _held(stand: Stand, group: Group) -> str:
    found = stand.of(group)
    return ratio(found) if found else ""


def _counted(stand: Stand, group: Group) -> str:
    """Selected of decided, and what to expect of the roles they applied for, where they are a group by themselves."""
    expected = stand.expected.get(group.name)
    return counts(group) + (f" · expected by role: {words.number(expected)}" if expected is not None else "")


def table(stand: Stand) -> pd.DataFrame:
    """A row a group: hired of decided, what their roles would have given, rate, ratio, and what can be said."""
    return pd.DataFrame(
        [
            {
                "Group": one.name,
                "Hired of decided": _counted(stand, one),
                "Hiring rate": rate(one),
                "Of the highest rate": _held(stand, one),
                "What can be said": said(stand, one),
            }
            for one in (*stand.groups, *stand.others)
        ]
    )


def by_stage(stands: Sequence[Stand]) -> pd.DataFrame:
    """The same of single stages: who went on, a row a stage and group."""
    return pd.DataFrame(
        [
            {
                "Stage": stage_name(stand.stage),
                "Group": one.name,
                "Went on": f"{rate(one)} · {_counted(stand, one)}",
                "Of the highest rate": _held(stand, one),
                "What can be said": said(stand, one),
            }
            for stand in stands
            for one in (*stand.groups, *stand.others)
        ]
    )
