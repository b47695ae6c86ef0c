"""How much of the exports was joined across the systems, in the line that stands under every page."""

from __future__ import annotations

import pandas as pd

from hiring import words
from hiring.config import LEAST_REVENUE_MATCHED

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
    told = []
    if row["credited_revenue"] > 0:
        told.append(f"{revenue(rate)} of won revenue")
    if row["count_people"]:
        told.append(f"{people(rate)} of owners, interviewers and hired candidates")
    if not told:
        return ""
    return f"Found in the HR file: {' and '.join(told)}."


def warning(rate: pd.DataFrame) -> tuple[str, str]:
    """(fact, what to do) where nothing is won or less than half of it is anybody's in the HR file; else nothing."""
    row = rate.iloc[0]
    won, matched = float(row["credited_revenue"]), float(row["matched_revenue"])
    if won == 0:
        return NOTHING_WON
    if won <= 0 or matched >= LEAST_REVENUE_MATCHED * won:
        return "", ""
    is_ownerless = float(row["ownerless_revenue"]) > (won - matched) / 2
    step = (
        "Most of it names no owner: export the owner of each opportunity (owner_id)"
        if is_ownerless
        else WHO_IS_WHOM
    )
    return (
        f"Only {words.percent(matched / won)} of the won revenue is anybody's in the HR file.",
        f"Every figure of revenue and attainment lacks the rest. {step} and build again.",
    )


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
