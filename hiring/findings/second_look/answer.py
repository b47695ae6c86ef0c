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
from hiring.findings.second_look.places import SIDES, Patterns, Place
from hiring.statistics.rates import wilson
from hiring.statistics.ratings.passed_on import HIGH, LOW

KICKER = "Second look"
LONGEST_LEAD = 90  # letters
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
    "Nobody knows how those who were turned down would have sold: a rating of 5 and a refusal is no loss proven, and a "
    "rating of 1 and a refusal no luck.",
    "Hires who were rated so are those whom somebody let through in spite or because of it. What they did says "
    "nothing of the others, in either direction.",
    "A stage weighs more than one competency: who is rated high on one and turned down may have been rated low on "
    "another, or the opening may have been filled.",
)
READING = (
    "A rating is the mean that one side gave at one stage; 1–2 is below 2.5, 4–5 is 3.5 and above. Went on: came to a "
    "later stage. Who withdrew there or still waits is in no share.",
    "Of many combinations of competency, stage and side one is always the widest: counts, no verdicts. What is said "
    "first is the one in which the better rated went on least often.",
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
    places = found.of(competency)
    return SecondLook(
        lead(places[0]) if places else TOO_FEW,
        _standfirst(found, places) if places else "",
        numbers(found, hires, places[0]) if places else (),
        tuple(figures.passed(found, competency, side) for side in SIDES),
        figures.hired(found, hires, competency),
        figures.against(found, competency),
        reasons(by_reason),
    )


def lead(place: Place) -> str:
    """ "Rated 4–5 on Assertiveness at HR's screen, 35 % went on; rated 1–2, 68 %"."""
    high, low = (words.percent(place.share(ends).estimate) for ends in (place.high, place.low))
    end = f" at {place.where}, {high} went on; rated {LOW}, {low}"
    start = f"Rated {HIGH} on "
    return start + words.one_line(place.competency, LONGEST_LEAD - len(start + end)) + end


def _standfirst(found: Patterns, places: tuple[Place, ...]) -> str:
    first = places[0]
    counts = f"{_of(first.high)} rated {HIGH}, {_of(first.low)} rated {LOW}: {first.apart()}."
    if first is max(found.judged, key=lambda one: one.fewer):
        among = (
            f"Of {words.number(len(found.judged))} combinations of competency, stage and side, the one in which the "
            "better rated went on least often."
            if len(found.judged) > 1
            else ""
        )
    else:
        among = f"The lowest of {words.counted(len(places), 'place')} where {first.name} was rated."
    return f"{counts} {among} How those turned down would have sold, nobody knows.".replace("  ", " ")


def numbers(found: Patterns, hires: pd.DataFrame, place: Place) -> tuple[Number, ...]:
    """Who went on of those rated high and low at the place, and how the hires whom that side rated so did."""
    ends = ((HIGH, place.high), (LOW, place.low))
    rows = {
        row["band"]: row
        for row in figures.of_hires(found, hires, place.competency)
        if row["side"] == place.side and row["instead"] is None
    }
    later = [_hires(rows[band], place.side) for band, _ in ends if band in rows]
    return (*[_went_on(band, counts) for band, counts in ends], *later)


def _went_on(band: str, counts: tuple[int, int]) -> Number:
    share = wilson(*counts)
    note = f"{_of(counts)} · {words.likely(share.low, share.high)}"
    return Number("went_on_by_rating", words.percent(share.estimate), note, f"Went on, rated {band}")


def _hires(row: Row, side: str) -> Number:
    note = f"expected {words.number(row['expected_count'])} · rated by {side}"
    return Number("hires_by_rating", str(row["right"]), note, f"Hires rated {row['band']}")


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
