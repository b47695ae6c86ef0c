"""The answer of the page "Second look": who went on by their ratings, for which reasons others did not."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.candidates.leaving import counted
from hiring.findings.exhibit import Exhibit
from hiring.findings.marks import Row
from hiring.findings.numbers import Number
from hiring.findings.second_look import figures
from hiring.findings.second_look.places import SIDES, STAGES, Patterns, Place
from hiring.statistics.rates import wilson
from hiring.statistics.ratings.passed_on import HIGH, LOW

KICKER = "Second look"
LONGEST_LEAD = 90  # letters
MOST_NAMED = 1  # places in a lead
UNKNOWN = "Who is turned down with which ratings is not known"
NOBODY = "No candidate of these filters has a rating by HR or Sales"
TOO_FEW = "Too few candidates were rated to say who went on"
#: What the page cannot do without, by table: the fact, the file, what it says.
NEEDED = {
    "applications": (
        "No applications are loaded.",
        "applications.csv",
        "The file says who applied, who was turned down, by whom and why.",
    ),
    "interviews": (
        "No interviews are loaded.",
        "interviews.csv",
        "The file says who met which candidate at which stage.",
    ),
    "ratings": (
        "No competency ratings are loaded.",
        "ratings.csv",
        "The file says how each interviewer rated a candidate, competency by competency.",
    ),
}
NO_SIDES = (
    "Scores came in, but none is by an interviewer whom the HR file places in HR or Sales: say who is whom on the page "
    "Identity match."
)
#: Whose reasons stand where the file does not say which side turned somebody down.
NO_SIDE = ""
UNKNOWABLE = (
    "Nobody knows how those who were turned down would have sold, whether they were rated 5 or 1.",
    "Hires who were rated so are those whom somebody let through in spite or because of it. What they did says "
    "nothing of the others, in either direction.",
    "A stage weighs more than one competency: who is rated high on one and turned down may have been rated low on "
    "another, or the opening may have been filled.",
)
READING = (
    "A rating is the mean that one side gave at one stage; 1–2 is below 2.5, 4–5 is 3.5 and above. Went on: came to a "
    "later stage. Who withdrew there or still waits is in no share.",
    "Counts, no verdicts. The competency shown first is the one in which the better rated went on least often "
    "somewhere; of each side stands the first stage at which it rates.",
    "Hires' ratings: the side's mean over all its stages. Expected: what hires of the same role, region and start "
    "year gave.",
)


@dataclass(frozen=True)
class SecondLook:
    """The whole answer for one competency."""

    lead: str
    standfirst: str
    numbers: tuple[Number, ...]
    passed: tuple[Exhibit, ...]
    hired: Exhibit
    against: pd.DataFrame
    reasons: tuple[tuple[str, pd.DataFrame], ...]


def second_look(found: Patterns, competency: str, hires: pd.DataFrame, by_reason: pd.DataFrame) -> SecondLook:
    """From `patterns`, the hires of the evidence, and `second_look/rejections_by_reason`."""
    places = found.entries(competency)
    return SecondLook(
        lead(found, competency) if places else TOO_FEW,
        _standfirst(found, places) if places else "",
        numbers(found, hires, places) if places else (),
        tuple(figures.passed(found, competency, side) for side in SIDES),
        figures.hired(found, hires, competency),
        figures.against(found, competency),
        reasons(by_reason),
    )


def lead(found: Patterns, competency: str) -> str:
    """Where fewer of those rated high went on than of those rated low, and where not; of all stages and both sides.

    "Rated 4–5 on Assertiveness: fewer went on at HR's screen; at no other stage of either side".
    """
    places = found.of(competency)
    lower = [one for one in places if one.is_lower(len(found.judged))]
    others = [one for one in places if one not in lower]
    if not lower:
        end = ": at no stage did clearly fewer go on"
    elif not others:
        end = ": fewer went on wherever they were rated"
    else:
        where = " and ".join(one.where.removesuffix(" interview") for one in lower)
        if len(lower) > MOST_NAMED:
            where = f"{words.number(len(lower))} of {words.number(len(places))} places"
        of = " of either side" if len({one.side for one in others}) > 1 else ""
        end = f": fewer went on at {where}; at no other stage{of}"
    start = f"Rated {HIGH} on "
    return start + words.one_line(competency, LONGEST_LEAD - len(start + end)) + end


def _standfirst(found: Patterns, places: tuple[Place, ...]) -> str:
    """Both sides' counts with the same space, and that among many combinations one is always the widest."""
    counts = " ".join(
        f"{one.where[0].upper()}{one.where[1:]}: {_of(one.high)} rated {HIGH} went on, {_of(one.low)} rated {LOW} "
        f"({one.apart()})."
        for one in places
    )
    among = ""
    if len(found.judged) > 1:
        many = words.number(len(found.judged))
        among = f" Of {many} combinations of competency, stage and side one is always the widest"
        among += "; its competency is shown first." if places[0].competency == found.first else "."
    return f"{counts}{among} How those turned down would have sold, nobody knows."


def numbers(found: Patterns, hires: pd.DataFrame, places: tuple[Place, ...]) -> tuple[Number, ...]:
    """Of each side: who of those rated high went on at its first stage, and how the hires whom it rated so did."""
    later = [
        _hires(row)
        for row in figures.of_hires(found, hires, places[0].competency)
        if row["band"] == HIGH and row["instead"] is None
    ]
    return (*map(_went_on, places), *later)


def _went_on(place: Place) -> Number:
    share = place.share(place.high)
    note = f"{_of(place.high)} at the {STAGES[place.stage][0]} · {words.likely(share.low, share.high)}"
    return Number("went_on_by_rating", words.percent(share.estimate), note, f"Went on, {place.side} {HIGH}")


def _hires(row: Row) -> Number:
    note = f"high performers, expected {words.number(row['expected_count'])}"
    return Number("hires_by_rating", str(row["right"]), note, f"Hires, {row['side']} {HIGH}")


def _of(ends: tuple[int, int]) -> str:
    return f"{words.number(ends[0])} of {words.number(ends[1])}"


def reasons(by_reason: pd.DataFrame) -> tuple[tuple[str, pd.DataFrame], ...]:
    """For each side, and where none is recorded: how many were turned down, and why, the most frequent first."""
    told = []
    sides = by_reason["department"].fillna(NO_SIDE)
    for side in (*SIDES, NO_SIDE):
        mine = by_reason[sides == side]
        count = int(mine["count_rejections"].sum())
        if count >= SMALLEST_GROUP:
            heading = f"Why {side} turned down {words.number(count)}"
            if side == NO_SIDE:
                heading = f"Why {words.number(count)} were turned down, by whom is not recorded"
            told.append((heading, _reasons_table(mine, count)))
    return tuple(told)


def _reasons_table(mine: pd.DataFrame, count: int) -> pd.DataFrame:
    # A reason kept back for its few is not here, and so among the others.
    is_hidden = mine["reason"].isna() & mine["is_recorded"].astype(bool)
    rows = counted(mine[~is_hidden].rename(columns={"count_rejections": "count_applications"}), count)
    shares = [wilson(int(n), count) for n in rows["n"]]
    return pd.DataFrame(
        {
            "Reason": [words.one_line(str(reason), 44) for reason in rows["reason"]],
            "Candidates": [words.number(n) for n in rows["n"]],
            "Share": [words.with_interval(one.estimate, one.low, one.high) for one in shares],
        }
    )
