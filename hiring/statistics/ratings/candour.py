"""Candour in five shares a side: in time, before colleagues, over the whole scale, in words, on what is asked."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring.statistics.rates import rates_of
from hiring.statistics.ratings.coverage import SIDES, Coverage
from hiring.statistics.ratings.independence import Independence
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.spread import Spread
from hiring.statistics.ratings.thresholds import FEWEST_OF_ONE
from hiring.statistics.ratings.timeliness import Timeliness

ON_TIME, INDEPENDENT, WHOLE_SCALE, WORDS, COVERED = (
    "scorecards_on_time",
    "scorecards_independent",
    "whole_scale_used",
    "scorecards_with_words",
    "competencies_covered",
)
KEPT = ["department", "count", "n", "rate", "low", "high"]


@dataclass(frozen=True)
class Known:
    """What the shares are made of, as far as it is known."""

    times: Timeliness | NotKnown
    independent: Independence | NotKnown
    spread: Spread | NotKnown
    coverage: Coverage | NotKnown
    #: How many grades the scale has.
    grades: int


def shares(cards: pd.DataFrame, known: Known) -> pd.DataFrame:
    """A row a side and share: department, card (of the metrics), count, n, rate, low, high, as far as known.

    Scorecards are counted, of the whole scale interviewers; of what is asked for, `count` of `n` are competencies and
    the range is that of the mean over scorecards.
    """
    parts = [
        _of(known.times, ON_TIME, "count_on_time", "count_due"),
        _of(known.independent, INDEPENDENT, "count_independent", "count_written"),
        _whole_scale(known),
        _with_words(cards),
    ]
    if isinstance(known.coverage, Coverage):
        rows = known.coverage.by_department.rename(columns={"count_rated": "count", "count_asked": "n"})
        parts.append(rows[KEPT].assign(card=COVERED))
    every = pd.concat([part for part in parts if len(part)] or [parts[0]], ignore_index=True)
    return every[every["department"].isin(SIDES) & (every["n"] > 0)].reset_index(drop=True)


def _of(found: Timeliness | Independence | NotKnown, card: str, hits: str, n: str) -> pd.DataFrame:
    if isinstance(found, NotKnown):
        return pd.DataFrame(columns=[*KEPT, "card"])
    rows = found.departments.rename(columns={hits: "count", n: "n"})
    return rows[KEPT].assign(card=card)


def _whole_scale(known: Known) -> pd.DataFrame:
    """Of interviewers with scorecards enough, those who gave every grade there is."""
    if isinstance(known.spread, NotKnown):
        return pd.DataFrame(columns=[*KEPT, "card"])
    people = known.spread.interviewers
    enough = people[people["count_scorecards"] >= FEWEST_OF_ONE]
    used = enough["count_grades"] >= known.grades
    return _rated(used, enough["department"]).assign(card=WHOLE_SCALE)


def _with_words(cards: pd.DataFrame) -> pd.DataFrame:
    """Of scorecards that came in, those with words beside the scores; nothing where the file has no words at all."""
    written = cards[cards["submitted_on"].notna()]
    if not written["has_words"].any():
        return pd.DataFrame(columns=[*KEPT, "card"])
    return _rated(written["has_words"].astype(bool), written["department"]).assign(card=WORDS)


def _rated(is_so: pd.Series, department: pd.Series) -> pd.DataFrame:
    grouped = is_so.groupby(department)
    counts = pd.DataFrame({"count": grouped.sum(), "n": grouped.size()}).reset_index()
    return rates_of(counts, successes="count", n="n")
