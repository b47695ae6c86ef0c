"""The answer of the page "Intake": how many openings changed, how long they took, what their hires became."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.numbers import Number
from hiring.statistics import intake
from hiring.statistics.rates import median_interval, wilson
from hiring.statistics.survival import Median
from hiring.statistics.verdicts import SMALLEST_JUDGED

KICKER = "Intake"
#: The sides that want changes, by the word in the file; in the order of the alphabet, clients last.
SIDES = {"hr": "HR", "sales": "Sales", "client": "A client"}
NEEDED = (
    "What was opened when is not known",
    "requisitions.csv",
    "The file says which openings there were, when they were talked over and closed.",
)
NOTHING_OPENED = "Nothing was opened within what the filters leave"
CHANGES_LACK = (
    "What changed after opening is not known.",
    "requirement_changes.csv",
    "The file says which side wanted what, when, and the days it undid.",
)
FILL = "Days to fill, by how often the opening changed"
FILLED = "Median days to fill; line: likely range"
MIDDLE = (
    "Sales owns the openings, so most changes are its to make. Median days after the opening, and of work done again; "
    "likely range"
)
LONGER = "What stays open longer has more time to change, so part of it comes by itself."
HIRES = "High performers among hires with a full first year; expected: by role, region and start year"
READING = (
    "Days run from the opening to the last acceptance it asked for, weekends in; half means the Kaplan–Meier median, "
    "in which openings that wait, or closed without a hire, count as long as they were open. A change counts while "
    "its opening is not filled, a hire's opening as it was on the day of the acceptance. Nobody drew lots for which "
    "openings change: roles and clients that are hard to fill may change more often."
)
LONGEST_LEAD = 90  # letters
MOST_NAMED = 6  # openings in the next step
MOST_WHATS, LOST = 8, "Days of work done again, as written down"
TOO_FEW = "too few to show"


@dataclass(frozen=True)
class Intake:
    """The answer: the words, the tiles, the figure by number of changes, and the tables of what changed."""

    lead: str
    standfirst: str
    numbers: tuple[Number, ...]
    fill: Exhibit
    sides: pd.DataFrame
    whats: pd.DataFrame
    next_step: str


def answer(openings: pd.DataFrame, changes: pd.DataFrame, *, are_known: bool) -> Intake | None:
    """The answer for rows of `intake/openings` and `intake/changes`; nothing where nothing was opened.

    `are_known`: a file of changes came.
    """
    if openings.empty:
        return None
    rows = intake.by_changes(openings)
    return Intake(
        lead(openings, rows, are_known=are_known),
        standfirst(openings, rows) if are_known else "",
        numbers(openings, are_known=are_known),
        fill(rows, openings) if are_known else undrawn("intake_fill", ""),
        sides(changes),
        whats(changes),
        next_step(openings),
    )


def lead(openings: pd.DataFrame, rows: pd.DataFrame, *, are_known: bool) -> str:
    """How many openings changed, and in how many days those that changed most were filled beside the unchanged."""
    if not are_known:
        return f"{words.counted(len(openings), 'opening')}; what changed in them later is not known"
    said = f"{_of(int((openings['count_changes'] > 0).sum()), len(openings))} openings changed"
    ends = rows[rows["changes"].isin((intake.TIMES[0], intake.TIMES[-1])) & (rows["n"] >= SMALLEST_JUDGED)]
    ends = ends.dropna(subset=["days", "low"])
    if len(ends) < 2 or not ends["high"].iloc[0] < ends["low"].iloc[1]:
        return f"{said} after opening"
    same, most = ends.to_dict("records")
    few = rows[rows["changes"].isin(intake.TIMES[1:-1])]
    took = f"{words.number(most['n'])} took {words.number(most['days'])} days"
    others = f"{words.number(few['n'].sum())} no clearly longer than unchanged ones"
    if len(_alike(rows)) == len(few) > 0 and len(told := f"{said}: {others}, {took}") <= LONGEST_LEAD:
        return told
    return f"{said}; the {took.replace(' took', ' that changed most took')}, the unchanged {words.number(same['days'])}"


def standfirst(openings: pd.DataFrame, rows: pd.DataFrame) -> str:
    """How often an opening may change without taking clearly longer, what comes by itself, how many had no talk."""
    told, alike = _told(rows), _alike(rows)
    days = "; ".join(
        f"{name.lower()}, {words.days(days)}"
        for name, days in zip(alike["changes"], alike["days"], strict=True)
    )
    same = ", ".join(words.days(one) for one in told.loc[told["changes"] == intake.TIMES[0], "days"])
    longer = f"No clearly longer than the unchanged ({same}): {days}. " if days else ""
    untalked = int(openings["days_to_intake"].isna().sum())
    talk = f"No intake talk is on file for {_of(untalked, len(openings))}." if untalked else ""
    return " ".join(filter(None, (f"{longer}{LONGER}" if len(told) > 1 else "", talk)))


def _alike(rows: pd.DataFrame) -> pd.DataFrame:
    """The openings that changed and took no clearly longer than those that never did, by how often they changed."""
    told = _told(rows)
    same = told.loc[told["changes"] == intake.TIMES[0], "high"].max()
    alike: pd.DataFrame = told[(told["changes"] != intake.TIMES[0]) & (told["low"] <= same)]
    return alike


def next_step(openings: pd.DataFrame, most_named: int = MOST_NAMED) -> str:
    """What is to be done for the openings that are open now: talks to hold, briefs to explain, by name if few."""
    still = openings[openings["is_open"].astype(bool)]
    lacking = {
        "hold the intake talk of": still.loc[still["days_to_intake"].isna(), "requisition_id"],
        "explain the brief of": still.loc[still["explained_on"].isna(), "requisition_id"],
    }
    said = "; ".join(
        f"{what} {', '.join(ids) if len(ids) <= most_named else words.counted(len(ids), 'opening')}"
        for what, ids in lacking.items()
        if len(ids)
    )
    return f"{said}." if said else ""


def _told(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[(rows["n"] >= SMALLEST_GROUP) & rows["days"].notna()]


def _days(row: Mapping[Hashable, Any]) -> str:
    """ "77 (73 to 83)" """
    ends = "or later" if pd.isna(row["high"]) else f"to {words.number(row['high'])}"
    low = words.number(row["low"]) if pd.notna(row["low"]) else "0"
    return f"{words.number(row['days'])} ({low} {ends})"


def _wanted(changes: pd.DataFrame, word: str) -> str:
    """How many a side wanted; of who may not see names few are kept, without their side."""
    count = int((changes["raised_by"] == word).sum())
    return words.number(count) if count or changes["raised_by"].notna().all() else "too few to show"


def days_range(median: Median) -> str:
    """ "74 to 91 days"; "74 days or later" where the upper end is not reached."""
    if median.low is None:
        return words.UNKNOWN
    if median.high is None:
        return f"{words.number(median.low)} days or later"
    return f"{words.number(median.low)} to {words.number(median.high)} days"


def numbers(openings: pd.DataFrame, *, are_known: bool) -> tuple[Number, ...]:
    """The talk, the changes, the days to fill, and who knows the brief of what is open."""
    n, made = len(openings), []
    talks = openings["days_to_intake"].dropna().to_numpy(float)
    if len(talks) >= SMALLEST_GROUP:
        talk = median_interval(talks)
        note = f"median · {_of(len(talks), n)} had one"
        made.append(Number("days_to_intake", words.days(talk.estimate), note))
    if are_known and n >= SMALLEST_GROUP:
        count = int((openings["count_changes"] > 0).sum())
        share = wilson(count, n)
        note = f"{words.likely(share.low, share.high)} · {_of(count, n)}"
        made.append(Number("openings_changed", words.percent(share.estimate), note))
    filled = intake.time_to_fill(openings)
    if filled.time is not None and n >= SMALLEST_GROUP:
        note = f"likely {days_range(filled)} · {_stand(openings)}"
        made.append(Number("time_to_fill", words.days(filled.time), note))
    still = openings[openings["is_open"].astype(bool)]
    if len(still):
        known = int(still["explained_on"].notna().sum())
        made.append(Number("brief_explained", _of(known, len(still)), "of those that are open now"))
    return tuple(made)


def _stand(openings: pd.DataFrame) -> str:
    """ "312 filled, 13 open, 1 closed without a hire": what all openings come to."""
    filled, still = (int(openings[one].astype(bool).sum()) for one in ("is_filled", "is_open"))
    gone = len(openings) - filled - still
    closed = f", {words.number(gone)} closed without a hire" if gone else ""
    return f"{words.number(filled)} filled, {words.number(still)} open{closed}"


def fill(rows: pd.DataFrame, openings: pd.DataFrame) -> Exhibit:
    """Days to fill by how often the opening changed."""
    told = _told(rows)
    if len(told) < 2:
        return undrawn("intake_fill", "Too few openings changed to compare how long they took")
    drawn = pd.DataFrame(
        {
            "name": told["changes"],
            "estimate": told["days"].astype(float),
            "low": told["low"].astype(float).fillna(0.0),
            "high": told["high"].astype(float).fillna(float(openings["days_open"].max())),
            "n": told["n"],
            "verdict": None,
            "right": [_right(row) for row in told.to_dict("records")],
        }
    )
    facts = "; ".join(f"{name}: {right}" for name, right in zip(drawn["name"], drawn["right"], strict=True))
    return Exhibit(
        key="intake_fill",
        lead=FILL,
        standfirst=FILLED,
        marks=Marks(
            "dots_with_intervals", drawn, {"labels": "above", "noun": "opening", "show": words.short_days}
        ),
        alt=f"{FILL}. {facts}.",
        n=int(told["n"].sum()),
        definition=("time_to_fill", "openings_changed"),
    )


def _right(row: Mapping[Hashable, Any]) -> str:
    filled = _of(int(row["count_filled"]), int(row["n"]))
    return f"{_days(row).replace(' (', ' days (', 1)} · {filled} filled"


def sides(changes: pd.DataFrame) -> pd.DataFrame:
    """A row a side, in the same order whoever wanted more: its changes, how soon they came, and the days they undid."""
    rows = []
    for word, side in SIDES.items():
        mine = changes[changes["raised_by"] == word]
        openings = words.number(mine["requisition_id"].nunique())
        rows.append((side, _wanted(changes, word), openings, _middle(mine["days_after"]), _undid(mine)))
    return pd.DataFrame(rows, columns=["Wanted by", "Changes", "Openings", "Came on day", LOST])


def whats(changes: pd.DataFrame) -> pd.DataFrame:
    """What changed, the most frequent first."""
    counts = changes["what"].value_counts()
    order = counts[counts >= SMALLEST_GROUP].sort_index().sort_values(ascending=False, kind="stable")
    rows = [(what, words.number(n), _undid(changes[changes["what"] == what])) for what, n in order.items()]
    return pd.DataFrame(rows[:MOST_WHATS], columns=["What", "Changes", LOST])


def _undid(changes: pd.DataFrame) -> str:
    """ "8 (6–9), given for 56": the median, its range, and for how many changes somebody wrote days down."""
    told = _middle(changes["lost_days"])
    return f"{told}, given for {words.number(changes['lost_days'].count())}" if told != TOO_FEW else told


def _middle(values: pd.Series) -> str:
    if values.count() < SMALLEST_GROUP:
        return TOO_FEW
    found = median_interval(values.dropna().to_numpy(float))
    return words.with_interval(found.estimate, found.low, found.high, words.number)


def hires_lead(found: pd.DataFrame) -> str:
    """What became of the hires of openings that changed, beside what was to be expected; else what is shown."""
    row = found.iloc[-1]
    if row["n"] < SMALLEST_GROUP:
        return "What became of the hires"
    return (
        f"{_of(row['count'], row['n'])} hires of openings that changed became high performers, expected "
        f"{words.number(row['expected'])}"
    )


def hires(found: pd.DataFrame) -> pd.DataFrame:
    """High performers of openings that never changed and of those that did, counted beside expected."""
    rows = []
    for row in found.to_dict("records"):
        name = "Changed before they accepted" if row["is_changed"] else "Never changed"
        n, count = int(row["n"]), int(row["count"])
        if n < SMALLEST_GROUP:
            rows.append((name, words.number(n), TOO_FEW, "", ""))
            continue
        share = wilson(count, n)
        ends = f"{words.number(100 * share.low)} to {words.number(100 * share.high)}"
        rows.append((name, words.number(n), words.number(count), words.number(row["expected"]), ends))
    columns = ["The opening", "Hires", "High performers", "Expected", "In 100, likely"]
    return pd.DataFrame(rows, columns=columns)


def _of(count: int, n: int) -> str:
    return f"{words.number(count)} of {words.number(n)}"
