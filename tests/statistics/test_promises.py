"""Promises in working days, worked out by hand: kept, missed, open, not owed; and what is summed up of them."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.access import periods
from hiring.statistics import promises
from hiring.statistics.promises import KEPT, MISSED, NOT_OWED, OPEN

AS_OF = pd.Timestamp("2024-06-28")  # a Friday
HOLIDAYS = pd.DataFrame({"holiday_on": pd.to_datetime(["2024-05-01"])})


def cases(*rows: tuple[str, str, str | None, str | None, str | None]) -> pd.DataFrame:
    """Cases of a promise of two working days: (department, started, kept, stopped, stopped by)."""
    columns = ["department", "started_on", "kept_on", "stopped_on", "stopped_by"]
    frame = pd.DataFrame(rows, columns=columns)
    days = {name: pd.to_datetime(frame[name]) for name in columns[1:4]}
    return frame.assign(
        **days,
        promise_id="P-" + frame["department"],
        promise="They do it",
        within_days=2,
        owed_for="application",
        case_id=[f"C{n}" for n in range(len(frame))],
        application_id=[f"A{n}" for n in range(len(frame))],
        requisition_id="R1",
        role_profile="Desk",
        is_withdrawn=False,
        is_running=frame["kept_on"].isna() & frame["stopped_on"].isna(),
    )


@pytest.mark.parametrize(
    ("row", "state", "days"),
    [
        (("HR", "2024-03-04", "2024-03-06", None, None), KEPT, 2),  # Monday to Wednesday
        (("HR", "2024-03-04", "2024-03-07", None, None), MISSED, 3),
        (("HR", "2024-03-08", "2024-03-12", None, None), KEPT, 2),  # the weekend is no time
        (("HR", "2024-04-30", "2024-05-03", None, None), KEPT, 2),  # nor is the first of May
        (("HR", "2024-03-04", "2024-03-01", None, None), KEPT, 0),  # it came before it was owed
        (("HR", "2024-06-24", None, None, None), MISSED, 4),  # open past its last day
        (("HR", "2024-06-27", None, None, None), OPEN, 1),
        (("HR", "2024-06-26", None, None, None), OPEN, 2),  # its last day is the day of the data
        (("HR", "2024-03-04", None, "2024-03-05", "candidate"), NOT_OWED, 1),  # ended in time, by whoever
        (("HR", "2024-03-04", None, "2024-03-20", "candidate"), MISSED, 12),
        (("HR", "2024-03-04", None, "2024-03-20", "HR"), MISSED, 12),
        (("HR", "2024-03-04", None, "2024-03-20", "Sales"), NOT_OWED, 12),  # the other side ended it
        (("Sales", "2024-03-04", None, "2024-03-20", "HR"), NOT_OWED, 12),
        (("Sales", "2024-03-04", None, "2024-03-20", None), MISSED, 12),
    ],
)
def test_a_promise_is_kept_within_its_working_days(
    row: tuple[str, str, str | None, str | None, str | None], state: str, days: int
) -> None:
    found = promises.judged(cases(row), HOLIDAYS, AS_OF).iloc[0]
    assert (found["state"], found["working_days"]) == (state, days)


def test_each_promise_is_summed_up_with_what_waits_now() -> None:
    of_hr = [
        ("HR", "2024-03-04", "2024-03-05", None, None),
        ("HR", "2024-03-04", "2024-03-06", None, None),
        ("HR", "2024-03-04", "2024-03-11", None, None),
        ("HR", "2024-06-24", None, None, None),
        ("HR", "2024-06-27", None, None, None),
        ("HR", "2024-03-04", None, "2024-03-05", "candidate"),
    ]
    frame = cases(*of_hr, ("Sales", "2024-03-04", "2024-03-05", None, None))
    frame.loc[[0, 2], "is_withdrawn"] = True
    rows = promises.by_promise(promises.judged(frame, HOLIDAYS, AS_OF)).set_index("department")
    hr = rows.loc["HR"]
    assert hr[["n", "count_kept", "count_open", "count_not_owed", "count_waiting"]].tolist() == [
        4,
        2,
        1,
        1,
        1,
    ]
    assert hr["rate"] == 0.5
    assert hr["median_days"] == 2  # of one, two and five
    assert hr["most_over"] == 2
    assert hr[["withdrew_kept", "withdrew_missed"]].tolist() == [1, 1]
    assert rows.loc["Sales", ["n", "count_kept", "count_waiting"]].tolist() == [1, 1, 0]
    assert pd.isna(rows.loc["Sales", "most_over"])


def test_a_quarter_holds_the_clocks_that_began_in_it() -> None:
    frame = cases(
        ("HR", "2024-03-29", "2024-04-02", None, None),  # Good Friday is no holiday of theirs
        ("HR", "2024-04-02", "2024-04-10", None, None),
        ("HR", "2024-06-27", None, None, None),  # open: in no quarter yet
    )
    rows = promises.by_quarter(promises.judged(frame, HOLIDAYS, AS_OF), 1)
    told = [
        (periods.quarter_name(day), n, kept)
        for day, n, kept in zip(rows["quarter"], rows["n"], rows["count_kept"], strict=True)
    ]
    assert told == [("2024 Q1", 1, 1), ("2024 Q2", 1, 0)]


def test_a_quarter_follows_the_fiscal_year_and_waits_until_its_days_are_over() -> None:
    """What was kept within days that are not over would stand alone: who is late is not known to be late yet."""
    frame = cases(
        ("HR", "2024-05-31", "2024-06-03", None, None),
        ("HR", "2024-06-03", "2024-06-10", None, None),
        ("HR", "2024-06-27", "2024-06-27", None, None),  # its two days end after the data
    )
    found = promises.judged(frame, HOLIDAYS, AS_OF)
    february = promises.by_quarter(found, 3)
    assert february[["n", "count_kept"]].to_numpy().tolist() == [[1, 1], [1, 0]]
    assert [periods.quarter_name(one) for one in february["quarter"]] == ["FY2025 Q1", "FY2025 Q2"]


def test_years_back_from_the_last_whole_quarter_hold_the_clocks_that_began_in_them() -> None:
    """The day of the data lies in June, so the last four whole quarters end with March 2024."""
    frame = cases(
        ("HR", "2024-03-28", "2024-04-01", None, None),
        ("HR", "2023-04-03", "2023-04-10", None, None),
        ("HR", "2023-03-31", "2023-04-03", None, None),
        ("Sales", "2022-01-03", "2022-01-03", None, None),
        ("Sales", "2024-04-02", "2024-04-03", None, None),  # of no whole year
        ("Sales", "2020-04-02", "2020-04-03", None, None),  # longer ago than is told
    )
    years = promises.by_year(promises.judged(frame, HOLIDAYS, AS_OF), AS_OF, 1)
    assert years[["department", "years_ago", "n", "count_kept"]].to_numpy().tolist() == [
        ["HR", 0, 2, 1],
        ["HR", 1, 1, 1],
        ["Sales", 2, 1, 1],
    ]
    for day, left in (("2023-01-01", [0, 1]), ("2024-04-01", [0])):
        alike = promises.by_year(promises.judged(frame, HOLIDAYS, AS_OF), AS_OF, 1, pd.Timestamp(day))
        assert alike["years_ago"].tolist() == left
