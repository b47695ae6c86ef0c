"""The engine against published tables and the values other programs give for them."""

from __future__ import annotations

import numpy as np
import pytest

from helpers.mixed_model_by_hand import grouping, sloping, table
from hiring.statistics import mixed_model
from hiring.statistics.mixed_model.slopes import slopes


def _ones(frame) -> np.ndarray:
    return np.ones((len(frame), 1))


def _penicillin(method: str = "reml") -> mixed_model.Fit:
    data = table("penicillin")
    blocks = [grouping("plate", data["plate"]), grouping("sample", data["sample"])]
    return mixed_model.fit(data["diameter"], _ones(data), blocks, method=method)


def _pastes() -> mixed_model.Fit:
    data = table("pastes")
    blocks = [grouping("sample", data["sample"]), grouping("batch", data["batch"])]
    return mixed_model.fit(data["strength"], _ones(data), blocks)


def _dyestuff(name: str) -> mixed_model.Fit:
    data = table(name)
    return mixed_model.fit(data["Yield"], _ones(data), [grouping("batch", data["Batch"])])


def _sleepstudy() -> mixed_model.Fit:
    data = table("sleepstudy")
    people = data["Subject"].astype(str)
    fixed = np.column_stack([np.ones(len(data)), data["Days"]])
    blocks = [grouping("intercept", people), sloping("slope", people, data["Days"])]
    return mixed_model.fit(data["Reaction"], fixed, blocks)


def _printed(*values: float) -> object:
    """The values as printed, to the few parts in ten million the other program's search stopped at."""
    return pytest.approx(np.array(values), rel=5e-7)


def test_penicillin_has_the_variances_criterion_and_error_of_lme4() -> None:
    fit = _penicillin()
    assert [*fit.variances.values(), fit.residual_variance] == _printed(0.71690834, 3.73091901, 0.30241545)
    assert fit.criterion == pytest.approx(330.860589, abs=5e-7)
    assert fit.coefficients == _printed(22.972222)
    assert fit.standard_errors == _printed(0.80857351)


def test_penicillin_has_the_objective_and_deviations_that_mixedmodels_asserts() -> None:
    fit = _penicillin()
    assert fit.criterion == pytest.approx(330.86058899122156, abs=1e-8)
    found = np.sqrt([*fit.variances.values(), fit.residual_variance])
    assert found == pytest.approx([0.8467056820846379, 1.9315555733321477, 0.5499230109588108], rel=3e-6)
    assert fit.standard_errors[0] == pytest.approx(0.8085723219702367, rel=3e-6)


def test_penicillin_predicts_the_samples_and_plates_to_six_digits() -> None:
    effects = _penicillin().effects
    samples = [2.187058, -1.010476, 1.937899, -0.096895, -0.013842, -3.003744]
    assert effects["sample"] == pytest.approx(samples, abs=5e-7)
    assert effects["plate"][:4] == pytest.approx([0.804547, 0.804547, 0.181672, 0.337391], abs=5e-7)


def test_penicillin_by_maximum_likelihood_has_the_published_deviance() -> None:
    fit = _penicillin("ml")
    assert [*fit.variances.values(), fit.residual_variance] == _printed(0.71499235, 3.13518884, 0.30242542)
    assert fit.criterion == pytest.approx(332.18834867227616, abs=1e-7)
    assert fit.coefficients == _printed(22.972222)
    assert fit.standard_errors == _printed(0.74459586)


def test_the_spread_of_penicillin_samples_counts_that_the_mean_is_unknown() -> None:
    fit = _penicillin()
    sd = mixed_model.posterior(fit).sd[fit.places["sample"]]
    assert sd == pytest.approx(np.full(6, 0.79516), abs=5e-6)


def test_pastes_has_nested_variances_as_lme4() -> None:
    fit = _pastes()
    assert [*fit.variances.values(), fit.residual_variance] == _printed(8.43366658, 1.65730913, 0.67799998)
    assert fit.criterion == pytest.approx(246.9907459, abs=5e-8)
    assert fit.coefficients == _printed(60.053333)
    assert fit.standard_errors == _printed(0.6768701)


def test_dyestuff_has_the_variances_of_the_analysis_of_variance() -> None:
    fit = _dyestuff("dyestuff")
    assert [fit.variances["batch"], fit.residual_variance] == _printed(1764.05, 2451.25)
    assert fit.criterion == pytest.approx(319.6542768, abs=5e-8)
    assert fit.coefficients == _printed(1527.5)
    assert fit.standard_errors == _printed(19.383412)


def test_dyestuff2_lies_at_its_bound_and_there_exactly() -> None:
    fit = _dyestuff("dyestuff2")
    assert fit.variances == {"batch": 0.0}
    assert fit.effects["batch"].tolist() == [0.0] * 6
    assert fit.residual_variance == pytest.approx(13.80631, abs=5e-6)
    assert fit.criterion == pytest.approx(161.8282778, abs=5e-8)
    assert fit.coefficients == _printed(5.6656)
    assert fit.standard_errors == _printed(0.67838803)


def test_sleepstudy_has_uncorrelated_slopes_as_lme4() -> None:
    fit = _sleepstudy()
    found = [*fit.variances.values(), fit.residual_variance]
    assert found == _printed(627.569117, 35.858202, 653.583805)
    assert fit.criterion == pytest.approx(1743.669294, abs=5e-7)
    assert fit.coefficients == _printed(251.405105, 10.467286)
    assert fit.standard_errors == _printed(6.8853815, 1.559566)


@pytest.mark.parametrize("fit", [_penicillin(), _penicillin("ml"), _pastes(), _sleepstudy()], ids="ABCD")
def test_the_search_ends_where_the_criterion_is_level(fit: mixed_model.Fit) -> None:
    here = slopes(fit.solution)
    left = here.gradient @ np.linalg.solve(here.information, here.gradient)
    assert left < 1e-8
    assert fit.converged
    assert fit.steps <= 8
