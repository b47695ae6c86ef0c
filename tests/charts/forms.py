"""Every form with the name of the frame it is tried on (`conftest.py`) and a column that a file could have written."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from hiring import charts
from hiring.charts import Drawn

EVIL = "<img src=x onerror=alert(1)> $x^2$ %{customdata} &lt;b&gt; #000001"
PAIRS = pd.DataFrame(
    [("E1 + E2", "E1", "E2", 0.4, 0.1, 0.7, 24, "Clear")],
    columns=["id", "first_id", "second_id", "estimate", "low", "high", "n", "verdict"],
)


def _two_scales(frame: pd.DataFrame) -> Drawn:
    return charts.two_scales(frame, heads=("Cost per hire", "High performers"))


FORMS: dict[str, tuple[Callable[[pd.DataFrame], Drawn], str, str]] = {
    "dots_over_time": (charts.dots_over_time, "cohorts", "period"),
    "dots_with_intervals": (charts.dots_with_intervals, "sources", "name"),
    "counted_and_expected": (charts.counted_and_expected, "groups", "name"),
    "sections": (charts.counted_and_expected, "groups", "section"),
    "labels above": (lambda frame: charts.dots_with_intervals(frame, labels="above"), "sources", "right"),
    "ramp": (lambda frame: charts.ramp(frame, str(frame["role"].iloc[0]), crossed=6), "ramps", "role"),
    "own_ramp": (lambda frame: charts.own_ramp(frame, EVIL, role=EVIL, crossed=3), "own_months", "of"),
    "journey": (charts.journey, "way", "what"),
    "journey, below": (charts.journey, "way", "detail"),
    "tenure_grid": (charts.tenure_grid, "tenures", "person"),
    "steps": (charts.steps, "curves", "group"),
    "funnel": (charts.funnel, "stages", "stage"),
    "stacked_share": (charts.stacked_share, "files", "name"),
    "people": (lambda frame: charts.dots_with_intervals(frame, are_people=True), "sources", "name"),
    "pairs_triangle": (lambda frame: charts.pairs_triangle(PAIRS, frame), "people", "name"),
    "luck_bars": (
        lambda frame: charts.luck_bars(frame, 0.3, axis="".join(frame["axis"].head(1))),
        "shuffles",
        "axis",
    ),
    "weights_and_evidence": (charts.weights_and_evidence, "competencies", "flag"),
    "weights, instead": (charts.weights_and_evidence, "competencies", "instead"),
    "two_scales": (_two_scales, "prices", "name"),
    "two scales, words": (_two_scales, "prices", "right_words"),
    "dumbbell": (charts.dumbbell, "gaps", "name"),
    "dumbbell, right": (charts.dumbbell, "gaps", "right"),
    "calibration_steps": (
        lambda frame: charts.calibration_steps(frame, axis="mean rating"),
        "buckets",
        "bucket",
    ),
}
