"""Partial pooling of slopes: against a textbook's algebra, and against separate regressions on planted truth."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from hiring.statistics.profiles import slopes as model

NAMES = tuple("abcdefgh")
ROLES, HIRES = 6, 30
Numbers = np.ndarray


def planted(random: np.random.Generator, hires: int) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Truth (roles × competencies), z, role and outcome: slopes of .08 that differ by competency and role."""
    truth = 0.08 + 0.08 * random.standard_normal(8) + 0.10 * random.standard_normal((ROLES, 8))
    root = np.linalg.cholesky(0.3 + 0.7 * np.eye(8))
    z = random.standard_normal((ROLES * hires, 8)) @ root.T
    role = np.repeat(np.arange(ROLES), hires)
    return truth, z, role, (z * truth[role]).sum(axis=1) + random.standard_normal(len(role))


def made_of(role: Numbers, z: Numbers) -> model.Design:
    controls = pd.DataFrame(index=range(len(role)))
    return model.design(pd.Series([f"role {r}" for r in role]), z, NAMES[: z.shape[1]], controls)


def separate(role: Numbers, z: Numbers, y: Numbers) -> Numbers:
    """A regression a role, each by itself."""
    found = []
    for one in range(ROLES):
        mine = role == one
        both = np.column_stack([np.ones(mine.sum()), z[mine]])
        found.append(np.linalg.lstsq(both, y[mine], rcond=None)[0][1:])
    return np.array(found)


