"""How sure each label is and how often each page is wrong where nothing is true, in companies of a hundred."""

from __future__ import annotations

import math

import pandas as pd

from hiring import words
from hiring.findings.methods.aims import (
    CLEAR_OF_NOTHING,
    DOT,
    FEW,
    MET,
    MISSED,
    NONE_MISSED,
    NOTHING,
    missed,
    wrong,
)
from hiring.findings.methods.proof import ABOUT, in_hundred, sizes_of
from hiring.statistics.evidence.measured import Measurement
from hiring.statistics.verdicts import FALSE_CLEAR, LEANING_FROM

LABELS = "How sure each label is"
PAGES = "How often each page is wrong where nothing is true"
PAGES_STANDFIRST = "Invented companies in which nobody and nothing differs: whatever is Clear there is false"
NOT_KNOWN = "not measured yet"
#: What the claims of pages are called when they are read aloud; others are as they were measured.
SPOKEN = ABOUT | {
    "half-years": "one half-year against the others",
    "leniency": "who rates strictly or mildly",
    "spread of scores": "who uses few or many grades",
    "competencies": "a competency against the others",
    "backgrounds": "what hires brought with them",
    "panels": "who sat on the panel",
}
#: What an aim of the proof is called when it is read aloud; others are as they are asked.
AIMS = {
    "Unequal territories: companies in which the check sees them": "To see every company with unequal territories",
    "Order of interviewers against the true order": "To find most of the true order of interviewers",
    "Order of pairs against the true order": "To find most of the true order of pairs",
    "Highest interviewer, said over true": "To say of the highest interviewer about what is true",
    "Highest pair, said over true": "To say of the highest pair about what is true",
}


def labels(found: Measurement | None, hires: int = 0) -> pd.DataFrame:
    """What Clear, Leaning and Can't tell mean and how often each is wrong, also at the size nearest to `hires`."""
    whole, most = None if found is None else found.all_pages, words.number(100 * FALSE_CLEAR)
    false = in_hundred(whole) if whole else ""
    clear = (
        f"In {false} of 100 companies where nothing is true, something is called so; at most {most} may be."
    )
    wrong = words.number(100 - 100 * LEANING_FROM)
    return pd.DataFrame(
        [
            (
                "Clear",
                "You may say it aloud: these hires did differ from comparable ones, and no check explains it away.",
                f"{clear} {_wrong_sign(found, hires)}".strip() if false else f"{NOT_KNOWN.capitalize()}.",
            ),
            (
                "Leaning",
                "It points one way. Ask about it, decide nothing by it: luck or a check could explain it.",
                f"Of 100, up to {wrong} point the wrong way by its own reckoning; not counted in whole companies.",
            ),
            (
                "Can't tell",
                "Nothing sets them apart from luck. That is no sign that they are average, or alike.",
                "It claims nothing, so it is never wrong; true differences may stay hidden under it.",
            ),
        ],
        columns=["Label", "What it means", "How often it is wrong"],
    )


def _wrong_sign(found: Measurement | None, hires: int) -> str:
    """How many Clear claims had the wrong sign, at the size nearest to so many hires and where that can be judged.

    "" where it was not measured.
    """
    sizes = sizes_of(found)
    if not sizes or not hires:
        return ""
    told = dict(zip(sizes, wrong(found), strict=True))
    nearest = min(sizes, key=lambda size: abs(math.log(size / hires)))
    judged = [size for size in sizes if told[size].endswith((MET, MISSED))]
    said = [_at(size, told[size], hires, nearest) for size in dict.fromkeys((*judged[-1:], nearest))]
    return f"Where something is true: {'; '.join(part for part in said if part)}."


def _at(size: int, cell: str, hires: int, nearest: int) -> str:
    """ "7 of 372 Clear claims had the wrong sign at 1,000 hires", of the nearest size that it is."""
    came, _, verdict = cell.partition(f" {DOT} ")
    where = f"at {words.counted(size, 'hire')}"
    where += (
        f", the size nearest to your {words.number(hires)} of six months or more" if size == nearest else ""
    )
    if came == NOTHING:
        return ""
    if came == CLEAR_OF_NOTHING:
        return f"nothing was Clear {where}"
    few = f" ({verdict})" if verdict == FEW else ""
    return f"{came} Clear claims had the wrong sign {where}{few}"


def by_page(found: Measurement | None) -> pd.DataFrame:
    """A row a page: what it may call Clear, and of how many companies in which nothing is true it did."""
    if found is None or found.all_pages is None:
        return pd.DataFrame()
    whole = found.all_pages
    rows = [
        (page, _about([about for of, about, _, _ in whole.claims if of == page]), _of(count, whole.companies))
        for page, count in whole.by_page.items()
    ]
    return pd.DataFrame(rows, columns=["Page", "What it may call Clear", "False, of all"])


def by_claim(found: Measurement | None) -> pd.DataFrame:
    """A row a claim: of how many companies in which it could be asked it was false."""
    if found is None or found.all_pages is None:
        return pd.DataFrame()
    rows = [
        (page, SPOKEN.get(about, about), _of(count, asked))
        for page, about, asked, count in found.all_pages.claims
    ]
    return pd.DataFrame(rows, columns=["Page", "Claim", "False, of those asked"])


def missed_aims(found: Measurement | None) -> tuple[tuple[str, str], ...]:
    """The aims that were missed, each with what came out at every size; empty where none was or none measured."""
    every = missed(found)
    if every == NONE_MISSED:
        return ()
    told = []
    for asked, where in every:
        name, aim = asked.split(";")[0].split(" (")[0], asked.rpartition("(")[2].rstrip(")")
        told.append((AIMS.get(name, name), f"{where}. The aim: {aim}."))
    return tuple(told)


def _about(claims: list[str]) -> str:
    said = ", ".join(SPOKEN.get(one, one) for one in claims)
    return f"{said[:1].upper()}{said[1:]}"


def _of(count: int, companies: int) -> str:
    return f"{words.number(count) if count else 'none'} of {words.number(companies)}"
