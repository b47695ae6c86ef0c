"""How ratings go with later results, role by role, with the roles lending each other what they have in common.

    y_h = role + Σ_k (b + a_k + d_kr) x_hk + e        a_k ~ N(0, σ_a²), d_kr ~ N(0, σ_d²)

y: the hire's outcome in standard deviations within the role; x: true scores as far as panels let them be guessed
(`true_scores`); b what all competencies share, a what a competency has in every role, d what it has in this one.
`slopes` are b + a + d. What may be told of a competency is its contrast: how much steeper its slope is than the mean
slope of all competencies (`contrasts`). That ratings go with results at all holds of every competency alike where
interviewers see one thing in a candidate and write it down eight times; it is a claim of its own (`foretelling`).
Separate regressions a role are worse than useless below some sixty hires; this is never further off than they are (see
the tests). An association among people who were hired: not a cause, and silent about those who were not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.types import is_float_dtype
from scipy import sparse

from hiring.statistics import mixed_model

Numbers = NDArray[np.float64]

#: Standard deviations of b, a and d in those of the residual: wide for what all share, so that it is hardly
#: shrunk; for the others from "none" to twice what ratings have been seen to carry. 1 × 3 × 4 points.
GRIDS: Mapping[str, tuple[float, ...]] = {
    "shared": (0.30,),
    "competency": (0.03, 0.09, 0.18),
    "competency in role": (0.03, 0.08, 0.15, 0.25),
}
#: Of one thing alone (ratings as a whole, years in sales) the shared slope is itself what is claimed: from next to
#: nothing to what ratings have been seen to carry. With the widest alone, chance makes a claim in one company of ten.
ALONE_GRID = (0.03, 0.10, 0.30)
PRIOR = mixed_model.Prior(0.5)
#: What a sceptic holds of one thing alone; a sign is only as sure as he is.
SCEPTICAL = mixed_model.Prior(0.05)
#: A column for fewer hires would learn them by heart.
SMALLEST_GROUP = 8
OTHERS = "all others"
FEWEST_FOR_A_LINE = 3  # points a straight line needs before it can miss any
#: Draws for the chance to be above the role's middle slope: at 0.1 and 0.9 its standard error is 0.004.
DRAWS = 5_000
SEED = 5  # any; the same data must always give the same flag


@dataclass(frozen=True)
class Slopes:
    """Arrays of roles × competencies, in the order of `roles` and `competencies`.

    `estimate`, `low`, `high` (95 %) in standard deviations of the outcome for one of the ratings, `probability` to
    be above zero, `above_middle` to be above the middle slope of the same role (nan for a single competency).
    """

    roles: tuple[str, ...]
    competencies: tuple[str, ...]
    estimate: Numbers
    low: Numbers
    high: Numbers
    probability: Numbers
    above_middle: Numbers


@dataclass(frozen=True)
class Design:
    """What the model is fitted to: hires in rows; z with gaps filled, role dummies and controls, membership blocks."""

    roles: tuple[str, ...]
    competencies: tuple[str, ...]
    filled: Numbers
    role_of: NDArray[np.intp]
    fixed: Numbers
    blocks: tuple[mixed_model.Block, ...]


def design(
    role: pd.Series[str],
    z: Numbers,
    competencies: Sequence[str],
    controls: pd.DataFrame,
    *,
    are_alternatives: bool = False,
) -> Design:
    """The design of the model; `controls` are columns of numbers, or of groups that every hire has one of.

    A gap in z is filled with the mean of the role's hires: it then says nothing of the slope.
    `are_alternatives`: the columns of z tell one of several groups, of which each hire is in one; then there is
    nothing that all share.
    """
    roles = tuple(sorted(role.astype(str).unique()))
    role_of = np.searchsorted(np.array(roles), role.astype(str).to_numpy(str))
    filled = _filled(z, role_of, len(roles))
    blocks = []
    if not are_alternatives:
        together = sparse.csc_array(filled.sum(axis=1, keepdims=True))
        blocks.append(mixed_model.Block("shared", ("all",), together))
    if len(competencies) > 1 or are_alternatives:
        names = tuple(competencies)
        blocks.append(mixed_model.Block("competency", names, sparse.csc_array(filled)))
    if len(roles) > 1:
        labels = tuple(f"{one} · {name}" for one in roles for name in competencies)
        blocks.append(mixed_model.Block("competency in role", labels, by_role(filled, role_of, len(roles))))
    return Design(roles, tuple(competencies), filled, role_of, fixed(role, controls), tuple(blocks))


def fixed(role: pd.Series[str], controls: pd.DataFrame) -> Numbers:
    """What hires are compared within: a column a role, and those of each control."""
    roles = np.array(sorted(role.astype(str).unique()))
    role_of = np.searchsorted(roles, role.astype(str).to_numpy(str))
    return np.hstack([np.eye(len(roles))[role_of], *(_columns(controls[name]) for name in controls)])


def by_role(values: Numbers, role_of: NDArray[np.intp], count_roles: int) -> sparse.csc_array:
    """Values × role: columns of the first role, then of the second …, each filled only for that role's hires."""
    hires, wide = values.shape
    rows = np.repeat(np.arange(hires), wide)
    columns = (role_of[:, None] * wide + np.arange(wide)).ravel()
    return sparse.csc_array((values.ravel(), (rows, columns)), shape=(hires, count_roles * wide))


