"""A scorecard is independent where no colleague's came in between its interview and its own submission."""

from __future__ import annotations

import pandas as pd
import pytest

from hiring.statistics.ratings.independence import DAY_ONLY, NO_COLLEAGUES, Independence, independence
from hiring.statistics.ratings.not_known import NO_INTERVIEWS, NO_SUBMITTED


def cards(*rows: tuple[str, str, str, str | None]) -> pd.DataFrame:
    """Scorecards of (application, interviewer, held, submitted)."""
    frame = pd.DataFrame(rows, columns=["application_id", "interviewer_id", "scheduled_for", "submitted_on"])
    return frame.assign(
        scheduled_for=pd.to_datetime(frame["scheduled_for"]),
        submitted_on=pd.to_datetime(frame["submitted_on"]),
        full_name=frame["interviewer_id"],
        department="Sales",
    )


def counts(found: object) -> dict[str, tuple[int, int]]:
    assert isinstance(found, Independence)
    rows = found.interviewers
    return dict(
        zip(
            rows["interviewer_id"],
            zip(rows["count_independent"], rows["count_written"], strict=True),
            strict=True,
        )
    )


def test_of_a_panel_only_the_first_to_write_is_independent_for_sure() -> None:
    found = independence(
        cards(
            ("A", "first", "2024-03-04 10:00", "2024-03-04 12:00"),
            ("A", "second", "2024-03-04 10:00", "2024-03-04 15:00"),
        )
    )
    assert counts(found) == {"second": (0, 1), "first": (1, 1)}


def test_what_came_in_before_the_interview_was_there_for_everybody() -> None:
    found = independence(
        cards(
            ("A", "screen", "2024-03-01 10:00", "2024-03-01 12:00"),
            ("A", "later", "2024-03-04 10:00", "2024-03-04 15:00"),
        )
    )
    assert counts(found) == {"screen": (1, 1), "later": (1, 1)}


def test_a_late_scorecard_after_the_next_rounds_came_in_is_not_independent() -> None:
    found = independence(
        cards(
            ("A", "slow", "2024-03-01 10:00", "2024-03-06 12:00"),
            ("A", "later", "2024-03-04 10:00", "2024-03-04 15:00"),
        )
    )
    assert counts(found) == {"slow": (0, 1), "later": (1, 1)}


def test_own_scorecards_other_candidates_and_unwritten_ones_are_no_colleagues() -> None:
    found = independence(
        cards(
            ("A", "one", "2024-03-01 10:00", "2024-03-05 12:00"),
            ("A", "one", "2024-03-04 10:00", "2024-03-04 15:00"),
            ("A", "two", "2024-03-04 10:00", None),
            ("B", "one", "2024-03-01 10:00", "2024-03-05 12:00"),
            ("B", "two", "2024-03-06 10:00", "2024-03-06 12:00"),
        )
    )
    assert counts(found) == {"one": (1, 1), "two": (1, 1)}


def test_an_own_second_scorecard_is_no_colleagues() -> None:
    found = independence(
        cards(
            ("A", "one", "2024-03-04 10:00", "2024-03-05 12:00"),
            ("A", "one", "2024-03-04 10:00", "2024-03-04 15:00"),
            ("A", "two", "2024-03-07 10:00", "2024-03-07 12:00"),
        )
    )
    assert counts(found) == {"one": (2, 2), "two": (1, 1)}


def test_the_share_comes_with_its_interval_for_people_and_departments() -> None:
    found = independence(
        cards(
            ("A", "first", "2024-03-04 10:00", "2024-03-04 12:00"),
            ("A", "second", "2024-03-04 10:00", "2024-03-04 15:00"),
        )
    )
    assert isinstance(found, Independence)
    (row,) = found.departments.to_dict("records")
    assert (row["department"], row["count_written"], row["rate"]) == ("Sales", 2, 0.5)
    assert 0 < row["low"] < 0.5 < row["high"] < 1


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([], NO_INTERVIEWS),
        ([("A", "one", "2024-03-04 10:00", None)], NO_SUBMITTED),
        ([("A", "one", "2024-03-04 10:00", "2024-03-04 12:00")], NO_COLLEAGUES),
        (
            [("A", "one", "2024-03-04 10:00", "2024-03-04"), ("A", "two", "2024-03-04 10:00", "2024-03-05")],
            DAY_ONLY,
        ),
    ],
)
def test_what_cannot_be_told_says_why(rows, state) -> None:
    assert independence(cards(*rows)) == state
