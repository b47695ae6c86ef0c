"""HR less Sales by quarter, with how often the two met and what else happened: what stands before proves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from hiring import words
from hiring.access import periods
from hiring.findings.alignment.departments import CARD, LINE, MARKS
from hiring.findings.exhibit import Exhibit, Marks, undrawn
from hiring.findings.interviewers.rows import hundredths
from hiring.findings.marks import Reference
from hiring.statistics.rates import mean_interval
from hiring.statistics.ratings.paired import of_all
from hiring.statistics.ratings.scorecards import Rated
from hiring.statistics.verdicts import SMALLEST_JUDGED

KEY, TITLE = "alignment_by_quarter", f"{MARKS}, by quarter"
LEAD = "Taken together {side} rates {points} points higher{without}"
WITHOUT = "; without {name} {rest}"
KINDS = {
    "comp_plan": "commission plan",
    "reorganisation": "reorganisation",
    "product": "product",
    "territory": "territories",
    "tool": "tool",
    "other": "something else",
}
LONGEST_NAME = 24  # letters of a competency in the heading
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#: Of whom it is told what no filter chooses.
WHOLE = "Whole company, whatever is chosen above"
NO_PROOF = "What came before a change is not its cause."


@dataclass(frozen=True)
class Quarters:
    """The figure, how often the two met of late, and each event by its letter; empty where a file is not there."""

    exhibit: Exhibit
    meetings: str
    events: str


def quarters(
    found: Rated, touchpoints: pd.DataFrame, events: pd.DataFrame, as_of: pd.Timestamp, starts_in: int = 1
) -> Quarters:
    """From rows of `alignment/touchpoints_over_time` and of `alignment/events`; years start in the month given."""
    gap, last = of_all(found), found.cards.groupby("candidate")["scheduled_for"].max()
    by = gap.groupby(periods.quarters(last, starts_in).reindex(gap.index))
    parts = {quarter: mean_interval(mine) for quarter, mine in by}
    told = [quarter for quarter, one in parts.items() if one.n >= SMALLEST_JUDGED]
    if len(told) < 2:
        return Quarters(undrawn(KEY, TITLE), meetings(touchpoints, as_of, starts_in), "")
    rows = pd.DataFrame(index=pd.period_range(min(told), max(told)))
    for name in ("estimate", "low", "high", "n"):
        rows[name] = [getattr(parts[one], name) if one in told else None for one in rows.index]
    rows = rows.astype(float).assign(count=_met(touchpoints, starts_in).reindex(rows.index))
    named = _lettered(events, rows.index, starts_in)
    rows["mark"] = named.groupby("quarter")["letter"].agg(" ".join).reindex(rows.index)
    rows.insert(0, "period", [periods.quarter_name(one) for one in rows.index])
    said = [
        f"{row['letter']} {words.day(row['happened_on'])}: {row['what']}" for row in named.to_dict("records")
    ]
    return Quarters(
        _exhibit(rows.reset_index(drop=True), float(gap.mean()), carried(found, float(gap.mean()))),
        meetings(touchpoints, as_of, starts_in),
        " · ".join(said),
    )


def carried(found: Rated, whole: float) -> str:
    """ "; without assertiveness HR 0.07 higher": what is left of the whole where one competency carries most of it.

    Arithmetic and no verdict: told where at most half is left without that competency, or the other side is higher.
    """
    scores, left = found.scores, {}
    for name in sorted(scores["competency"].unique()):
        others = of_all(replace(found, scores=scores[scores["competency"] != name]))
        if len(others) >= SMALLEST_JUDGED:
            left[str(name)] = float(others.mean())
    if not left:
        return ""
    name = min(left, key=lambda one: left[one] * (1 if whole > 0 else -1))
    rest = left[name]
    if abs(rest) > abs(whole) / 2 and rest * whole > 0:
        return ""
    size = words.number(abs(rest), 2)
    side = f"{'HR' if rest > 0 else 'Sales'} {size} higher"
    said = words.one_line(name.lower(), LONGEST_NAME)
    return WITHOUT.format(name=said, rest=side if float(size) else "no difference")


def _met(touchpoints: pd.DataFrame, starts_in: int) -> pd.Series:
    when = periods.quarters(touchpoints["month"], starts_in)
    return touchpoints.groupby(when)["count_meetings"].sum()


def _lettered(events: pd.DataFrame, shown: pd.Index, starts_in: int) -> pd.DataFrame:
    """The events of the quarters shown, in order of their days, each with a letter and what it was."""
    when = pd.to_datetime(events["happened_on"])
    mine = events.assign(happened_on=when, quarter=periods.quarters(when, starts_in))
    mine = mine[mine["quarter"].isin(shown)].tail(len(LETTERS))
    what = [_what(row) for row in mine.to_dict("records")]
    return mine.assign(letter=list(LETTERS[: len(mine)]), what=what)


def _what(row: Mapping[Any, Any]) -> str:
    """ "New dialler (Inside sales)"; its kind for who may not read what somebody wrote."""
    said = KINDS[row["kind"]] if pd.isna(row["title"]) else str(row["title"])
    whom = ", ".join(str(row[name]) for name in ("region", "role_profile") if not pd.isna(row[name]))
    return f"{said} ({whom})" if whom else said


def _exhibit(rows: pd.DataFrame, whole: float, without: str) -> Exhibit:
    told = rows.dropna(subset=["estimate"])
    first, latest = told.iloc[0], told.iloc[-1]
    below = "; below: meetings of the two, whole company" if rows["count"].notna().any() else ""
    above = "; letters: what else happened" if rows["mark"].notna().any() else ""
    return Exhibit(
        key=KEY,
        lead=LEAD.format(
            side="HR" if whole > 0 else "Sales",
            points=words.number(abs(whole), 2),
            without=without,
        ),
        standfirst=f"{MARKS}, by the quarter of the last interview; {LINE}{below}{above}",
        marks=Marks(
            "dots_over_time",
            rows,
            {
                "noun": "candidate",
                "show": hundredths,
                "reference": Reference(0.0, "the same"),
                "counts": "meeting",
            },
        ),
        alt=f"{TITLE}: {hundredths(first['estimate'])} in {first['period']}, "
        f"{hundredths(latest['estimate'])} in {latest['period']}.",
        n=int(told["n"].sum()),
        definition=(CARD, "meetings_held"),
        note=NO_PROOF,
    )


def meetings(rows: pd.DataFrame, as_of: pd.Timestamp, starts_in: int = 1) -> str:
    """How often the two departments met in the last four quarters of the data, by what for; empty without the file."""
    if rows.empty:
        return ""
    when = periods.quarters(rows["month"], starts_in)
    late = (
        rows[when > as_of.to_period(periods.quarterly(starts_in)) - 4].groupby("kind")["count_meetings"].sum()
    )
    kinds = ", ".join(
        f"{words.number(n)} {str(kind).replace('_', '-')}" for kind, n in late.sort_index().items()
    )
    if late.empty:
        return f"{WHOLE}: the two departments did not meet in the last four quarters."
    times = words.counted(int(late.sum()), "time")
    return f"{WHOLE}: the two departments met {times} in the last four quarters: {kinds}."
