"""Scorecards in time and independent of colleagues', and how many interviews each holds."""

from __future__ import annotations

from typing import Any

import pandas as pd

from hiring import words
from hiring.findings.craft.figures import MOST_ROWS, Figure, figure, most_of, shown_of, without
from hiring.findings.exhibit import Marks
from hiring.findings.interviewers.rows import brief
from hiring.findings.marks import rows_of
from hiring.statistics.rates import Interval, wilson
from hiring.statistics.ratings.independence import Independence
from hiring.statistics.ratings.load import Load
from hiring.statistics.ratings.not_known import NotKnown
from hiring.statistics.ratings.thresholds import WEEKS
from hiring.statistics.ratings.timeliness import Timeliness

KEYS = ["interviewer_id", "full_name", "department"]
PLAIN = {"Other": None}  # neither HR nor Sales: no colour of theirs
STARTS = {"screen_held": "after a screen", "interview_held": "after an interview"}
LATELY = ", last four quarters"
WHO_READ_WHAT = "Nobody knows who read what: this is what could not be read."
IN_TIME = "Came in the working days promised{when} · likely range"
INDEPENDENT = "No colleague's came in between the interview and their own · likely range"
BY_SURNAME = "By surname. "


def on_time_figure(found: Timeliness | NotKnown, promises: pd.DataFrame) -> Figure:
    """Scorecards within the working days promised."""
    if isinstance(found, NotKnown):
        return without("scorecards_on_time", "Whether scorecards come in time is not known", found)
    due = found.interviewers[found.interviewers["count_due"] > 0]
    return figure(
        "scorecards_on_time",
        _by_department(found.departments, "count_due", "scorecards in time"),
        f"{shown_of(len(due), 'scorecard')}{BY_SURNAME}{in_time(found)}",
        shares(_forest(most_of(due, "count_due"), "count_due")),
        f"{promised(promises)} {not_promised(found.departments)}".strip(),
        n=int(found.departments["count_due"].sum()),
    )


def in_time(found: Timeliness) -> str:
    """What is measured, and of when."""
    return IN_TIME.format(when=LATELY if found.is_lately else "")


def due(found: Timeliness | NotKnown, promises: pd.DataFrame) -> str:
    """What each department promised and how often it kept that; empty without a promise.

    "Last four quarters: HR within 1 working day after a screen, 1,145 of 1,193; Sales …".
    """
    known = [] if isinstance(found, NotKnown) else _of_both(found.departments, "count_due")
    if isinstance(found, NotKnown) or not known:
        return ""
    each = [
        f"{row['department']} {promise_of(promises, row['department'], has_past=False)}, "
        f"{words.number(row['count_on_time'])} of {words.number(row['count_due'])}"
        for row in known
    ]
    when = "Last four quarters" if found.is_lately else "Since the data begin"
    return f"{when}, scorecards in time: {'; '.join(each)}."


def independent_figure(found: Independence | NotKnown) -> Figure:
    """Scorecards written before a colleague's could be read."""
    if isinstance(found, NotKnown):
        return without("scorecards_independent", "Whether scorecards are independent is not known", found)
    people = found.interviewers
    return figure(
        "scorecards_independent",
        _by_department(found.departments, "count_written", "scorecards before a colleague's came in"),
        f"{shown_of(len(people), 'scorecard')}{BY_SURNAME}{INDEPENDENT}",
        shares(_forest(most_of(people, "count_written"), "count_written")),
        WHO_READ_WHAT,
        n=int(found.departments["count_written"].sum()),
    )


def shares(rows: pd.DataFrame) -> Marks:
    """Shares of scorecards, on a scale from below the least to a hundred percent and a little more."""
    least = max(float(rows["low"].min()) - 0.06, -0.03) if len(rows) else 0.0
    return Marks(
        "dots_with_intervals", rows, {"noun": "scorecard", "extent": (least, 1.03), "are_people": True}
    )


