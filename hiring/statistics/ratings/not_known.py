"""What stands in place of a figure that cannot be known, in the words a page shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hiring.statistics.ratings.thresholds import FEWEST_OF_ONE, LEAST_RELIABILITY
from hiring.statistics.verdicts import BY_LUCK_IN_A_SET, CLEAR_FROM, LEANING_FROM


@dataclass(frozen=True)
class NotKnown:
    """A figure that cannot be known: the `fact` that stands in its way, the `file` to load (or ""), the `remedy`."""

    fact: str
    file: str
    remedy: str


class Standing(StrEnum):
    """How sure it is on which side of the other interviewers somebody is."""

    CLEAR = "Clear"
    LEANING = "Leaning"
    CANNOT_TELL = "Can't tell"
    TOO_FEW = "Too few"


def standing(probability: float, n: int, reliability: float = 1.0, *, p_alike: float = 0.0) -> Standing:
    """The label of an interviewer's value from the probability that it is above the others', and how many it has.

    `p_alike`: how often luck alone has interviewers differ as much. Where that is not rare nobody is Clear, because
    whoever stands highest of many stands high.
    """
    if n < FEWEST_OF_ONE or reliability < LEAST_RELIABILITY:
        return Standing.TOO_FEW
    sure = max(probability, 1 - probability)
    if sure >= CLEAR_FROM:
        return Standing.CLEAR if p_alike <= BY_LUCK_IN_A_SET else Standing.LEANING
    return Standing.LEANING if sure >= LEANING_FROM else Standing.CANNOT_TELL


NO_INTERVIEWS = NotKnown(
    "No interview was held within these filters.",
    "interviews.csv",
    "Load the interviews, or widen the filters.",
)
NO_RATINGS = NotKnown(
    "No scorecard holds a score or a recommendation.",
    "ratings.csv",
    "Export the ratings, or the column recommendation of the interviews.",
)
NO_SHARED_CANDIDATES = NotKnown(
    "No candidate was rated by two interviewers.",
    "",
    "Who is strict and who met weaker candidates cannot be told apart until two rate the same person.",
)
TOO_FEW_CARDS = NotKnown(
    "These scorecards are too few to tell who is strict from whom they met.",
    "",
    "Widen the filters, or wait for more interviews.",
)
NO_SUBMITTED = NotKnown(
    "No scorecard says when it was submitted.",
    "",
    "Of the interviews, export the column submitted_on with its time of day.",
)
NO_PROMISE = NotKnown(
    "The working agreement promises nothing about scorecards.",
    "working_agreement.csv",
    "Agree how soon a scorecard is written, and load it with ends_at = scorecard_submitted.",
)
NONE_PROMISED = NotKnown(
    "No promise of the working agreement is about any of these scorecards.",
    "",
    "It binds HR and Sales, from a day on: look whether the interviewers' departments and its days are read right.",
)
