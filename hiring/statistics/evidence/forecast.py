"""Did estimates foretell? Those of the first hires, set against what the later ones brought.

Interviewers are estimated on the first 60 % of hires, in order of their hire date. Each of the other hires then has an
expected place: the sum of the estimates of whoever interviewed them. The slope of their outcomes on it, compared within
role, year and office, is 1 where estimates are right on average and 0 where they say nothing. It is a check of
estimates like these, not of each of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import nan

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import ndtri

from hiring.statistics.evidence.controls import Control
from hiring.statistics.evidence.designs import Design, Numbers, designed
from hiring.statistics.evidence.fits import Kind, fitted_mains
from hiring.statistics.evidence.luck import adjusted
from hiring.statistics.evidence.needed import POWER
from hiring.statistics.outcomes import Outcomes
from hiring.statistics.rates import Z_95
from hiring.statistics.verdicts import Label, label_of_range

#: Of the hires, in order of their hire date: enough to estimate from, and enough left to see it.
FIRST = 0.6
#: Below, the fixed effects take what there is to see.
FEWEST_LATER = 40
NOTHING = (
    1e-9  # of an expected place: interviewers of the first hires do not differ, or saw none of the later ones
)


class Foretold(StrEnum):
    """What became of the estimates."""

    NOT_ASKED = ""
    YES = "foretold"
    LEANING = "looks as if they foretold"
    TOO_FEW = "too few to tell"
    NO = "no sign that they foretold"


@dataclass(frozen=True)
class Forecast:
    """`slope`: how much further on later hires ended up for each SD expected, with its 95 % range; nan if not asked."""

    state: Foretold = Foretold.NOT_ASKED
    count_first: int = 0
    count_later: int = 0
    slope: float = nan
    low: float = nan
    high: float = nan


def forecast(outcomes: Outcomes, seats: pd.DataFrame, control: Control) -> Forecast:
    """The check for these outcomes; `seats`: the answer to `evidence/seats`; `control`: what is levelled out."""
    days = pd.to_datetime(outcomes.hires["sales_start_on"])
    is_first = (days < days.sort_values().iloc[int(FIRST * len(days))]).to_numpy(bool)
    if is_first.all() or not is_first.any() or (~is_first).sum() < FEWEST_LATER:
        return Forecast()
    first, later = (_part(outcomes, seats, control, rows) for rows in (is_first, ~is_first))
    if not first.interviewers.labels or not later.interviewers.labels:
        return Forecast()
    # As claims are made: averaged over how much interviewers may differ. What pairs add is too little to foretell by.
    fitted = fitted_mains(first)
    estimates = pd.Series(fitted.posterior(Kind.INTERVIEWERS).mean, index=list(first.interviewers.labels))
    known = estimates.reindex(list(later.interviewers.labels)).fillna(0.0).to_numpy(float)
    expected = np.asarray(later.interviewers.design @ known, dtype=float)
    # Even of a single later hire: the first hires of the same manager are in what is expected of it.
    return judge_forecast(expected, later.score, later.held(fewest=1), int(is_first.sum()))


def _part(outcomes: Outcomes, seats: pd.DataFrame, control: Control, rows: NDArray[np.bool_]) -> Design:
    """The design of these hires only, levelled as that of all."""
    made = designed(replace(outcomes, hires=outcomes.hires[rows].reset_index(drop=True)), seats)
    columns = {name: values[rows] for name, values in control.covariates.items()}
    return made.with_columns(columns) if columns else made


def judge_forecast(expected: Numbers, outcome: Numbers, fixed: Numbers, count_first: int) -> Forecast:
    """The slope of outcomes on expected places, within the fixed effects, and what may be said of it.

    Foretold: luck alone would hardly have it so far above zero; leaning: the range lies above zero. Too few: had
    estimates been right, it would not have shown in four of five companies.
    """
    x, y = adjusted(expected, fixed), adjusted(outcome, fixed)
    freedom = len(y) - int(np.linalg.matrix_rank(fixed)) - 1
    size = float(np.sqrt(x @ x))
    if size < NOTHING or freedom < 1:
        return Forecast(Foretold.TOO_FEW, count_first, len(y))
    slope = float(x @ y) / size**2
    error = float(np.sqrt(((y - slope * x) ** 2).sum() / freedom)) / size
    low, high = slope - Z_95 * error, slope + Z_95 * error
    would_show = 1 / error >= Z_95 + float(ndtri(POWER))
    state = Foretold.NO if would_show else Foretold.TOO_FEW
    if low > 0:
        is_clear = label_of_range(slope, low, high) is Label.CLEAR
        state = Foretold.YES if is_clear else Foretold.LEANING
    return Forecast(state, count_first, len(y), slope, low, high)
