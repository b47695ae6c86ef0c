"""The fixed effects: an orthonormal basis of what they can explain, whatever their rank."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import linalg

RANK_TOLERANCE = 1e-9  # of a column of length 1: what is left of it after the others count as nothing


@dataclass(frozen=True)
class Basis:
    """`fixed[:, columns] = orthonormal @ triangle`, for the columns that are kept.

    `orthonormal` is (rows, rank), `triangle` (rank, rank) upper, `columns` says which columns of the
    fixed effects are kept and in which order the triangle has them.
    """

    orthonormal: NDArray[np.float64]
    triangle: NDArray[np.float64]
    columns: NDArray[np.intp]

    @property
    def rank(self) -> int:
        """How many columns are left once those that follow from others are dropped."""
        return int(self.columns.size)

    @property
    def log_determinant(self) -> float:
        """log |X'X| of the kept columns."""
        return 2.0 * float(np.log(np.abs(np.diag(self.triangle))).sum())

    def without(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """What the fixed effects cannot explain of the values: M v = v − Q Q'v."""
        left: NDArray[np.float64] = values - self.orthonormal @ (self.orthonormal.T @ values)
        return left


def basis_of(fixed: NDArray[np.float64]) -> Basis:
    """An orthonormal basis by Householder QR with column pivoting (Golub & Van Loan, ch. 5.4).

    Columns are compared at length 1, so that the unit of a covariate does not decide what is
    dependent. Of a dependent set the column that comes first stays: an intercept before the dummies
    that add up to it. A column of zeros is dropped.
    """
    rows, width = fixed.shape
    lengths = np.sqrt(np.einsum("ij,ij->j", fixed, fixed))
    if rows == 0 or not lengths.any():
        return Basis(np.zeros((rows, 0)), np.zeros((0, 0)), np.zeros(0, dtype=np.intp))
    scaled = fixed / np.where(lengths > 0, lengths, 1.0)
    orthonormal, triangle, order = linalg.qr(scaled, mode="economic", pivoting=True, check_finite=False)
    pivots = np.abs(np.diag(triangle))
    rank = int((pivots > RANK_TOLERANCE * pivots[0]).sum())
    if rank == width:
        return Basis(orthonormal, triangle * lengths[order], order.astype(np.intp))
    unscrambled = np.zeros((rank, width))
    unscrambled[:, order] = triangle[:rank]
    columns = _first_of_each_dependent_set(unscrambled, rank)
    orthonormal, triangle = linalg.qr(fixed[:, columns], mode="economic", check_finite=False)
    return Basis(orthonormal, triangle, columns)


def _first_of_each_dependent_set(columns: NDArray[np.float64], rank: int) -> NDArray[np.intp]:
    """The leftmost `rank` columns of which none follows from those before it (Gram–Schmidt, done twice)."""
    kept: list[int] = []
    directions = np.zeros((columns.shape[0], 0))
    for index in range(columns.shape[1]):
        left = columns[:, index]
        for _ in range(2):
            left = left - directions @ (directions.T @ left)
        length = float(np.sqrt(left @ left))
        if length > RANK_TOLERANCE and len(kept) < rank:
            kept.append(index)
            directions = np.column_stack([directions, left / length])
    return np.array(kept, dtype=np.intp)
