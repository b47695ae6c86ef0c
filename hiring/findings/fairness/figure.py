"""Hiring rates of the groups of one attribute as a figure, beside four fifths of the highest."""

from __future__ import annotations

import pandas as pd

from hiring.findings.exhibit import WHOLE_COMPANY, Exhibit, Marks, undrawn
from hiring.findings.fairness import telling
from hiring.findings.fairness.rows import Stand
from hiring.findings.marks import Reference
from hiring.statistics.fairness import FIFTHS, FOUR
from hiring.statistics.rates import wilson

MEASURE = (
    "Hired, of all on whom was decided, with the likely range · line: four fifths (4/5) of the highest rate"
)
#: A scale that ended where the values do would swallow its last tick.
PAST_THE_ENDS = 0.06
TOO_FEW = "Fewer than two groups may be told, or nobody was hired."


def nothing(stand: Stand, name: str) -> Exhibit:
    """Of an attribute of which nothing can be compared only the heading stands, and why."""
    return undrawn(f"fairness_{stand.attribute}", f"{name}: nothing to compare", TOO_FEW)


def rates(stand: Stand, lead: str) -> Exhibit:
    """The rates of the groups of an attribute under this heading, on a scale from nobody to the widest range."""
    shares = [wilson(one.selected, one.decided) for one in stand.groups]
    frame = pd.DataFrame(
        {
            "name": [one.name for one in stand.groups],
            "estimate": [share.estimate for share in shares],
            "low": [share.low for share in shares],
            "high": [share.high for share in shares],
            "n": [share.n for share in shares],
        }
    )
    top, widest = float(frame["estimate"].max()), float(frame["high"].max())
    given = {
        "reference": Reference(top * FOUR / FIFTHS, "4/5"),
        "noun": "decision",
        "show": telling.show,
        "labels": "above",
        "extent": (-PAST_THE_ENDS * widest, (1 + PAST_THE_ENDS) * widest),
    }
    listed = ", ".join(f"{one.name} {telling.rate(one)}, {telling.counts(one)}" for one in stand.groups)
    return Exhibit(
        key=f"fairness_{stand.attribute}",
        lead=lead,
        standfirst=MEASURE,
        marks=Marks("dots_with_intervals", frame, given),
        alt=f"{lead}: {listed}.",
        n=int(frame["n"].sum()),
        definition=("selection_rate", "impact_ratio"),
        whose=WHOLE_COMPANY,
        stays=True,
    )
