"""The list of everybody by their hires, and of how many something is told, from the rows of High performers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit
from hiring.findings.high_performers.interviewers import HEADS, Interviewed
from hiring.findings.high_performers.outcomes import HIGH_PERFORMERS
from hiring.statistics.evidence.judging import Evidence
from hiring.statistics.evidence.shown import Shown
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.verdicts import UNTOLD, Label

KEY = "interviewers_in_hundred"
TITLE = "Everybody: interviewers, then combinations"
HOW = (
    "In the order of what is left after luck above what was expected; ranges that overlap leave the order open. "
    "Counted and expected are hires with a full first year; after luck, with its range, is in 100 of them."
)
WANTED = "Wanted: more hires until a difference worth acting on would show."
OUT_OF_REACH = "With these panels no number of further hires would tell any of them apart."
NOBODY_COUNTED = (
    "It takes hires with a full first year, and other hires like them to tell what was to be expected."
)
READING = (
    "Square: of 100 hires seen by one, how many became high performers. Tick: how many hires of the same role, "
    "region and start year do. Dot with its line: what is left after luck, filled is clear, outlined leaning, grey "
    "can't tell. A square may lie outside the line: most of a small count's distance is luck."
)


def standing(found: Interviewed, seen: Shown) -> str:
    """How many are compared, and why the others are not; empty where names are not shown."""
    if found.frame.empty:
        return ""
    is_told = ~found.frame["label"].isin(UNTOLD)
    shown = _counts(seen.evidence)
    told, listed = (rows["section"].value_counts() for rows in (found.frame[is_told], found.frame))
    known = {head: int(listed.get(head, 0)) for head in shown}
    untold = _both({head: known[head] - int(told.get(head, 0)) for head in shown})
    of, is_part = _both(shown) or "nobody", bool(seen.rests_on)
    few = _both({head: shown[head] - known[head] for head in shown})
    return " ".join(
        (
            *(
                [f"Of the company's {_both(_counts(seen.company))} {of} saw hires of this selection."]
                if is_part
                else []
            ),
            f"Compared below: {_both(told) or 'nobody'}{'' if is_part else f', of {of}'}.",
            *([f"Not compared, for a reason that the list gives: {untold}."] if untold else []),
            *([f"Not in the list, with too few hires of a full first year: {few}."] if few else []),
        )
    )


def _counts(of: Evidence) -> dict[str, int]:
    """How many interviewers and pairs the evidence has, by the head of their rows."""
    return {HEADS[Factor.INTERVIEWER]: len(of.interviewers), HEADS[Factor.PAIR]: len(of.pairs)}


def _both(counts: Mapping[str, int] | pd.Series) -> str:
    """ "41 interviewers and 205 combinations"; kinds of which there are none stay out."""
    each = [
        words.counted(int(counts.get(head, 0)), head.lower())
        for head in HEADS.values()
        if counts.get(head, 0)
    ]
    return " and ".join(each)


def listed(found: Interviewed) -> pd.DataFrame:
    """One row an interviewer or pair, in the order of the rows and in numbers that can be sorted."""
    if found.frame.empty:
        return pd.DataFrame()
    frame = found.frame
    told = ~frame["label"].isin(UNTOLD)
    table = pd.DataFrame(
        {
            "Who": frame["who"],
            "Side": frame["side"],
            "Hires": frame["n"].astype(int),
            "Counted": frame["count"].astype(int),
            "Expected": (frame["expected"] * frame["n"] / 100).round(1),
            "After luck": frame["levelled"].where(told).round(),
            "from": frame["levelled_low"].where(told).round(),
            "to": frame["levelled_high"].where(told).round(),
            "Label": frame["label"],
            "Why": frame["why"].where(frame["why"] != ""),
            "Top third, in 10": (10 * frame["top_third"]).round(),
            "Wanted": frame["needed"].where(frame["label"] == Label.CANNOT_TELL).round(-1),
        }
    )
    return table.dropna(axis="columns", how="all")


def how(listed: pd.DataFrame) -> str:
    """What the columns of the list mean."""
    return f"{HOW} {WANTED if 'Wanted' in listed else OUT_OF_REACH}"


def became(hires: pd.DataFrame) -> str:
    """What the hires behind a row became, and why more are listed than count, from `outcomes/hires_listed`."""
    known = hires[hires["is_counted"].astype(bool) & hires["is_high_performer"].notna()]
    count, others = int(known["is_high_performer"].astype(bool).sum()), len(hires) - len(known)
    full = f"{words.number(count)} of the {words.counted(len(known), 'hire')} with a full first year"
    unknown = f"; what the other {words.number(others)} did in theirs is not known yet, or left out"
    return f"{full} {HIGH_PERFORMERS.did}{unknown if others else ''}."


def exhibit(found: Interviewed) -> Exhibit:
    """The figure under a heading of its own, for who stands out, or that nobody does, is what the page begins with."""
    if not found.exhibit.is_drawn:
        return found.exhibit
    lead = f"The furthest above and below, of {_both(found.frame['section'].value_counts())}"
    return replace(found.exhibit, lead=lead, alt=f"{lead}. {found.spread}.")
