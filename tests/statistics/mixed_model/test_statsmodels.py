"""The engine against statsmodels, which takes multiple membership as variance components written out."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest
from statsmodels.regression.mixed_linear_model import MixedLM, VCSpec

from benchmarks.panels import Company, company
from hiring.statistics import mixed_model


def _company(seed: int) -> Company:
    return company(seed, 120, 14, least=4, spreads=(0.6, 0.4, 0.3))


def _theirs(made: Company, *, reml: bool) -> Any:
    names = [block.name for block in made.blocks]
    columns = [[list(block.labels)] for block in made.blocks]
    designs = [[block.design.toarray()] for block in made.blocks]
    together = np.zeros(made.outcome.size)
    model = MixedLM(made.outcome, made.fixed, together, exog_vc=VCSpec(names, columns, designs))
    assert model.exog_vc.names == names
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of searches it starts again, and of variances near their bound
        return model.fit(reml=reml)


@pytest.mark.parametrize("method", ["reml", "ml"])
def test_statsmodels_finds_the_same_variances_and_coefficients(method: str) -> None:
    made = _company(3)
    ours = mixed_model.fit(made.outcome, made.fixed, made.blocks, method=method)
    theirs = _theirs(made, reml=method == "reml")
    assert theirs.converged
    assert -2 * theirs.llf == pytest.approx(ours.criterion, abs=1e-6)
    assert theirs.vcomp == pytest.approx(list(ours.variances.values()), rel=4e-4)
    assert theirs.scale == pytest.approx(ours.residual_variance, rel=1e-4)
    assert theirs.fe_params == pytest.approx(ours.coefficients, abs=1e-4)


@pytest.mark.parametrize("seed", [1, 2, 4, 5])
def test_statsmodels_never_finds_a_higher_likelihood(seed: int) -> None:
    made = _company(seed)
    ours = mixed_model.fit(made.outcome, made.fixed, made.blocks)
    assert ours.criterion <= -2 * _theirs(made, reml=True).llf + 1e-6
