"""Which review speaks for a hire, and when one was to be expected: worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.small_company import Built
from helpers.standing import seen

EMPLOYEES = """
employee_id,full_name,work_email,department,role_profile,region,segment,hire_date,termination_date,manager_id
M1,Mona Manager,mona@firm.example,Sales,,North,,2015-01-01,,
M2,Max Manager,max@firm.example,Sales,,North,,2015-01-01,,
A,Ada First,ada@firm.example,Sales,Inside sales,North,SMB,2023-01-10,,M1
B,Ben Second,ben@firm.example,Sales,Inside sales,South,SMB,2023-03-01,2023-12-31,M1
C,Cem Third,cem@firm.example,Sales,Field sales,North,SMB,2022-07-01,,M2
D,Dea Fourth,dea@firm.example,Sales,Inside sales,North,SMB,2023-01-10,,M1
"""
CHANGES = """
employee_id,effective_on,job_title,role_profile,manager_id
C,2022-07-01,Seller,Inside sales,M2
C,2023-09-01,Seller,Field sales,M1
"""
HEAD = "employee_id,period_end_on,score,scale_max,reviewer_id,would_hire_again\n"
AS_OF = date(2024, 6, 30)


def company(*reviews: str, employees: str = EMPLOYEES) -> Built:
    tables = {
        "employees": employees,
        "job_changes": CHANGES,
        "performance_reviews": HEAD + "".join(f"{one}\n" for one in reviews),
    }
    return seen(tables, as_of=AS_OF)


def spoken(company: Built) -> dict[str, tuple[object, ...]]:
    """By hire: the day, the reviewer, the score of five and the answer of the review that speaks."""
    rows = company.rows(
        "select employee_id, period_end_on, reviewer_id, score_of_five, would_hire_again "
        "from marts.hire_reviews where has_review"
    )
    return {str(row[0]): row[1:] for row in rows}


def test_the_latest_review_speaks_for_a_hire_brought_to_five() -> None:
    found = spoken(
        company(
            "A,2023-06-30,5,5,M1,true",
            "A,2023-12-31,7,10,M2,no",
            "B,2023-12-31,2,4,M1,",
        )
    )
    assert found == {
        "A": (date(2023, 12, 31), "M2", 3.5, False),
        "B": (date(2023, 12, 31), "M1", 2.5, None),
    }


@pytest.mark.proof
def test_a_review_of_before_the_start_or_after_the_day_of_the_data_speaks_for_nobody() -> None:
    assert not spoken(
        company("A,2023-01-10,5,5,M1,true", "A,2022-12-31,5,5,M1,true", "A,2024-12-31,1,5,M1,false")
    )


def test_after_a_move_to_another_role_a_review_is_of_that_role() -> None:
    found = spoken(company("C,2023-06-30,4,5,M2,true", "C,2023-12-31,1,5,M1,false"))
    assert found == {"C": (date(2023, 6, 30), "M2", 4.0, True)}


@pytest.mark.proof
def test_a_review_that_is_dated_after_the_exit_still_speaks() -> None:
    assert spoken(company("B,2024-01-31,1,5,M1,false")) == {"B": (date(2024, 1, 31), "M1", 1.0, False)}


@pytest.mark.proof
def test_who_comes_back_is_reviewed_for_each_time_by_itself() -> None:
    again = (
        EMPLOYEES.rstrip() + "\nB,Ben Second,ben@firm.example,Sales,Inside sales,South,SMB,2024-02-01,,M1\n"
    )
    rows = company("B,2023-12-31,2,5,M1,false", "B,2024-06-30,5,5,M1,true", employees=again).rows(
        "select hire_date, would_hire_again from marts.hire_reviews where employee_id = 'B' order by 1"
    )
    assert rows == [(date(2023, 3, 1), False), (date(2024, 2, 1), True)]


def test_what_somebody_writes_of_themselves_is_no_review_by_id_or_by_login() -> None:
    found = spoken(
        company("A,2023-12-31,5,5,A,true", "B,2023-12-31,5,5,U-B,true", "A,2023-06-30,2,5,M1,false")
    )
    assert found == {"A": (date(2023, 6, 30), "M1", 2.0, False)}


@pytest.mark.proof
def test_of_several_for_a_day_the_manager_of_the_start_speaks() -> None:
    found = spoken(
        company(
            *("A,2023-12-31,1,5,M0,false", "A,2023-12-31,4,5,M1,true", "A,2023-12-31,2,5,M2,false"),
            *("D,2023-12-31,2,5,,false", "D,2023-12-31,3,5,M2,true"),
        )
    )
    assert found["A"] == (date(2023, 12, 31), "M1", 4.0, True)
    assert found["D"] == (date(2023, 12, 31), "M2", 3.0, True)  # a name before none


def test_a_review_is_to_be_expected_after_a_year_in_the_role() -> None:
    rows = company().rows("select employee_id, has_review, is_old_enough from marts.hire_reviews order by 1")
    # Ben left after ten months; Cem moved on after fourteen.
    assert rows == [("A", False, True), ("B", False, False), ("C", False, True), ("D", False, True)]


def test_without_the_file_nobody_is_reviewed() -> None:
    rows = seen(as_of=AS_OF).rows("select has_review, score_of_five from marts.hire_reviews")
    assert rows == [(False, None)] * 2