def test_partial_pooling_is_nearer_the_truth_than_separate_regressions_and_keeps_its_intervals(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(model, "DRAWS", 10)  # the flag is not looked at here
    random = np.random.default_rng(11)
    errors, signs, covered, claimed, wrong = (
        {"none": [], "partial": []},
        {"none": [], "partial": []},
        [],
        0,
        0,
    )
    for _ in range(12):
        truth, z, role, y = planted(random, HIRES)
        made = made_of(role, z)
        found = model.slopes(model.fitted(y, made), made)
        for name, estimate in (("none", separate(role, z, y)), ("partial", found.estimate)):
            errors[name].append((estimate - truth) ** 2)
            signs[name].append(np.sign(estimate) != np.sign(truth))
        covered.append((found.low < truth) & (truth < found.high))
        sure = np.maximum(found.probability, 1 - found.probability) >= 0.975
        claimed += sure.sum()
        wrong += (sure & (np.sign(found.estimate) != np.sign(truth))).sum()
    error = {name: float(np.sqrt(np.mean(values))) for name, values in errors.items()}
    assert error["partial"] < 0.13 < 0.22 < error["none"]
    assert np.mean(signs["partial"]) < np.mean(signs["none"]) - 0.05
    assert 0.92 <= np.mean(covered) <= 0.98
    assert claimed >= 20
    assert wrong <= 0.05 * claimed


def test_slopes_are_those_of_the_textbook_where_the_grid_is_one_point(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Against β and u from the full normal distribution of y, its matrix inverted."""
    points = {"shared": (0.3,), "competency": (0.2,), "competency in role": (0.25,)}
    monkeypatch.setattr(model, "GRIDS", points)
    monkeypatch.setattr(model, "DRAWS", 200_000)
    random = np.random.default_rng(5)
    _, z, role, y = planted(random, 12)
    z[:, 1] = z[:, 0] + 0.1 * z[:, 1]  # two that are hard to tell apart, so that their slopes hang together
    z[:, 3] = z[:, 2] + 0.1 * z[:, 3]
    made = made_of(role, z)
    found = model.slopes(model.fitted(y, made), made)
    x = np.eye(ROLES)[role]
    wide = [block.design.toarray() for block in made.blocks]
    ratios = np.concatenate(
        [np.full(w.shape[1], points[b.name][0] ** 2) for w, b in zip(wide, made.blocks, strict=True)]
    )
    design = np.hstack(wide)
    inverse = np.linalg.inv(np.eye(len(y)) + (design * ratios) @ design.T)
    projected = inverse - inverse @ x @ np.linalg.inv(x.T @ inverse @ x) @ x.T @ inverse
    effects = ratios * (design.T @ projected @ y)
    variance = y @ projected @ y / (len(y) - ROLES)
    spread = variance * (np.diag(ratios) - (ratios[:, None] * (design.T @ projected @ design)) * ratios)
    sums = np.hstack([np.ones((48, 1)), np.tile(np.eye(8), (6, 1)), np.eye(48)])
    mean, sd = sums @ effects, np.sqrt(np.einsum("ij,jk,ik->i", sums, spread, sums))
    np.testing.assert_allclose(found.estimate.ravel(), mean, rtol=1e-8)
    np.testing.assert_allclose(found.high.ravel(), mean + 1.959964 * sd, rtol=1e-5)
    drawn = random.multivariate_normal(mean, sums @ spread @ sums.T, 200_000).reshape(-1, 6, 8)
    above = (drawn > np.median(drawn, axis=2, keepdims=True)).mean(axis=0)
    np.testing.assert_allclose(found.above_middle, above, atol=0.006)


def test_with_nothing_true_hardly_anything_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "DRAWS", 10)
    random = np.random.default_rng(2)
    companies = 0
    for _ in range(20):
        _, z, role, _ = planted(random, HIRES)
        made = made_of(role, z)
        found = model.slopes(model.fitted(random.standard_normal(len(role)), made), made)
        companies += bool((np.abs(found.probability - 0.5) >= 0.475).any())
    assert companies <= 1


def test_one_role_and_one_competency_have_a_slope_too() -> None:
    random = np.random.default_rng(3)
    z = random.standard_normal((200, 1))
    y = 0.5 * z[:, 0] + random.standard_normal(200)
    made = made_of(np.zeros(200, dtype=int), z)
    found = model.slopes(model.fitted(y, made), made)
    assert found.estimate[0, 0] == pytest.approx(0.5, abs=0.15)
    assert found.low[0, 0] > 0.2
    assert np.isnan(found.above_middle).all()


def test_a_gap_says_nothing_of_the_slope() -> None:
    random = np.random.default_rng(4)
    z = random.standard_normal((120, 2))
    y = z @ np.array([0.4, 0.0]) + random.standard_normal(120)
    role = np.repeat([0, 1], 60)
    gaps = z.copy()
    gaps[:50, 1] = np.nan
    made = made_of(role, gaps)
    assert np.isfinite(made.filled).all()
    assert made.filled[:50, 1] == pytest.approx(np.full(50, z[50:60, 1].mean()))
    whole, holed = (model.slopes(model.fitted(y, one), one) for one in (made_of(role, z), made))
    assert holed.high[0, 1] - holed.low[0, 1] > whole.high[0, 1] - whole.low[0, 1]


def test_small_groups_of_a_control_are_one_column_together() -> None:
    years = pd.DataFrame({"year": ["2023"] * 20 + ["2024"] * 20 + ["2021"] * 3 + ["2022"] * 2})
    z = np.random.default_rng(1).standard_normal((45, 2))
    made = model.design(pd.Series(["one"] * 45), z, NAMES[:2], years)
    assert made.fixed.shape == (45, 3)  # the role, 2024, and the two small years together


def test_the_same_data_give_the_same_flag_twice() -> None:
    _, z, role, y = planted(np.random.default_rng(8), HIRES)
    made = made_of(role, z)
    first, second = (model.slopes(model.fitted(y, made), made).above_middle for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_a_control_that_is_a_number_is_a_column_and_one_of_groups_a_column_each() -> None:
    role = pd.Series(["Field"] * 20 + ["Inside"] * 20)
    controls = pd.DataFrame({"before": np.arange(40.0), "region": ["North", "South"] * 20})
    found = model.fixed(role, controls)
    assert found.shape == (40, 2 + 1 + 1)
    assert found[:, 2].tolist() == list(range(40))
    assert found[:, 3].tolist() == [0.0, 1.0] * 20
