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
LONGEST_LEAD, SHORTEST_NAME = 90, 24  # letters of a lead, and of a competency in it
MOST_REASONS = 2  # of a side that no profile asks for
UNKNOWN = "Who is turned down with which ratings is not known"
NOBODY = "No application of these filters has a rating by HR or Sales"
TOO_FEW = "Too few applications were rated to say which went on"
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
OUTSIDE = "decide whether profiles should ask for these reasons, or are no longer used: {reasons}."
FIRST = (
    " Shown first, as at one stage those rated higher went on least often beside those rated lower; the list holds the "
    "others."
)
UNKNOWABLE = "Nobody knows how those who were turned down would have sold, whether they were rated 5 or 1."
READING = (
    "Applications are counted: who applied twice counts twice. A rating is the mean that one side gave at one stage; "
    "1–2 is below 2.5, 4–5 is 3.5 and above. Went on: came to a later stage. Who withdrew there or still "
    "waits is in no share.",
    "A stage weighs more than one competency: who is rated high on one and turned down may have been rated low on "
    "another, or the opening may have been filled.",
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
    places, later = found.entries(competency), figures.hired(found, hires, competency)
    first = later.lead if later.is_drawn else lead(found, competency)
    return SecondLook(
        first if places else TOO_FEW,
        f"{_standfirst(places)}{FIRST if competency == found.first else ''}" if places else "",
        numbers(found, hires, places) if places else (),
        tuple(figures.passed(found, competency, side) for side in SIDES),
        later,
        figures.against(found, competency),
        reasons(by_reason),
    )


def lead(found: Patterns, competency: str) -> str:
    """ "Rated 4–5 on Assertiveness: 35 % go on at HR's screen, 90 % at Sales' first interview": counts, no verdict."""
    places = found.entries(competency)
    for drop in ("", " interview"):
        said = [f"{_rate(one, one.high)}{{}} at {one.where.removesuffix(drop)}" for one in places]
        end = ": " + ", ".join(said).format(" go on", *[""] * len(places))
        room = LONGEST_LEAD - len(f"Rated {HIGH} on {end}")
        if room >= min(SHORTEST_NAME, len(competency)):
            break
    return f"Rated {HIGH} on {words.one_line(competency, room)}{end}"


def _rate(place: Place, of: tuple[int, int]) -> str:
    return words.percent(place.share(of).estimate)


def _standfirst(places: tuple[Place, ...]) -> str:
    """Of each side who went on, of those rated high and low."""
    told, order = [], list(STAGES)
    for one in places:
        is_later = order.index(one.stage) > order.index(places[0].stage)
        rates = f"{_rate(one, one.high)} of those rated {HIGH} and {_rate(one, one.low)} of those rated {LOW}"
        told.append(f"{one.where}{', of those who are left,' if is_later else ''} lets on {rates}")
    return f"{'; '.join(told)}."


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
    low = f"{LOW}: {_rate(place, place.low)}"
    note = f"went on, {_of(place.high)} · {words.likely(share.low, share.high)}; of those rated {low}"
    label = f"{STAGES[place.stage][1]}, {place.side} {HIGH}"
    return Number("went_on_by_rating", words.percent(share.estimate), note, label)


def _hires(row: Row) -> Number:
    note = f"high performers, expected {words.number(row['expected_count'])}"
    return Number("hires_by_rating", _of((row["count"], row["n"])), note, f"Hires, {row['side']} {HIGH}")


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
            many = words.counted(count, "application")
            heading = f"Why {side} turned down {many}"
            if side == NO_SIDE:
                heading = f"Why {many} were turned down, by whom is not recorded"
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
            "Applications": [words.number(n) for n in rows["n"]],
            "Share": [words.with_interval(one.estimate, one.low, one.high) for one in shares],
        }
    )


def outside(by_reason: pd.DataFrame) -> str:
    """What both sides may talk about: the reasons no profile asks for, of rows of `intake/rejections`; "" for none."""
    asked = by_reason["is_asked_for"]
    mine = by_reason[asked.notna() & ~asked.fillna(True).astype(bool) & by_reason["reason"].notna()]
    sums = mine.groupby(["department", "reason"])["count_rejections"].sum().reset_index()
    sums = sums[sums["count_rejections"] >= SMALLEST_GROUP].sort_values("count_rejections", ascending=False)
    told = []
    for side in SIDES:
        rows = sums[sums["department"] == side].head(MOST_REASONS)
        named = [
            f"“{words.one_line(str(reason), 44)}” {words.number(n)}"
            for reason, n in zip(rows["reason"], rows["count_rejections"], strict=True)
        ]
        told += [f"{side} {' and '.join(named)}"] if named else []
    return OUTSIDE.format(reasons="; ".join(told)) if told else ""
