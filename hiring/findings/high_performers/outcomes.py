"""What a hire may have become by the end of the first year: the three outcomes a reader can choose between."""

from __future__ import annotations

from dataclasses import dataclass

from hiring.statistics.high_performers.expected import HIGH_PERFORMER, MET_BAR, STAYED


@dataclass(frozen=True)
class Outcome:
    """One outcome: its `column` in questions, its `measure` in the evidence, the word on its switch, and its words.

    `did` completes "76 of 370 hires …", and `meaning` says after it what that is where the word does not; `those` and
    `others` name the two groups, `card` is its definition.
    """

    column: str
    measure: str
    switch: str
    did: str
    those: str
    those_one: str
    others: str
    card: str
    meaning: str = ""


HIGH_PERFORMERS = Outcome(
    "is_high_performer",
    HIGH_PERFORMER,
    "High performers",
    "became high performers",
    "high performers",
    "high performer",
    "the others",
    "high_performer",
    ", the top of their role at month 12 by quota attained",
)
MET_THE_BAR = Outcome(
    "met_bar",
    MET_BAR,
    "Met the bar",
    "met the bar",
    "hires who met the bar",
    "hire who met the bar",
    "those who did not",
    "met_bar",
)
STAYED_A_YEAR = Outcome(
    "is_still_there",
    STAYED,
    "There at month 12",
    "were there at month 12",
    "hires there at month 12",
    "hire there at month 12",
    "those who left",
    "there_at_month_12",
)
OUTCOMES = (HIGH_PERFORMERS, MET_THE_BAR, STAYED_A_YEAR)


def outcome_of(switch: str) -> Outcome:
    """The outcome of that name; the first where there is none of it."""
    return next((one for one in OUTCOMES if one.switch == switch), HIGH_PERFORMERS)
