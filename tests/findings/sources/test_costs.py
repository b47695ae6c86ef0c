"""Costs and paybacks in words: what nobody booked is not known, and who leaves has not paid back."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.findings.sources import costs as sourcing_costs
from hiring.findings.sources.costs import NOT_BOOKED
from hiring.statistics.survival import kaplan_meier

MONTHS = pd.date_range("2024-01-01", periods=12, freq="MS")


def by_month(*rows: tuple[str, int, int, float | None]) -> pd.DataFrame:
    """(source, month of 2024, accepted offers, cost; None where not known)."""
    return pd.DataFrame(
        [
            {
                "source": source,
                "month": pd.Timestamp(2024, month, 1),
                "count_hires": hires,
                "is_cost_known": cost is not None,
                "cost": float("nan") if cost is None else cost,
            }
            for source, month, hires, cost in rows
        ]
    )


BOARD = [("Board", month, month % 3, 900.0) for month in range(1, 13)]
CAMPUS = [
    ("Campus", 1, 5, None),
    ("Campus", 2, 1, None),
    *(("Campus", m, 1, 100.0) for m in range(3, 11)),
    ("Campus", 11, 2, None),
]


def test_cost_per_hire_is_the_booked_money_over_the_offers_of_the_booked_months() -> None:
    costs = sourcing_costs.costs_of(by_month(*BOARD, *CAMPUS))
    assert costs.sources["Board"].per_hire.estimate == 12 * 900 / 12
    campus = costs.sources["Campus"]
    assert campus.per_hire.estimate == 100  # eight offers in eight booked months, eight others left out
    assert (campus.per_hire.n, campus.count_accepted) == (8, 16)
    assert (campus.first_month.month, campus.last_month.month) == (3, 10)
    assert costs.everyone.per_hire.estimate == pytest.approx((10800 + 800) / (12 + 8))


def test_what_nobody_booked_is_not_known_and_never_zero() -> None:
    costs = sourcing_costs.costs_of(by_month(("Talks", 1, 4, None)))
    paybacks = sourcing_costs.paybacks_of(by_hire())
    row = sourcing_costs.cost_table(costs, paybacks, ["Talks", "Unheard of"], "EUR").set_index("Source")
    assert row.loc["Talks", "Cost per hire"] == NOT_BOOKED
    assert row.loc["Talks", "Offers it covers"] == "0 of 4"
    assert row.loc["Unheard of", "Cost per hire"] == NOT_BOOKED
    assert not row["Cost per hire"].str.contains("EUR").any()
    number = sourcing_costs.cost_number(costs, "EUR")
    assert (number.value, number.note) == ("not known", "no cost is booked")


def test_money_spent_for_nobody_is_told_and_counts_in_the_whole() -> None:
    costs = sourcing_costs.costs_of(by_month(*BOARD, ("Fair", 2, 0, 1200.0)))
    table = sourcing_costs.cost_table(costs, sourcing_costs.paybacks_of(by_hire()), ["Board"], "EUR")
    cells = table.set_index("Source")["Cost per hire"]
    assert cells["Fair"] == "EUR\u00a01.2k spent, no offer accepted"
    assert costs.everyone.per_hire.estimate == pytest.approx((10800 + 1200) / 12)


def test_the_title_names_the_cheapest_and_the_dearest_source_and_says_whom_it_leaves_out() -> None:
    dear = [("Agency", month, 1, 9000.0) for month in range(1, 13)]
    few = [("Rare", month, 0, 50000.0) for month in range(1, 12)] + [("Rare", 12, 2, 0.0)]
    both = sourcing_costs.costs_of(by_month(*BOARD, *dear))
    told = "hire cost from EUR\u00a0900 (Board) to EUR\u00a09k (Agency)"
    assert sourcing_costs.cost_title(both, "EUR") == f"A {told}"
    costs = sourcing_costs.costs_of(by_month(*BOARD, *dear, *few))
    assert sourcing_costs.cost_title(costs, "EUR") == f"Among sources of 10 offers or more, a {told}"
    alone = sourcing_costs.costs_of(by_month(*BOARD))
    assert sourcing_costs.cost_title(alone, "EUR") == "What a hire costs, and when it has paid back"


def by_hire(*rows: tuple[str, int, bool], **lacking: int) -> pd.DataFrame:
    """(source, months, paid back), and further hires that lack a login, a booked source or pay."""
    columns = ("has_login", "has_recruiting_cost", "has_pay")
    known = [
        {"source": s, "months_to_payback": m, "has_paid_back": p} | dict.fromkeys(columns, True)
        for s, m, p in rows
    ]
    others = [
        {"source": "Board", "months_to_payback": 1, "has_paid_back": True}
        | dict.fromkeys(columns, True)
        | {column: False}
        for column, count in lacking.items()
        for _ in range(count)
    ]
    names = ["source", "months_to_payback", "has_paid_back", *columns]
    return pd.DataFrame([*known, *others], columns=names)


def test_payback_is_the_month_by_which_half_have_paid_back_those_who_never_do_among_them() -> None:
    rows = [("Board", 3, True)] * 4 + [("Board", 5, True)] * 4 + [("Board", 30, False)] * 4
    paybacks = sourcing_costs.paybacks_of(by_hire(*rows))
    assert paybacks.sources["Board"].time == 5
    expected = kaplan_meier([3] * 4 + [5] * 4 + [30] * 4, [True] * 8 + [False] * 4).median
    assert paybacks.everyone == expected
    assert sourcing_costs.payback_number(paybacks).value == "5 months"
    assert sourcing_costs.payback_cell(paybacks.sources["Board"]).endswith("· 12")


def test_payback_that_half_have_not_reached_says_how_far_they_were_followed() -> None:
    rows = [("Board", 3, True)] * 2 + [("Board", 18, False)] * 12
    paybacks = sourcing_costs.paybacks_of(by_hire(*rows))
    assert sourcing_costs.payback_cell(paybacks.everyone) == "not by month 18 · 14"
    number = sourcing_costs.payback_number(paybacks)
    assert (number.value, number.note) == ("not reached", "later than month 18 · 14 hires")


def test_who_cannot_be_followed_is_left_out_and_counted_once_with_the_reason() -> None:
    rows = [("Board", 4, True)] * 10
    paybacks = sourcing_costs.paybacks_of(by_hire(*rows, has_login=2, has_recruiting_cost=3, has_pay=1))
    assert paybacks.everyone.n == 10
    assert [count for count, _ in paybacks.left_out] == [2, 3, 1]
    assert sourcing_costs.not_followed(paybacks).startswith(
        "Of 16 hires 10 are followed to payback; left out: 2 hires whom no CRM"
    )
    assert sourcing_costs.not_followed(sourcing_costs.paybacks_of(by_hire(*rows))) == ""


def test_few_paybacks_are_told_as_too_few() -> None:
    paybacks = sourcing_costs.paybacks_of(by_hire(*[("Board", 4, True)] * 9))
    assert sourcing_costs.payback_cell(paybacks.everyone) == "too few: 9"
    assert sourcing_costs.payback_number(paybacks).value == "not known"


def test_the_gross_margin_stands_on_the_page() -> None:
    assert "70\u202f%" in sourcing_costs.PAYBACK_RULE
    assert "gross margin" in sourcing_costs.PAYBACK_RULE