def overall(departments: pd.DataFrame, hits: str, count: str) -> Interval:
    """The share over all departments."""
    return wilson(int(departments[hits].sum()), int(departments[count].sum()))


def load_title(found: Load) -> str:
    """ "660 interviews in 13 weeks, 318 of them by Sales: about 477 selling hours"."""
    held = words.counted(found.count_recent, "interview")
    if not found.count_recent:
        return f"No interview was held in the latest {WEEKS} weeks"
    if not found.selling_hours:
        return f"{held} in {WEEKS} weeks, none of them held by Sales"
    by_sales = words.number(found.selling_hours / found.hours_each)
    hours = words.number(found.selling_hours)
    return f"{held} in {WEEKS} weeks, {by_sales} of them by Sales: about {hours} selling hours"


def load_note(found: Load) -> str:
    """Who is shown, since when interviews are counted, and the assumption in the hours."""
    count = int((found.interviewers["count_recent"] > 0).sum())
    return (
        f"{shown_of(count, 'interview')}Since {words.day(found.since)}. Hours are assumed at "
        f"{found.hours_each:g} an interview, getting ready and writing included: no export gives an interview's length."
    )


def busiest(found: Load) -> pd.DataFrame:
    """The dozen who held most interviews of late."""
    rows = found.interviewers[found.interviewers["count_recent"] > 0].head(MOST_ROWS)
    return pd.DataFrame(
        {
            "Interviewer": [
                f"{name} · {department}"
                for name, department in zip(_names(rows), rows["department"], strict=True)
            ],
            f"Interviews in {WEEKS} weeks": [words.number(count) for count in rows["count_recent"]],
            "A week": [words.number(mean, 1) for mean in rows["a_week"]],
            "In the busiest week": [words.number(count) for count in rows["busiest_week"]],
            "Hours, assumed": [words.number(hours) for hours in rows["hours"]],
        }
    )


def load_table(found: Load) -> pd.DataFrame:
    """Whoever held an interview of late, the busiest first."""
    rows = found.interviewers[found.interviewers["count_recent"] > 0]
    return pd.DataFrame(
        {
            "Interviewer": _names(rows),
            "Department": rows["department"],
            f"Interviews in {WEEKS} weeks": rows["count_recent"],
            "A week": rows["a_week"].round(1),
            "In the busiest week": rows["busiest_week"],
            "Hours, assumed": rows["hours"],
            "Since the data begin": rows["count_held"],
        }
    ).reset_index(drop=True)


def times_table(times: Timeliness | NotKnown, found: Independence | NotKnown) -> pd.DataFrame:
    """One row an interviewer: in time, late, never written, not promised, independent."""
    parts = []
    if isinstance(times, Timeliness):
        rows = times.interviewers
        told = {
            f"Due{LATELY if times.is_lately else ''}": rows["count_due"],
            "In time": _cells(rows, "count_due"),
            "Late": rows["count_late"],
            "Not written": rows["count_unwritten"],
            "Nothing promised": rows["count_not_promised"],
        }
        parts.append(pd.DataFrame({**{key: rows[key] for key in KEYS}, **told}))
    if isinstance(found, Independence):
        rows = found.interviewers
        told = {"Beside a colleague's": rows["count_written"], "Independent": _cells(rows, "count_written")}
        parts.append(pd.DataFrame({**{key: rows[key] for key in KEYS}, **told}))
    if not parts:
        return pd.DataFrame()
    table = parts[0] if len(parts) == 1 else parts[0].merge(parts[1], on=KEYS, how="outer")
    named = table.rename(columns={"full_name": "Interviewer", "department": "Department"})
    return named.sort_values("Interviewer").drop(columns="interviewer_id").reset_index(drop=True)


