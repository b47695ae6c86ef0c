"""A CRM's file that begins after the hires did, and files that end long before the day the data speak of."""

from __future__ import annotations

from datetime import date

import pandas as pd

from hiring.findings import sales_history

NARROW = "\N{NO-BREAK SPACE}"
WHOLE = {
    "as_of": pd.Timestamp("2026-06-30"),
    "first_opportunity_on": pd.Timestamp("2021-04-06"),
    "last_won_on": pd.Timestamp("2026-06-29"),
    "count_spells": 60,
    "last_change_on": pd.Timestamp("2026-06-01"),
    "count_hires": 48,
    "count_not_observed": 4,
}


def said(**changed: object) -> list[tuple[str, str]]:
    told = sales_history.warnings(pd.DataFrame([{**WHOLE, **changed}]))
    return [(fact.replace(NARROW, " "), cause) for fact, cause in told]


def test_where_the_files_reach_from_the_hires_to_the_day_nothing_is_said() -> None:
    assert said() == []
    assert said(count_not_observed=24) == []  # half of them is no majority
    assert said(last_won_on=pd.Timestamp("2026-03-30")) == []  # a quarter without a deal may be
    assert (
        said(last_won_on=pd.NaT, first_opportunity_on=pd.NaT) == []
    )  # that nothing is won is said elsewhere
    assert said(count_hires=0, count_not_observed=0, last_won_on=pd.Timestamp("2020-01-01")) == []


def test_hires_from_before_the_crms_file_are_counted_with_the_day_it_begins() -> None:
    ((fact, cause),) = said(count_not_observed=25, first_opportunity_on=pd.Timestamp("2026-04-01"))
    assert fact == "25 of 48 hires started before the CRM's file begins (1 Apr 2026)."
    assert cause.endswith("Export the older opportunities too.")


def test_a_crms_file_that_ends_early_makes_the_late_hires_look_worst() -> None:
    ((fact, cause),) = said(last_won_on=pd.Timestamp("2026-03-29"))
    assert fact == "The CRM's file holds no deal won after 29 Mar 2026, though the data run to 30 Jun 2026."
    assert "whoever was hired late looks worst" in cause
    assert cause.endswith("--as-of 2026-03-29")


def test_an_hr_file_that_ends_early_is_told_but_not_of_a_company_of_a_few() -> None:
    ((fact, cause),) = said(last_change_on=pd.Timestamp("2025-06-29"))
    assert fact.startswith("In the HR file nobody was hired or left after 29 Jun 2025,")
    assert "looks as if they stayed" in cause
    assert said(last_change_on=pd.Timestamp("2025-06-29"), count_spells=19) == []


def history(**changed: object) -> pd.DataFrame:
    return pd.DataFrame([{**WHOLE, **changed}])


def test_what_is_told_above_every_page_is_known_to_the_pages() -> None:
    assert sales_history.ended_on(history()) is None
    assert sales_history.ended_on(history(last_won_on=pd.Timestamp("2026-03-29"))) == date(2026, 3, 29)
    assert not sales_history.is_begin_told(history())
    assert sales_history.is_begin_told(history(count_not_observed=25))


def test_who_was_not_seen_to_the_windows_end_does_not_count() -> None:
    hires = pd.DataFrame(
        {
            "sales_start_on": pd.to_datetime(["2023-01-01", "2023-04-02", "2024-05-01"]),
            "is_counted": [True, True, True],
            "has_first_deal": [True, False, False],
            "days_to_first_deal": [40, 900, 600],
        }
    )
    assert sales_history.seen(hires, None, 12) is hires
    found = sales_history.seen(hires, date(2024, 3, 31), 12)
    assert found["is_counted"].tolist() == [True, False, False]
    assert found["days_to_first_deal"].tolist()[:2] == [40, 364]
    assert found["days_to_first_deal"].isna().tolist() == [False, False, True]
    assert sales_history.seen(hires, date(2024, 4, 1), 12)["is_counted"].tolist() == [True, True, False]


def test_events_of_sales_are_followed_to_the_files_end_and_exits_beyond() -> None:
    hires = pd.DataFrame(
        {
            "sales_start_on": pd.to_datetime(["2024-01-01", "2024-01-01", "2024-05-01"]),
            "is_start_observed": True,
            "has_first_deal": [True, False, False],
            "days_to_first_deal": [40, 900, 600],
            "has_reached_quota": [False, False, False],
            "days_to_quota": [900, 30, 600],
            "has_ramped": [False, True, False],
            "months_to_ramp": [29, 2, 19],
            "days_to_exit": [900, 30, 600],
        }
    )
    assert sales_history.followed(hires, None) is hires
    found = sales_history.followed(hires, date(2024, 3, 31))
    assert found["days_to_first_deal"].tolist()[:2] == [40, 90]
    assert found["days_to_quota"].tolist()[:2] == [90, 30]
    assert found["months_to_ramp"].tolist()[:2] == [2, 2]
    assert found["is_start_observed"].tolist() == [True, True, False]
    assert found["days_to_exit"].tolist() == [900, 30, 600]
