"""One exhibit: a finding, its figure as marks, its table and words, as a plain value that a page and a file draw alike.

Made by findings, without a drawing library. Nothing leaves in `numbers` that the figure does not show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from hiring.findings.marks import HR_AND_SALES
from hiring.statistics.verdicts import UNTOLD, Label

#: The measures of `two_scales` with the ends of their ranges; they bear the names of the figure's heads.
TWO_SCALES = ("left", "left_low", "left_high", "right", "right_low", "right_high")
#: What each form shows of a row, in words or by a mark; other columns steer the drawing, or are for a click.
DRAWN: Mapping[str, tuple[str, ...]] = {
    "calibration_steps": ("bucket", "estimate", "low", "high", "n", "rising", "verdict"),
    "counted_and_expected": (
        *("section", "name", "counted", "expected", "levelled", "low", "high", "n", "verdict"),
    ),
    "dots_over_time": (
        *("period", "side", "estimate", "low", "high", "n", "is_mature", "count", "mark", "verdict"),
    ),
    "dots_with_intervals": ("name", "side", "estimate", "low", "high", "n", "here", "verdict"),
    "dumbbell": ("name", "gap", "low", "high", "n", "verdict"),  # and the values of its two ends
    "funnel": ("stage", "n", "passed", "low", "high", "days", "pending"),
    "journey": ("section", "when", "what", "detail", "ratings", "recommends"),
    "luck_bars": ("of", "value"),
    "own_ramp": ("month", "own", "median", "low", "high", "n"),
    "pairs_triangle": ("name", "estimate", "low", "high", "n", "here", "verdict"),
    "ramp": ("role", "month", "median", "low", "high", "n"),
    "stacked_share": ("name", "loaded", "set_aside", "skipped"),
    "steps": ("group", "time", "share", "low", "high"),
    "two_scales": ("name", *TWO_SCALES),
    "tenure_grid": ("person", "quarter", "attainment", "left_after"),
    "weights_and_evidence": ("name", "weight", "estimate", "low", "high", "n", "verdict", "flag"),
}
#: What a row of too few does not show, and in which forms it shows how many they are.
_JUDGED = ("estimate", "levelled", "low", "high", "gap", "rising")
_COUNTED = ("counted_and_expected", "dots_with_intervals", "dumbbell", "pairs_triangle")
_HEADS = {"here": "n in this selection"}
#: Of whom an exhibit is that no filter chooses.
WHOLE_COMPANY = "the whole company, whatever is chosen"


@dataclass(frozen=True)
class Marks:
    """What a figure is drawn of: the name of a form of `charts`, its rows, and what else the form is given."""

    form: str
    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    given: Mapping[str, Any] = field(default_factory=dict)

    def numbers(self) -> pd.DataFrame:
        """What is drawn, with all digits: no id, nothing of a row of too few but its count, no column without value."""
        if self.rows.empty:
            return pd.DataFrame()
        rows, ends = _drawn_rows(self), self._ends()
        first, *rest = DRAWN[self.form]
        hidden = {*_JUDGED, *ends, *(() if self.form in _COUNTED else ("n",))}
        untold = rows["verdict"].isin(UNTOLD) if "verdict" in rows else pd.Series(False, index=rows.index)
        columns = {
            column: rows[column].mask(untold) if column in hidden and untold.any() else rows[column]
            for column in dict.fromkeys((first, *ends, *rest))
            if column in rows
        }
        if "n" in columns and "is_least" in rows:
            columns["n"] = _at_least(columns["n"], rows["is_least"])
        if "here" in columns and (columns["here"] == rows["n"]).all():
            del columns["here"]
        known = {name: values for name, values in columns.items() if values.notna().any()}
        return pd.DataFrame(known).rename(columns=_HEADS | ends | self._called()).reset_index(drop=True)

    def _called(self) -> dict[str, str]:
        """What the columns of marks are called in a figure that has its own words for them."""
        return {name: word for name, word in self.given.get("called", {}).items() if word}

    def count(self) -> int:
        """How many rows `numbers` has."""
        return 0 if self.rows.empty else len(_drawn_rows(self))

    def _ends(self) -> dict[str, str]:
        """The columns of two values (of a dumbbell, of two scales), and what they are called in the figure."""
        if self.form == "two_scales":
            heads = [f"{head}{end}" for head in self.given["heads"] for end in ("", ", low", ", high")]
            return dict(zip(TWO_SCALES, heads, strict=True))
        ends = self.given.get("ends", HR_AND_SALES) if self.form == "dumbbell" else ()
        return {end.column: end.name for end in ends}


#: What stands in an exhibit of which nothing is drawn.
NO_MARKS = Marks("")


@dataclass(frozen=True)
class Exhibit:
    """One figure and all that belongs to it.

    `key` tells it apart from every other. `lead` is the finding that stands over it, `standfirst` what is shown (its
    unit, what a line or a band means), `alt` the finding for those who do not see the figure. `table` belongs below
    it, and may be empty; `note` is the remark below. `n` is how many people or things it rests on, None where they
    cannot be added up; `label` the strongest verdict in it, "" where none is; `definition` names the cards of what it
    measures. `whose` says whose numbers they are where filters do not choose them. `stays`: it never leaves its page.
    """

    key: str
    lead: str
    standfirst: str
    marks: Marks
    alt: str
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    n: int | None = None
    label: str = ""
    definition: tuple[str, ...] = ()
    note: str = ""
    whose: str = ""
    stays: bool = False

    @property
    def is_drawn(self) -> bool:
        """Whether there is a row to draw."""
        return not self.marks.rows.empty

    @property
    def has_sides(self) -> bool:
        """Whether marks have the shapes and colours of HR and Sales."""
        return "side" in self.marks.rows and self.marks.form != "counted_and_expected"

    def numbers(self) -> pd.DataFrame:
        """The numbers of the figure, as `Marks.numbers` gives them."""
        return self.marks.numbers()


def undrawn(key: str, lead: str, standfirst: str = "") -> Exhibit:
    """An exhibit of which only the words stand: what it would show is not known, or may not be told."""
    return Exhibit(key, lead, standfirst, NO_MARKS, "")


def strongest(labels: Iterable[object]) -> str:
    """The strongest of these verdicts: Clear, Leaning, Can't tell; "" where there is none of them."""
    there = {str(label) for label in labels}
    return next(
        (str(one) for one in (Label.CLEAR, Label.LEANING, Label.CANNOT_TELL) if str(one) in there), ""
    )


def _drawn_rows(marks: Marks) -> pd.DataFrame:
    """The rows that the figure shows: of a triangle the pairs of its people, of a ramp the own role's."""
    rows = marks.rows
    if marks.form == "luck_bars":  # the line over the bars is one of its numbers
        own = pd.DataFrame({"of": ["your company"], "value": [marks.given["company"]]})
        return pd.concat([own, rows.assign(of="shuffle")], ignore_index=True)
    if marks.form == "pairs_triangle":
        people = set(marks.given["people"]["person_id"])
        rows = rows.loc[rows["first_id"].isin(people) & rows["second_id"].isin(people)]
    elif marks.form == "ramp":
        rows = rows.loc[rows["role"] == marks.given["role"]]
    return rows


def _at_least(counts: pd.Series, is_least: pd.Series) -> pd.Series:
    """Counts of which some are but the least that they can be: "8 or more"."""
    if not is_least.any():
        return counts
    return pd.Series(
        [f"{n} or more" if least else n for n, least in zip(counts, is_least, strict=True)],
        index=counts.index,
        dtype=object,
    )
