"""Competencies against the others: dense algebra, planted truth, and how often chance makes a claim."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2

from benchmarks import competencies as bench
from helpers import breadth
from hiring.statistics import mixed_model
from hiring.statistics.profiles import slopes as model
from hiring.statistics.profiles.contrasts import contrasts, foretelling

Numbers = np.ndarray
WIDE, ROLES = 4, 3


def planted(hires: int, by_role: float, seed: int = 1) -> tuple[Numbers, Numbers, pd.Series, Numbers]:
    """Truth (roles × competencies), x, role and outcome."""
    random = np.random.default_rng(seed)
    truth = np.array([0.5, 0.1, 0.1, 0.1]) + by_role * random.standard_normal((ROLES, WIDE))
    role = np.repeat(np.arange(ROLES), hires)
    x = random.standard_normal((len(role), WIDE))
    y = (x * truth[role]).sum(axis=1) + random.standard_normal(len(role))
    return truth, x, pd.Series([f"R{one}" for one in role]), y


def designed(role: pd.Series, x: Numbers) -> model.Design:
    names = tuple("abcdefgh"[: x.shape[1]])
    return model.design(role, x, names, pd.DataFrame(index=range(len(role))))


def test_contrasts_are_those_of_the_textbook_where_the_grid_is_one_point(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    points = {"shared": (0.5,), "competency": (0.4,), "competency in role": (0.6,)}
    monkeypatch.setattr(model, "GRIDS", points)
    _, x, role, _ = planted(20, 0.3)
    y = np.random.default_rng(2).standard_normal(len(x))  # a spread above the grid's would widen the grid
    made = designed(role, x)
    found = contrasts(y, made)
    groups = np.eye(ROLES)[made.role_of]
    z = np.hstack([block.design.toarray() for block in made.blocks])
    ratios = np.repeat([0.5**2, 0.4**2, 0.6**2], [1, WIDE, WIDE * ROLES])
    inverse = np.linalg.inv(np.eye(len(y)) + (z * ratios) @ z.T)
    projected = inverse - inverse @ groups @ np.linalg.inv(groups.T @ inverse @ groups) @ groups.T @ inverse
    effects = ratios * (z.T @ projected @ y)
    variance = y @ projected @ y / (len(y) - ROLES)
    spread = variance * (np.diag(ratios) - (ratios[:, None] * (z.T @ projected @ z)) * ratios)
    own = np.hstack([np.ones((12, 1)), np.tile(np.eye(WIDE), (ROLES, 1)), np.eye(12)])
    centring = np.eye(WIDE) - 1 / WIDE
    first = centring @ own[:WIDE]
    every = centring @ own.reshape(ROLES, WIDE, -1).mean(axis=0)
    for told, weights in ((found.by_role["R0"], first), (found.across, every)):
        sd = np.sqrt(np.einsum("ij,jk,ik->i", weights, spread, weights))
        np.testing.assert_allclose(told.estimate, weights @ effects, rtol=1e-7, atol=1e-10)
        np.testing.assert_allclose(told.high - told.estimate, 1.959964 * sd, rtol=1e-5)
        assert told.estimate.sum() == pytest.approx(0, abs=1e-9)


def test_a_competency_that_matters_more_is_found_and_the_others_are_not() -> None:
    _, x, role, y = planted(250, 0.0)
    found = contrasts(y, designed(role, x)).across
    assert found.estimate[0] == pytest.approx(0.3, abs=0.08)
    assert found.low[0] > 0.15
    assert (found.probability[0], found.above_middle[0]) > (0.999, 0.99)
    assert (found.estimate[1:] < 0).all()  # and the others less than the mean that it lifts


def test_slopes_that_are_the_same_for_all_are_no_contrast() -> None:
    _, x, role, _ = planted(250, 0.0)
    y = 0.4 * x.sum(axis=1) + np.random.default_rng(6).standard_normal(len(x))
    found = contrasts(y, designed(role, x)).across
    assert np.abs(found.estimate).max() < 0.05
    assert (found.low < 0).all()
    assert (found.high > 0).all()


def test_roles_that_differ_are_told_from_roles_that_do_not() -> None:
    for by_role, differ in ((0.0, False), (0.3, True)):
        truth, x, role, y = planted(200, by_role)
        found = contrasts(y, designed(role, x))
        assert found.roles_differ is differ
        own = truth - truth.mean(axis=1, keepdims=True)
        if differ:
            told = np.array([found.by_role[f"R{one}"].estimate for one in range(ROLES)])
            np.testing.assert_allclose(told, own, atol=0.15)


def test_the_chance_of_roles_that_differ_is_that_of_a_variance_at_its_bound() -> None:
    _, x, role, y = planted(60, 0.15)
    made = designed(role, x)
    gain = mixed_model.fit(y, made.fixed, made.blocks[:2]).criterion - model.fitted(y, made).criterion
    assert gain > 0
    assert contrasts(y, made).p_roles == pytest.approx(0.5 * chi2.sf(gain, 1))


def test_one_role_alone_does_not_differ() -> None:
    _, x, _, y = planted(100, 0.0)
    one = pd.Series(["R0"] * len(y))
    found = contrasts(y, designed(one, x))
    assert (found.p_roles, found.roles_differ) == (1.0, False)
    np.testing.assert_allclose(found.by_role["R0"].estimate, found.across.estimate, atol=1e-12)


def test_ratings_as_a_whole_foretell_what_was_planted_and_no_more() -> None:
    random = np.random.default_rng(9)
    z = random.standard_normal((600, WIDE))
    z[::7, 1] = np.nan
    role = pd.Series(np.repeat(["R0", "R1"], 300))
    mean = np.nanmean(z, axis=1)
    y = 0.3 * mean / mean.std() + random.standard_normal(600)
    nothing = pd.DataFrame(index=range(600))
    found = foretelling(y, role, z, nothing).across
    assert found.estimate[0] == pytest.approx(0.3, abs=0.07)
    assert found.low[0] > 0.15
    luck = foretelling(random.standard_normal(600), role, z, nothing).across
    assert luck.low[0] < 0 < luck.high[0]


#: Companies in which no competency stands out from the others.
LEVEL = [one for one in bench.SCENARIOS if len(set(one.slopes)) == 1 and not one.by_role]


@pytest.mark.parametrize("scenario", LEVEL, ids=lambda one: one.name)
def test_where_no_competency_matters_more_hardly_a_company_is_told_that_one_does(
    scenario: bench.Scenario,
) -> None:
    """A slice of `python -m benchmarks.competencies`, whose figures stand in docs/decisions/0017."""
    seen = [bench.claimed(scenario, 70, 2, seed) for seed in range(breadth.some(4, 8))]
    assert sum(one["wrong"] for one in seen) <= 1
    assert sum(one["any_wrong"] for one in seen) <= breadth.some(1, 2)


@pytest.mark.proof
def test_a_competency_that_truly_matters_is_found_in_most_large_companies() -> None:
    scenario = bench.Scenario("one matters, seen well", bench.ONE_TRUE, reliability=(0.8,) * bench.COUNT)
    seen = [bench.claimed(scenario, 250, 2, seed) for seed in range(6)]
    assert sum(one["found"] >= 1 for one in seen) >= 4
