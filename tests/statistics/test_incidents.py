"""Incidents summed up by kind: how many, how fast they were decided, and how; worked out by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.statistics import incidents

AS_OF = pd.Timestamp("2024-06-28")  # a Friday
HOLIDAYS = pd.DataFrame({"holiday_on": pd.to_datetime(["2024-05-01"])})


def rows(*given: tuple[str, str, str | None, str]) -> pd.DataFrame:
    """Of (kind, opened, resolved, ended)."""
    frame = pd.DataFrame(given, columns=["kind", "opened_on", "resolved_on", "ended"])
    days = {name: pd.to_datetime(frame[name]) for name in ("opened_on", "resolved_on")}
    return frame.assign(**days, has_option_hr=True, has_option_sales=frame["ended"] != "HR")


def test_each_kind_is_counted_with_the_days_until_it_was_decided() -> None:
    found = incidents.by_kind(
        rows(
            ("no_show", "2024-04-30", "2024-05-03", "HR"),  # two working days: the first of May is none
            ("no_show", "2024-06-03", "2024-06-07", "Sales"),
            ("no_show", "2024-06-03", "2024-06-13", "both"),
            ("client_change", "2024-06-03", "2024-06-05", "another"),
        ),
        HOLIDAYS,
        AS_OF,
    ).set_index("kind")
    assert found.index.tolist() == ["no_show", "client_change", "all"]
    told = found.loc["no_show"]
    assert told[["n", "count_options", "median", "longest"]].tolist() == [3, 2, 4, 8]
    assert told[["HR", "Sales", "both", "another", "not written", "open"]].tolist() == [1, 1, 1, 0, 0, 0]
    assert found.loc["all", ["n", "count_options", "another"]].tolist() == [4, 3, 1]


def test_what_is_open_counts_as_long_as_it_has_waited_and_no_longer() -> None:
    """Decided after 2 and 4, open for 4, 9 and 19 working days: 4/5 · 3/4 = .6 are still open after the fourth day."""
    given = rows(
        ("no_show", "2024-06-03", "2024-06-05", "HR"),
        ("no_show", "2024-06-03", "2024-06-07", "Sales"),
        ("no_show", "2024-06-24", None, "open"),
        ("no_show", "2024-06-17", None, "open"),
        ("no_show", "2024-06-03", None, "open"),
    )
    found = incidents.by_kind(given, HOLIDAYS, AS_OF).iloc[0]
    assert pd.isna(found["median"])
    assert found["longest"] == 19  # open ones wait too
    assert found["open"] == 3
    decided = given.assign(resolved_on=given["resolved_on"].fillna(pd.Timestamp("2024-06-28")))
    assert incidents.by_kind(decided, HOLIDAYS, AS_OF).iloc[0]["median"] == pytest.approx(4)


def test_where_nothing_came_up_there_is_no_row() -> None:
    assert incidents.by_kind(rows(), HOLIDAYS, AS_OF).empty
