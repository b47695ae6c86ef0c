"""Whom a name alone tells: the whole name, borne by one login and one employee, and nothing that speaks against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hiring.identity import score, sure
from hiring.identity.evidence import ATS_USER, CRM, Alike, Employee, Login
from hiring.identity.suggesting import Candidate, Suggestion

LOGIN = Login("crm|U1", CRM, "U1", "Byrón, Ada", first_on=date(2024, 3, 1), last_on=date(2024, 9, 1))
EMPLOYEE = Employee(
    "E1", "E1", "Ada Byron", "Sales", first_hired_on=date(2024, 1, 10), last_hired_on=date(2024, 1, 10)
)
SAME = Alike("ada byron", count_words=2, count_alike=2, mean_alike=1.0)


def candidate(login: Login = LOGIN, employee: Employee = EMPLOYEE, namesakes: int = 1) -> Candidate:
    parts = score.parts(login, employee, SAME)
    return Candidate(employee, score.total(parts), parts, namesakes)


def told(*found: Suggestion) -> list[tuple[str, str, str]]:
    return [one.ids for one in sure.pairs(found)]


def test_the_same_name_in_another_order_and_spelling_is_told() -> None:
    assert told(Suggestion(LOGIN, (candidate(),))) == [(CRM, "U1", "E1")]


@pytest.mark.parametrize(
    ("login", "employee"),
    [
        (replace(LOGIN, full_name="Ada Maria Byron"), EMPLOYEE),
        (replace(LOGIN, full_name="Ada Byran"), EMPLOYEE),
        (replace(LOGIN, full_name="Ada"), replace(EMPLOYEE, full_name="Ada")),
        (replace(LOGIN, first_on=date(2020, 1, 1)), EMPLOYEE),  # deals before the first day at work
        (LOGIN, replace(EMPLOYEE, left_on=date(2024, 2, 1))),  # and long after the last
        (LOGIN, replace(EMPLOYEE, has=frozenset({CRM}))),  # somebody is found for them there already
    ],
)
def test_a_name_that_is_not_whole_or_that_something_speaks_against_is_not(
    login: Login, employee: Employee
) -> None:
    assert told(Suggestion(login, (candidate(login, employee),))) == []


def test_a_region_or_job_in_other_words_speaks_not_against_it() -> None:
    login = replace(LOGIN, region="Germany")
    employee = replace(EMPLOYEE, region="DACH", department="Marketing")
    assert told(Suggestion(login, (candidate(login, employee),))) == [(CRM, "U1", "E1")]


def test_namesakes_on_either_side_are_left_to_be_looked_at() -> None:
    assert told(Suggestion(LOGIN, (candidate(),), namesakes=2)) == []
    assert told(Suggestion(LOGIN, (candidate(namesakes=2),))) == []
    twin = candidate(employee=replace(EMPLOYEE, person_id="E2", employee_id="E2"))
    assert told(Suggestion(LOGIN, (candidate(), twin))) == []


def test_two_logins_of_a_system_are_not_given_to_one_employee_and_of_two_systems_are() -> None:
    other = replace(LOGIN, login_key="crm|U2", system_id="U2", full_name="ADA BYRON")
    assert told(Suggestion(LOGIN, (candidate(),)), Suggestion(other, (candidate(other),))) == []
    ats = replace(other, login_key="ats_user|U2", system=ATS_USER)
    both = told(Suggestion(LOGIN, (candidate(),)), Suggestion(ats, (candidate(ats),)))
    assert both == [(CRM, "U1", "E1"), (ATS_USER, "U2", "E1")]


def test_somebody_else_who_is_less_alike_stands_in_nobodys_way() -> None:
    less = replace(candidate(), employee=replace(EMPLOYEE, employee_id="E9", full_name="Ada Byronski"))
    assert told(Suggestion(LOGIN, (candidate(), less))) == [(CRM, "U1", "E1")]
