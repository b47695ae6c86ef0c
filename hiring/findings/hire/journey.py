"""The way of one hire from the first message to today, line by line, with what each interviewer rated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.exhibit import Exhibit, Marks
from hiring.findings.hire.answer import NO_LOGIN, Row, is_known, name_of, state

KEY = "hire_way"
SUBTITLE = "Day, who, side and stage, recommendation; right: each rating, 1 to 5"
RECOMMENDED = {1: "strong no", 2: "no", 3: "yes", 4: "strong yes"}
NO_SCORECARD = "no scorecard handed in"
UNKNOWN_PERSON = "somebody unknown"
BEFORE, SINCE, OF_THE_CALENDAR = "Until the start", "Since the start", "In the job"

NOTE = (
    "One hire says nothing about who interviewed: whose hires did better stands on Interviewers, over all their hires. "
    "Days and months since the start are of the hire's own clock."
)

Line = dict[str, Any]


def journey(row: Row, interviews: pd.DataFrame, changes: pd.DataFrame) -> Exhibit:
    """The way as an exhibit: one row a line."""
    lines = [*_hired(row, _interviews(interviews)), *_since(row), *_changes(row, changes), _last(row)]
    title = way_title(row, interviews)
    return Exhibit(
        key=KEY,
        lead=title,
        standfirst=SUBTITLE,
        marks=Marks("journey", pd.DataFrame(lines)),
        alt=f"{title}. {SUBTITLE}",
        definition=("sales_clock", "ratings_when_hired"),
        note=NOTE,
        whose=f"one hire: {name_of(row)}",
    )


def way_title(row: Row, interviews: pd.DataFrame) -> str:
    """How long it took, and what those who handed in a scorecard said: at most 90 letters."""
    said = (
        interviews.drop_duplicates(["interview_id", "interviewer_id"])["recommendation"].dropna().astype(int)
    )
    said = said[said.isin(list(RECOMMENDED))]
    yes = int((said >= 3).sum())
    if not len(said):
        told = "no recommendation is on file"
    elif yes == len(said):
        strong = int((said == max(RECOMMENDED)).sum())
        word = RECOMMENDED[int(said.min())]
        who = f"all {words.number(yes)} who recommended" if yes > 1 else "the one who recommended"
        some = f", {words.number(strong)} {RECOMMENDED[max(RECOMMENDED)]}" if 0 < strong < yes else ""
        told = f"{who} said {word}{some}"
    else:
        told = f"{words.number(yes)} of {words.number(len(said))} who recommended said yes"
    if not is_known(row["applied_on"]):
        return f"No application is on file; {told}"
    weeks = max((row["sales_start_on"] - row["applied_on"]).days // 7, 0)
    return f"From applying to the start in {words.counted(weeks, 'week')}; {told}"


def _line(section: str, when: str, what: str, detail: str = "", **more: object) -> Line:
    blank: Line = {"side": "", "stage": "", "scores": (), "ratings": "", "recommends": "", "is_start": False}
    return {"section": section, "when": when, "what": what, "detail": detail, **blank, **more}


def _hired(row: Row, interviews: Sequence[Line]) -> list[Line]:
    lines: list[Line] = []
    if is_known(row["applied_on"]):
        others = row["count_applications"]
        same = "" if not is_known(others) else f", {words.number(others)} applied to the same opening"
        lines.append(_line(BEFORE, words.day(row["applied_on"]), "Applied", f"{row['source']}{same}"))
        if is_known(row["profile_version"]):
            since = words.month(row["profile_effective_on"])
            told = f"version {row['profile_version']} for {row['role_profile']}, since {since}"
            lines.append(_line(BEFORE, "", "Profile asked for", told))
    lines += interviews
    if is_known(row["offered_on"]):
        answered = "" if not is_known(row["accepted_on"]) else _answered(row)
        lines.append(_line(BEFORE, words.day(row["offered_on"]), "Offer", answered))
    manager = "" if not is_known(row["manager_name"]) else f", manager {row['manager_name']}"
    told = f"{row['role_profile']}{manager}"
    lines.append(_line(BEFORE, words.day(row["sales_start_on"]), "Start", told, is_start=True))
    return lines


def _answered(row: Row) -> str:
    days = (row["accepted_on"] - row["offered_on"]).days
    return f"accepted {words.day(row['accepted_on'], year=False)}, after {words.days(days)}"


def _interviews(interviews: pd.DataFrame) -> list[Line]:
    lines = []
    for _, seat in interviews.groupby(["interview_id", "interviewer_id"], sort=False, dropna=False):
        first, rated = seat.iloc[0], seat.dropna(subset=["score"]).sort_values(["score", "competency"])
        side = "Other" if not is_known(first["department"]) else str(first["department"])
        said = first["recommendation"]
        recommends = "" if not is_known(said) else RECOMMENDED.get(int(said), "")
        lines.append(
            _line(
                BEFORE,
                words.day(first["held_on"]),
                UNKNOWN_PERSON if not is_known(first["full_name"]) else str(first["full_name"]),
                f"{side} · {first['stage']}",
                side=side,
                stage=str(first["stage"]),
                scores=tuple(rated["score"].astype(float)),
                ratings=" · ".join(
                    f"{what} {words.number(score, 0 if float(score).is_integer() else 1)}"
                    for what, score in zip(rated["competency"], rated["score"], strict=True)
                ),
                recommends=recommends if first["is_handed_in"] else NO_SCORECARD,
            )
        )
    return lines


def _since(row: Row) -> list[Line]:
    """By days and months of the clock alone; none where first sales are not on file."""
    if not row["is_start_observed"]:
        return []
    lines = []
    if row["has_first_deal"]:
        lines.append(_line(SINCE, f"day {words.number(row['days_to_first_deal'])}", "First deal"))
    if row["has_ramped"]:
        told = "three months at the pace that counts as ramped"
        lines.append(_line(SINCE, f"month {words.number(row['months_to_ramp'])}", "At pace", told))
    if state(row) == "counted":
        lines.append(_line(SINCE, "month 12", "First year", _first_year(row)))
    return lines


def _first_year(row: Row) -> str:
    return f"{words.money(row['revenue'])} against {words.money(row['ramped_quota'])} ramped quota"


def _changes(row: Row, changes: pd.DataFrame) -> list[Line]:
    lines, before = [], {name: row[name] for name in ("role_profile", "region", "segment", "manager_name")}
    for change in changes.to_dict("records"):
        new = [
            f"{label} {change[name]}"
            for name, label in (
                ("role_profile", "role"),
                ("region", "region"),
                ("segment", "segment"),
                ("manager_name", "manager"),
            )
            if is_known(change[name]) and change[name] != before[name]
        ]
        before |= {name: change[name] for name in before if is_known(change[name])}
        if new:
            told = ", ".join(new)
            lines.append(_line(OF_THE_CALENDAR, words.day(change["starts_on"]), "Job change", told))
    return lines


def _last(row: Row) -> Line:
    deals = row["count_own_deals"]
    sold = f"{words.counted(deals, 'deal')}, {words.money(row['own_revenue'])}" if deals else "no deal"
    if row["is_login_missing"]:
        sold = f"sales not known: {NO_LOGIN}"
    if row["has_left"]:
        if state(row) == "left" and row["is_counted"]:
            sold = f"{sold}; first year, nothing sold after: {_first_year(row)}"
        return _line(OF_THE_CALENDAR, words.day(row["termination_date"]), "Left", sold)
    return _line(OF_THE_CALENDAR, words.day(row["as_of"]), "Day of the data", f"here, {sold}")
