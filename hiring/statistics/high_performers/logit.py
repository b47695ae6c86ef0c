"""A logit with a ridge on its levels, fitted to counts in cells: many fits of the same cells at once.

Hires of one role, region and start year are one cell, so that a fit costs as many sums as there are cells, however many
hires stand in them. Every level has a column of its own, and a penalty draws its coefficient towards zero, which is the
company as a whole: that is the same as to hold, before any hire is seen, that levels differ by chance with a variance
of one over the factor's penalty (in logits). So a level of three hires is not learned by heart, and one that nobody is
left in is the company's average, with the uncertainty that belongs to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import expit, logit

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]

#: On the intercept: so little that it moves a share by less than a tenth of a hire, and enough that a company in which
#: nobody or everybody succeeded has a chance that is no infinity.
OF_INTERCEPT = 0.01
#: What a factor's penalty is chosen from: levels that differ by 1.4 logits, down to by hardly anything.
PENALTIES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)
#: How often each factor's is chosen anew, those of the others being as they were chosen last.
SWEEPS = 3
TOLERANCE = 1e-6
MOST_STEPS, LONGEST_STEP = 40, 2.0
#: So many fits are made at once; more would only want more memory.
AT_ONCE = 512


@dataclass(frozen=True)
class Cells:
    """Hires by the levels of some factors. `design`: a row a cell, the intercept first; `of`: the cell of each hire.

    `factors`: of each column but the intercept, the factor whose level it is.
    """

    design: Numbers
    of: Places
    factors: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many cells there are."""
        return len(self.design)

    def summed(self, values: Numbers) -> Numbers:
        """What the hires of each cell come to."""
        return np.asarray(np.bincount(self.of, weights=values, minlength=self.count), dtype=float)

    def penalty(self, of_factors: Mapping[str, float]) -> Numbers:
        """The penalty of every column."""
        return np.array([OF_INTERCEPT, *(of_factors[factor] for factor in self.factors)])


def cells(levels: pd.DataFrame) -> Cells:
    """The cells of hires by these columns, each column a factor; a missing level is a level of its own."""
    known = levels.astype(object).where(levels.notna(), "").astype(str)
    joined = pd.Series(list(known.itertuples(index=False, name=None)), dtype=object)
    of, _ = pd.factorize(joined)
    first = known[~pd.Series(of, index=known.index).duplicated()]
    each = [(str(name), level) for name in known for level in sorted(known[name].unique())]
    columns = [np.ones(len(first)), *((first[name] == level).to_numpy(float) for name, level in each)]
    return Cells(np.column_stack(columns), of.astype(np.int64), tuple(name for name, _ in each))


def fitted(design: Numbers, trials: Numbers, successes: Numbers, penalty: Numbers, start: Numbers) -> Numbers:
    """The coefficients of each fit (fits, columns), from counts by fit and cell.

    `penalty`: (columns,), or (fits, columns) where fits differ in it. Newton's steps from `start` (fits, columns) until
    the largest is below a millionth of a logit.
    """
    found: Numbers = np.array(start, dtype=float)
    penalties = np.broadcast_to(penalty, found.shape)
    left = np.arange(len(found))
    for _ in range(MOST_STEPS):
        if not len(left):
            break
        chance = expit(found[left] @ design.T)
        slope = (successes[left] - trials[left] * chance) @ design - penalties[left] * found[left]
        curve = curvature(design, trials[left] * chance * (1 - chance), penalties[left])
        step = np.linalg.solve(curve, slope[:, :, None])[:, :, 0]
        found[left] += np.clip(step, -LONGEST_STEP, LONGEST_STEP)
        left = left[np.abs(step).max(axis=1) > TOLERANCE]
    return found


def curvature(design: Numbers, weights: Numbers, penalty: Numbers) -> Numbers:
    """X'WX + the penalty of each fit (fits, columns, columns); its inverse is the coefficients' covariance."""
    columns = design.shape[1]
    outer = (design[:, :, None] * design[:, None, :]).reshape(len(design), columns**2)
    made = (weights @ outer).reshape(-1, columns, columns)
    made[:, np.arange(columns), np.arange(columns)] += penalty
    return np.asarray(made, dtype=float)


def whole(of: Cells, trials: Numbers, successes: Numbers, penalty: Numbers) -> Numbers:
    """The coefficients of the fit of all cells (columns,)."""
    start = _start(of, trials, successes, 1)
    return np.asarray(fitted(of.design, trials[None], successes[None], penalty, start)[0], dtype=float)


def _start(of: Cells, trials: Numbers, successes: Numbers, fits: int) -> Numbers:
    start = np.zeros((fits, of.design.shape[1]))
    start[:, 0] = logit((successes.sum() + 0.5) / (trials.sum() + 1))
    return start


def chosen_penalties(of: Cells, trials: Numbers, successes: Numbers) -> dict[str, float]:
    """The penalty of each factor under which these counts were likeliest, levels averaged out."""
    chosen = dict.fromkeys(of.factors, PENALTIES[len(PENALTIES) // 2])
    for _ in range(SWEEPS):
        for factor in chosen:
            tried = [{**chosen, factor: penalty} for penalty in PENALTIES]
            found = evidence(of, trials, successes, np.array([of.penalty(one) for one in tried]))
            chosen[factor] = PENALTIES[int(np.argmax(found))]
    return chosen


def evidence(of: Cells, trials: Numbers, successes: Numbers, penalties: Numbers) -> Numbers:
    """The log of the counts' probability under each of these penalties (fits, columns), but for a constant.

    Laplace's approximation: the penalised log-likelihood, plus half the logs of the penalties, less half the log of the
    determinant of the curvature. MacKay (1992), Bayesian interpolation, Neural Computation 4(3), 415-447.
    """
    many = len(penalties)
    n, k = (np.broadcast_to(counts, (many, of.count)) for counts in (trials, successes))
    found = fitted(of.design, n, k, penalties, _start(of, trials, successes, many))
    eta = found @ of.design.T
    likelihood = (k * eta - n * np.logaddexp(0, eta)).sum(axis=1)
    chance = expit(eta)
    _, determinant = np.linalg.slogdet(curvature(of.design, n * chance * (1 - chance), penalties))
    prior = (np.log(penalties) - penalties * found**2).sum(axis=1)
    return np.asarray(likelihood + prior / 2 - determinant / 2, dtype=float)
