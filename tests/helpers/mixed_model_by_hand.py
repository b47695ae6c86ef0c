"""The mixed model as textbooks write it: matrices as large as the data, nothing clever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from hiring.statistics.mixed_model import Block
from laws.reading import ROOT

REFERENCE = ROOT / "tests" / "reference"


def table(name: str) -> pd.DataFrame:
    return pd.read_csv(REFERENCE / f"{name}.csv")


def grouping(name: str, members: Sequence[str]) -> Block:
    """A block in which each row belongs to one label."""
    found = pd.Categorical(list(members))
    return Block(name, tuple(found.categories), np.eye(len(found.categories))[found.codes])


def sloping(name: str, members: Sequence[str], covariate: Sequence[float]) -> Block:
    """A slope for each label."""
    plain = grouping(name, members)
    return Block(name, plain.labels, plain.design.toarray() * np.asarray(covariate, dtype=float)[:, None])


@dataclass(frozen=True)
class ByHand:
    """Generalised least squares, predictions and likelihoods at given variances."""

    coefficients: NDArray
    errors: NDArray
    effects: NDArray
    effects_variance: NDArray  # Var(u − û | y), the fixed effects unknown
    reml: float
    ml: float


def by_hand(outcome, fixed, blocks: Sequence[Block], variances: Sequence[float], residual: float) -> ByHand:
    """Everything from V = Σ σ_k² Z_k Z_k' + σ² I; `fixed` of full rank (Searle, Casella & McCulloch 1992)."""
    n, p = fixed.shape
    z = np.hstack([block.design.toarray() for block in blocks])
    d = np.diag(np.concatenate([np.full(len(b.labels), v) for b, v in zip(blocks, variances, strict=True)]))
    v = z @ d @ z.T + residual * np.eye(n)
    inverse = np.linalg.inv(v)
    middle = np.linalg.inv(fixed.T @ inverse @ fixed)
    coefficients = middle @ fixed.T @ inverse @ outcome
    left = outcome - fixed @ coefficients
    projection = inverse - inverse @ fixed @ middle @ fixed.T @ inverse
    fit = np.linalg.slogdet(v)[1] + left @ inverse @ left
    return ByHand(
        coefficients,
        np.sqrt(np.diag(middle)),
        d @ z.T @ inverse @ left,
        d - d @ z.T @ projection @ z @ d,
        fit - np.linalg.slogdet(middle)[1] + (n - p) * np.log(2 * np.pi),
        fit + n * np.log(2 * np.pi),
    )
