"""What may be told of competencies: which goes with results more, or less, than the others, and whether all do.

Three claims, each with its own measure of how often it is wrong where nothing is true (docs/decisions/0017):

- the *contrast* of a competency: its slope less the mean slope of all competencies, in all roles together;
- the same in one role by itself, only where roles differ by more than luck;
- *foretelling*: whether who was rated higher over all ended up further on.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import chdtrc

from hiring.statistics import mixed_model
from hiring.statistics.profiles import slopes as model

Numbers = NDArray[np.float64]

#: How often luck makes roles look this different, below which each role is told by itself.
ROLES_DIFFER_BELOW = 0.02
IN_ROLE = "competency in role"


@dataclass(frozen=True)
class Estimates:
    """Arrays of one length: estimates with their 95 % range, the chance to be above 0, and above the middle one."""

    estimate: Numbers
    low: Numbers
    high: Numbers
    probability: Numbers
    above_middle: Numbers


@dataclass(frozen=True)
class Contrasts:
    """Each competency against the mean of all, in all roles together (`across`) and role by role (`by_role`).

    In standard deviations of the outcome for one of the true scores. `p_roles`: how often luck has roles differ as
    much; 1 where there is one role.
    """

    across: Estimates
    by_role: dict[str, Estimates]
    p_roles: float

    @property
    def roles_differ(self) -> bool:
        """Whether what matters differs from role to role by more than luck."""
        return self.p_roles <= ROLES_DIFFER_BELOW


def contrasts(outcome: Numbers, made: model.Design) -> Contrasts:
    """The contrasts of the competencies of a design; it has two competencies or more."""
    fit = model.fitted(outcome, made)
    wide, count_roles = len(made.competencies), len(made.roles)
    every = model.sums_of(made)
    groups = [every[index * wide : (index + 1) * wide] for index in range(count_roles)]
    groups.append(every.reshape(count_roles, wide, -1).mean(axis=0))
    pairs = [(a, b) for a in range(wide) for b in range(a)]
    rows = []
    for sums in groups:
        rows += [sums - sums.mean(axis=0), np.array([sums[a] - sums[b] for a, b in pairs])]
    found = model.integrated(fit, made, sparse.csr_array(np.vstack(rows)))
    step = wide + len(pairs)
    results = [_estimates(found, index * step, wide, pairs) for index in range(len(groups))]
    return Contrasts(results[-1], dict(zip(made.roles, results, strict=False)), _p_roles(outcome, made, fit))


def _estimates(
    found: mixed_model.Posterior, start: int, wide: int, pairs: list[tuple[int, int]]
) -> Estimates:
    mine, gaps = slice(start, start + wide), slice(start + wide, start + wide + len(pairs))
    return Estimates(
        found.mean[mine],
        found.low[mine],
        found.high[mine],
        found.probability_positive[mine],
        model.above_middle(found.mean[mine], found.sd[mine], found.sd[gaps] ** 2, pairs),
    )


def _p_roles(outcome: Numbers, made: model.Design, fit: mixed_model.Fit) -> float:
    """How often luck has slopes differ by role as much: the fit against one in which they are the same.

    A variance at its bound: half the chance of a χ² of one degree (Self & Liang 1987).
    """
    alike = tuple(block for block in made.blocks if block.name != IN_ROLE)
    if len(alike) == len(made.blocks):
        return 1.0
    gain = mixed_model.fit(outcome, made.fixed, alike).criterion - fit.criterion
    return float(chdtrc(1, gain)) / 2 if gain > 0 else 1.0


@dataclass(frozen=True)
class Foretelling:
    """Whether hires rated one standard deviation higher over all ended up further on: in all roles, and in each."""

    across: Estimates
    by_role: dict[str, Estimates]
    p_roles: float


def foretelling(outcome: Numbers, role: pd.Series[str], z: Numbers, controls: pd.DataFrame) -> Foretelling:
    """From panel means as z (gaps allowed): each hire's mean over the competencies, in its own standard deviations.

    The means differ between hires.
    """
    known = ~np.isnan(z)
    total = np.where(known, z, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    rated = known.any(axis=1)
    one = np.where(rated, (total - total[rated].mean()) / total[rated].std(), np.nan)
    made = model.design(role, one[:, None], ("ratings as a whole",), controls)
    fit = model.fitted(outcome, made)
    each = model.sums_of(made)
    rows = np.vstack([each, each.mean(axis=0, keepdims=True)])
    found = model.integrated(fit, made, sparse.csr_array(rows))
    results = [_estimates(found, index, 1, []) for index in range(len(rows))]
    return Foretelling(
        results[-1], dict(zip(made.roles, results, strict=False)), _p_roles(outcome, made, fit)
    )
