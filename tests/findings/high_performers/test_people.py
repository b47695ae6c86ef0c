"""The list of who they are: best first, who interviewed them, and no column that says the same of everybody."""

from __future__ import annotations

from datetime import date

import pandas as pd

from hiring.findings.high_performers import people

SEATS = pd.DataFrame(
    [
        ("e1", "2024-01-08", "i1", "Ada Okafor"),
        ("e1", "2024-01-08", "i2", "Ravi Patel"),
        ("e1", "2023-01-09", "i3", "Lena Berg"),
    ],
    columns=["employee_id", "hire_date", "interviewer_id", "full_name"],
).assign(hire_date=lambda frame: pd.to_datetime(frame["hire_date"]))


def _listed(met: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Name": ["Kim", "Lee"],
            "Met the bar": met,
            "High performer": ["yes", "yes"],
            "Role": ["Channel", "Channel"],
            "Hired": [date(2024, 1, 8), date(2024, 2, 5)],
            "Employee": ["e1", "e2"],
        }
    )


def test_each_hire_has_the_names_of_the_own_interviewers() -> None:
    shown = people.with_interviewers(_listed(["yes", "yes"]), SEATS)
    assert shown["Interviewed by"].tolist() == ["A. Okafor, R. Patel", "–"]


def test_a_column_that_says_yes_of_all_is_left_out() -> None:
    assert "High performer" not in people.with_interviewers(_listed(["yes", "yes"]), SEATS)
    assert "Met the bar" in people.with_interviewers(_listed(["yes", "no"]), SEATS)


def test_without_an_interview_on_file_no_column_promises_one() -> None:
    assert "Interviewed by" not in people.with_interviewers(_listed(["yes", "yes"]), SEATS.head(0))


def test_who_missed_the_bar_and_is_a_high_performer_has_a_word_why() -> None:
    assert people.why_below(_listed(["yes", "no"])).startswith("Only who was still employed")
    assert people.why_below(_listed(["yes", "yes"])) == ""


def test_the_list_says_what_attainment_is_and_what_the_middle_hire_had() -> None:
    hires = pd.DataFrame(
        {"is_counted": [True, True, True, False], "window_ramped_attainment": [0.5, 1.0, 4, 9]}
    )
    assert people.middle(hires).replace("\u202f", " ") == (
        "Attainment: sold by month 12, of the ramped quota; 100 % is the middle of all 3 hires."
    )
    assert people.middle(hires.head(0)) == ""
