"""Outcomes at equal tenure, by cohort and by role: who met the bar, and the median attainment.

Hires are compared only at the end of the chosen window; those who have not reached it are in no figure.
Frames in, frames and words out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring import words
from hiring.config import SMALLEST_GROUP
from hiring.findings.exhibit import Exhibit, Marks, strongest
from hiring.findings.marks import Reference
from hiring.findings.outcomes.pairs import Hires, no_filter, no_surer
from hiring.findings.outcomes.window_words import ATTAINMENT, BAR, Measure, alt_of, note_of, title_of
from hiring.statistics.rates import (
    Difference,
    Interval,
    difference,
    difference_of_medians,
    median_interval,
    wilson,
)
from hiring.statistics.verdicts import (
    NEUTRAL,
    Comparison,
    Direction,
    Finding,
    Label,
    judge_together,
)

MOST_HALF_YEARS = 8  # more, and values and counts do not fit under a chart: cohorts become years
LONGEST_BESIDE = 15  # letters of a name that fit left of its dot
COLUMNS = ["group", "estimate", "low", "high", "n", "verdict", "direction", "is_mature", "detail"]

Values = NDArray[np.float64]


MEASURES = (BAR, ATTAINMENT)


@dataclass(frozen=True)
class Compared:
    """Groups of hires side by side, and who is in them.

    `column` is what groups the hires, `kind` what one group is called, `is_at_window` whether only hires who have
    reached the window are in it.
    """

    column: str
    exhibit: Exhibit
    kind: str
    is_at_window: bool = True

    @property
    def frame(self) -> pd.DataFrame:
        """A row a group: `group` (also as `name` and `period`) and the columns of `COLUMNS`."""
        return self.exhibit.marks.rows

    @property
    def is_drawn(self) -> bool:
        """Whether any group has hires enough to be drawn."""
        return _has_verdict(self.frame)

    @property
    def tells(self) -> bool:
        """Whether a group is clearly told from the others, or why none can be."""
        return not self.is_drawn or self.exhibit.label == Label.CLEAR

    @property
    def why_not(self) -> str:
        """What stands in place of a figure in which no group has hires enough."""
        return f"Fewer than {SMALLEST_GROUP} hires in every {self.kind}."


def quiet(found: Sequence[Sequence[Compared]], window: int) -> str:
    """What stands over figures in which no group stands out: "No year and no role stands out at month 12, …"."""
    names = " and no ".join(row[0].kind for row in found)
    leans = any(one.exhibit.label == Label.LEANING for row in found for one in row)
    stands = "clearly stands" if leans else "stands"
    return f"No {names} {stands} out at month {window}, in meeting the bar or in attainment"


def with_cohorts(hires: pd.DataFrame, like: pd.DataFrame | None = None) -> pd.DataFrame:
    """The frame with `cohort` added: "2024 H1", or "2024" where there would be more than eight half-years.

    Takes `hire_year` and `hire_half`: of the fiscal year ("FY2024 H1") where it is not the calendar's. `like`: other
    hires, by whose half-years it goes.
    """
    halves = hires["hire_year"].astype(str) + " H" + hires["hire_half"].astype(str)
    years = hires["hire_year"].astype(str)
    counted = hires if like is None else like
    count = len(counted[["hire_year", "hire_half"]].drop_duplicates())
    return hires.assign(cohort=halves if count <= MOST_HALF_YEARS else years)


def by_cohort(hires: pd.DataFrame, measure: Measure, window: int, among: Hires | None = None) -> Compared:
    """Cohorts in the order of time; one of which not all have reached the window is not mature."""
    mine = with_cohorts(hires)
    return _compared(
        mine, Hires(mine, with_cohorts(among.company, hires) if among else mine), "cohort", measure, window
    )


def by_role(hires: pd.DataFrame, measure: Measure, window: int, among: Hires | None = None) -> Compared:
    """Roles, the highest first, those with too few hires last; each is judged against all others, chosen or not."""
    found = _compared(hires, among or no_filter(hires), "role_profile", measure, window)
    few = found.frame["verdict"] == Label.TOO_FEW.value
    frame = found.frame.assign(few=few).sort_values(
        ["few", "estimate", "group"], ascending=[True, False, True], kind="stable"
    )
    frame = frame.drop(columns="few").reset_index(drop=True)
    marks = replace(found.exhibit.marks, rows=frame)
    return replace(found, exhibit=replace(found.exhibit, marks=marks, note=""))


def comparisons(hires: pd.DataFrame) -> list[Callable[[pd.DataFrame, Measure, int, Hires], Compared]]:
    """What can be compared: time of hire always, roles where there are two or more."""
    return [by_cohort, by_role] if hires["role_profile"].nunique() > 1 else [by_cohort]


def _judged(hires: pd.DataFrame, column: str, measure: Measure, window: int) -> dict[str, Finding]:
    """Each group of these hires against all others, judged together."""
    known = hires[hires["is_counted"] & hires[measure.column].notna()]
    values, of_group = known[measure.column].to_numpy(float), known[column].to_numpy(str)
    compared = [
        Comparison(
            f"{measure.outcome} at month {window}",
            group,
            "all others",
            _difference(values[of_group == group], values[of_group != group], measure),
            ways=NEUTRAL,
        )
        for group in sorted(hires[column].astype(str).unique())
    ]
    return {one.comparison.group: one for one in judge_together(compared)}


def _compared(hires: pd.DataFrame, among: Hires, column: str, measure: Measure, window: int) -> Compared:
    known = hires[hires["is_counted"] & hires[measure.column].notna()]
    values, of_group = known[measure.column].to_numpy(float), known[column].to_numpy(str)
    groups = sorted(hires[column].astype(str).unique())
    findings = no_surer(lambda some: _judged(some, column, measure, window), among, groups)
    new = [int((~hires.loc[hires[column] == group, "is_mature"]).sum()) for group in groups]
    rows = [
        compared_row(finding, _estimate(values[of_group == group], measure), _too_new(late, window))
        for group, finding, late in zip(groups, findings, new, strict=True)
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame = frame.assign(name=frame["group"], period=frame["group"])
    overall = _estimate(values, measure)
    kind = "role" if column == "role_profile" else _cohorts_are(groups)
    title = title_of(findings, overall, measure, window, kind)
    note = note_of(hires, column, groups, new, window)
    exhibit = Exhibit(
        key=f"{measure.column} by {column}",
        lead=title,
        standfirst=f"{measure.subtitle} at month {window}, with its likely range",
        marks=over_time(frame, overall) if column == "cohort" else one_by_one(frame, overall),
        alt=alt_of(title, frame),
        n=len(known),
        label=strongest(finding.verdict.label for finding in findings),
        definition=(measure.card,),
        note=note if _has_verdict(frame) else "",
    )
    return Compared(column, exhibit, kind)


def over_time(frame: pd.DataFrame, overall: Interval) -> Marks:
    """Groups in the order of time, before the line of all hires."""
    return Marks("dots_over_time", frame, {"reference": Reference(overall.estimate, "all")})


def one_by_one(frame: pd.DataFrame, overall: Interval) -> Marks:
    """Groups one under the other, before the line of all hires; long names above their dots."""
    longest = max((len(str(name)) for name in frame["group"]), default=0)
    labels = "above" if longest > LONGEST_BESIDE else "beside"
    return Marks(
        "dots_with_intervals", frame, {"reference": Reference(overall.estimate, "all"), "labels": labels}
    )


def _has_verdict(frame: pd.DataFrame) -> bool:
    return bool((frame["verdict"] != Label.TOO_FEW.value).any())


def _cohorts_are(groups: Sequence[str]) -> str:
    return "half-year" if any(" H" in group for group in groups) else "year"


def _difference(mine: Values, others: Values, measure: Measure) -> Difference:
    if measure.is_share:
        return difference(int(mine.sum()), len(mine), int(others.sum()), len(others))
    return difference_of_medians(mine, others)


def _estimate(values: Values, measure: Measure) -> Interval:
    return wilson(int(values.sum()), len(values)) if measure.is_share else median_interval(values)


def _too_new(late: int, window: int) -> str:
    return f"{words.number(late)} not at month {window} yet" if late else ""


def compared_row(finding: Finding, seen: Interval, too_new: str = "") -> list[Any]:
    """A group's row under `COLUMNS`: what was seen of it, what the finding claims, and how many are too new."""
    verdict = finding.verdict
    label: str | None = verdict.label.value
    if verdict.label == Label.TOO_FEW and seen.n >= SMALLEST_GROUP:
        label = None  # hires enough to be shown, and too few, here or elsewhere, to be compared
    direction = verdict.direction.value if verdict.direction != Direction.NONE else None
    group = finding.comparison.group
    return [group, seen.estimate, seen.low, seen.high, seen.n, label, direction, not too_new, too_new]


