"""Which groups may have a row, by hand."""

from __future__ import annotations

import math

import pandas as pd

from hiring.statistics.high_performers.groups import Factor, groups, with_levels


def hires(count: int, **columns: object) -> pd.DataFrame:
    fixed = {
        "hire_date": pd.Timestamp("2023-01-02"),
        "role_profile": "Inside",
        "region": "North",
        "segment": "SMB",
        "source": "Referral",
        "start_year": 2023,
        "profile_version": "1",
        "years_in_sales": 3.0,
        "previous_industry": "Retail",
        "count_votes": 0,
        "mean_vote": math.nan,
    }
    frame = pd.DataFrame(
        {"employee_id": pd.Series([f"H{place}" for place in range(count)], dtype=str), **fixed}
    )
    return frame.assign(**columns)


def seats(*panels: str) -> pd.DataFrame:
    rows = [(f"H{place}", who) for place, panel in enumerate(panels) for who in panel]
    frame = pd.DataFrame(rows, columns=["employee_id", "interviewer_id"])
    return frame.assign(hire_date=pd.Timestamp("2023-01-02"), department="Sales", stage="panel")


def test_years_in_sales_come_in_bands_each_from_its_first_year_on() -> None:
    years = [0.0, 1.9, 2.0, 5.0, 9.9, 10.0, 40.0, None]
    bands = with_levels(hires(8, years_in_sales=years), seats())["years_in_sales"]
    assert bands[:7].tolist() == [
        *("Under 2 years", "Under 2 years", "2 to 4 years", "5 to 9 years", "5 to 9 years"),
        *("10 years and more", "10 years and more"),
    ]
    assert pd.isna(bands[7])


def test_a_version_is_of_its_role_and_only_where_there_is_another_to_compare_it_with() -> None:
    roles = ["Inside", "Inside", "Inside", "Field"]
    told = with_levels(hires(4, role_profile=roles, profile_version=["1", "2", None, "1"]), seats())[
        "profile_version"
    ]
    assert told[:2].tolist() == ["Inside, version 1", "Inside, version 2"]
    assert told[2:].isna().all()


def test_an_interviewer_has_a_row_from_eight_hires_on_and_a_pair_from_five() -> None:
    given = with_levels(hires(9), seats())
    made, members = groups(given, seats("AB", "AB", "AB", "AB", "AB", "A", "A", "A", "BC"))
    panels = made[made["factor"].isin([Factor.INTERVIEWER, Factor.PAIR])]
    assert panels[["level", "first_id", "second_id"]].to_numpy().tolist() == [["A", "", ""], ["", "A", "B"]]
    sizes = members["group"].value_counts()
    assert [int(sizes[group]) for group in panels["group"]] == [8, 5]
    of_pair = members.loc[members["group"] == panels["group"].iloc[1], "hire"]
    assert of_pair.tolist() == [0, 1, 2, 3, 4]


def test_a_missing_level_has_no_row() -> None:
    made, members = groups(
        with_levels(hires(3, previous_industry=["Retail", None, "Retail"]), seats()), seats()
    )
    of_retail = made.loc[made["factor"] == Factor.PREVIOUS_INDUSTRY]
    assert of_retail["level"].tolist() == ["Retail"]
    assert members.loc[members["group"] == of_retail["group"].iloc[0], "hire"].tolist() == [0, 2]


def test_a_single_hire_is_of_every_level_and_of_no_panel() -> None:
    made, members = groups(with_levels(hires(1), seats()), seats("AB"))
    assert len(members) == len(made) == 7  # no version stands beside another
