"""Krippendorff's alpha: agreement beyond chance, however many raters saw each person and whoever they were.

α = 1 − observed disagreement / disagreement expected by chance. Source: Krippendorff (2011), "Computing
Krippendorff's Alpha-Reliability". 1 is full agreement, 0 what chance would give, below 0 worse than that.
"""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hiring.statistics.rates import Z_95, Interval

Level = Literal["nominal", "ordinal", "interval", "ratio"]
LEVELS: tuple[Level, ...] = ("nominal", "ordinal", "interval", "ratio")


def alpha(values: ArrayLike, units: ArrayLike, level: Level = "interval") -> float:
    """Krippendorff's alpha of ratings in long form: `values[i]` was said of `units[i]`, by whomever.

    `nan` values are left out, and so are units that only one rater saw. nan where no unit has two ratings, or
    all ratings are the same. `level` is how two values may be compared.
    """
    if level not in LEVELS:
        raise ValueError(f"level must be one of {', '.join(LEVELS)}, not {level!r}")
    x, unit = _paired(values, units)
    if level == "interval":
        return float(_alpha_of(_sums(x, unit).sum(axis=0)))
    if x.size == 0:
        return math.nan
    points, place = np.unique(x, return_inverse=True)
    counts = np.zeros((int(unit.max()) + 1, points.size))
    np.add.at(counts, (unit, place), 1.0)
    return _from_coincidences(counts, points, level)


def alpha_interval(values: ArrayLike, units: ArrayLike) -> Interval:
    """Alpha of values on a scale of equal steps, with a 95 % interval; n is the units two raters or more saw.

    The interval is the jackknife's over units: each is left out once (Efron & Tibshirani 1993, ch. 11). nan bounds
    below three units.
    """
    sums = _sums(*_paired(values, units))
    n = len(sums)
    whole = float(_alpha_of(sums.sum(axis=0)))
    if n < 3 or math.isnan(whole):
        return Interval(whole, math.nan, math.nan, n)
    without = _alpha_of((sums.sum(axis=0) - sums).T)
    reach = Z_95 * math.sqrt((n - 1) / n * float(((without - without.mean()) ** 2).sum()))
    return Interval(whole, whole - reach, min(whole + reach, 1.0), n)


def _paired(values: ArrayLike, units: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """The ratings of units that at least two raters saw, with the units numbered from 0."""
    x, given = np.asarray(values, dtype=float).ravel(), np.asarray(units).ravel()
    if x.size != given.size:
        raise ValueError(f"{x.size} values but {given.size} units")
    x, given = x[~np.isnan(x)], given[~np.isnan(x)]
    _, number, count = np.unique(given, return_inverse=True, return_counts=True)
    several = count[number] > 1
    _, number = np.unique(number[several], return_inverse=True)
    return x[several], number


def _sums(x: NDArray[np.float64], unit: NDArray[np.intp]) -> NDArray[np.float64]:
    """One row a unit: ratings, their sum, their sum of squares, and twice the unit's own variance times ratings."""
    if x.size == 0:
        return np.zeros((0, 4))
    centred = x - x.mean()  # squares of large numbers would lose digits
    count, total, squares = (np.bincount(unit, weights=w) for w in (np.ones_like(x), centred, centred**2))
    inside = np.maximum(squares - total**2 / count, 0.0)
    return np.column_stack([count, total, squares, 2 * count / (count - 1) * inside])


def _alpha_of(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Alpha of the sums (four, or four rows of them); nan where nothing differs."""
    n, total, squares, inside = sums
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = 2 * (squares - total**2 / n) / (n - 1)
        return np.where((n > 1) & (expected > 0), 1 - inside / n / expected, np.nan)


def _from_coincidences(counts: NDArray[np.float64], points: NDArray[np.float64], level: Level) -> float:
    """Alpha from how often each value was given to each unit (units by values)."""
    raters = counts.sum(axis=1, keepdims=True)
    weighted = counts / (raters - 1)
    together = weighted.T @ counts - np.diag(weighted.sum(axis=0))
    often = together.sum(axis=0)
    apart = _distances(often, points, level)
    expected = float((np.outer(often, often) * apart).sum()) / (often.sum() - 1)
    return 1 - float((together * apart).sum()) / expected if expected > 0 else math.nan


def _distances(often: NDArray[np.float64], points: NDArray[np.float64], level: Level) -> NDArray[np.float64]:
    """How far two values are apart, squared, as the level allows to say it."""
    if level == "nominal":
        return 1.0 - np.eye(points.size)
    if level == "ratio":
        total = np.abs(np.add.outer(points, points))
        gap = np.abs(np.subtract.outer(points, points))
        return np.asarray(np.divide(gap, total, out=np.zeros_like(gap), where=total > 0) ** 2)
    middle = np.cumsum(often) - often / 2  # ordinal: how many ratings lie between the two
    return np.asarray(np.subtract.outer(middle, middle) ** 2)
