"""A scorecard is on time by the working days promised for its department, stage and day."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.statistics.ratings.not_known import NO_INTERVIEWS, NO_PROMISE, NO_SUBMITTED
from hiring.statistics.ratings.timeliness import Timeliness, judged_cards, lately, timeliness

AS_OF = pd.Timestamp("2024-06-30")
HOLIDAYS = pd.DataFrame({"holiday_on": pd.to_datetime(["2024-05-01"])})
NO_HOLIDAYS = HOLIDAYS.iloc[:0]
PROMISES = pd.DataFrame(
    {
        "promise_id": ["P1", "P1", "P2"],
        "department": ["Sales", "Sales", "HR"],
        "starts_at": ["interview_held", "interview_held", "screen_held"],
        "within_days": [2, 1, 1],
        "in_force_from": pd.to_datetime(["2024-01-01", "2024-05-20", None]),
        "in_force_to": pd.to_datetime(["2024-05-19", None, None]),
    }
)


def cards(*rows: tuple[str, str, str, str | None]) -> pd.DataFrame:
    """Scorecards of (department, stage, held, submitted), each by an interviewer of that department."""
    frame = pd.DataFrame(rows, columns=["department", "stage", "scheduled_for", "submitted_on"])
    return frame.assign(
        scheduled_for=pd.to_datetime(frame["scheduled_for"]),
        submitted_on=pd.to_datetime(frame["submitted_on"]),
        interviewer_id=frame["department"].str[0] + "1",
        full_name=frame["department"] + " One",
    )


@pytest.mark.parametrize(
    ("department", "stage", "held", "submitted", "state"),
    [
        ("Sales", "panel", "2024-03-04 10:00", "2024-03-06 23:00", "on time"),  # Monday, two days, Wednesday
        ("Sales", "panel", "2024-03-04 10:00", "2024-03-07 08:00", "late"),
        (
            "Sales",
            "panel",
            "2024-03-08 10:00",
            "2024-03-12 18:00",
            "on time",
        ),  # Friday: the weekend is no time
        ("Sales", "panel", "2024-04-30 10:00", "2024-05-03 18:00", "on time"),  # nor is the first of May
        (
            "Sales",
            "panel",
            "2024-03-09 10:00",
            "2024-03-13 18:00",
            "on time",
        ),  # Saturday: the clock starts on Monday
        ("Sales", "panel", "2024-05-21 10:00", "2024-05-23 09:00", "late"),  # the promise was one day by then
        ("Sales", "panel", "2023-12-20 10:00", "2023-12-20 11:00", "not promised"),  # before the agreement
        ("Sales", "panel", "2024-03-04 10:00", None, "unwritten"),
        ("Sales", "panel", "2024-06-28 10:00", None, "open"),  # Friday, due on Monday, the day after the data
        (
            "Sales",
            "panel",
            "2024-03-04 10:00",
            "2024-03-04 09:00",
            "on time",
        ),  # written while it still went on
        ("HR", "screen", "2024-03-04 10:00", "2024-03-05 10:00", "on time"),
        (
            "HR",
            "panel",
            "2024-03-04 10:00",
            "2024-03-05 10:00",
            "not promised",
        ),  # HR promised only its screens
        ("Other", "panel", "2024-03-04 10:00", "2024-03-05 10:00", "not promised"),
    ],
)
def test_the_state_of_a_scorecard(department, stage, held, submitted, state) -> None:
    found = judged_cards(cards((department, stage, held, submitted)), PROMISES, HOLIDAYS, AS_OF)
    assert found["state"].tolist() == [state]


def test_of_two_promises_that_hold_at_once_the_tighter_counts() -> None:
    more = pd.concat([PROMISES, PROMISES.iloc[:1].assign(promise_id="P9", within_days=5)])
    one = cards(("Sales", "panel", "2024-03-04 10:00", "2024-03-08 10:00"))
    assert judged_cards(one, more, HOLIDAYS, AS_OF)["state"].tolist() == ["late"]


def test_working_days_until_it_came_leave_out_weekends_and_holidays() -> None:
    found = judged_cards(
        cards(
            ("Sales", "panel", "2024-04-30 10:00", "2024-05-03 18:00"),
            ("Sales", "final", "2024-03-08 10:00", None),
        ),
        PROMISES,
        HOLIDAYS,
        AS_OF,
    )
    assert found["working_days"].tolist()[0] == 2
    assert pd.isna(found["working_days"].tolist()[1])


def test_overdue_scorecards_that_nobody_wrote_count_as_missed_and_open_ones_do_not_count() -> None:
    found = timeliness(
        cards(
            ("Sales", "panel", "2024-03-04 10:00", "2024-03-05 10:00"),
            ("Sales", "panel", "2024-03-04 10:00", "2024-03-09 10:00"),
            ("Sales", "panel", "2024-03-04 10:00", None),
            ("Sales", "panel", "2024-06-28 10:00", None),
            ("HR", "screen", "2024-03-04 10:00", "2024-03-04 11:00"),
            ("HR", "panel", "2024-03-04 10:00", "2024-03-04 11:00"),
        ),
        PROMISES,
        NO_HOLIDAYS,
        AS_OF,
    )
    assert isinstance(found, Timeliness)
    sales, hr = found.departments.to_dict("records")
    names = ("count_held", "count_due", "count_on_time", "count_late", "count_unwritten", "count_open")
    assert [sales[name] for name in names] == [4, 3, 1, 1, 1, 1]
    assert [hr[name] for name in names] == [2, 1, 1, 0, 0, 0]
    assert hr["count_not_promised"] == 1
    assert sales["rate"] == pytest.approx(1 / 3)
    assert sales["low"] < 1 / 3 < sales["high"]
    assert found.interviewers["interviewer_id"].tolist() == ["S1", "H1"]


def test_what_cannot_be_judged_says_which_file_would_help() -> None:
    one = cards(("Sales", "panel", "2024-03-04 10:00", "2024-03-05 10:00"))
    assert timeliness(one.iloc[:0], PROMISES, NO_HOLIDAYS, AS_OF) == NO_INTERVIEWS
    assert timeliness(one.assign(submitted_on=pd.NaT), PROMISES, NO_HOLIDAYS, AS_OF) == NO_SUBMITTED
    assert timeliness(one, PROMISES.iloc[:0], NO_HOLIDAYS, AS_OF) == NO_PROMISE
    assert NO_PROMISE.file == "working_agreement.csv"


def test_the_last_four_quarters_stand_beside_the_year_before_under_the_limits_of_today() -> None:
    """Twelve screens of HR in each year, one late in the later, three in the earlier; one still open is in neither.

    Sales' limit of today began within the last year, so it has no year before.
    """
    days = [f"{year}-{month:02}-02" for year in (2022, 2023) for month in range(7, 13)]
    screens = [
        ("HR", "screen", f"{day} 10:00", f"{day} 12:00" if place % 6 else f"{day[:8]}28 12:00")
        for day in days
        for place in range(2 if day < "2023" else 3)
    ]
    rows = [*screens, ("Sales", "panel", "2024-05-21 10:00", "2024-05-22 09:00")]
    rows += [("Sales", "panel", "2023-05-16 10:00", "2023-05-17 09:00")]
    rows += [("Sales", "panel", "2024-06-28 10:00", "2024-06-28 12:00")]  # in time, and its day is not over
    since = PROMISES.assign(in_force_from=pd.to_datetime(["2020-01-01", "2024-05-20", None]))
    found = lately(cards(*rows), since, NO_HOLIDAYS, AS_OF)
    assert isinstance(found, Timeliness)
    assert found.is_lately
    now = found.departments.set_index("department")["count_due"].to_dict()
    assert now == {"HR": 18, "Sales": 1}
    assert found.before is not None
    assert found.before.departments.set_index("department")["count_due"].to_dict() == {"HR": 12, "Sales": 0}
    few = lately(cards(*rows[-3:]), since, NO_HOLIDAYS, AS_OF)
    assert isinstance(few, Timeliness)
    assert not few.is_lately
