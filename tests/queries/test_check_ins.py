"""Which check-in speaks for a hire, beside what interviews had said: by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers.small_company import EMPLOYEES, built

INTERVIEWS = """
interview_id,application_id,interviewer_id,stage,status,scheduled_for
I1,A1,M1,first,held,2023-11-20 10:00
I2,A1,H1,final,held,2023-11-25 10:00
"""
RATINGS = """
interview_id,competency,score,scale_max
I1,discovery,4,5
I2,Discovery,6,10
"""
APPLICATIONS = """
application_id,candidate_id,source,applied_on,status,employee_id
A1,C1,Referral,2023-11-01,hired,A
"""
CHECK_INS = """
employee_id,held_on,competency,score,scale_max,would_hire_again
A,2024-02-10,Discovery,1,5,false
A,2024-07-20,Discovery,8,10,true
A,2024-07-20,Closing,2,,true
A,2024-08-20,Discovery,1,5,false
B,2024-02-20,Discovery,1,5,false
"""


def found(
    tmp_path: Path, check_ins: str, as_of: date = date(2025, 6, 30), employees: str = EMPLOYEES
) -> list[tuple[object, ...]]:
    tables = {
        "applications": APPLICATIONS,
        "interviews": INTERVIEWS,
        "ratings": RATINGS,
        "check_ins": check_ins,
    }
    tables["employees"] = employees
    return built(tmp_path, tables, as_of=as_of).rows(
        "select employee_id, competency, score, interview_score, would_hire_again "
        "from marts.hire_check_ins order by 1, 2"
    )


def test_the_last_talk_of_two_hundred_days_speaks_brought_to_five_beside_the_mean_of_interviews(
    tmp_path: Path,
) -> None:
    """Ada began on 10 January, so the talk of 20 August is too late; Ben's was before his start."""
    assert found(tmp_path, CHECK_INS) == [
        ("A", "Closing", 2.0, None, True),
        ("A", "Discovery", 4.0, 3.5, True),
    ]


@pytest.mark.proof
def test_a_talk_after_the_day_of_the_data_or_the_exit_is_not_there(tmp_path: Path) -> None:
    assert found(tmp_path / "early", CHECK_INS, date(2024, 7, 1)) == [("A", "Discovery", 1.0, 3.5, False)]
    left = EMPLOYEES.replace("2024-12-31", "2024-04-30")
    for day, seen in (("2024-04-30", {"A", "B"}), ("2024-05-02", {"A"})):
        talks = CHECK_INS.replace("B,2024-02-20", f"B,{day}")
        assert {row[0] for row in found(tmp_path / day, talks, employees=left)} == seen


def test_without_the_file_nobody_is_looked_at(tmp_path: Path) -> None:
    assert found(tmp_path, "") == []
