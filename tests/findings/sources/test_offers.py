"""Offers in figures: one that is still open is in no share."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from hiring.findings.sources import offers as sourcing_offers
from hiring.statistics.verdicts import Label

UNDATED = pd.DataFrame(
    [("Inside sales", 3, 2), ("Channel", 1, 0)], columns=["role", "count_offers", "count_accepted"]
)


def offers(*rows: tuple[str, int, int, int]) -> pd.DataFrame:
    """(month, answered, accepted, still open)."""
    return pd.DataFrame(
        [
            {
                "offer_month": pd.Timestamp(month),
                "count_offers": answered + still,
                "count_accepted": accepted,
                "count_pending": still,
                "count_decided": answered,
            }
            for month, answered, accepted, still in rows
        ],
        columns=["offer_month", "count_offers", "count_accepted", "count_pending", "count_decided"],
    )


def by_quarter(*rows: tuple[str, int, int, int]) -> pd.DataFrame:
    return offers(*rows).rename(columns={"offer_month": "offer_quarter"})


def test_open_offers_are_in_no_share_and_their_quarter_is_not_mature() -> None:
    quarters = sourcing_offers.quarters_of(
        by_quarter(("2024-01-01", 4, 3, 0), ("2024-07-01", 5, 2, 1), ("2024-10-01", 0, 0, 2))
    )
    assert list(quarters["period"]) == ["2024 Q1", "2024 Q2", "2024 Q3", "2024 Q4"]
    assert list(quarters["n"]) == [4, 0, 5, 0]
    assert quarters["estimate"][0] == 0.75
    assert quarters["estimate"][2] == 0.4
    assert math.isnan(quarters["estimate"][1])
    assert math.isnan(quarters["estimate"][3])
    assert list(quarters["is_mature"]) == [True, True, False, False]
    assert list(quarters["detail"]) == ["", "", "1 still open", "2 still open"]


def test_a_clear_change_of_the_last_twelve_months_is_the_title() -> None:
    before = [(f"2023-{month:02d}-01", 20, 16, 0) for month in range(1, 13)]
    after = [(f"2024-{month:02d}-01", 20, 9, 0) for month in range(1, 13)]
    change = sourcing_offers.acceptance_change(offers(*before, *after))
    assert (change.n, change.n_against, change.label) == (240, 240, Label.CLEAR)
    assert change.estimate == pytest.approx(9 / 20 - 16 / 20)
    title = sourcing_offers.acceptance_title(offers(*before, *after))
    assert title == "Offers were accepted less often in the last twelve months than before"
    same = sourcing_offers.acceptance_title(
        offers(*before, *((m.replace("2023", "2024"), 20, 16, 0) for m, *_ in before))
    )
    assert same == "No clear change in how many offers are accepted"


def test_few_or_no_offers_show_no_change() -> None:
    told = "Too few offers yet to see a change in how many are accepted"
    assert sourcing_offers.acceptance_title(offers(("2024-01-01", 9, 9, 1))) == told
    assert sourcing_offers.acceptance_title(offers()) == told
    assert sourcing_offers.quarters_of(by_quarter()).empty
    assert sourcing_offers.acceptance_note(offers(("2024-01-01", 9, 9, 1))) == (
        "1 offer is still open and not counted."
    )


def test_offers_without_their_day_are_counted_by_their_answer() -> None:
    assert sourcing_offers.without_a_day(UNDATED) == (
        "4 more offers were answered (2 accepted, 2 not), but the day of the offer is missing, so no share counts "
        "them: export offered_on of each."
    )
    assert sourcing_offers.without_a_day(UNDATED[1:]).startswith("1 more offer was answered (")
    assert sourcing_offers.without_a_day(UNDATED[:0]) == ""
