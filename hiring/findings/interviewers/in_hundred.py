"""The list of everybody by their hires, and the furthest above in words, from the rows of High performers."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit
from hiring.findings.high_performers.interviewers import HEADS, Interviewed
from hiring.statistics.high_performers.groups import Factor
from hiring.statistics.verdicts import UNTOLD, Label

KEY = "interviewers_in_hundred"
TITLE = "Everybody: interviewers, then combinations, the furthest above what was expected first"
HOW = (
    "Counted and expected are hires with a full first year; after luck, with its range, is in 100 of them. Wanted: "
    "more hires until a difference of 0.3 SD would show."
)
NOBODY_COUNTED = (
    "It takes hires with a full first year, and other hires like them to tell what was to be expected."
)
READING = (
    "Square: of 100 hires seen by one, how many became high performers. Tick: how many hires of the same role, "
    "region and start year do. Dot with its line: what is left after luck, filled is clear, outlined leaning, grey "
    "can't tell. A square may lie outside the line: most of a small count's distance is luck."
)


def furthest(found: Interviewed) -> str:
    """ "The furthest above: 24 of 47 hires became high performers, expected 16."; empty where nobody is told."""
    if found.frame.empty:
        return ""
    told = found.frame[
        (found.frame["section"] == HEADS[Factor.INTERVIEWER]) & ~found.frame["label"].isin(UNTOLD)
    ]
    if told.empty:
        return ""
    row = told.sort_values("difference", ascending=False, kind="stable").iloc[0]
    expected = words.number(row["expected"] * row["n"] / 100)
    return f"The furthest above: {row['right']} hires became high performers, expected {expected}."


def listed(found: Interviewed) -> pd.DataFrame:
    """One row an interviewer or pair of whom enough is seen, in numbers that can be sorted."""
    if found.frame.empty:
        return pd.DataFrame()
    frame = found.frame
    told = ~frame["label"].isin(UNTOLD)
    table = pd.DataFrame(
        {
            "Who": frame["who"],
            "Side": frame["detail"],
            "Hires": frame["n"].astype(int),
            "Counted": frame["count"].astype(int),
            "Expected": (frame["expected"] * frame["n"] / 100).round(1),
            "After luck": frame["levelled"].where(told).round(),
            "from": frame["levelled_low"].where(told).round(),
            "to": frame["levelled_high"].where(told).round(),
            "Label": frame["label"],
            "Top third, in 10": (10 * frame["top_third"]).round(),
            "Wanted": frame["needed"].where(frame["label"] == Label.CANNOT_TELL).round(-1),
        }
    )
    is_pair = frame["section"] != HEADS[Factor.INTERVIEWER]
    order = frame.assign(is_pair=is_pair).sort_values(
        ["is_pair", "difference"], ascending=[True, False], kind="stable"
    )
    return table.loc[order.index].dropna(axis="columns", how="all").reset_index(drop=True)


def exhibit(found: Interviewed) -> Exhibit:
    """The figure under a heading of its own where nobody stands out, for that is what the page begins with."""
    if found.sayings or not found.exhibit.is_drawn:
        return found.exhibit
    counts = found.frame["section"].value_counts()
    each = [words.counted(int(counts.get(head, 0)), head.lower()) for head in HEADS.values()]
    lead = f"The furthest above and below, of {each[0]} and {each[1]}"
    return replace(found.exhibit, lead=lead, alt=f"{lead}. {found.spread}.")
