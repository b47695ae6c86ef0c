"""The ramp beside the role's and the quarters by number; nothing of a quarter that is not counted."""

from __future__ import annotations

import pandas as pd

from hiring.findings.hire import selling


def _paces(n: int = 30) -> pd.DataFrame:
    rows = [(month, "Mid-market", n, 0.5, 0.9, 1.2) for month in range(1, 25)]
    columns = ["tenure_month", "role_profile", "count_hires", "low", "middle", "high"]
    return pd.DataFrame([*rows, (1, "Channel", n, 0.1, 0.2, 0.3)], columns=columns)


def test_the_ramp_holds_own_months_that_count_and_the_band_of_the_role(row, months) -> None:
    found = selling.ramp(row, months, _paces())
    rows = found.marks.rows.set_index("month")
    assert list(rows.index) == list(range(1, 19))  # to the last own month, no further
    assert rows["own"].dropna().index.tolist() == [*range(1, 7), *range(10, 19)]
    assert set(rows["median"]) == {0.9}
    # Quarters 4, 5 and 6 lie above 1.2 (2, 2.5 and 3): nine months of fifteen.
    assert found.lead == "Above the role's middle half in 9 of 15 months"
    assert found.marks.given == {"name": "Malvina Silverthorn", "role": "Mid-market", "crossed": 3}
    assert list(found.numbers().columns) == ["month", "own", "median", "low", "high", "n"]


def test_months_that_no_middle_half_reaches_are_not_in_the_count_and_it_says_so(row, months) -> None:
    short = _paces().query("tenure_month <= 12")
    found = selling.ramp(row, months, short)
    assert found.marks.rows["own"].notna().sum() == 15
    # Months 1 to 6 and 10 to 12 are counted and have a middle half; of them 10 to 12 lie above it.
    assert found.lead == "Above the role's middle half in 3 of 9 months"


def test_a_band_of_fewer_than_five_is_not_shown(row, months) -> None:
    found = selling.ramp(row, months, _paces(4))
    assert found.marks.rows["median"].isna().all()
    assert found.lead == "Too few hires of Mid-market to show their ramp"


def test_without_a_counted_quarter_only_the_words_stand(row, months) -> None:
    assert not selling.ramp(row, months.assign(pace=None), _paces()).is_drawn


def test_a_quarter_that_is_not_counted_says_so_and_nothing_else(row, months) -> None:
    frame = selling.quarters(months)
    table = selling.quarters_table(frame, row)
    assert table.iloc[0].tolist() == ["1", "6", "450", "900", "50\u202f%"]
    assert table.iloc[2].tolist() == ["3", "–", "–", "–", "not counted"]
    assert table.iloc[6].tolist() == ["7", "–", "–", "–", "not over"]  # by the calendar, on 18 Jul 2026
    left = row | {"has_left": True, "last_day": pd.Timestamp("2026-05-20")}
    assert selling.quarters_table(frame, left).iloc[6, -1] == "left in it"
    moved = row | {"role_ended_on": pd.Timestamp("2026-05-20")}
    assert selling.quarters_table(frame, moved).iloc[6, -1] == "role ended in it"
    over = row | {"last_day": pd.Timestamp("2026-07-18")}
    assert selling.quarters_table(frame, over).iloc[6, -1] == "not counted"
    # Revenue of 1, 2, 4, 5 and 6 halves of the quota.
    assert selling.quarters_title(frame) == "4 of 5 counted quarters at full quota or above"
    assert selling.quarters_title(frame.assign(is_counted=False)) == "No quarter is counted"
