"""Intraclass correlation: how much of what raters say is about whom they rate, where all rate all.

Six forms after Shrout and Fleiss (1979), Psychological Bulletin 86:420–428: one-way (each target has its own
raters), two-way with raters as a sample (agreement in level counts), two-way with these raters only (agreement in
order counts); each for one rating and for the mean of k. Intervals after McGraw and Wong (1996), Psychological
Methods 1:30–46, tables 4 and 7.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import fdtri

from hiring.statistics.rates import Interval

HIGH = 0.975  # the upper end of a 95 % interval
FEWEST_TARGETS, FEWEST_RATERS = 2, 2


@dataclass(frozen=True)
class Intraclass:
    """The six forms, each with its 95 % interval; `n` of each is the number of targets, `raters` is k.

    `one_way`, `agreement`, `consistency` are of a single rating (ICC(1,1), ICC(2,1), ICC(3,1)), those ending in
    `_of_mean` of the mean of k ratings (ICC(1,k), ICC(2,k), ICC(3,k)).
    """

    one_way: Interval
    agreement: Interval
    consistency: Interval
    one_way_of_mean: Interval
    agreement_of_mean: Interval
    consistency_of_mean: Interval
    raters: int


@dataclass(frozen=True)
class _Squares:
    """Mean squares of a table of n targets by k raters: between targets, within, between raters, what is left."""

    n: int
    k: int
    between: float
    within: float
    raters: float
    rest: float


def intraclass(ratings: ArrayLike) -> Intraclass:
    """The six intraclass correlations of a table (targets by raters) without gaps.

    `ValueError` for gaps, or for fewer than two targets or raters: use `alpha` where not everybody rated all.
    Where all ratings are the same nothing can be told apart and every value is nan.
    """
    squares = _squares(np.asarray(ratings, dtype=float))
    one_way, consistency = _one_way(squares), _consistency(squares)
    agreement = _agreement(squares)
    k = squares.k
    return Intraclass(
        one_way,
        agreement,
        consistency,
        _of_mean(one_way, k),
        _of_mean(agreement, k),
        _of_mean(consistency, k),
        k,
    )


def _squares(table: NDArray[np.float64]) -> _Squares:
    if table.ndim != 2 or table.shape[0] < FEWEST_TARGETS or table.shape[1] < FEWEST_RATERS:
        raise ValueError(f"wanted a table of two targets and two raters at least, found {table.shape}")
    if np.isnan(table).any():
        raise ValueError(f"{int(np.isnan(table).sum())} of {table.size} ratings are missing")
    n, k = table.shape
    middle = table.mean()
    targets = k * float(((table.mean(axis=1) - middle) ** 2).sum())
    raters = n * float(((table.mean(axis=0) - middle) ** 2).sum())
    whole = float(((table - middle) ** 2).sum())
    left = max(whole - targets - raters, 0.0)
    return _Squares(
        n,
        k,
        targets / (n - 1),
        (whole - targets) / (n * (k - 1)),
        raters / (k - 1),
        left / ((n - 1) * (k - 1)),
    )


def _one_way(s: _Squares) -> Interval:
    return _from_ratio(s.between, s.within, s.n, s.k, s.n * (s.k - 1))


def _consistency(s: _Squares) -> Interval:
    return _from_ratio(s.between, s.rest, s.n, s.k, (s.n - 1) * (s.k - 1))


def _from_ratio(between: float, within: float, n: int, k: int, degrees: int) -> Interval:
    """(between − within) / (between + (k−1) within), its interval from that of the ratio of the mean squares."""
    if between + (k - 1) * within <= 0:
        return Interval(math.nan, math.nan, math.nan, n)
    if within <= 0:
        return Interval(1.0, 1.0, 1.0, n)
    ratio = between / within
    low, high = ratio / fdtri(n - 1, degrees, HIGH), ratio * fdtri(degrees, n - 1, HIGH)
    return _mapped(Interval(ratio, float(low), float(high), n), lambda f: (f - 1) / (f + k - 1))


def _agreement(s: _Squares) -> Interval:
    whole = s.between + (s.k - 1) * s.rest + s.k * (s.raters - s.rest) / s.n
    if whole <= 0:
        return Interval(math.nan, math.nan, math.nan, s.n)
    estimate = (s.between - s.rest) / whole
    if estimate >= 1:
        return Interval(1.0, 1.0, 1.0, s.n)
    return Interval(estimate, *_agreement_bounds(s, estimate), s.n)


def _agreement_bounds(s: _Squares, estimate: float) -> tuple[float, float]:
    """McGraw and Wong's bounds, with Satterthwaite's degrees of freedom for raters and rest together."""
    n, k = s.n, s.k
    a = k * estimate / (n * (1 - estimate))
    b = 1 + k * estimate * (n - 1) / (n * (1 - estimate))
    top = (a * s.raters + b * s.rest) ** 2
    below = (a * s.raters) ** 2 / (k - 1) + (b * s.rest) ** 2 / ((n - 1) * (k - 1))
    if below <= 0:
        return math.nan, math.nan
    degrees = top / below
    down, up = float(fdtri(n - 1, degrees, HIGH)), float(fdtri(degrees, n - 1, HIGH))
    noise = k * s.raters + (k * n - k - n) * s.rest
    low = n * (s.between - down * s.rest) / (down * noise + n * s.between)
    high = n * (up * s.between - s.rest) / (noise + n * up * s.between)
    return low, high


def _of_mean(single: Interval, k: int) -> Interval:
    """Of the mean of k ratings, by Spearman and Brown, which the six forms and their bounds obey."""

    return _mapped(single, lambda value: k * value / (1 + (k - 1) * value))


def _mapped(found: Interval, scale: Callable[[float], float]) -> Interval:
    """The interval on another scale that rises with this one."""
    return Interval(scale(found.estimate), scale(found.low), scale(found.high), found.n)
