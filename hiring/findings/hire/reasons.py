"""Why each figure of one hire counts or does not; a pause of the clock is never a reason of its own here."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from hiring import words
from hiring.findings.hire.answer import NO_LOGIN, NOT_COUNTED, NOT_OVER, Row, is_known, is_open, state

TITLE = "What of this hire is counted"
NOT_KNOWN = f"not known: {NO_LOGIN}, so their deals may stand under an owner whom nobody is found for."
YES, NO = "✓", "–"
#: Said of everybody alike, so that it tells nothing of anybody.
HOW_COUNTED = (
    "A quarter counts once its three months are over on the hire's own clock, each with a quota on file and sales "
    "that the CRM's file holds. Why a quarter is missing is not shown, to protect "
    "the person."
)


@dataclass(frozen=True)
class Reason:
    """One figure: whether it counts, what it is, and why."""

    counts: bool
    about: str
    told: str

    @property
    def mark(self) -> str:
        """The sign in front of it."""
        return YES if self.counts else NO


def reasons(row: Row, interviews: pd.DataFrame, months: pd.DataFrame) -> list[Reason]:
    """Every figure of the page with its reason, in reading order."""
    found = [_high_performer(row), _interviewers(row, interviews), _first_sales(row), _quarters(row, months)]
    if not row["is_ended_by_move"]:
        found.append(_second_year(row))
    if is_known(row["role_ended_on"]):
        day = words.day(row["role_ended_on"])
        found.append(
            Reason(False, "Another role", f"held since; figures here end with the first one, on {day}.")
        )
    if row["inherited_revenue"] > 0:
        money = words.money(row["inherited_revenue"], row["currency"])
        found.append(Reason(False, f"{money} inherited", "from an earlier owner stay out of every figure."))
    return found


def _high_performer(row: Row) -> Reason:
    about, how = "High performer", state(row)
    role = str(row["role_profile"])
    if how == "before":
        return Reason(
            False, about, "the start lies before the CRM's history, so the first year is not on file."
        )
    if how == "no login":
        return Reason(False, about, NOT_KNOWN)
    if how == "moved":
        return Reason(False, about, "moved to another role before month 12 was over.")
    if how == "early":
        return Reason(False, about, f"month 12 is not over, and not before {words.day(row['ends_on'])}.")
    if not row["is_counted"]:
        return Reason(False, about, f"the first year is {NOT_COUNTED}.")
    left = ", counted to month 12 with nothing sold after the exit" if how == "left" else ""
    place = f"place {words.number(row['place'])} of {words.number(row['count_placed'])} in {role}"
    if row["is_high_performer"]:
        return Reason(True, about, f"month 12 is over, and by ramped attainment it is {place}{left}.")
    return Reason(True, "First year", f"month 12 is over and counts: {place}, no high performer{left}.")


def _interviewers(row: Row, interviews: pd.DataFrame) -> Reason:
    seats = interviews.drop_duplicates(["interview_id", "interviewer_id"])
    if not is_known(row["applied_on"]):
        return Reason(False, "Interviewers", "no application is on file.")
    if seats.empty:
        return Reason(False, "Interviewers", "no interview of the application is on file.")
    # A person who held two interviews is one interviewer; whoever is not matched is told apart by the interview alone.
    who = seats["interviewer_id"].fillna(seats["interview_id"])
    sides = seats["department"].fillna("not matched").groupby(who).first()
    sides = sides.where(sides.isin(["HR", "Sales", "not matched"]), "of another department")
    parts = sides.value_counts()
    said = ", ".join(
        f"{words.number(parts[side])} {side}"
        for side in ("HR", "Sales", "of another department", "not matched")
        if side in parts
    )
    return Reason(True, "Interviewers", f"{words.counted(len(sides), 'person', 'people')}: {said}.")


def _first_sales(row: Row) -> Reason:
    about = "First deal, pace"
    if row["is_login_missing"]:
        return Reason(False, about, f"not known: {NO_LOGIN}.")
    if not row["is_start_observed"]:
        return Reason(False, about, "what was sold first is not on file.")
    return Reason(True, about, "the start lies within the CRM's history.")


def _quarters(row: Row, months: pd.DataFrame) -> Reason:
    if row["is_login_missing"]:
        return Reason(False, "Quarters", f"not known: {NO_LOGIN}.")
    quarters = months.groupby("tenure_quarter")["is_counted"].all()
    counted = f"{words.number(quarters.sum())} of {words.counted(len(quarters), 'quarter')}"
    last = (
        "; the last is not over" if any(is_open(row, number) == NOT_OVER for number in quarters.index) else ""
    )
    return Reason(bool(quarters.any()), "Quarters", f"{counted} since the start are counted{last}.")


def _second_year(row: Row) -> Reason:
    about, ends = "Month 24", row["second_year_ends_on"]
    if row["is_login_missing"]:
        return Reason(False, about, f"not known: {NO_LOGIN}.")
    if row["has_left"] and row["termination_date"] < ends:
        counts = bool(row["is_second_year_counted"])
        if not counts and row["as_of"] >= ends:
            return Reason(False, about, f"left before it; {NOT_COUNTED}.")
        until = "" if counts else f", not before {words.day(ends)}"
        return Reason(counts, about, f"left before it; counted with nothing sold after the exit{until}.")
    if row["as_of"] < ends:
        return Reason(False, about, f"not over, and not before {words.day(ends)}.")
    if not row["is_second_year_counted"]:
        return Reason(False, about, f"{NOT_COUNTED}.")
    return Reason(True, about, "over, and counts.")
