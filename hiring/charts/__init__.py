"""Frame in, figure out. Forms are named by what they look like, never by the page that shows them.

Nothing here averages or judges: values, intervals and verdicts arrive in the frame.
"""

from hiring.charts.bars import funnel, stacked_share
from hiring.charts.buckets import calibration_steps
from hiring.charts.cohorts import dots_over_time, months_line
from hiring.charts.dumbbells import HR_AND_SALES, RAW_AND_CORRECTED, End, dumbbell
from hiring.charts.grids import tenure_grid
from hiring.charts.intervals import dots_with_intervals
from hiring.charts.layout import CONFIG
from hiring.charts.luck import luck_bars
from hiring.charts.pairs import MOST_PEOPLE, pairs_triangle
from hiring.charts.ramps import ramp
from hiring.charts.rows import MOST_ROWS, kept_rows
from hiring.charts.steps import steps
from hiring.charts.weights import weights_and_evidence

__all__ = [
    "CONFIG",
    "HR_AND_SALES",
    "MOST_PEOPLE",
    "MOST_ROWS",
    "RAW_AND_CORRECTED",
    "End",
    "calibration_steps",
    "dots_over_time",
    "dots_with_intervals",
    "dumbbell",
    "funnel",
    "kept_rows",
    "luck_bars",
    "months_line",
    "pairs_triangle",
    "ramp",
    "stacked_share",
    "steps",
    "tenure_grid",
    "weights_and_evidence",
]
