"""How much of the exports was joined across the systems, in the line that stands under every page."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hiring import words
from hiring.config import LEAST_REVENUE_MATCHED, SMALLEST_GROUP

#: Whoever sells opens something within half a year; where a tenth of the hires did not, their deals lie elsewhere.
MOST_OWNING_NOTHING = 0.10
NOTHING_WON = (
    "The CRM's file holds no won revenue by the day the data speak of.",
    "So everybody's sales and attainment are zero. Where deals were won by then, export the closed ones too, and look "
    "which stages are read as won.",
)
WHO_IS_WHOM = (
    "Say who is whom on the page Identity match, or add the CRM's user list with e-mails or employee numbers to the "
    "exports"
)


def line(rate: pd.DataFrame) -> str:
    """The share of won revenue and of people that were joined (`shared/match_rate`), in one short line."""
    row = rate.iloc[0]
    parts = []
    if row["credited_revenue"] > 0:
        parts.append(f"{revenue(rate)} of won revenue")
    if row["count_people"]:
        parts.append(f"{people(rate)} of owners, interviewers and hired candidates")
    if not parts:
        return ""
    return f"Found in the HR file: {' and '.join(parts)}."


def warning(rate: pd.DataFrame) -> tuple[str, str]:
    """(fact, what to do) where nothing is won, less than half of it is anybody's, or many hires own nothing; else none.

    What was won before the first hire is not asked for: no figure lacks it.
    """
    row = rate.iloc[0]
    if float(row["credited_revenue"]) == 0:
        return NOTHING_WON
    won, matched = float(row["credited_since"]), float(row["matched_since"])
    if won <= 0 or matched >= LEAST_REVENUE_MATCHED * won:
        return _owning_nothing(row)
    is_ownerless = float(row["ownerless_since"]) > (won - matched) / 2
    step = (
        "Most of it names no owner: export the owner of each opportunity (owner_id)"
        if is_ownerless
        else WHO_IS_WHOM
    )
    return (
        f"Only {words.percent(matched / won)} of the revenue won since the first hire is anybody's in the HR file.",
        f"Every figure of revenue and attainment lacks the rest. {step} and build again.",
    )


def _owning_nothing(row: pd.Series[Any]) -> tuple[str, str]:
    """A team whose CRM was not exported, or whose logins are nobody's, looks as if it sold nothing."""
    settled, without = int(row["count_settled"]), int(row["count_without_opportunity"])
    if not row["has_opportunities_not_won"] or without < max(SMALLEST_GROUP, settled * MOST_OWNING_NOTHING):
        return "", ""
    return (
        f"{words.number(without)} of {words.counted(settled, 'hire')} who stayed half a year own no opportunity in "
        "the CRM's file: none won, none lost, none open.",
        "They count as hires who sold nothing. If their team sells in another CRM, or the export leaves it out, export "
        f"its opportunities too; if they have logins under other names, {_lower(WHO_IS_WHOM)} and build again.",
    )


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]


def revenue(rate: pd.DataFrame) -> str:
    """The share of won revenue that is credited to somebody in the HR file; "not known" where nothing is won."""
    row = rate.iloc[0]
    won = float(row["credited_revenue"])
    return words.percent(float(row["matched_revenue"]) / won if won > 0 else None)


def people(rate: pd.DataFrame) -> str:
    """The share of owners, interviewers and hired candidates who are somebody in the HR file."""
    row = rate.iloc[0]
    count = int(row["count_people"])
    return words.percent(int(row["count_matched"]) / count if count else None)