def of_departments(departments: pd.DataFrame, count: str) -> pd.DataFrame:
    """The rows of a figure of departments, for those who may see nobody by name."""
    known = departments[departments[count] > 0].sort_values("department")
    return pd.DataFrame(
        {
            "name": known["department"],
            "estimate": known["rate"],
            "low": known["low"],
            "high": known["high"],
            "n": known[count],
            "side": known["department"].replace(PLAIN),
        }
    ).reset_index(drop=True)


def _names(people: pd.DataFrame) -> pd.Series:
    return people["full_name"].fillna(people["interviewer_id"]).astype(str)


def _cells(rows: pd.DataFrame, count: str) -> list[str]:
    return [
        words.with_interval(rate, low, high) if n else words.DASH
        for rate, low, high, n in zip(rows["rate"], rows["low"], rows["high"], rows[count], strict=True)
    ]


def _forest(people: pd.DataFrame, count: str) -> pd.DataFrame:
    names = _names(people)
    short = names.map(brief(list(names)))
    frame = pd.DataFrame(
        {
            "name": short,
            "estimate": people["rate"],
            "low": people["low"],
            "high": people["high"],
            "n": people[count],
            "side": people["department"].replace(PLAIN),
            "detail": people["department"],
        }
    )
    order = short.map(_surname).sort_values(kind="stable").index
    return frame.loc[order].reset_index(drop=True)


def _surname(name: str) -> str:
    """What a printed name is put in order by: "vinterberg, A. Vinterberg" of "A. Vinterberg"."""
    return f"{name.rpartition('. ')[2].casefold()}, {name}"


def _by_department(departments: pd.DataFrame, count: str, what: str) -> str:
    told = [f"{row['department']} {words.percent(row['rate'])}" for row in _of_both(departments, count)]
    return f"{what[:1].upper()}{what[1:]}: {', '.join(told)}" if told else f"{what[:1].upper()}{what[1:]}"


def _of_both(departments: pd.DataFrame, count: str) -> list[dict[str, Any]]:
    """The rows of HR and Sales that have any of these."""
    known = departments[(departments[count] > 0) & departments["department"].isin(["HR", "Sales"])]
    return rows_of(known.sort_values("department"))


def promised(promises: pd.DataFrame) -> str:
    """What is promised today, by department."""
    now = promises[promises["in_force_to"].isna()]
    told = [
        f"{department} {promise_of(promises, str(department))}"
        for department in sorted(now["department"].unique())
    ]
    return f"Promised: {'; '.join(told)}." if told else ""


def promise_of(promises: pd.DataFrame, department: str, *, has_past: bool = True) -> str:
    """What it promises today, and before: "within 1 working day after a screen"; empty without a promise."""
    now = promises[promises["in_force_to"].isna() & (promises["department"] == department)]
    return ", ".join(
        f"within {words.counted(int(row['within_days']), 'working day')} "
        f"{STARTS.get(str(row['starts_at']), '')}".strip()
        + (_before(promises, row) if has_past else "")
        for row in now.sort_values("starts_at").to_dict("records")
    )


def _before(promises: pd.DataFrame, now: dict[Any, Any]) -> str:
    """ " (before 15 Jan 2024 within 2)" where the same promise allowed another number of days before."""
    earlier = promises[(promises["promise_id"] == now["promise_id"]) & promises["in_force_to"].notna()]
    others = earlier.loc[earlier["within_days"] != now["within_days"], "within_days"]
    if others.empty:
        return ""
    return f" (before {words.day(now['in_force_from'])} within {words.number(int(others.iloc[-1]))})"


def not_promised(departments: pd.DataFrame) -> str:
    """Of which departments scorecards were not judged, as nobody promised them."""
    without = departments[departments["count_not_promised"] > 0]
    told = [
        f"{words.number(int(row['count_not_promised']))} of {row['department']}"
        for row in without.sort_values("department").to_dict("records")
    ]
    if not told:
        return ""
    return f"Not judged, as nobody promised a scorecard for that interview: {', '.join(told)}."
