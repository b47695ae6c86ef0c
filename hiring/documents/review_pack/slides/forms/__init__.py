"""Marks in, native charts out: what each form of `charts` becomes on slides, or that it has no chart there.

Three have none: a person's way, people by tenure quarter and a triangle of pairs are lists of words and cells, which
PowerPoint draws as a table and as nothing else; they stand as a table with their numbers, and the slide says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hiring.documents.review_pack.slides.forms import beside, curves, dots, upright
from hiring.documents.review_pack.slides.plot import Drawing
from hiring.findings.exhibit import Exhibit, Marks

#: The forms that have a native chart, by their name.
CHARTS: Mapping[str, Callable[[Marks], list[Drawing]]] = {
    "calibration_steps": upright.calibration,
    "counted_and_expected": dots.counted_and_expected,
    "dots_over_time": upright.over_time,
    "dots_with_intervals": dots.estimates,
    "dumbbell": dots.dumbbell,
    "funnel": beside.funnel,
    "luck_bars": upright.luck,
    "own_ramp": curves.own_ramp,
    "ramp": curves.ramp,
    "stacked_share": beside.stacked_share,
    "steps": curves.reached,
    "two_scales": beside.two_scales,
    "weights_and_evidence": beside.weights_and_evidence,
}
#: Those that have none, and stand as a table.
TABLES = ("journey", "pairs_triangle", "tenure_grid")


def drawings(shown: Exhibit) -> list[Drawing]:
    """What stands on the slides of an exhibit, one after the other; nothing where its numbers are a table."""
    form = CHARTS.get(shown.marks.form)
    if form is None or not shown.is_drawn:
        return []
    return [one for one in form(shown.marks) if any(chart.series for _, _, chart in one.charts)]
