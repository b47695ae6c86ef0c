"""Rates of exchange that cannot be right are warned about, with month, value and what stands beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.small_company import OPPORTUNITIES, built
from helpers.vendor_exports import said
from hiring.warehouse.odd_rates import Rate, is_upside_down, out_of_line


def odd(*rates: float) -> list[tuple[int, str]]:
    """(month, why) of the odd ones among the rates of a year from January on."""
    series = [Rate(0, date(2024, month, 1), rate) for month, rate in enumerate(rates, start=1)]
    return [(rate.month.month, why) for rate, why in out_of_line(series)]


def test_steady_rates_and_a_currency_that_falls_fast_are_in_line() -> None:
    assert odd(0.92, 0.93, 0.91, 0.95, 0.90) == []
    assert odd(1.02, 0.99, 0.97, 1.03) == []  # about one, upside down is no other rate
    assert odd(0.030, 0.027, 0.024, 0.020, 0.018) == []
    assert odd(0.92) == []
    assert odd() == []


@pytest.mark.parametrize("slip", [9.2, 92.0, 0.092, 0.5])
@pytest.mark.parametrize("month", [1, 3, 5])
def test_a_slip_of_the_decimal_sign_is_out_of_line_and_its_neighbours_are_not(
    slip: float, month: int
) -> None:
    rates = [0.92, 0.93, 0.92, 0.91, 0.92]
    rates[month - 1] = slip
    ((found, why),) = odd(*rates)
    assert (found, why.startswith("beside 0.9")) == (month, True)


def test_one_month_upside_down_is_named_so() -> None:
    assert odd(0.92, 0.93, 1.087, 0.92, 0.91) == [(3, "turned upside down beside 0.93")]


def test_a_series_that_turns_over_half_way_is_named_from_there_on() -> None:
    assert [month for month, _ in odd(0.92, 0.92, 0.92, 1.087, 1.087, 1.087)] == [4, 5, 6]


@pytest.mark.parametrize(
    ("currency", "base", "rate", "is_turned"),
    [
        ("JPY", "EUR", 160.0, True),
        ("JPY", "EUR", 0.0062, False),
        ("EUR", "JPY", 160.0, False),
        ("EUR", "SEK", 0.09, True),
        ("SEK", "EUR", 0.087, False),
        ("INR", "USD", 83.0, True),
        ("USD", "EUR", 1.09, False),  # too near to one to say
        ("TRY", "EUR", 35.0, False),  # worth something else every year
    ],
)
def test_what_currencies_are_roughly_worth_says_which_way_round_a_rate_is(
    currency: str, base: str, rate: float, is_turned: bool
) -> None:
    assert is_upside_down(currency, base, rate) is is_turned


RATES = "month,currency,rate\n" + "".join(
    f"2024-{month:02}-01,USD,{rate}\n"
    for month, rate in enumerate([0.92, 0.93, 9.2, 0.92, 0.91, 0.92, 0.93], start=1)
)


def test_the_build_says_which_months_and_goes_on(tmp_path: Path) -> None:
    deals = OPPORTUNITIES.replace("O2,U-A,Won,true,500.50,EUR", "O2,U-A,Won,true,500.50,USD")
    company = built(tmp_path, {"exchange_rates": RATES, "opportunities": deals})
    assert company.result.outcome == "served"
    (line,) = [line for line in said(company) if "rates of USD" in line]
    assert line == (
        "exchange_rates.csv · found 2024-03: 9.2, beside 0.92 · rates of USD out of line with the months beside them"
        " · look at them: a rate is what one USD is worth in EUR"
    )
    right = built(tmp_path, {"exchange_rates": RATES.replace("9.2", "0.92"), "opportunities": deals})
    assert not [line for line in said(right) if "rates of USD" in line]


@pytest.mark.proof
def test_rates_the_wrong_way_round_are_said_once(tmp_path: Path) -> None:
    rates = "month,currency,rate\n2024-02-01,JPY,161\n2024-03-01,JPY,163\n"
    company = built(tmp_path, {"exchange_rates": rates})
    (line,) = [line for line in said(company) if "JPY" in line]
    assert "the rates of JPY look turned upside down: EUR for one JPY is wanted" in line
