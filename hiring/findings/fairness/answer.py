"""The answer of the page "Fairness": whether groups are selected at like rates, and what of it is more than luck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_CONFINED
from hiring.findings.exhibit import WHOLE_COMPANY, Exhibit, Marks, undrawn
from hiring.findings.fairness import rows, telling
from hiring.findings.fairness.rows import ATTRIBUTES, Stand
from hiring.findings.marks import Reference
from hiring.findings.numbers import Number
from hiring.statistics.fairness import Luck, Mark
from hiring.statistics.rates import wilson

KICKER = "Fairness"
OFF = "Selection rates by group are not shown here"
OFF_STATE = (
    "The page Fairness is off.",
    "",
    "Nothing is made of gender, ethnicity or age band until `fairness = true` stands in config.toml beside the exports. "
    "Set it only where the law and the works council allow it, then build again.",
)
NOT_YOURS = "Selection rates by group are not yours to see"
NOT_YOURS_STATE = "This page is for HR and whoever sees the whole company, never for a part of it."
UNKNOWN = "Whether groups are selected at like rates is not known"
#: What the page cannot do without, by file: the fact, the file, what it says.
NEEDED = {
    "applications": ("No applications are loaded.", "applications.csv", "The file says who applied, and what came of it."),
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
MEASURE = "Hired, of all on whom was decided, with the likely range · line: four fifths of the highest rate"
COUNSEL = "This is no legal finding: ask counsel."
READING = (
    "Decided: hired or turned down, of all who had applied and whose application ended before the quarter of the data's "
    "day. Who withdrew, declined an offer or still waits is left out, as the company did not turn them down. Applications "
    "are counted: who applied twice counts twice.",
    "Review: the rate is below four fifths of the highest, and the exact test's chance is below 5 in 100. Watch, small "
    "numbers: below four fifths, and one person decided otherwise would move it to the other side. Below four fifths, may "
    "be luck: neither. Statistically visible, small: the exact test alone. The four fifths are a rule of thumb of US "
    "authorities (29 CFR 1607.4(D)); other laws ask other things.",
    "Chance is Fisher's exact test, two-sided. 'By role' says how many would have been hired had every role taken its "
    "applicants of all groups alike: where that is near what was counted, the roles applied for may go with the gap.",
    "Everybody of the company is counted, whatever the filters choose, and only to the end of the last full quarter: two "
    "answers that are one person apart would tell that person's group. A group of fewer than "
    f"{SMALLEST_CONFINED} people at a stage is shown only in a sum with another, so that it is no remainder either; how "
    "many of a group of ten or more went on is shown even where they are few.",
    "Who said nothing is counted as such and never guessed. The three columns go into no model, no other page and no "
    "file; this page has nothing to take out.",
    "Rates that differ do not say why. They are no claim on what anybody intended, and the counts know nothing of what "
    "candidates could do.",
)


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
    lead, standfirst = _lead(whole, luck)
    return Fairness(
        lead,
        standfirst,
        _numbers(whole, stages, luck, stage_luck),
        tuple(section(one, [at for at in stages if at.attribute == one.attribute]) for one in whole),
        _missing({one.attribute for one in found}),
        (_null(luck), *READING),
    )


def _compared(found: Sequence[Stand]) -> int:
    return sum(len(one.beside) for one in found)


def _reviews(found: Sequence[Stand]) -> list[str]:
    """Every group marked for review, in words."""
    told = []
    for stand in found:
        for one in stand.beside:
            if one.mark is Mark.REVIEW:
                told.append(
                    f"{_whose(stand, one.group.name)} {telling.rate(one.group)}, {telling.counts(one.group)}; highest "
                    f"{one.highest.name} {telling.rate(one.highest)}, {telling.counts(one.highest)}"
                )
    return told


def _whose(stand: Stand, name: str) -> str:
    return f"{ATTRIBUTES[stand.attribute]} {name}"


def _lead(whole: Sequence[Stand], luck: Luck) -> tuple[str, str]:
    count, marked = _compared(whole), _reviews(whole)
    if not count:
        return "There are no two groups whose hiring rates can be compared", COUNSEL
    if not marked:
        return f"None of {words.counted(count, 'hiring rate')} is marked for review", COUNSEL
    lead = f"Marked for review: {len(marked)} of {words.counted(count, 'hiring rate')}; by luck alone {_few(luck.reviews)}"
    return lead, f"{'. '.join(marked)}. {COUNSEL}"


def _few(count: float) -> str:
    return "fewer than 0.1" if count < 0.1 else f"about {words.number(count, 1)}"


def _null(luck: Luck) -> str:
    often = words.percent(luck.any_review)
    return (
        f"Were all groups hired alike in a company of these sizes, something would still be marked for review in {often} of "
        f"such companies, and {_few(luck.below)} hiring rates would lie below four fifths by luck alone: so the rule of "
        "four fifths alone marks nothing for review."
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


def section(whole: Stand, stages: Sequence[Stand]) -> Section:
    """One attribute as it is shown."""
    marked = tuple(
        f"{rows.stage_name(stand.stage)}: {one}" for stand in stages for one in _reviews([stand])
    )
    return Section(ATTRIBUTES[whole.attribute], _exhibit(whole), telling.table(whole), telling.by_stage(stages), marked)


def _exhibit(stand: Stand) -> Exhibit:
    name, count = ATTRIBUTES[stand.attribute], len(_reviews([stand]))
    key, top = f"fairness_{stand.attribute}", stand.highest
    compared = words.counted(len(stand.beside), "hiring rate")
    lead = f"{name}: {count or 'none'} of {compared} is marked for review" if top else f"{name}: nothing to compare"
    if top is None:
        return undrawn(key, lead, "Fewer than two groups may be told, or nobody was hired.")
    shares = [wilson(one.selected, one.decided) for one in stand.groups]
    frame = pd.DataFrame(
        {
            "name": [one.name for one in stand.groups],
            "estimate": [share.estimate for share in shares],
            "low": [share.low for share in shares],
            "high": [share.high for share in shares],
            "n": [share.n for share in shares],
        }
    )
    line = Reference(0.8 * top.selected / top.decided, "four fifths")
    listed = ", ".join(f"{one.name} {telling.rate(one)}, {telling.counts(one)}" for one in stand.groups)
    return Exhibit(
        key=key,
        lead=lead,
        standfirst=MEASURE,
        marks=Marks("dots_with_intervals", frame, {"reference": line, "noun": "decision", "labels": "above"}),
        alt=f"{lead}: {listed}.",
        n=int(frame["n"].sum()),
        definition=("selection_rate", "impact_ratio"),
        whose=WHOLE_COMPANY,
    )
