"""Score statistics of columns that are not in the fit, against textbook matrices and by simulation."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.panels import company
from hiring.statistics import mixed_model


def test_statistics_and_correlations_are_those_of_the_full_projection() -> None:
    made = company(3, 120, 14, spreads=(0.4, 0.2, 0.1))
    panels, pairs, sources = made.blocks
    fit = mixed_model.fit(made.outcome, made.fixed, [panels, sources])
    found = mixed_model.scores(fit, pairs.design)
    v = fit.residual_variance * np.eye(120)
    for block in (panels, sources):
        dense = block.design.toarray()
        v = v + fit.variances[block.name] * dense @ dense.T
    inverse, x = np.linalg.inv(v), made.fixed
    projection = inverse - inverse @ x @ np.linalg.inv(x.T @ inverse @ x) @ x.T @ inverse
    z = pairs.design.toarray()
    information = z.T @ projection @ z
    roots = np.sqrt(np.diag(information))
    assert found.statistics == pytest.approx(z.T @ projection @ made.outcome / roots, abs=1e-9)
    assert found.correlation == pytest.approx(information / np.outer(roots, roots), abs=1e-9)


def test_statistics_are_standard_normal_when_the_pairs_add_nothing() -> None:
    found = []
    for seed in range(30):
        made = company(seed, 200, 20, spreads=(0.3, 0.0, 0.1))
        panels, pairs, sources = made.blocks
        fit = mixed_model.fit(made.outcome, made.fixed, [panels, sources])
        found.extend(mixed_model.scores(fit, pairs.design).statistics)
    assert abs(np.mean(found)) < 0.05
    assert np.std(found) == pytest.approx(1.0, abs=0.06)


def test_a_column_the_fit_already_holds_says_nothing() -> None:
    made = company(3, 120, 14)
    fit = mixed_model.fit(made.outcome, made.fixed, made.blocks[:1])
    found = mixed_model.scores(fit, np.column_stack([np.ones(120), made.blocks[1].design.toarray()[:, 0]]))
    assert found.statistics[0] == 0
    assert found.correlation[0].tolist() == [1, 0]
    assert found.statistics[1] != 0


def test_an_outcome_that_never_varies_has_no_statistics() -> None:
    made = company(3, 120, 14)
    fit = mixed_model.fit(np.ones(120), made.fixed, made.blocks[:1])
    assert mixed_model.scores(fit, made.blocks[1].design).statistics.tolist() == [0.0] * len(
        made.blocks[1].labels
    )
