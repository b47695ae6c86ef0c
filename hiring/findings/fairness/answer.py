"""The answer of the page "Fairness": whether groups are selected at like rates, and what of it is more than luck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_CONFINED
from hiring.findings.exhibit import Exhibit
from hiring.findings.fairness import figure, rows, telling
from hiring.findings.fairness.reading import READING
from hiring.findings.fairness.rows import ATTRIBUTES, Stand
from hiring.findings.numbers import Number
from hiring.statistics.fairness import Group, Luck, Mark
from hiring.statistics.rates import wilson

KICKER = "Fairness"
OFF = "Selection rates by group are not shown here"
OFF_STATE = (
    "The page Fairness is off.",
    "",
    "Nothing is made of gender, ethnicity or age band until fairness = true stands in config.toml beside the exports. "
    "Set it only where the law and the works council allow it, then build again.",
)
NOT_YOURS = "Selection rates by group are not yours to see"
NOT_YOURS_STATE = "This page is for HR and whoever sees the whole company, never for a part of it."
UNKNOWN = "Whether groups are selected at like rates is not known"
#: What the page cannot do without, by file: the fact, the file, what it says.
NEEDED = {
    "applications": (
        "No applications are loaded.",
        "applications.csv",
        "The file says who applied, and what came of it.",
    ),
    "candidates": (
        "No candidates are loaded.",
        "candidates.csv",
        "The file says which gender, ethnicity or age band candidates gave, where they may be asked.",
    ),
}
NOBODY = (
    f"On fewer than {SMALLEST_CONFINED} people was decided before this quarter began, too few to tell groups apart.",
    "The page counts to the end of the last full quarter, whatever the filters say.",
)
NO_GROUPS = (
    "Of nobody on whom was decided is a gender, ethnicity or age band known that may be told.",
    "candidates.csv may give them in the columns gender, ethnicity and age_band, where candidates may be asked. "
    f"Groups of fewer than {SMALLEST_CONFINED} people are not told.",
)
WHOSE = "Whole company to the end of the last full quarter, whatever is chosen above."
LONGEST_IN_LEAD = 22  # letters of a group's name, so that two of them fit
COUNSEL = "This is no legal finding: ask counsel."


@dataclass(frozen=True)
class Section:
    """One attribute: who was hired, as figure and table, and the same at single stages with what is marked there."""

    name: str
    exhibit: Exhibit
    table: pd.DataFrame
    stages: pd.DataFrame
    marked: tuple[str, ...]


@dataclass(frozen=True)
class Fairness:
    """The whole answer; `missing` names the attributes of which no group may be told."""

    lead: str
    standfirst: str
    numbers: tuple[Number, ...]
    sections: tuple[Section, ...]
    missing: str
    remarks: tuple[str, ...]


def fairness(counted: pd.DataFrame) -> Fairness | None:
    """The answer for rows of `fairness/groups_by_stage`; None where no group of anything may be told."""
    found = rows.stands(counted)
    if not found:
        return None
    whole, stages = rows.of_all(found), rows.of_stages(found)
    luck, stage_luck = rows.luck(whole), rows.luck(stages)
    lead, standfirst = _lead(whole, stages, luck)
    widest = max(wilson(group.selected, group.decided).high for one in whole for group in one.groups)
    return Fairness(
        lead,
        standfirst,
        _numbers(whole, stages, luck, stage_luck),
        tuple(section(one, [at for at in stages if at.attribute == one.attribute], widest) for one in whole),
        _missing({one.attribute for one in found}),
        (_null(luck), *READING),
    )


def _compared(found: Sequence[Stand]) -> int:
    return sum(len(one.beside) for one in found)


def _reviews(found: Sequence[Stand]) -> list[str]:
    """Every group marked for review, in words."""
    return [
        f"{ATTRIBUTES[stand.attribute]} {_hired(one.group)}; the highest, {_hired(one.highest)}"
        for stand in found
        for one in stand.beside
        if one.mark is Mark.REVIEW
    ]


def _hired(group: Group) -> str:
    return f"{group.name}: {telling.rate(group)}, {telling.counts(group)}"


def _lead(whole: Sequence[Stand], stages: Sequence[Stand], luck: Luck) -> tuple[str, str]:
    count, marked = _compared(whole), _reviews(whole)
    if not count:
        return "There are no two groups whose hiring rates can be compared", f"{WHOSE} {COUNSEL}"
    if not marked:
        return f"None of {words.counted(count, 'hiring rate')} is marked for review", f"{WHOSE} {COUNSEL}"
    are = "is" if len(marked) == 1 else "are"
    beside = f"{_of(len(marked), count)} {are} marked for review; luck alone marks {_few(luck.reviews)}"
    where = "".join(f"{rows.stage_name(at.stage)}: {one}. " for at in stages for one in _reviews([at]))
    opens = f"Marked at a single stage: {where}" if where else ""
    return _fact(whole), f"{beside}. {'. '.join(marked)}. {opens}{WHOSE} {COUNSEL}"


def _fact(whole: Sequence[Stand]) -> str:
    """ "Age band 45 and over: 5 % are hired, against 9 % of 30 to 44": of what is marked the least likely by chance."""
    stand, one = min(
        ((stand, one) for stand in whole for one in stand.beside if one.mark is Mark.REVIEW),
        key=lambda pair: pair[1].p,
    )
    own, other = (telling.short_rate(group) for group in (one.group, one.highest))
    name, beside = (words.one_line(group.name, LONGEST_IN_LEAD) for group in (one.group, one.highest))
    return f"{ATTRIBUTES[stand.attribute]} {name}: {own} are hired, against {other} of {beside}"


def _of(marked: int, count: int) -> str:
    """ "1 of 6 hiring rates"."""
    return f"{words.number(marked) if marked else 'None'} of {words.counted(count, 'hiring rate')}"


def _few(count: float) -> str:
    return "fewer than 0.1" if count < 0.1 else f"about {words.number(count, 1)}"


def _null(luck: Luck) -> str:
    often = words.percent(luck.any_review)
    return (
        f"Were all groups hired alike in companies of these sizes, something would still be marked for review in "
        f"{often} of them, and {_few(luck.below)} hiring rates would lie below four fifths by luck alone: so the rule "
        "of four fifths marks nothing for review by itself, and beside every mark stands what luck gives. A chance as "
        f"small as the smallest here comes up in {telling.in_a_hundred(luck.as_rare)}."
    )


def _numbers(
    whole: Sequence[Stand], stages: Sequence[Stand], luck: Luck, stage_luck: Luck
) -> tuple[Number, ...]:
    first = (*whole[0].groups, *whole[0].others) if whole else ()
    hired, decided = sum(one.selected for one in first), sum(one.decided for one in first)
    made = []
    if decided:
        share = wilson(hired, decided)
        note = f"{words.number(hired)} of {words.number(decided)} · {words.likely(share.low, share.high)}"
        made.append(Number("selection_rate", words.percent(share.estimate), note))
    for found, by, label in ((whole, luck, "For review, hiring"), (stages, stage_luck, "For review, stages")):
        note = f"of {words.number(_compared(found))} compared · by luck {_few(by.reviews)}"
        made.append(Number("fairness_review", words.number(len(_reviews(found))), note, label))
    for stand in whole:
        made += [
            Number(
                "group_not_said",
                words.percent(one.decided / decided),
                f"{words.number(one.decided)} of {words.number(decided)}",
                f"{ATTRIBUTES[stand.attribute]} not said",
            )
            for one in stand.others
            if one.name == rows.NOT_SAID
        ]
    return tuple(made)


def _missing(there: set[str]) -> str:
    names = [name.lower() for key, name in ATTRIBUTES.items() if key not in there]
    if not names:
        return ""
    return f"No {' and no '.join(names)} is known that may be told: nothing is said of it."


def section(whole: Stand, stages: Sequence[Stand], widest: float) -> Section:
    """One attribute as it is shown; `widest` is where the scale of every figure ends."""
    name, count = ATTRIBUTES[whole.attribute], len(_reviews([whole]))
    are = "are" if count > 1 else "is"
    lead = f"{name}: {_of(count, len(whole.beside)).lower()} {are} marked for review"
    few = [one for one in whole.beside if one.mark is Mark.FEW]
    if few and not count:
        lead = (
            f"{name}: too few to judge, the highest rate is of {words.number(few[0].highest.decided)} people"
        )
    marked = tuple(f"{rows.stage_name(at.stage)}: {one}" for at in stages for one in _reviews([at]))
    drawn = figure.rates(whole, lead, widest) if whole.highest else figure.nothing(whole, name)
    return Section(name, drawn, telling.table(whole), telling.by_stage(stages), marked)
