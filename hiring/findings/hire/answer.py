"""One hire in a sentence, a line and six numbers. A row and frames in, words out; for who may see names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from hiring import metrics, words
from hiring.access.scope import Scope
from hiring.findings.outcomes.events import FIRST_DEAL, PACE, Event, curves_of
from hiring.words import FIXED

LONGEST_LEAD = 90
LONGEST_NAME = 40  # letters of a name in a sentence; one longer is cut
TIMES_FROM = 1.95  # from here a share is told as so many times
FIRST_YEAR, SECOND_YEAR = 12, 24  # months: the windows this page tells of
NOT_COUNTED, NOT_OVER = "not counted", "not over"
NO_LOGIN = "no CRM login is matched"
NOT_KNOWN = f"Not known: {NO_LOGIN}."
LACKS_DEALS = "the CRM's file lacks deals"

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """One number of the page: its label, value and note, and the definition behind it."""

    label: str
    value: str
    note: str
    definition: str


def whole(
    person: Row, outcome: pd.DataFrame, later: pd.DataFrame, deals: pd.DataFrame, currency: str
) -> dict[str, Any]:
    """One employment with how it stands after the first year and the second, its deals, and what money is in.

    `person` is a row of `hire/person`, `outcome` and `later` are the answers to `hire/outcome` at month 12 and 24.
    """
    second = later.iloc[0]
    years = {"second_year_ends_on": second["ends_on"], "is_second_year_counted": second["is_counted"]}
    parts = (*outcome.iloc[0].items(), *deals.iloc[0].items())
    return {**person, **{str(name): value for name, value in parts}, **years, "currency": currency}


def is_known(value: object) -> bool:
    """Whether a cell holds something."""
    return not pd.isna(value)  # type: ignore[call-overload]


def name_of(row: Row) -> str:
    """The name, or the id where there is none, on one line."""
    name = row["full_name"]
    return words.one_line(
        str(row["employee_id"] if not is_known(name) or not str(name).strip() else name).strip()
    )


def full_months(row: Row) -> int:
    """Whole months of the calendar from the start in Sales to the last day."""
    start, last = row["sales_start_on"], row["last_day"] + pd.Timedelta(days=1)
    months = 12 * (last.year - start.year) + last.month - start.month
    is_short = start + pd.DateOffset(months=months) > last
    return max(int(months) - int(is_short), 0)


def how_long(row: Row) -> str:
    """Whole months of the calendar here, in words: "7 months", "less than a month"."""
    months = full_months(row)
    return words.counted(months, "month") if months else "less than a month"


def is_open(row: Row, quarter: int) -> str:
    """Why a quarter since the start cannot be over, by the calendar alone: it is not, or somebody left; else ""."""
    ended = row["role_ended_on"] if is_known(row["role_ended_on"]) else row["last_day"]
    if row["sales_start_on"] + pd.DateOffset(months=3 * quarter) <= ended + pd.Timedelta(days=1):
        return ""
    if is_known(row["role_ended_on"]):
        return "role ended in it"
    return "left in it" if row["has_left"] else NOT_OVER


def state(row: Row) -> str:
    """How the first year stands, and no more: "counted", or why it is not told of.

    "no login", "before", "deals missing", "moved", "left", "early", "no quotas" are facts of the calendar,
    the files or the whole company; all other reasons are one: "not counted".
    """
    if row["is_login_missing"]:
        return "no login"
    if not row["is_start_observed"]:
        return "before" if row["is_before_crm"] else "deals missing"
    if row["is_ended_by_move"]:
        return "moved"
    if row["has_left"] and row["termination_date"] < row["ends_on"]:
        return "left"
    if row["as_of"] < row["ends_on"]:
        return "early"
    return "counted" if row["is_counted"] else NOT_COUNTED


def lead(row: Row, *, has_quotas: bool) -> str:
    """The first year in one sentence of at most 90 letters."""
    name = words.one_line(name_of(row), LONGEST_NAME)
    told = _first_year(row, has_quotas=has_quotas)
    told = told if told.startswith("'") else f" {told}"
    return f"{name}{told}" if len(name) + len(told) <= LONGEST_LEAD else f"This hire{told}"


def _first_year(row: Row, *, has_quotas: bool) -> str:
    how, months = state(row), how_long(row)
    if how == "before":
        return "started before the CRM's history: first sales are not on file"
    if how == "deals missing":
        return f"started when {LACKS_DEALS}: first sales are not on file"
    if how == "no login":
        return f"'s sales are not known: {NO_LOGIN}"
    if how == "moved":
        return "moved to another role before the first year was over"
    if how == "left":
        return f"left after {months}, before the first year was over"
    if not has_quotas:
        return (
            f"closed {words.counted(row['count_own_deals'], 'deal')}; there is no quota to hold them against"
        )
    if how == "early":
        return f"has been here for {months}; the first year is not over"
    if how == NOT_COUNTED:
        return "'s first year is not counted"
    if row["revenue"] <= 0:
        return "closed no deal in the first year"
    return f"sold {_share(row['ramped_attainment'])} the ramped quota in the first year"


def _share(share: float) -> str:
    return f"{words.number(share, 1)} times" if share >= TIMES_FROM else f"{words.percent(share)} of"


def standfirst(row: Row) -> str:
    """Role, place, start, how long here, manager and source."""
    where = ", ".join(str(row[part]) for part in ("role_profile", "region", "segment"))
    months = how_long(row)
    here = (
        f"left on {words.day(row['termination_date'])} after {months}"
        if row["has_left"]
        else f"here for {months}"
    )
    manager = "" if not is_known(row["manager_name"]) else f" Manager at the start: {row['manager_name']}."
    return f"{where}. Started {words.day(row['sales_start_on'])}, {here}.{manager} Came by: {row['source']}."


def numbers(row: Row, interviews: pd.DataFrame, milestones: pd.DataFrame, scope: Scope) -> list[Told]:
    """Six numbers; `milestones` are of all hires of the role that the viewer may see."""
    return [
        _year(row, scope),
        _place(row, scope),
        _event(row, milestones, FIRST_DEAL, "First deal", "first_deal", scope),
        _event(row, milestones, PACE, "At pace", "ramp_time", scope),
        _deals(row, scope),
        _ratings(interviews),
    ]


def _year(row: Row, scope: Scope) -> Told:
    definition = metrics.short("attainment_ramped", scope)
    if state(row) not in ("counted", "left") or not row["is_counted"]:
        return Told("First year", words.DASH, _why_none(row), definition)
    sold, owed = words.money(row["revenue"], row["currency"]), words.money(row["ramped_quota"])
    note = f"{sold} of {owed} ramped quota"
    return Told("First year", words.percent(row["ramped_attainment"]), note, definition)


def _place(row: Row, scope: Scope) -> Told:
    definition = metrics.short("place_in_role", scope)
    if state(row) == "no login" or not row["is_counted"] or not is_known(row["place"]):
        return Told("Place in role", words.DASH, _why_none(row), definition)
    place = f"{words.number(row['place'])}{FIXED}of{FIXED}{words.number(row['count_placed'])}"
    return Told("Place in role", place, f"{row['role_profile']}, first year", definition)


def _why_none(row: Row) -> str:
    return {
        "before": "before the CRM's history",
        "deals missing": f"not known: {LACKS_DEALS}",
        "no login": f"not known: {NO_LOGIN}",
        "moved": "moved to another role",
        "early": f"not before {words.day(row['ends_on'])}",
    }.get(state(row), NOT_COUNTED)


def _event(row: Row, milestones: pd.DataFrame, event: Event, label: str, card: str, scope: Scope) -> Told:
    definition = metrics.short(card, scope)
    if not row["is_start_observed"]:
        return Told(label, words.DASH, _why_none(row), definition)
    value = event.when(row[event.time]) if row[event.happened] else "not yet"
    if not row[event.happened] and row["has_left"]:
        value = "never"
    return Told(label, value.removeprefix("the "), role_median(row, milestones, event), definition)


def role_median(row: Row, milestones: pd.DataFrame, event: Event) -> str:
    """When half of the role's hires got there: "role: day 78"; "" where that is not known."""
    curves = curves_of(milestones, event)
    role = str(row["role_profile"])
    time = curves.median(role).time if role in curves.roles else None
    return "" if time is None else f"half of the role: {event.when(time)}"


def _deals(row: Row, scope: Scope) -> Told:
    label, definition = "Deals" if row["has_left"] else "Deals so far", metrics.short("own_deals", scope)
    if row["is_login_missing"]:
        return Told(label, words.DASH, f"not known: {NO_LOGIN}", definition)
    inherited = row["inherited_revenue"]
    more = f", {words.money(inherited, row['currency'])} more inherited" if inherited > 0 else ""
    own = words.money(row["own_revenue"], row["currency"])
    note = f"{own}{more}" if row["count_own_deals"] else more.removeprefix(", ")
    return Told(label, words.number(row["count_own_deals"]), note, definition)


def _ratings(interviews: pd.DataFrame) -> Told:
    definition = metrics.short("ratings_when_hired")
    scores = interviews["score"].dropna()
    cards = interviews.loc[interviews["is_handed_in"], ["interview_id", "interviewer_id"]].drop_duplicates()
    counted = f"{words.counted(len(scores), 'rating')}, {words.counted(len(cards), 'scorecard')}"
    value = words.DASH if scores.empty else f"{words.number(scores.mean(), 1)}{FIXED}of{FIXED}5"
    return Told("Ratings", value, counted, definition)