def are_enough(hires: pd.DataFrame) -> bool:
    """Whether enough hires have reached the window to show anything of them."""
    return int((hires["is_counted"] & hires["met_bar"].notna()).sum()) >= SMALLEST_GROUP


def too_few(window: int) -> str:
    """What stands over outcomes where they are not: of whom the month is past and the first sales are known."""
    return f"Too few of these hires have reached month {window} with their start on record"


def role_table(hires: pd.DataFrame, window: int) -> pd.DataFrame:
    """A row a role, by name: the share that met the bar, both median attainments, each with interval; and n."""
    counted = hires[hires["is_counted"] & hires["met_bar"].notna()]
    rows = [_table_row(str(role), one) for role, one in counted.groupby("role_profile", sort=True)]
    heads = [
        "Role",
        f"Met the bar at month {window}",
        "Median of ramped quota",
        "Median of full quota",
        "Hires",
    ]
    return pd.DataFrame(rows, columns=heads)


def _table_row(role: str, hires: pd.DataFrame) -> list[str]:
    n = words.number(len(hires))
    if len(hires) < SMALLEST_GROUP:
        return [role, "too few", "too few", "too few", n]
    share = _estimate(hires["met_bar"].to_numpy(float), BAR)
    ramped, full = (
        median_interval(hires[column].to_numpy(float))
        for column in ("window_ramped_attainment", "window_attainment")
    )
    return [role, *(words.with_interval(one.estimate, one.low, one.high) for one in (share, ramped, full)), n]
