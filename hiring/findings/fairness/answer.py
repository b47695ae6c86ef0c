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
from hiring.statistics.fairness import Compared, Group, Luck, Mark
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
    f"On fewer than {SMALLEST_CONFINED} people was decided by the end of the last full quarter: too few to tell apart.",
    "The page counts to the end of the last full quarter, whatever the filters say.",
)
NO_GROUPS = (
    "Of nobody on whom was decided is a gender, ethnicity or age band known that may be told.",
    "candidates.csv may give them in the columns gender, ethnicity and age_band, where candidates may be asked. "
    f"Groups of fewer than {SMALLEST_CONFINED} people are not told.",
)
WHOSE = "Whole company to the end of the last full quarter, whatever is chosen above."
APPLIED = "applied"  # the stage at which everybody begins
LONGEST_LEAD = 90  # letters
LONGEST_IN_LEAD = 22  # letters of a group's name, so that two of them fit
NEXT = (
    "HR and counsel go through {where} to {whom}: which roles they applied for, what each profile asks, and which "
    "reasons were given; write down who does so, by when."
)
COUNSEL = "This is no legal finding: ask counsel."


@dataclass(frozen=True)
class Section:
    """One attribute: who was hired, as figure and table, and the same at single stages; whether anything is marked."""

    name: str
    exhibit: Exhibit
    table: pd.DataFrame
    stages: pd.DataFrame
    is_marked: bool


@dataclass(frozen=True)
class Fairness:
    """The whole answer, what is marked first; `missing` names the attributes of which no group may be told."""

    lead: str
    standfirst: str
    numbers: tuple[Number, ...]
    sections: tuple[Section, ...]
    missing: str
    next_step: str
    remarks: tuple[str, ...]


def fairness(counted: pd.DataFrame) -> Fairness | None:
    """The answer for rows of `fairness/groups_by_stage`; None where no group of anything may be told."""
    found = rows.stands(counted)
    if not found:
        return None
    whole, stages = rows.of_all(found), rows.of_stages(found)
    luck, stage_luck = rows.luck(whole), rows.luck(stages)
    lead, standfirst = _lead(whole, stages)
    made = [section(one, [at for at in stages if at.attribute == one.attribute]) for one in whole]
    return Fairness(
        lead,
        standfirst,
        _numbers(whole, stages, luck, stage_luck),
        tuple(sorted(made, key=lambda one: not one.is_marked)),
        _missing({one.attribute for one in found}),
        _next_step(stages),
        (_null(luck), *READING),
    )


def _compared(found: Sequence[Stand]) -> int:
    return sum(len(one.beside) for one in found)


def _reviews(found: Sequence[Stand]) -> list[tuple[Stand, Compared]]:
    """Every group marked for review."""
    return [(stand, one) for stand in found for one in stand.beside if one.mark is Mark.REVIEW]


def _lead(whole: Sequence[Stand], stages: Sequence[Stand]) -> tuple[str, str]:
    count, marked = _compared(whole), _reviews(whole)
    if not count:
        return "There are no two groups whose hiring rates can be compared", f"{WHOSE} {COUNSEL}"
    if not marked:
        return f"None of {words.counted(count, 'hiring rate')} is marked for review", f"{WHOSE} {COUNSEL}"
    first = min(marked, key=lambda pair: pair[1].p)
    counts = (
        f"{telling.counts(first[1].group)}{_beside_roles(*first)} against {telling.counts(first[1].highest)}"
    )
    also = "".join(f" {_fact(*pair)}." for pair in marked if pair is not first)
    return _fact(*first), f"{counts}.{also} {_opens(stages, first[0])}{WHOSE} {COUNSEL}"


def _beside_roles(stand: Stand, one: Compared) -> str:
    """ ", 26 fewer than expected by role,"; "" where they are no fewer."""
    fewer = round(stand.expected[one.group.name]) - one.group.selected
    return f", {words.number(fewer)} fewer than expected by role," if fewer > 0 else ""


