"""Whether estimates foretold: the slope of later hires on what was expected of them, and how often chance says so."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks import forecasts as bench
from benchmarks.hands import company
from hiring.statistics.evidence import check_sentences
from hiring.statistics.evidence.controls import Control
from hiring.statistics.evidence.forecast import Forecast, Foretold, forecast, judge_forecast
from hiring.statistics.outcomes import measured


def test_the_slope_is_that_of_least_squares_with_the_fixed_effects_in_it() -> None:
    random = np.random.default_rng(1)
    fixed = np.column_stack([np.ones(200), np.repeat([0.0, 1.0], 100)])
    expected = random.standard_normal(200)
    outcome = 0.8 * expected + 0.5 * fixed[:, 1] + random.standard_normal(200)
    found = judge_forecast(expected, outcome, fixed, 300)
    both = np.column_stack([fixed, expected])
    line, squares, *_ = np.linalg.lstsq(both, outcome, rcond=None)
    error = np.sqrt(squares[0] / 197 * np.linalg.inv(both.T @ both)[2, 2])
    assert found.slope == pytest.approx(line[2])
    assert found.high - found.slope == pytest.approx(1.959964 * error, rel=1e-5)
    assert (found.state, found.count_first, found.count_later) == (Foretold.YES, 300, 200)


def test_what_would_have_shown_and_did_not_is_told_apart_from_what_could_not_have_shown() -> None:
    random = np.random.default_rng(2)
    fixed, luck = np.ones((400, 1)), random.standard_normal(400)
    luck -= luck.mean()
    expected = random.standard_normal(400)
    expected -= expected.mean() + luck * (luck @ expected) / (luck @ luck)
    assert judge_forecast(0.5 * expected, luck, fixed, 600).state is Foretold.NO
    assert judge_forecast(0.05 * expected, luck, fixed, 600).state is Foretold.TOO_FEW
    assert judge_forecast(np.zeros(400), luck, fixed, 600).state is Foretold.TOO_FEW


def test_a_slope_that_luck_shows_more_often_than_in_one_of_a_thousand_companies_is_no_more_than_a_lean() -> (
    None
):
    fixed, random = np.ones((400, 1)), np.random.default_rng(3)
    expected, luck = random.standard_normal((2, 400))
    expected -= expected.mean()
    luck -= luck.mean() + expected * (luck @ expected) / (expected @ expected)
    error = np.sqrt(luck @ luck / 398 / (expected @ expected))
    said = {
        z: judge_forecast(expected, luck + z * error * expected, fixed, 600).state
        for z in (3.35, 3.2, 2.0, 1.9)
    }
    assert said[3.35] is Foretold.YES
    assert said[3.2] is said[2.0] is Foretold.LEANING
    assert said[1.9] is Foretold.NO


def test_the_first_hires_are_the_earlier_ones_and_a_day_is_never_parted() -> None:
    hires, months, seats = company("equal hands", 200, 1)
    found = forecast(measured(hires, months), seats, Control())
    days = hires["sales_start_on"].sort_values().reset_index(drop=True)
    assert found.count_first == int((days < days[120]).sum())
    assert found.count_first + found.count_later == 200


def test_of_few_hires_or_of_one_day_nothing_is_asked() -> None:
    hires, months, seats = company("equal hands", 90, 1)
    assert forecast(measured(hires, months), seats, Control()) == Forecast()
    hires, months, seats = company("equal hands", 200, 1)
    day = hires["sales_start_on"].iloc[0]
    same = (hires.assign(hire_date=day, sales_start_on=day), months.assign(hire_date=day))
    assert forecast(measured(*same), seats.assign(hire_date=day), Control()) == Forecast()
    assert check_sentences.forecast_sentence(Forecast()) == ""


@pytest.mark.proof
def test_where_interviewers_are_equal_hardly_a_company_is_told_that_estimates_foretold() -> None:
    """A slice of `python -m benchmarks.forecasts`."""
    found = [bench.asked(200, seed, 0.0).state for seed in range(30)]
    assert found.count(Foretold.YES) <= 2


def test_where_interviewers_differ_much_estimates_foretell() -> None:
    found = [bench.asked(600, seed, 0.4) for seed in range(6)]
    assert [one.state for one in found].count(Foretold.YES) >= 5
    assert np.mean([one.slope for one in found]) == pytest.approx(1.0, abs=0.25)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (Foretold.YES, "foretold the 80 hired later: for each SD expected, +0.9 (+0.2 to +1.6) SD came"),
        (
            Foretold.LEANING,
            "set against the 80 hired later: it looks as if they foretell, but luck could explain it; for each SD",
        ),
        (
            Foretold.NO,
            "set against the 80 hired later: no sign that they foretell; for each SD expected, +0.9",
        ),
        (Foretold.TOO_FEW, "set against the 80 hired later: too few to tell whether they foretell."),
    ],
)
def test_each_outcome_has_its_sentence(state: Foretold, words: str) -> None:
    said = check_sentences.forecast_sentence(Forecast(state, 120, 80, 0.9, 0.2, 1.6))
    assert said.startswith("Estimates of interviewers from the first 120 hires")
    assert words in said
    assert "did not" not in said
