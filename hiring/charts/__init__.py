"""Frame in, figure out. Forms are named by what they look like, never by the page that shows them.

Nothing here counts, averages or judges: values, intervals and verdicts arrive in the frame.
"""

from hiring.charts.bars import funnel, stacked_share
from hiring.charts.cohorts import dots_over_time, months_line
from hiring.charts.grids import tenure_grid
from hiring.charts.intervals import dots_with_intervals
from hiring.charts.layout import CONFIG, Reference
from hiring.charts.ramps import ramp
from hiring.charts.steps import steps

__all__ = [
    "CONFIG",
    "Reference",
    "dots_over_time",
    "dots_with_intervals",
    "funnel",
    "months_line",
    "ramp",
    "stacked_share",
    "steps",
    "tenure_grid",
]
