"""Half-years of hire side by side: the exhibit, and when those still open will be final."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, strongest
from hiring.findings.marks import Reference
from hiring.statistics.rates import against_the_rest, rates_of
from hiring.statistics.verdicts import Comparison, Finding, Label, judge_together

MOST_SHOWN = 8  # a chart of more could not say each one's n
MOST_OPEN = 3  # half-years whose day is named; the later ones follow in turn
TELLING = (Label.CLEAR, Label.LEANING)
Row = Mapping[Hashable, Any]
Pairs = tuple[tuple[str, str], ...]


def exhibit(cohorts: pd.DataFrame, tenure: str, outcome_window: int, every: Reference | None) -> Exhibit:
    """The latest half-years, who met the bar in each; `tenure` is the window in words, `every` the line they meet."""
    lead, rows = title(cohorts), chart_frame(cohorts)
    return Exhibit(
        key="half-years",
        lead=lead,
        standfirst=(
            f"Share of hires that met the bar at {tenure}, by half-year of hire, with its likely range"
        ),
        marks=Marks("dots_over_time", rows, {"reference": every}),
        alt=in_words(rows, lead),
        n=int(rows["n"].sum()),
        label=strongest(finding.verdict.label for finding in judged(cohorts)),
        definition=("met_bar",),
        note=notes(cohorts, outcome_window),
    )


def chart_frame(cohorts: pd.DataFrame) -> pd.DataFrame:
    """The latest half-years with anybody judged, oldest first, as rows of the form `dots_over_time`.

    `cohorts`: rows of `overview/bar_by_half_year`. Not mature: some of its hires are too new.
    """
    known = cohorts[cohorts["count_judged"] > 0].tail(MOST_SHOWN)
    rated = rates_of(known, successes="count_met_bar", n="count_judged")
    few = rated["count_judged"] < SMALLEST_GROUP
    return pd.DataFrame(
        {
            "period": [_name(row) for row in rated.to_dict("records")],
            "estimate": rated["rate"].to_numpy(),
            "low": rated["low"].to_numpy(),
            "high": rated["high"].to_numpy(),
            "n": rated["count_judged"].to_numpy(),
            "is_mature": (rated["count_too_new"] == 0).to_numpy(),
            "verdict": [Label.TOO_FEW.value if is_few else None for is_few in few],
        }
    )


def reference(cohorts: pd.DataFrame) -> Reference | None:
    """The line half-years are read against: the share that met the bar of all, as each is judged against the others.

    `cohorts`: rows of `overview/bar_by_half_year`.
    """
    judged, met = (int(cohorts[column].sum()) for column in ("count_judged", "count_met_bar"))
    return Reference(met / judged, "all") if judged >= SMALLEST_GROUP else None


def title(cohorts: pd.DataFrame) -> str:
    """What the half-years amount to, each against all others: "No half-year stands out from the others"."""
    findings = judged(cohorts)
    by_label = {label: [f for f in findings if f.verdict.label == label] for label in Label}
    if len(findings) - len(by_label[Label.TOO_FEW]) < 2:
        return "Too few half-years to compare"
    clear, leaning = by_label[Label.CLEAR], by_label[Label.LEANING]
    if len(clear) == 1:
        return f"{clear[0].comparison.group} stands out: its hires met the bar {_way(clear[0])} often than others"
    if clear:
        return f"{len(clear)} half-years stand out from the others: {_listed(clear)}"
    if leaning:
        by_year = judged(_years(cohorts), are_open=True)  # as on Outcomes and ramp
        is_none = not any(one.verdict.label in TELLING for one in by_year)
        said = f"{_listed(leaning)} may stand out, but luck could explain it"
        return f"No whole year stands out; {said}" if is_none else said
    return "No half-year stands out from the others"


def in_words(frame: pd.DataFrame, title: str) -> str:
    """The chart for those who do not see it: its title, then each half-year drawn."""
    drawn = frame[frame["verdict"].isna()].to_dict("records")
    each = "; ".join(
        f"{row['period']} {words.percent(row['estimate'])}, {words.likely(row['low'], row['high'])}, "
        f"{words.counted(row['n'], 'hire')}"
        for row in drawn
    )
    return f"{title}. {each}."


def notes(cohorts: pd.DataFrame, outcome_window: int) -> str:
    """What the chart leaves out or draws hollow; empty where there is nothing to say."""
    open_ones = cohorts[(cohorts["count_too_new"] > 0) & (cohorts["count_judged"] > 0)]
    sentences = [
        f"Dotted: {words.number(row['count_too_new'])} of the {words.counted(row['count_hires'], 'hire')} of "
        f"{_name(row)} have not reached month {outcome_window} yet."
        for row in open_ones.to_dict("records")
    ]
    earlier = cohorts[cohorts["count_judged"] > 0].iloc[:-MOST_SHOWN]
    if len(earlier):
        judged = int(earlier["count_judged"].sum())
        sentences.append(f"Earlier half-years ({words.counted(judged, 'hire')}) are not drawn.")
    return " ".join(sentences)


def not_yet_final(cohorts: pd.DataFrame, as_of: date, outcome_window: int) -> Pairs:
    """Half-years with hires too new to judge, and the day each will be final, as pairs of name and words."""
    open_ones = cohorts[cohorts["count_too_new"] > 0].to_dict("records")
    pairs = [(f"Hires of {_name(row)}", _final(row, as_of, outcome_window)) for row in open_ones[:MOST_OPEN]]
    if len(open_ones) > MOST_OPEN:
        rest = sum(row["count_too_new"] for row in open_ones[MOST_OPEN:])
        pairs.append(("Later half-years", f"{words.counted(rest, 'hire')}, to be judged in turn."))
    return tuple(pairs)


def _final(row: Row, as_of: date, outcome_window: int) -> str:
    """When the last hire of a half-year has reached the window, or could have if more are still to come."""
    end = pd.Timestamp(row["half_ends_on"]).date()
    last = end if end > as_of else pd.Timestamp(row["last_hire_on"]).date()
    final = words.day((pd.Timestamp(last) + pd.DateOffset(months=outcome_window)).date())
    count = f"{words.number(row['count_too_new'])} of {words.number(row['count_hires'])} too new"
    when = f"final by {final} at the latest" if end > as_of else f"final on {final}"
    return f"{count}; {when}, when the last of them reaches month {outcome_window}."


def judged(cohorts: pd.DataFrame, *, are_open: bool = False) -> tuple[Finding, ...]:
    """Each half-year whose hires are all old enough, or any of them (`are_open`), against all the others of them."""
    mature = cohorts[((cohorts["count_too_new"] == 0) | are_open) & (cohorts["count_judged"] > 0)]
    differences = against_the_rest(mature, successes="count_met_bar", n="count_judged")
    names = [_name(row) for row in mature.to_dict("records")]
    return judge_together(
        [
            Comparison("met the bar", name, "the others", difference)
            for name, difference in zip(names, differences, strict=True)
        ]
    )


def _years(cohorts: pd.DataFrame) -> pd.DataFrame:
    """The same counts by whole year."""
    counts = ["count_hires", "count_judged", "count_met_bar", "count_too_new"]
    return cohorts.groupby("hire_year", as_index=False)[counts].sum().assign(hire_half=0)


def _name(row: Row) -> str:
    return f"{row['hire_year']} H{row['hire_half']}" if row["hire_half"] else str(row["hire_year"])


def _way(finding: Finding) -> str:
    return "more" if finding.verdict.estimate > 0 else "less"


def _listed(findings: Sequence[Finding]) -> str:
    names = [finding.comparison.group for finding in findings]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
