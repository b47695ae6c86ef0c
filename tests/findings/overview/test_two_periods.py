"""The chosen period beside a second one: counts by hand on a few hires, and too few in either."""

from __future__ import annotations

from datetime import date

import pandas as pd

from hiring.access.scope import Choices, Scope
from hiring.findings.overview.two_periods import NOBODY, two_periods

CHOICES = Choices(("Desk",), ("North",), ("SMB",), ("Referral",), date(2022, 1, 3), date(2026, 6, 30), 12)
SCOPE = Scope(CHOICES, date(2024, 1, 1), date(2024, 12, 31), compare="year-before")


def hires(year: int, met: int, of: int) -> pd.DataFrame:
    """So many hires of a year, of whom the first so many met the bar; each had a first deal after 50 days."""
    return pd.DataFrame(
        {
            "role_profile": "Desk",
            "sales_start_on": pd.Timestamp(year, 3, 1),
            "is_mature": True,
            "is_start_observed": True,
            "is_counted": True,
            "met_bar": [number < met for number in range(of)],
            "days_to_first_deal": 50.0,
            "has_first_deal": True,
            "days_to_exit": 400.0,
            "has_left": False,
        }
    )


def offers(year: int, accepted: int, of: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "role_profile": ["Desk"],
            "offer_month": [pd.Timestamp(year, 2, 1)],
            "count_accepted": [accepted],
            "count_decided": [of],
        }
    )


def test_each_measure_stands_in_both_periods_with_its_range_and_no_verdict() -> None:
    found = two_periods(
        (hires(2024, 36, 40), hires(2023, 8, 40)), (offers(2024, 30, 40), offers(2023, 28, 40)), SCOPE
    )
    assert found.title == "90\u202f% met the bar, 20\u202f% of the second period"
    assert found.standfirst.startswith("Compared with the year before (hired ")
    rows = found.table.set_index("Measure")
    bar = rows.loc["Meet bar at month 12"]
    assert bar.iloc[0].startswith("90\u202f%")
    assert bar.iloc[0].endswith("· 40")
    assert bar.iloc[1].startswith("20\u202f%")
    offers_made = rows.loc["Offers accepted"]
    assert offers_made.iloc[0].startswith("75\u202f%")
    assert offers_made.iloc[1].startswith("70\u202f%")
    assert "no verdict" in found.standfirst


def test_of_too_few_nothing_is_told() -> None:
    found = two_periods(
        (hires(2024, 3, 4), hires(2023, 8, 40)), (offers(2024, 1, 1), offers(2023, 28, 40)), SCOPE
    )
    assert found.title == NOBODY
    bar = found.table.set_index("Measure").loc["Meet bar at month 12"]
    assert bar.tolist()[0] == "too few · 4"
