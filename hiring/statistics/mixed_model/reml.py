"""Finding the variances: Newton steps with the average information, halved until they help.

Ratios γ_k ≥ 0 of block variance to residual variance are the unknowns; the residual variance follows
from them. A step is taken in the blocks that are above 0 or would rise from it; a ratio that a step
would make negative becomes exactly 0, and comes back if its gradient there says so. A step that does
not lower the criterion is halved, and when halving does not help either, one step of the EM algorithm
(Dempster, Laird & Rubin 1977), which never raises it, stands in.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hiring.statistics.mixed_model.slopes import Slopes, slopes
from hiring.statistics.mixed_model.solving import Solution, solve
from hiring.statistics.mixed_model.sufficient import Sufficient

Array = NDArray[np.float64]
MOST_STEPS = 100
HALVINGS = 8
SMALLEST_START, LARGEST_START = 0.05, 4.0  # of the residual variance, for one row of the data
LARGEST = 1e6  # likewise: beyond this the residual is nothing beside the block
ROUNDING = 1e-12  # of a ratio: a step that leaves less meant to take all
DAMPING = 1e-8  # keeps the step finite where two blocks have the same columns


@dataclass(frozen=True)
class Search:
    """Where the search ended: the solution there, the steps it took, and whether it had come to rest."""

    solution: Solution
    steps: int
    converged: bool


def search(data: Sufficient, method: str, tolerance: float, start: Array | None = None) -> Search:
    """The ratios that minimise the criterion, each step promising more than `tolerance` of it but the last.

    `tolerance` is in units of the criterion (a deviance). Blocks the data cannot estimate stay at 0.
    """
    held = np.array([name in data.inestimable for name in data.places], dtype=bool)
    if data.total == 0.0 or held.all():
        return Search(solve(data, np.zeros(held.size), method), 0, True)
    ceiling = LARGEST / _share_of_a_row(data, held)
    first = _moments(data, held) if start is None else np.clip(start, 0.0, ceiling)
    at = solve(data, np.where(held, 0.0, first), method)
    for step in range(1, MOST_STEPS + 1):
        here = slopes(at)
        moves = (
            ~held & ((at.ratios > 0) | (here.gradient < 0)) & ((at.ratios < ceiling) | (here.gradient > 0))
        )
        aim = _newton(here, moves, at.ratios)
        promised = -float(here.gradient @ aim) / 2
        if not moves.any() or promised <= 0.0:
            return Search(at, step - 1, True)
        found = _lower(at, aim, ceiling) or _em(at, here, moves)
        if promised < tolerance:
            return Search(found if found.criterion <= at.criterion else at, step, True)
        at = found
    return Search(at, MOST_STEPS, False)


def _newton(here: Slopes, moves: NDArray[np.bool_], ratios: Array) -> Array:
    """The Newton step of the blocks that move, no ratio falling below 0.

    A block the step would take below 0 is put there, and the others are solved again knowing that:
    where two blocks can stand in for each other, cutting only one of a large opposite pair of steps
    would send the other astray.
    """
    unit = 1.0 / np.sqrt(np.maximum(np.diag(here.information), np.finfo(float).tiny))
    scaled = here.information * unit * unit[:, None] + DAMPING * np.eye(unit.size)
    gradient, lowest = here.gradient * unit, -ratios / unit
    step, free = np.zeros(unit.size), moves.copy()
    while free.any():
        pulled = gradient[free] + scaled[np.ix_(free, ~free)] @ step[~free]
        step[free] = -np.linalg.solve(scaled[np.ix_(free, free)], pulled)
        below = free & (step < lowest)
        if not below.any():
            break
        step[below] = lowest[below]
        free &= ~below
    return step * unit


def _lower(at: Solution, aim: Array, ceiling: Array) -> Solution | None:
    """The solution after the longest of the halved steps that lowers the criterion, or None."""
    for halving in range(HALVINGS):
        ratios = np.clip(at.ratios + aim / 2**halving, 0.0, ceiling)
        ratios[ratios < ROUNDING * at.ratios] = 0.0
        found = solve(at.data, ratios, at.method)
        if found.criterion < at.criterion:
            return found
    return None


def _em(at: Solution, here: Slopes, moves: NDArray[np.bool_]) -> Solution:
    """One EM step: γ_k − γ_k² gradient_k / q_k, the mean square of the effects and their variance."""
    sizes = np.array([span.stop - span.start for span in at.data.places.values()])
    step = np.where(moves, at.ratios**2 * here.gradient / np.maximum(sizes, 1), 0.0)
    return solve(at.data, np.maximum(at.ratios - step, 0.0), at.method)


def _share_of_a_row(data: Sufficient, held: NDArray[np.bool_]) -> Array:
    """What a block at γ = 1 adds to the variance of an average row."""
    own = np.diag(data.raw_gram)
    shares = np.array([own[span].sum() / data.rows for span in data.places.values()])
    return np.where(held, 1.0, shares)


def _moments(data: Sufficient, held: NDArray[np.bool_]) -> Array:
    """Ratios to start from: expected against found sums of squares at γ = 0 (Rao's MINQUE(0), 1972)."""
    places = [span for span, left_out in zip(data.places.values(), held, strict=True) if not left_out]
    count = len(places)
    system, found = np.zeros((count + 1, count + 1)), np.zeros(count + 1)
    system[count, count], found[count] = data.freedom, data.total
    for row, span in enumerate(places):
        found[row] = data.scores[span] @ data.scores[span]
        system[row, count] = system[count, row] = np.trace(data.gram[span, span])
        for column, other in enumerate(places[: row + 1]):
            crossed = data.gram[span, other]
            system[row, column] = system[column, row] = np.einsum("ij,ij->", crossed, crossed)
    unit = 1.0 / np.sqrt(np.diag(system))
    scaled = system * unit * unit[:, None] + DAMPING * np.eye(count + 1)
    variances = unit * np.linalg.solve(scaled, unit * found)
    shares = _share_of_a_row(data, held)
    ratios = np.zeros(held.size)
    residual = max(float(variances[-1]), 0.1 * data.total / data.freedom)
    ratios[~held] = variances[:-1] / residual
    return np.clip(ratios * shares, SMALLEST_START, LARGEST_START) / shares
