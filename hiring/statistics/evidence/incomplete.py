"""Panels of which the exports hold a part: how much is missing, as far as it shows, and how much wider ranges get.

Where seats are missing, whoever an interviewer is compared with holds hires that this interviewer saw too. Of hires of
a place where a share p of panels had the person and a share r of seats is recorded, those in which the person is not
recorded were seen by them with probability

    q = p (1 - r) / (1 - p r)

so that only 1 - q of a difference shows. Spreads are learned from what shows, hence too small, and so are ranges. With
f² = Σ w ÷ Σ w (1 - q)² over people (w: hires × share of the others, what a person tells of the spread; of pairs with r²
for r), the true variance is f² times the one seen; the hires explain no more of it than they did, so the variance of
an estimate grows by (f² - 1) times its prior variance. Estimates stay where they are.

Hires without any panel are held apart by place (`unrecorded`), so that nobody is compared with them. What is missing
within the other panels shows in nothing but their sizes: complete panels of a role and year are of sizes next to each
other (`SPREAD`), each of their seats recorded with the same chance r, and the likeliest r is taken. Panels that lost
seats and still are of sizes next to each other look like smaller ones that lost none: of those nothing can be known.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations_with_replacement
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse, special

from hiring.statistics.mixed_model import Posterior

#: Complete panels of a role and year differ by two seats at most, or by half of the smallest where that is more.
SPREAD = 2
#: With fewer seats missing than one in twenty, ranges hold what they say.
COMPLETE_FROM = 0.95
#: Shares of recorded seats that are tried; below, the panels that are left say nothing of those that were.
SHARES = np.linspace(0.3, 1.0, 29)
ALL_FIT = 0.98  # of hires: so many panels of sizes next to each other are no sign that any seat is missing
ROUNDS = 30  # of the search for what complete panels are like
STEPS = 4  # how finely the sizes of complete panels are tried: in quarters of a group's hires
MOST_SEEN = 0.95  # share of a place's panels that anybody is taken to have sat in
TIMES_LIKELIER = (
    20  # before hires without a panel are taken for anything but panels of which every seat is missing
)
LEAST = 1e-12  # what cannot be is taken for as good as impossible

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


def unrecorded(sizes: Places, territory: pd.Series, fewest: int) -> dict[str, Numbers]:
    """Columns for hires without a panel, one a place where it can be told from the place; none if all have one.

    Places with too few of them are put together. Where nobody has a panel there is nothing to hold apart.
    """
    without = sizes == 0
    if not without.any() or without.all():
        return {}
    is_large = territory.where(without).map(territory[without].value_counts()).ge(fewest).to_numpy(bool)
    columns = {
        f"no panel {level}": (without & is_large & (territory == level).to_numpy(bool)).astype(float)
        for level in sorted(territory[without & is_large].unique())
    }
    rest = (without & ~is_large).astype(float)
    return columns | ({"no panel elsewhere": rest} if rest.any() else {})


def recorded_share(sizes: Places, group: Places) -> float:
    """The share of seats recorded in panels of which any is, from panel sizes by group (role and year); 1: no sign.

    Hires without a panel are taken for panels of which every seat is missing where that fits the other sizes, and else
    for hires whose panel was never recorded, of which the other sizes say nothing.
    """
    known = sizes > 0
    if not known.any() or _fits(sizes, group) >= ALL_FIT:
        return 1.0
    every = _likelihoods(_histograms(sizes, group))
    apart = _likelihoods(_histograms(sizes[known], group[known]))
    with_panel = float(known.mean())
    left_out = len(sizes) * (
        special.xlogy(with_panel, with_panel) + special.xlogy(1 - with_panel, 1 - with_panel)
    )
    is_one = every.max() + np.log(TIMES_LIKELIER) >= apart.max() + left_out
    found = float(SHARES[int(np.argmax(every if is_one else apart))])
    found = min(1.0, found / with_panel) if is_one else found
    return found if found < COMPLETE_FROM else 1.0


def _largest(smallest: Places) -> Places:
    """The largest complete panel beside one of that size."""
    return smallest + np.maximum(SPREAD, smallest // 2)


def _histograms(sizes: Places, group: Places) -> Numbers:
    """(groups, sizes from 0 on): hires of each."""
    codes = np.unique(group, return_inverse=True)[1]
    counted = np.zeros((codes.max() + 1, int(sizes.max()) + 1))
    np.add.at(counted, (codes, sizes), 1.0)
    return counted


def _fits(sizes: Places, group: Places) -> float:
    """The share of hires whose panels are of sizes that complete ones could be."""
    counted = _histograms(sizes, group)
    ends = np.cumsum(np.column_stack([np.zeros(len(counted)), counted]), axis=1)
    smallest = np.arange(1, counted.shape[1])
    largest = np.minimum(_largest(smallest), counted.shape[1] - 1)
    return float((ends[:, largest + 1] - ends[:, smallest]).max(axis=1).sum() / len(sizes))


def _shapes(most: int) -> Numbers:
    """How complete panels may be spread over sizes (columns, from 1 on), in quarters: every way of every smallest."""
    smallest = np.arange(1, most + 1)
    largest = _largest(smallest)
    made = [
        np.bincount(chosen, minlength=int(largest.max()) + 1)[1:]
        for first, last in zip(smallest, largest, strict=True)
        for chosen in combinations_with_replacement(range(first, last + 1), STEPS)
    ]
    return np.unique(made, axis=0) / STEPS


def _likelihoods(counted: Numbers) -> Numbers:
    """The log likelihood of each of `SHARES`, averaged over what complete panels of each group may be like.

    Where no group has a hire without a panel, sizes are those of panels of which at least one seat is recorded.
    """
    shapes, seen = _shapes(counted.shape[1] - 1), np.arange(counted.shape[1])
    complete = np.arange(1, shapes.shape[1] + 1)[:, None]
    ways, missing = special.binom(complete, seen) * (seen <= complete), np.maximum(complete - seen, 0)
    found = np.zeros(len(SHARES))
    for at, share in enumerate(SHARES):
        odds = ways * share**seen * (1 - share) ** missing
        if not counted[:, 0].any():
            odds = odds * (seen > 0) / (1 - (1 - share) ** complete)
        logs = counted @ np.log(np.maximum(shapes @ odds, LEAST)).T
        found[at] = _shared(logs)
    return found


def _shared(logs: Numbers) -> float:
    """The log likelihood of groups (rows) whose shapes (columns) come of the same ones, at the likeliest (EM)."""
    highest = logs.max(axis=1, keepdims=True)
    fits = np.exp(logs - highest)
    often = np.full(logs.shape[1], 1 / logs.shape[1])
    for _ in range(ROUNDS):
        often = (fits * often / (fits @ often)[:, None]).mean(axis=0)
    return float(np.log(fits @ often).sum() + highest.sum())


def hidden_spread(design: sparse.csc_array, territory: Places, share: float) -> float:
    """f² - 1: how much larger than the variance that shows the true one is, of people or pairs (columns).

    `territory`: of each hire, below 0 where no panel is recorded; `share`: the chance that a seat (or both) is
    recorded.
    """
    if share >= 1 or not design.shape[1]:
        return 0.0
    known = territory >= 0
    count = np.bincount(territory[known], minlength=1).astype(float)
    where = sparse.csr_array(
        (np.ones(int(known.sum())), (territory[known], np.flatnonzero(known))),
        shape=(len(count), len(territory)),
    )
    by_place = (where @ design).toarray()
    hires = by_place.sum(axis=0)
    seen = (by_place**2 / np.maximum(count, 1)[:, None]).sum(axis=0) / np.maximum(hires, 1)
    sat = np.minimum(seen / share, MOST_SEEN)
    shows = 1 - sat * (1 - share) / (1 - sat * share)
    tells = hires * (1 - np.minimum(seen, MOST_SEEN))
    return float(tells.sum() / (tells @ shows**2) - 1) if tells.any() else 0.0


def widened(found: Posterior, more: Any) -> Posterior:
    """The posterior where prior variances are 1 + `more` times what shows; as it is where `more` is 0."""
    if not np.any(more):
        return found
    prior = found.prior_sd * np.sqrt(1 + more)
    sd = np.sqrt(found.sd**2 + more * found.prior_sd**2)
    times = np.where(found.sd > 0, sd / np.where(found.sd > 0, found.sd, 1.0), 1.0)
    return replace(
        found,
        sd=sd,
        low=found.mean + times * (found.low - found.mean),
        high=found.mean + times * (found.high - found.mean),
        probability_positive=special.ndtr(special.ndtri(found.probability_positive) / times),
        prior_sd=prior,
        reliability=found.reliability / (1 + more),
    )
