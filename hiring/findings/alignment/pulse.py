"""How HR and Sales find working with each other: of each side the share of favourable answers, its best first."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.access import periods
from hiring.findings.alignment.departments import LONGEST
from hiring.findings.alignment.quarters import WHOLE
from hiring.statistics.rates import difference, wilson
from hiring.statistics.ratings.departments import HR, SALES

TITLE = "What each side answers about working with the other"
STANDFIRST = (
    f"Each side answers about the other. {WHOLE}. Answers of 7 or more, of 10, with their likely range; quarters of "
    "fewer than five are left out"
)
SIDES = {HR: "hr", SALES: "sales"}
QUESTIONS = {
    "understood_the_role": "The other side understands the role",
    "works_well_together": "The two work well together",
}
BY_HALF_YEAR, NOT_SHOWN = "Half-year by half-year", "not shown"
YEAR, HALF, MOST_HALVES, MOST_QUESTIONS = 4, 2, 6, 3
#: Of fewer answers a side finds its own people in them; both halves of four quarters are told, or neither.
FEWEST_OF_HALF = 10
TEN = f"A half-year is told where it and its neighbour in the same four quarters hold {FEWEST_OF_HALF} answers each."
#: The headline tells a movement that one company in twenty shows by luck, over all that was asked.
ONE_IN_TWENTY = 0.05
Counted = tuple[int, int]
COLUMNS = ["What was asked", "Last four quarters", "The four before"]


def quarters(rows: pd.DataFrame, as_of: pd.Timestamp, starts_in: int = 1) -> pd.DataFrame:
    """Rows of `alignment/pulse` with the half-year, years and halves since it ended, and the question in words."""
    quarter = periods.quarters(rows["quarter_start"], starts_in)
    running = (as_of + pd.Timedelta(days=1)).to_period(periods.quarterly(starts_in))
    ago = pd.Series([running.ordinal - 1 - one.ordinal for one in quarter], rows.index, dtype=int)
    asked = [QUESTIONS.get(str(one), str(one)) for one in rows["question"]]
    halves = [_half(running - 1 - HALF * (one // HALF)) for one in ago]
    return rows.assign(years_ago=ago // YEAR, halves_ago=ago // HALF, half=halves, asked=asked)


def _half(last: pd.Period) -> str:
    """The two quarters that end with this one: "2026 Q1–Q2"."""
    first = last - 1
    end = f"Q{last.quarter}" if first.qyear == last.qyear else periods.quarter_name(last)
    return f"{periods.quarter_name(first)}{words.DASH}{end}"


def table(told: pd.DataFrame, side: str) -> pd.DataFrame:
    """A row a question of the side, the best of the last four quarters first; sums of shown quarters only."""
    rows = [
        (-now[0] / max(now[1], 1), asked, _cell(*now), _cell(*before))
        for asked, (now, before) in _sums(told, side).items()
    ]
    return pd.DataFrame([row[1:] for row in sorted(rows)], columns=COLUMNS)


def title(told: pd.DataFrame) -> str:
    """The question whose answers moved most between the two times four quarters, of both sides whichever moved.

    Where luck hardly moves one of so many so far: "“The two work well together”: HR 44 % (50 % before), Sales 30 % …".
    """
    moved: list[tuple[float, str]] = []
    said: dict[str, list[str]] = {}
    for side in SIDES:
        for asked, (now, before) in _sums(told, side).items():
            if now[1] and before[1]:
                found = difference(*now, *before)
                then = f"{words.percent(before[0] / before[1])}{'' if asked in said else ' before'}"
                said.setdefault(asked, []).append(f"{side} {words.percent(now[0] / now[1])} ({then})")
                moved.append((min(found.probability, 1 - found.probability), asked))
    if not moved or min(moved)[0] * 2 * len(moved) > ONE_IN_TWENTY:
        return TITLE
    most = min(moved)[1]
    title = f"“{most}”: {', '.join(said[most])}"
    return title if len(title) <= LONGEST else TITLE


def by_half_year(told: pd.DataFrame, side: str) -> pd.DataFrame:
    """A row a half-year, the latest first, a column a question, the best first; what is not shown is not told why."""
    keys = ["halves_ago", "half", "years_ago", "asked"]
    sums = _of_side(told, side).groupby(keys)[["count_favourable", "count_answers"]].sum().reset_index()
    # Both halves stand in the sum of their four quarters: a small one would be the sum less the other.
    fewest = sums.groupby(["years_ago", "asked"])["count_answers"].transform("min")
    pairs = zip(sums["count_favourable"], sums["count_answers"], fewest >= FEWEST_OF_HALF, strict=True)
    cells = sums.assign(
        said=[_cell(int(count), int(n)) if is_told else NOT_SHOWN for count, n, is_told in pairs]
    )
    wide = cells.pivot(index=["halves_ago", "half"], columns="asked", values="said").sort_index()
    asked = table(told, side)["What was asked"].tolist()[:MOST_QUESTIONS]
    wide = wide.head(MOST_HALVES).reindex(columns=asked).fillna(NOT_SHOWN)
    wide.insert(0, "Half-year", wide.index.get_level_values("half"))
    return wide.reset_index(drop=True).rename_axis(columns=None)


def _sums(told: pd.DataFrame, side: str) -> dict[str, tuple[Counted, Counted]]:
    """By question: favourable answers and all answers, of the last four quarters and of the four before."""
    sums: dict[str, list[Counted]] = {}
    for row in _of_side(told, side).sort_values("asked").to_dict("records"):
        years = sums.setdefault(row["asked"], [(0, 0), (0, 0)])
        if row["years_ago"] < len(years):
            count, n = years[row["years_ago"]]
            years[row["years_ago"]] = (count + row["count_favourable"], n + row["count_answers"])
    return {asked: (years[0], years[1]) for asked, years in sums.items()}


def _of_side(told: pd.DataFrame, side: str) -> pd.DataFrame:
    return told[told["department"] == SIDES[side]]


def _cell(count: int, n: int) -> str:
    """ "67 % (42–85) · 10 of 15"."""
    if not n:
        return NOT_SHOWN
    share = wilson(count, n)
    of = f"{words.number(count)} of {words.number(n)}"
    return f"{words.with_interval(share.estimate, share.low, share.high)} · {of}"
