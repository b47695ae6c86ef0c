"""Is it more than luck? The company's own highest beside the highest by luck, for interviewers and for pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hiring import words
from hiring.findings.exhibit import WHOLE_COMPANY, Exhibit, Marks, undrawn
from hiring.statistics.evidence import telling
from hiring.statistics.evidence.fits import Kind
from hiring.statistics.evidence.luck import Luck
from hiring.statistics.evidence.shown import Shown, highest
from hiring.statistics.verdicts import BY_LUCK_IN_A_SET, UNTOLD, Label

MORE_THAN_LUCK = BY_LUCK_IN_A_SET
MEANING = "Shuffled among hires of the same role, start year and office. Luck is seen so, unequal territories are not."
NOUNS = {Kind.INTERVIEWERS: "interviewer", Kind.TOTALS: "pair"}


@dataclass(frozen=True)
class LuckBox:
    """One line for the page; sentences of interviewers and pairs (about whom, the words), and figures of shuffles."""

    line: str
    sentences: tuple[tuple[str, str], ...]
    people: Exhibit
    pairs: Exhibit


def spread(shown: Shown) -> str:
    """What holds of the company's interviewers as a whole: whether anybody stands out by more than luck."""
    people, luck = shown.company.interviewers, shown.company.luck.interviewers
    if people.empty:
        return telling.lead(shown.company, Kind.INTERVIEWERS, {})
    own = "the company's" if shown.rests_on else "the"
    told = int((~people["label"].isin(UNTOLD)).sum())
    if not told:
        return f"None of {own} {words.counted(len(people), 'interviewer')} can be compared"
    count = f"{own} {words.counted(told, 'interviewer')} who can be compared"
    apart = int(people["label"].isin([str(Label.CLEAR), str(Label.LEANING)]).sum())
    if luck.count_groups and luck.p_any <= MORE_THAN_LUCK:
        some = (
            f"{words.number(apart)} of them {'stands' if apart == 1 else 'stand'} apart"
            if apart
            else "nobody by enough to be named"
        )
        every = "The company's " if shown.rests_on else ""
        return f"{every}{words.number(len(people))} interviewers differ by more than luck, and {some}"
    if apart:
        lean = "leans" if apart == 1 else "lean"
        return f"Of {count} {words.number(apart)} {lean}; luck could explain it"
    among = "Of" if shown.rests_on else "Among"
    return f"{among} {count} nobody stands out further than luck"


def luck_box(shown: Shown) -> LuckBox:
    """The luck checks of the company's interviewers and pair totals, whoever of them is shown.

    Empty sentences where there was nobody to shuffle.
    """
    luck = shown.company.luck
    checks = ((luck.interviewers, Kind.INTERVIEWERS), (luck.pairs, Kind.TOTALS))
    sentences = [
        (f"{NOUNS[kind].capitalize()}s", f"{_answer(found, kind)} {highest(shown, kind, found)}")
        for found, kind in checks
        if found.count_groups
    ]
    line = _answer(luck.interviewers, Kind.INTERVIEWERS) if luck.interviewers.count_groups else ""
    return LuckBox(line, tuple(sentences), *(_bars(found, kind) for found, kind in checks))


def _answer(found: Luck, kind: Kind) -> str:
    """ "Dealt out at random, interviewers would differ as much in 27 of 100 tries: luck is enough." """
    is_more = found.p_any <= MORE_THAN_LUCK
    alone = " The highest by itself may still be luck." if is_more and not _is_rare(found) else ""
    seldom = telling.short_of_yes(found.p_any)
    tries = telling.tries(found.p_any, len(found.shuffled), 0 if is_more or seldom else 100)
    so = (
        "on the whole that is more than luck"
        if is_more
        else "it cannot be told"
        if seldom
        else "luck is enough"
    )
    return f"Dealt out at random, {NOUNS[kind]}s would differ as much in {tries} tries: {so}.{seldom}{alone}"


def _as_good(found: Luck) -> int:
    """In how many shuffles the highest looked at least as high as the highest here."""
    return int(np.count_nonzero(found.shuffled >= found.best_mean))


def _is_rare(found: Luck) -> bool:
    return (1 + _as_good(found)) / (1 + len(found.shuffled)) <= MORE_THAN_LUCK


def _bars(found: Luck, kind: Kind) -> Exhibit:
    """The shuffles and the company's own value; nothing drawn where there were no groups to shuffle."""
    noun = NOUNS[kind]
    if not found.count_groups:
        return undrawn(f"luck_{noun}s", f"The luckiest {noun}")
    of = f"{words.number(_as_good(found))} of {words.number(len(found.shuffled))} shuffles"
    title = (
        f"The highest {noun} is further out than luck reaches"
        if _is_rare(found)
        else f"By luck alone, {'an' if noun[0] == 'i' else 'a'} {noun} can look as high as the highest here"
    )
    subtitle = f"In {of} the highest of {words.counted(found.count_groups, noun)} looked at least as high"
    company = f"your company's highest: {words.signed(found.best_mean, 1)} SD"
    return Exhibit(
        key=f"luck_{noun}s",
        lead=title,
        standfirst=subtitle,
        marks=Marks(
            "luck_bars",
            pd.DataFrame({"value": found.shuffled}),
            {"company": found.best_mean, "axis": f"adjusted mean of the highest {noun} (SD)"},
        ),
        alt=f"{title}. {subtitle}; {company}, the luckiest by chance {words.signed(found.luckiest_mean, 1)} SD.",
        n=found.count_groups,
        definition=("best_by_luck",),
        whose=WHOLE_COMPANY,
    )