def fitted(outcome: Numbers, made: Design) -> mixed_model.Fit:
    """The model fitted by REML."""
    return mixed_model.fit(outcome, made.fixed, made.blocks)


def slopes(fit: mixed_model.Fit, made: Design) -> Slopes:
    """Every competency's slope in every role, integrated over how much competencies and roles may differ."""
    count = len(made.competencies)
    sums = sums_of(made)
    pairs = [(a, b) for a in range(count) for b in range(a)]
    gaps = [sums[start + a] - sums[start + b] for start in _starts(made) for a, b in pairs]
    asked = np.vstack([sums, *([np.array(gaps)] if gaps else [])])
    found = integrated(fit, made, sparse.csr_array(asked))
    shape = (len(made.roles), count)
    single = slice(0, len(sums))
    gap_variance = found.sd[len(sums) :].reshape(len(made.roles), len(pairs)) ** 2
    mean, sd = found.mean[single].reshape(shape), found.sd[single].reshape(shape)
    above = np.array([above_middle(*one, pairs) for one in zip(mean, sd, gap_variance, strict=True)])
    return Slopes(
        made.roles,
        made.competencies,
        mean,
        found.low[single].reshape(shape),
        found.high[single].reshape(shape),
        found.probability_positive[single].reshape(shape),
        above.reshape(shape),
    )


def integrated(fit: mixed_model.Fit, made: Design, weights: sparse.csr_array) -> mixed_model.Posterior:
    """The posterior of sums of effects over the grid, of the blocks the design has."""
    grids = {block.name: GRIDS[block.name] for block in made.blocks}
    if "shared" in grids and "competency" not in grids:
        grids["shared"] = ALONE_GRID
        return mixed_model.integrated_posterior(
            fit, weights, block_grids=grids, prior=PRIOR, sceptical=SCEPTICAL
        )
    return mixed_model.integrated_posterior(fit, weights, block_grids=grids, prior=PRIOR)


def _starts(made: Design) -> range:
    """Where each role's slopes begin in `sums_of`."""
    count = len(made.competencies)
    return range(0, len(made.roles) * count, count)


def plain_line(y: Numbers, x: Numbers) -> float:
    """The least-squares slope of y on x alone, nothing borrowed; nan where there are few or all x are the same."""
    known = ~np.isnan(x)
    if known.sum() < FEWEST_FOR_A_LINE or np.ptp(x[known]) == 0:
        return float("nan")
    centred = x[known] - x[known].mean()
    return float(centred @ y[known] / (centred @ centred))


def sums_of(made: Design) -> Numbers:
    """One row a role and competency: which effects of which blocks add up to its slope."""
    count, roles = len(made.competencies), len(made.roles)
    parts = {
        "shared": np.ones((roles * count, 1)),
        "competency": np.tile(np.eye(count), (roles, 1)),
        "competency in role": np.eye(roles * count),
    }
    return np.hstack([parts[block.name] for block in made.blocks])


def above_middle(mean: Numbers, sd: Numbers, gap_variance: Numbers, pairs: list[tuple[int, int]]) -> Numbers:
    """Of one role: how probable each slope is to be above the median of them all, by draws.

    The covariances come of the variances of the differences: cov(a, b) = (var a + var b − var(a − b)) ÷ 2.
    """
    if len(mean) < 2:
        return np.full(len(mean), np.nan)
    covariance = np.diag(sd**2)
    for (a, b), variance in zip(pairs, gap_variance, strict=True):
        covariance[a, b] = covariance[b, a] = (sd[a] ** 2 + sd[b] ** 2 - variance) / 2
    values, vectors = np.linalg.eigh(covariance)
    root = vectors * np.sqrt(np.clip(values, 0, None))
    normal = np.random.default_rng(SEED).standard_normal((DRAWS, len(mean)))
    drawn = mean + normal @ root.T
    return np.asarray((drawn > np.median(drawn, axis=1, keepdims=True)).mean(axis=0), dtype=float)


def _filled(z: Numbers, role_of: NDArray[np.intp], count_roles: int) -> Numbers:
    filled = z.copy()
    for index in range(count_roles):
        mine = role_of == index
        known = ~np.isnan(z[mine])
        counts = known.sum(axis=0)
        means = np.where(known, z[mine], 0.0).sum(axis=0) / np.maximum(counts, 1)
        filled[mine] = np.where(known, z[mine], means)
    return filled


def _columns(control: pd.Series[Any]) -> Numbers:
    """A number as it is; of groups a column each but the first, which the roles' columns stand for.

    Small groups are one together.
    """
    if is_float_dtype(control):
        return control.to_numpy(float)[:, None]
    return _dummies(control)


def _dummies(groups: pd.Series[str]) -> Numbers:
    named = groups.astype(str)
    sizes = named.map(named.value_counts())
    return pd.get_dummies(named.where(sizes >= SMALLEST_GROUP, OTHERS), drop_first=True).to_numpy(float)
