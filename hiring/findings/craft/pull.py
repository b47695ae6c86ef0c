"""Whether the candidate seen just before pulls a rating: described against shuffled orders, never labelled."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.findings.craft.figures import Figure, figure, without
from hiring.findings.exhibit import Marks
from hiring.statistics.ratings.contrast import DAYS, Contrast
from hiring.statistics.ratings.not_known import NotKnown

CARD = "pull_of_the_one_before"
NOT_KNOWN = "Whether the candidate seen just before pulls a rating is not known"
NO_SIGN = "No sign that the candidate seen just before moves a rating"
WITHIN, BEYOND = "within what another order gives", "outside what another order gives"
READING = (
    "The candidate before: the last one of the role whom the same interviewer met, at most "
    f"{words.counted(DAYS, 'day')} earlier. How strong is what the other interviewers gave, leaving out whoever rated "
    "both; the rating now is taken less what the others gave this candidate; all without leniency, role and stage. "
    "Another order: candidates of one interviewer, role and half-year change places at random. Its middle is not zero, "
    "as each interviewer's own mean is taken out. Described, with no label; how often such a pull is found where there "
    "is none stands in Methods."
)


def pull_figure(found: Contrast | NotKnown) -> Figure:
    """The slope as a line over those of shuffled orders."""
    if isinstance(found, NotKnown):
        return without(CARD, NOT_KNOWN, found)
    points = words.number(abs(found.slope), 2)
    way = "more" if found.slope > 0 else "less"
    fact = f"After a candidate others rated a point higher, the next got {points} points {way}"
    is_within = found.low <= found.slope <= found.high
    title = NO_SIGN if is_within else fact
    orders = f"{words.span(found.low, found.high, _signed)} points in 95 of 100"
    standfirst = (
        f"{f'{fact}. ' if is_within else ''}Shuffling the order of candidates gives {orders}: this is "
        f"{WITHIN if is_within else BEYOND}. "
        f"{words.counted(found.count, 'interview')} of {words.counted(found.count_interviewers, 'interviewer')}"
    )
    given = {
        "company": found.slope,
        "axis": "points after a candidate rated a point higher by others",
        "show": _signed,
        "name": "as it was",
    }
    marks = Marks("luck_bars", pd.DataFrame({"value": found.shuffled}), given)
    return figure(CARD, title, standfirst, marks, READING, n=found.count)


def _signed(value: float) -> str:
    return words.signed(value, 2)
