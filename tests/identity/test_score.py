"""The score of a pair, part by part, with points that add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hiring.identity import score
from hiring.identity.evidence import ATS_APPLICATION, ATS_USER, CRM, Alike, Employee, Login

LOGIN = Login(
    f"{CRM}|U1", CRM, "U1", "Ada First", region="North", first_on=date(2024, 3, 1), last_on=date(2024, 9, 1)
)
EMPLOYEE = Employee(
    "E1", "E1", "Ada First", "Sales", "Inside sales", "North", date(2024, 1, 10), date(2024, 1, 10)
)
SAME = Alike("ada first", count_words=2, count_alike=2, mean_alike=1.0)


def points(login: Login = LOGIN, employee: Employee = EMPLOYEE, alike: Alike = SAME) -> dict[str, int]:
    return {part.name: part.points for part in score.parts(login, employee, alike)}


def test_all_that_can_agree_makes_a_hundred() -> None:
    alike = replace(SAME, is_mailbox_alike=True, is_given_id_alike=True)
    assert points(alike=alike) == {
        "name": 50,
        "address": 10,
        "id": 10,
        "dates": 15,
        "region": 5,
        "role": 5,
        "free": 5,
    }
    assert score.total(score.parts(LOGIN, EMPLOYEE, alike)) == 100


def test_the_same_name_alone_is_enough_to_be_asked_and_not_to_be_strong() -> None:
    bare = Login(f"{CRM}|U1", CRM, "U1", "Ada First")
    total = score.total(score.parts(bare, EMPLOYEE, SAME))
    assert (total, score.strength(total)) == (60, "weak")


@pytest.mark.parametrize(
    ("alike", "share"),
    [
        (Alike(count_words=2, count_alike=2, mean_alike=0.9), 0.5),
        (Alike(count_words=2, count_alike=1, mean_alike=1.0), 0.5),
        (Alike(count_words=1, count_alike=1, mean_alike=1.0), 0.5),
        (Alike(count_words=3, count_alike=2, mean_alike=0.95), 0.5),
        (Alike(count_words=2, count_alike=3, mean_alike=1.0), 1.0),
        (Alike(), 0.0),
    ],
)
def test_the_name_counts_by_its_words(alike: Alike, share: float) -> None:
    assert alike.name_share == pytest.approx(share)


def test_deals_before_the_first_day_or_long_after_the_last_speak_against() -> None:
    early = replace(LOGIN, first_on=date(2023, 12, 9))
    assert points(replace(LOGIN, first_on=date(2023, 12, 10)))["dates"] == 15
    assert points(early)["dates"] == -25
    gone = replace(EMPLOYEE, left_on=date(2024, 6, 1))
    assert points(employee=gone)["dates"] == 15
    assert points(employee=replace(gone, left_on=date(2024, 5, 31)))["dates"] == -25


def test_a_first_deal_years_after_the_hire_is_only_while_employed() -> None:
    assert points(replace(LOGIN, first_on=date(2026, 1, 5), last_on=date(2026, 2, 1)))["dates"] == 5


def test_who_was_hired_twice_may_begin_at_either_day() -> None:
    back = replace(EMPLOYEE, first_hired_on=date(2019, 1, 1), last_hired_on=date(2024, 1, 10))
    assert points(employee=back)["dates"] == 15


def test_an_application_wants_a_start_within_a_year_and_the_same_role() -> None:
    applied = Login(
        f"{ATS_APPLICATION}|A1", ATS_APPLICATION, "A1", "Ada First", role_profile="Inside sales",
        first_on=date(2023, 11, 1),
    )  # fmt: skip
    assert points(applied)["dates"] == 15
    assert points(applied)["role"] == 5
    assert points(replace(applied, role_profile="Channel"))["role"] == -5
    assert points(replace(applied, first_on=date(2024, 1, 11)))["dates"] == -25


def test_interviews_suit_sales_and_hr_alike_and_deals_only_sales() -> None:
    people = replace(EMPLOYEE, department="HR")
    interviews = replace(LOGIN, system=ATS_USER)
    assert (points(interviews, people)["role"], points(employee=people)["role"]) == (5, -5)
    assert points(interviews)["dates"] == 5


def test_who_has_a_login_already_is_less_likely() -> None:
    assert points(employee=replace(EMPLOYEE, has=frozenset({CRM})))["free"] == -10
    assert points(employee=replace(EMPLOYEE, has=frozenset({ATS_USER})))["free"] == 5


def test_an_id_of_its_own_that_agrees_says_nothing_without_a_name() -> None:
    assert "id" not in points(alike=Alike(is_own_id_alike=True))
    assert points(alike=replace(SAME, is_own_id_alike=True))["id"] == 5


def test_what_is_not_known_gives_no_points() -> None:
    blank = Login(f"{CRM}|U1", CRM, "U1", "Ada First")
    assert points(blank, replace(EMPLOYEE, region="", first_hired_on=None)).keys() == {"name", "role", "free"}
