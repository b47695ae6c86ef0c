"""How good luck alone would look: the same data with panels dealt out anew.

`permuted` shuffles the adjusted outcomes among hires of the same role, year and region, which is the same as dealing
out panels by lot: what the best interviewer or pair reaches then, it reaches by luck. It sees luck, not unequal
territories; those are the business of `controls`.

`of_combinations` asks whether pairs add anything to their members. Shuffling would be wrong there (it breaks the
members' effects too), so the score of each pair is compared with what scores would be if no pair added anything:
t_k = z_k' P y / sqrt(z_k' P z_k), with P the projection of the model of interviewers and sources alone. Under no
synergy the t are jointly normal with the correlation of Z' P Z; the largest and the sum of squares follow by drawing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy import linalg, sparse

from hiring.statistics.evidence.designs import Members, Numbers, Places
from hiring.statistics.mixed_model import Fit, scores

PERMUTATIONS = 1000
DRAWS = 2000
SEED = 20261122  # any fixed number: the same data must give the same answer tomorrow
BY_LUCK = 0.05  # what luck does in one company of twenty is taken for luck
FULLY_HELD = 1e-9  # hires' worth: what is left of a group below this is rounding
CHUNK = 250  # shuffles held in memory at once


@dataclass(frozen=True)
class Luck:
    """The group that looks best, and what the best would look like by luck alone; means in SD of the outcome.

    `p_best`: how often luck has a group stand out as far as the one furthest from zero. `p_any`: how often luck
    spreads all groups as wide. Both nan where no group has enough hires. `shuffled`: the best mean in each shuffle.
    """

    best: str
    best_hires: int
    best_mean: float
    luckiest_mean: float
    p_best: float
    p_any: float
    count_groups: int
    shuffled: Numbers = field(default_factory=lambda: np.zeros(0), repr=False, compare=False)

    @property
    def is_beaten(self) -> bool:
        """Whether groups are spread wider, or one stands out further, than luck alone has it in 95 of 100 companies."""
        return self.p_any <= BY_LUCK or self.p_best <= BY_LUCK


NOBODY = Luck("", 0, np.nan, np.nan, np.nan, np.nan, 0)


@dataclass(frozen=True)
class Combinations:
    """Whether pairs add to their members: chance of the largest score, and of scores spread so wide, by luck."""

    largest: float
    p_largest: float
    p_spread: float
    count_pairs: int


NO_PAIRS = Combinations(np.nan, np.nan, np.nan, 0)


def adjusted(outcome: Numbers, fixed: Numbers) -> Numbers:
    """The outcome less what the fixed effects say of it."""
    basis = linalg.orth(fixed)
    return np.asarray(outcome - basis @ (basis.T @ outcome), dtype=float)


def permuted(
    residuals: Numbers,
    members: Members,
    strata: Places,
    fewest: int,
    permutations: int = PERMUTATIONS,
    *,
    held: Numbers | None = None,
) -> Luck:
    """The luck check of all groups with at least `fewest` hires; one of `NOBODY` where there is none.

    `held`: columns that are taken off every shuffle as they were taken off the residuals. Where they follow the groups
    (managers with interviewers of their own), luck has less left to spread than groups of as many hires would show.
    """
    enough = np.flatnonzero(members.counts >= fewest)
    spread = float(np.std(residuals)) if len(residuals) else 0.0
    if not len(enough) or spread == 0:
        return NOBODY
    chosen = members.chosen(enough)
    counts = chosen.counts.astype(float)
    basis = np.zeros((len(residuals), 0)) if held is None else linalg.orth(held)
    room = np.sqrt(np.maximum(counts - ((chosen.design.T @ basis) ** 2).sum(axis=1), FULLY_HELD))
    totals = chosen.design.T @ residuals
    means, scores = totals / counts, totals / (spread * room)
    # What is taken off twice is smaller by the columns it was taken off by.
    whole = residuals * np.sqrt(len(residuals) / max(len(residuals) - basis.shape[1], 1))
    dealt = _dealt(whole, strata, chosen.design, permutations, basis)
    by_luck = dealt / (spread * room)[:, None]
    best = int(np.argmax(means))
    shuffled = (dealt / counts[:, None]).max(axis=0)
    return Luck(
        best=chosen.labels[best],
        best_hires=int(counts[best]),
        best_mean=float(means[best]),
        luckiest_mean=float(shuffled.mean()),
        p_best=_share(np.abs(by_luck).max(axis=0), float(np.abs(scores).max())),
        p_any=_share((by_luck**2).sum(axis=0), float((scores**2).sum())),
        count_groups=len(enough),
        shuffled=shuffled,
    )


def _share(by_luck: Numbers, seen: float) -> float:
    """How often luck reaches what was seen, the data themselves counted as one draw."""
    return float((1 + np.count_nonzero(by_luck >= seen - 1e-12)) / (1 + len(by_luck)))


def _dealt(
    residuals: Numbers, strata: Places, design: sparse.csc_array, permutations: int, basis: Numbers
) -> Numbers:
    """Totals of each group (rows) under each shuffle within the strata (columns), less what the basis says of it."""
    random = np.random.default_rng(SEED)
    order = np.argsort(strata, kind="stable")
    transposed = design.T.tocsr()
    parts = []
    for start in range(0, permutations, CHUNK):
        keys = strata + random.random((min(CHUNK, permutations - start), len(strata)))
        shuffled = np.empty((len(strata), len(keys)))
        shuffled[order] = residuals[np.argsort(keys, axis=1)].T
        parts.append(transposed @ shuffled - (transposed @ basis) @ (basis.T @ shuffled))
    return np.concatenate(parts, axis=1)


def of_combinations(main: Fit, pairs: Members, draws: int = DRAWS) -> Combinations:
    """The score check of all pairs, given the fit of interviewers and sources alone."""
    if not pairs.labels or main.residual_variance == 0:
        return NO_PAIRS
    found = scores(main, pairs.design)
    seen = np.flatnonzero(np.abs(found.correlation).sum(axis=0) - 1 + np.abs(found.statistics) > 0)
    if not len(seen):
        return NO_PAIRS
    statistics = np.abs(found.statistics[seen])
    by_luck = _correlated(found.correlation[np.ix_(seen, seen)], draws)
    return Combinations(
        largest=float(statistics.max()),
        p_largest=_share(np.abs(by_luck).max(axis=0), float(statistics.max())),
        p_spread=_share((by_luck**2).sum(axis=0), float((statistics**2).sum())),
        count_pairs=len(seen),
    )


def _correlated(correlation: Numbers, draws: int) -> Numbers:
    """Draws (columns) of jointly normal scores with that correlation."""
    random = np.random.default_rng(SEED)
    lower = linalg.cholesky(correlation + 1e-6 * np.eye(len(correlation)), lower=True)
    return np.asarray(lower @ random.standard_normal((len(correlation), draws)), dtype=float)
