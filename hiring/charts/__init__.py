"""Marks in, figure out (`draw`). Forms are named by what they look like, never by the page that shows them.

Nothing here averages or judges: values, intervals and verdicts arrive in the frame, whose columns each form's own
docstring lists. What each is for:

- `dots_with_intervals`: groups compared, one a row, each an estimate with its interval
- `counted_and_expected`: of each group what was counted, what was to be expected, and what is left after luck
- `two_scales`: two measures of each name, each on its own scale, such as what it costs and what comes of it
- `dumbbell`: two estimates of each name, and what lies between them
- `dots_over_time`: an estimate for each cohort or period, the immature ones hollow
- `calibration_steps`: what came of each rising step of something rated
- `steps`: at most three curves of those who got there by a time
- `ramp`: one role's median by tenure month before the others'
- `tenure_grid`: people by tenure quarter
- `journey`: one person's way line by line, and beside each line the ratings given there
- `own_ramp`: one person's pace by month over their role's middle half
- `weights_and_evidence`: an agreed weight beside what hires show of it
- `pairs_triangle`: every two of some people
- `luck_bars`: what shuffled data give, and where the company stands
- `funnel`: the steps of one way, each with how many came to it and what share went on; up to some ten
- `stacked_share`: a part of each whole, file by file

Counts of anything else, by one group or two, have no form: they are a table.
"""

from collections.abc import Callable, Mapping

from hiring.charts.bars import funnel, stacked_share
from hiring.charts.buckets import calibration_steps
from hiring.charts.cohorts import dots_over_time
from hiring.charts.drawn import Drawn, hand_over
from hiring.charts.dumbbells import dumbbell
from hiring.charts.grids import tenure_grid
from hiring.charts.hundreds import counted_and_expected
from hiring.charts.intervals import dots_with_intervals
from hiring.charts.journeys import journey
from hiring.charts.layout import CONFIG
from hiring.charts.luck import luck_bars
from hiring.charts.pairs import MOST_PEOPLE, pairs_triangle
from hiring.charts.ramps import own_ramp, ramp
from hiring.charts.scales import two_scales
from hiring.charts.steps import steps
from hiring.charts.weights import weights_and_evidence
from hiring.findings.exhibit import Marks

#: Every form by its name, which marks tell it by; it takes their rows first.
FORMS: Mapping[str, Callable[..., Drawn]] = {
    form.__name__: form
    for form in (
        calibration_steps,
        counted_and_expected,
        dots_over_time,
        dots_with_intervals,
        dumbbell,
        funnel,
        journey,
        luck_bars,
        own_ramp,
        pairs_triangle,
        ramp,
        stacked_share,
        steps,
        tenure_grid,
        two_scales,
        weights_and_evidence,
    )
}


def draw(marks: Marks) -> Drawn:
    """The figure that the marks make. Raises KeyError for a form that there is not."""
    return FORMS[marks.form](marks.rows, **marks.given)


__all__ = [
    "CONFIG",
    "FORMS",
    "MOST_PEOPLE",
    "Drawn",
    "calibration_steps",
    "counted_and_expected",
    "dots_over_time",
    "dots_with_intervals",
    "draw",
    "dumbbell",
    "funnel",
    "hand_over",
    "journey",
    "luck_bars",
    "own_ramp",
    "pairs_triangle",
    "ramp",
    "stacked_share",
    "steps",
    "tenure_grid",
    "two_scales",
    "weights_and_evidence",
]
