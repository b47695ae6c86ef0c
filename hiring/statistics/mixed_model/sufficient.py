"""All the model needs of the data, in matrices whose size is the number of effects and not of hires."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hiring.statistics.mixed_model.blocks import Block, places_of, side_by_side
from hiring.statistics.mixed_model.faults import TooFewRowsError, UnfitDataError
from hiring.statistics.mixed_model.projection import Basis, basis_of

Array = NDArray[np.float64]
NOTHING_LEFT = 1e-11  # of the outcome's length: what is left below this is rounding
SAME_AS_NOISE = 1e-9  # how nearly a block may look like the residual before it cannot be told from it


@dataclass(frozen=True)
class Sufficient:
    """Sums over hires with the fixed effects taken out, M = I − QQ' (their basis is `basis`).

    `gram` = Z'MZ, `scores` = Z'My, `total` = y'My, `freedom` = rows − rank. `raw_gram` = Z'Z is there
    for maximum likelihood, whose determinant does not see the fixed effects. `inestimable` names the
    blocks whose variance the data cannot hold; see `_inestimable`. `total` is exactly 0 when the
    fixed effects explain the outcome to rounding.
    """

    places: dict[str, slice]
    labels: dict[str, tuple[str, ...]]
    basis: Basis = field(repr=False)
    design: Any = field(repr=False)
    gram: Array = field(repr=False)
    raw_gram: Array = field(repr=False)
    scores: Array = field(repr=False)
    outcome: Array = field(repr=False)
    unexplained: Array = field(repr=False)
    total: float
    inestimable: tuple[str, ...]
    fixed_columns: int

    @property
    def rows(self) -> int:
        """Outcomes in the data."""
        return int(self.outcome.size)

    @property
    def columns(self) -> int:
        """Random effects of all blocks together."""
        return int(self.scores.size)

    @property
    def freedom(self) -> int:
        """Rows less the rank of the fixed effects."""
        return self.rows - self.basis.rank


def sufficient(outcome: ArrayLike, fixed: ArrayLike, blocks: Sequence[Block]) -> Sufficient:
    """Accumulate the sums; raises `UnfitDataError` for shapes or values that cannot be, `TooFewRowsError` for n ≤ p."""
    y, x = _checked(outcome, fixed)
    places = places_of(blocks)
    design = side_by_side(blocks, y.size)
    basis = basis_of(x)
    if y.size <= basis.rank:
        raise TooFewRowsError(
            f"There are {y.size} outcomes for {basis.rank} fixed effects; at least {basis.rank + 1} are needed."
        )
    unexplained = basis.without(y)
    if float(unexplained @ unexplained) <= (NOTHING_LEFT**2) * float(y @ y):
        unexplained = np.zeros_like(y)
    raw_gram: Array = (design.T @ design).toarray()
    seen_by_fixed = design.T @ basis.orthonormal
    gram = raw_gram - seen_by_fixed @ seen_by_fixed.T
    return Sufficient(
        places=places,
        labels={block.name: tuple(block.labels) for block in blocks},
        basis=basis,
        design=design,
        gram=gram,
        raw_gram=raw_gram,
        scores=design.T @ unexplained,
        outcome=y,
        unexplained=unexplained,
        total=float(unexplained @ unexplained),
        inestimable=_inestimable(gram, raw_gram, places, y.size - basis.rank),
        fixed_columns=x.shape[1],
    )


def _checked(outcome: ArrayLike, fixed: ArrayLike) -> tuple[Array, Array]:
    y, x = np.asarray(outcome, dtype=float), np.asarray(fixed, dtype=float)
    if y.ndim != 1 or x.ndim != 2 or x.shape[0] != y.size:
        raise UnfitDataError(
            f"The outcome has shape {y.shape} and the fixed effects {x.shape}; wanted are (rows,) and (rows, columns)."
        )
    missing = int((~np.isfinite(y)).sum())
    if missing or not np.isfinite(x).all():
        what = f"{missing} outcomes are" if missing else "A fixed effect is"
        raise UnfitDataError(f"{what} missing or infinite; leave those rows out first.")
    return y, x


def _inestimable(gram: Array, raw: Array, places: dict[str, slice], freedom: int) -> tuple[str, ...]:
    """Blocks whose variance is set to 0 because no data of this shape could tell it.

    These are: fewer than two labels (one draw has no spread); nothing left once the fixed effects
    are out (everybody had the same panel); and a block that acts on every direction the fixed
    effects leave alike, as the residual does (every hire a label of its own). The last holds
    exactly when the non-zero eigenvalues of its Gram matrix are `freedom` equal numbers, which is
    the case of equality in (tr G)² ≤ freedom · tr G².
    """
    named = []
    for name, span in places.items():
        own, before = gram[span, span], float(np.trace(raw[span, span]))
        trace = float(np.trace(own))
        seen = int((np.diag(raw)[span] > 0).sum())
        spread = float((own * own).sum())
        if (
            seen < 2
            or trace <= SAME_AS_NOISE * before
            or freedom * spread <= trace * trace * (1 + SAME_AS_NOISE)
        ):
            named.append(name)
    return tuple(named)
