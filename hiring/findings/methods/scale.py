"""How near the truth the one scale is: what is said to be left after luck, and how often its ranges hold.

Figures kept with the code (`hiring/statistics/high_performers/measured.json`, written by
`python -m benchmarks.one_scale`); in hires of a hundred, of companies whose truth is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.marks import End, Reference
from hiring.findings.methods.proof import MADE_UP, words_of
from hiring.statistics.high_performers import measured
from hiring.statistics.high_performers.measured import Differences, Levelled, Measurement

KEY = "methods_scale"
TITLE = "How near the truth is what is left after luck?"
#: The aims: as far as what is said may be from what is true on average, and how many of a hundred ranges hold.
MOST_OFF, LEAST_HELD, MOST_HELD = 3, 0.93, 0.97
#: Below so many rows a share of ranges says too little to be held against an aim.
FEWEST_ROWS = 100
NOT_MEASURED = (
    "Not measured yet.",
    "",
    "python -m benchmarks.one_scale makes companies whose truth is known and keeps what the rows say of them.",
)
READING = (
    "A row says what is left after luck of hires in a hundred; true is how often the same hires come out so when they "
    "live their first year anew. Rows are put together by what was said of them."
)
PEOPLE = {"interviewer": "Interviewers", "pair": "Pairs", "source": "Sources"}
GROUPS = {
    "region": "Regions",
    "segment": "Segments",
    "source": "Sources",
    "start_year": "Start years",
    "profile_version": "Profile versions",
    "years_in_sales": "Years in sales before",
    "previous_industry": "Industries before",
    "role_profile": "Roles (bar met, stayed)",
    "interviewer": "Interviewers",
    "pair": "Pairs",
}


@cache
def kept() -> Measurement | None:
    """The figures kept with the code; nothing where they were never measured."""
    try:
        return measured.read()
    except OSError:
        return None


def exhibit(found: Measurement | None) -> Exhibit:
    """What is said (filled) and what is true (hollow), by what was said; undrawn where nothing was measured."""
    if found is None:
        return undrawn(KEY, TITLE)
    rows = steps(found)
    given = {
        "ends": (End("true", "true", "hollow"), End("said", "said", "filled")),
        "show": words.number,
        "reference": Reference(0.0, "none"),
        "noun": "row",
    }
    return Exhibit(
        key=KEY,
        lead=lead(found),
        standfirst="high performers in a hundred hires, said and true",
        marks=Marks("dumbbell", rows, given),
        alt=_in_words(rows),
        n=int(rows["n"].sum()),
        definition=("after_luck",),
        whose=MADE_UP,
    )


def lead(found: Measurement) -> str:
    """How far from the truth a row is after luck, and as counted, in at most 90 letters."""
    after = words.number(_mean(found.by_size, "mean_absolute"))
    before = words.number(_mean(found.by_size, "mean_absolute_counted"))
    return f"After luck a row lies {after} in a hundred from the truth; as counted, {before}"


def steps(found: Measurement) -> pd.DataFrame:
    """Rows of the form `dumbbell`: `said` and `true` of rows of all sizes of company, by where what was said lies."""
    by_step: dict[tuple[int, int], list[Levelled]] = {}
    for one in found.calibration:
        by_step.setdefault(_bounds(one), []).append(one)
    return pd.DataFrame(
        [
            {
                "name": f"Said {low} to {high}",
                "said": _mean(ones, "said"),
                "true": _mean(ones, "true"),
                "n": sum(one.rows for one in ones),
                "right": words.counted(sum(one.rows for one in ones), "row"),
            }
            for (low, high), ones in sorted(by_step.items())
        ]
    )


def people(found: Measurement) -> pd.DataFrame:
    """How many ranges after luck hold the truth: a row for interviewers, pairs and sources, a column a size."""
    return _table(found, PEOPLE, found.by_size, "Ranges after luck")


def groups(found: Measurement) -> pd.DataFrame:
    """How many ranges of counted less expected hold the truth, of all outcomes: a row a kind of group."""
    return _table(found, GROUPS, found.differences, "Ranges of counted less expected")


def points(found: Measurement) -> tuple[tuple[str, str], ...]:
    """On what it was measured, how far off what is said is, and where it is further off than it should be."""
    sizes = sorted(found.companies)
    count = sum(found.companies.values())
    off = _mean(found.by_size, "said") - _mean(found.by_size, "true")
    way = "high" if off > 0 else "low"
    return (
        ("Said against true", f"on average {words.number(abs(off), 1)} in a hundred too {way}."),
        (f"More than {MOST_OFF} off", _weak(found)),
        (
            "Measured on",
            f"{words.day(date.fromisoformat(found.measured_on))}: {words.number(count)} invented "
            f"companies of {words_of([words.number(size) for size in sizes])} hires, of which interviewers differ by "
            "nothing, something or much, sales have heavy tails, or another share than a fifth are high performers.",
        ),
    )


def of_ranges() -> tuple[tuple[str, str], ...]:
    """What "met", "too wide" and "missed" mean of ranges, for the fold."""
    return (
        (
            f"Ranges of 95{words.THIN}%",
            f"{words.percent(LEAST_HELD)} to {words.percent(MOST_HELD)} of them should hold the truth: met. Too wide: "
            "more do, so they promise less than they could, which misleads nobody. Missed: fewer do. Below "
            f"{FEWEST_ROWS} rows nothing is judged.",
        ),
    )


def _weak(found: Measurement) -> str:
    """Where rows of one size of company are further off than is aimed for."""
    far = [one for one in found.calibration if abs(one.said - one.true) > MOST_OFF]
    told = []
    for size in sorted({one.hires for one in far}):
        ones = sorted((one for one in far if one.hires == size), key=lambda one: one.said)
        pairs = [f"{words.number(one.said)} said where {words.number(one.true)} is true" for one in ones]
        told.append(f"in companies of {words.number(size)} hires, {words_of(pairs)}")
    return f"{'; '.join(told)}." if told else "nowhere."


def _table(
    found: Measurement, names: dict[str, str], figures: Sequence[Levelled | Differences], head: str
) -> pd.DataFrame:
    sizes = sorted(found.companies)
    rows = [
        (name, *(_held([row for row in figures if row.of == of and row.hires == size]) for size in sizes))
        for of, name in names.items()
    ]
    return pd.DataFrame(rows, columns=[head, *(words.counted(size, "hire") for size in sizes)])


def _held(rows: Sequence[Levelled | Differences]) -> str:
    """ "96 % of 414 · met"; no verdict on few rows."""
    count = sum(row.rows for row in rows)
    if not count:
        return "not measured"
    share = _mean(rows, "held")
    text = f"{_percent(share)} of {words.number(count)}"
    if count < FEWEST_ROWS:
        return text
    if share < LEAST_HELD:
        return f"{text} · missed"
    return f"{text} · {'too wide' if share > MOST_HELD else 'met'}"


def _percent(share: float) -> str:
    """A share, with a decimal where without it one beyond a bound would read as the bound."""
    said, is_beyond = words.percent(share), share < LEAST_HELD or share > MOST_HELD
    is_alike = said in {words.percent(LEAST_HELD), words.percent(MOST_HELD)}
    return f"{words.number(100 * share, 1)}{words.THIN}%" if is_beyond and is_alike else said


def _mean(rows: Iterable[Levelled | Differences], name: str) -> float:
    """The mean of a figure over rows of which each stands for so many."""
    told = [(getattr(row, name), row.rows) for row in rows]
    return float(sum(value * count for value, count in told) / sum(count for _, count in told))


def _bounds(one: Levelled) -> tuple[int, int]:
    low, high = one.said_in.strip("(]").split(",")
    return int(low), int(high)


def _in_words(rows: pd.DataFrame) -> str:
    told = [
        f"{row['name']}: {words.number(row['said'])} said, {words.number(row['true'])} true"
        for row in rows.to_dict("records")
    ]
    return f"High performers in a hundred hires, said and true. {'; '.join(told)}."