def _opens(stages: Sequence[Stand], led: Stand) -> str:
    """At which stages a gap is marked: "The gap shows at the screen: 37.5 % of 45 and over go on, 260 of 694, …"."""
    told = [
        f"{_where(stand)}: {_whose(stand, led)}{_rate(one.group)} go on, "
        f"{telling.counts(one.group)}{_beside_roles(stand, one)} against {_rate(one.highest)}"
        for stand, one in _reviews(stages)
    ]
    return (
        f"The gap shows {'; '.join(told)}; no other is marked for review{_small(stages, led)}. "
        if told
        else ""
    )


def _rate(group: Group) -> str:
    """ "37.5 % of 45 and over"."""
    return f"{telling.short_rate(group)} of {group.name}"


def _where(stand: Stand) -> str:
    """ "at the screen"; the first stage is no place."""
    return "when applying" if stand.stage == APPLIED else f"at the {rows.stage_name(stand.stage).lower()}"


def _whose(stand: Stand, led: Stand) -> str:
    """Of which attribute, where it is another one than that which leads."""
    return "" if stand.attribute == led.attribute else f"{ATTRIBUTES[stand.attribute].lower()}, "


def _small(stages: Sequence[Stand], led: Stand) -> str:
    """ "; small gaps are visible when applying (under 30) and at the screen (under 30)"; "" for none."""
    found = [
        f"{_where(stand)} ({_whose(stand, led)}{', '.join(names)})"
        for stand in sorted(stages, key=lambda one: one.attribute != led.attribute)
        if (names := [one.group.name for one in stand.beside if one.mark is Mark.VISIBLE])
    ]
    return f"; small gaps are visible {' and '.join(found)}" if found else ""


def _next_step(stages: Sequence[Stand]) -> str:
    """What HR and counsel may go through together; empty where no stage is marked."""
    marked = _reviews(stages)
    where = dict.fromkeys(f"what happened {_where(stand)}" for stand, _ in marked)
    whom = dict.fromkeys(one.group.name for _, one in marked)
    return NEXT.format(where=" and ".join(where), whom=" and ".join(whom)) if marked else ""


def _fact(stand: Stand, one: Compared) -> str:
    """ "Applicants of 45 and over: 5.3 % are hired, against 9.1 % of 30 to 44"."""
    own, other = (telling.short_rate(group) for group in (one.group, one.highest))
    name, beside = (words.one_line(group.name, LONGEST_IN_LEAD) for group in (one.group, one.highest))
    whose = "Applicants of" if stand.attribute == "age_band" else ATTRIBUTES[stand.attribute]
    return f"{whose} {name}: {own} are hired, against {other} of {beside}"


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
        made.append(Number("selection_rate", telling.show(share.estimate), note))
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


def section(whole: Stand, stages: Sequence[Stand]) -> Section:
    """One attribute as it is shown."""
    name, count = ATTRIBUTES[whole.attribute], len(_reviews([whole]))
    are = "are" if count > 1 else "is"
    lead = f"{name}: {_of(count, len(whole.beside)).lower()} {are} marked for review"
    if not count and any(one.mark is Mark.FEW for one in whole.beside):
        lead = _too_few(whole)
    drawn = figure.rates(whole, lead) if whole.highest else figure.nothing(whole, name)
    is_marked = bool(count or _reviews(stages))
    return Section(name, drawn, telling.table(whole), telling.by_stage(stages), is_marked)


def _too_few(whole: Stand) -> str:
    """ "Gender: too few to tell apart, from 7.7 % of male to 9.7 % of non-binary (124)"; long names are left out."""
    lowest = min(whole.groups, key=lambda one: one.selected / one.decided)
    ends = (lowest, whole.highest or lowest)
    fewest = min(ends, key=lambda one: one.decided)
    count = [f" ({words.number(one.decided)})" if one is fewest else "" for one in ends]
    names = [f" of {words.one_line(one.name, LONGEST_IN_LEAD)}" for one in ends]
    start = f"{ATTRIBUTES[whole.attribute]}: too few to tell apart, from "
    named, bare = (
        start
        + " to ".join(
            f"{telling.short_rate(one)}{name}{n}" for one, name, n in zip(ends, of, count, strict=True)
        )
        for of in (names, ["", ""])
    )
    return named if len(named) <= LONGEST_LEAD else bare
