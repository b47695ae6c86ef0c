"""What the definitions page says of the company's own settings and of how sure the product is."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hiring import metrics, words
from hiring.access.scope import GROSS_MARGIN, Scope
from hiring.config import RAMPED_AT, SMALLEST_GROUP
from hiring.statistics.profiles.gates import CLEAR_FROM as PROFILES_FROM
from hiring.statistics.verdicts import (
    BY_LUCK_IN_A_SET,
    BY_LUCK_IN_AN_ANSWER,
    CLEAR_FROM,
    FALSE_CLEAR,
    LEANING_FROM,
    SMALLEST_JUDGED,
)

LONG_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
Pairs = tuple[tuple[str, str], ...]


def counted() -> str:
    """How many words are defined: "36 measures in 5 groups."."""
    groups = len(metrics.groups())
    return f"{words.counted(len(metrics.CARDS), 'measure')} in {words.counted(groups, 'group')}."


def found(count: int, sought: str) -> str:
    """How many cards say what somebody looks for: "4 of 42 measures speak of “quota”."."""
    if not count:
        return f"No measure speaks of “{sought}”. Try one word, or its beginning."
    verb = "speaks" if count == 1 else "speak"
    return f"{words.number(count)} of {words.counted(len(metrics.CARDS), 'measure')} {verb} of “{sought}”."


def settings(company: pd.DataFrame, scope: Scope) -> Pairs:
    """The company's own settings as pairs of name and words, from the row of `shared/company`."""
    row = company.iloc[0]
    return (
        ("Data as of", _as_of(row)),
        ("Money", _money(row)),
        ("Time zone", f"{row['time_zone']}; a moment belongs to its day there."),
        ("Fiscal year", _fiscal_year(int(row["fiscal_year_starts_in"]))),
        ("Outcome window", _window(row, scope)),
        ("CRM history", _history(row)),
    )


def _fiscal_year(starts_in: int) -> str:
    """When a fiscal year starts and, where it is not the calendar's, what it is called."""
    starts = f"starts in {LONG_MONTHS[starts_in - 1]}"
    if starts_in == 1:
        return f"{starts}."
    ends = LONG_MONTHS[starts_in - 2]
    return f"{starts}; years and half-years of hire are fiscal ones, and FY2026 ends with {ends} 2026."


def roles(bars: pd.DataFrame) -> pd.DataFrame:
    """What each role must reach, from rows of `shared/role_bars`, ready for a table."""
    return pd.DataFrame(
        {
            "Role profile": bars["role_profile"].astype(str),
            "Bar, of ramped quota": [words.percent(float(bar)) for bar in bars["bar"]],
            "Ramp": [words.months(float(length)) for length in bars["ramp_months"]],
            "High performers": [
                f"top {words.percent(float(share))}" for share in bars["high_performer_share"]
            ],
        }
    )


def labels() -> Pairs:
    """What the labels mean, as pairs of word and meaning."""
    return (
        (
            "Clear, a filled mark",
            f"zero lies outside the interval; the sign is at least {CLEAR_FROM * 100:g}{words.THIN}% sure, "
            f"also after allowing for everything compared with it ({PROFILES_FROM * 100:g}{words.THIN}% for ratings, "
            "competencies and backgrounds). Where pages compare groups of hires, luck alone may "
            f"show as much in no more than {_one_in(BY_LUCK_IN_A_SET)} sets of comparisons (whether recent hires are "
            f"better: {_one_in(BY_LUCK_IN_AN_ANSWER)} companies), because all pages together are to tell at most "
            f"{_one_in(FALSE_CLEAR)} companies anything Clear by luck.",
        ),
        (
            "Leaning, a hollow mark",
            f"the sign is at least {words.percent(LEANING_FROM)} sure, yet luck could explain it.",
        ),
        ("Can't tell, grey", "nothing here sets the two apart. It is not a sign that they are the same."),
    )


def other_words() -> Pairs:
    """What the other words for certainty mean."""
    return (
        (
            "Likely",
            "the 95 % interval: of a hundred such ranges about ninety-five hold the true value.",
        ),
        ("Too few", f"fewer than {SMALLEST_JUDGED} in one of the two groups."),
        ("Hidden", f"groups of fewer than {SMALLEST_GROUP}, so that nobody can be picked out."),
        (
            "The middle",
            "the median: half are below, half above. Where some are still waiting it is read off the "
            "Kaplan–Meier curve, which counts them for as long as they have waited.",
        ),
    )


def _one_in(share: float) -> str:
    """A small share as a reader takes it in: "1 of 1,000"."""
    return f"1 of {words.number(1 / share)}"


def fixed() -> Pairs:
    """What the product itself sets, the same for every company."""
    return (
        ("Ramped", f"{words.percent(RAMPED_AT)} of full quota over three months on end."),
        ("Gross margin", f"{words.percent(GROSS_MARGIN)} of bookings, assumed, for payback only."),
    )


def _as_of(row: Any) -> str:
    how = "given for this build" if row["is_as_of_given"] else "the latest thing that happened in the exports"
    return f"{words.day(row['as_of'])}, {how}. Nothing is counted from today's date."


def _money(row: Any) -> str:
    how = "set for the company" if row["is_base_currency_set"] else "the most frequent currency of the deals"
    return f"{row['base_currency']}, {how}; other currencies at the rate of the month in which a deal closed."


def _window(row: Any, scope: Scope) -> str:
    usual = words.months(int(row["outcome_window"]))
    chosen = words.months(scope.outcome_window)
    return f"{usual}." if usual == chosen else f"{chosen} chosen now; {usual} unless chosen otherwise."


def _history(row: Any) -> str:
    first = row["first_opportunity_on"]
    return (
        "holds no opportunity." if pd.isna(first) else f"begins on {words.day(pd.Timestamp(first).date())}."
    )
