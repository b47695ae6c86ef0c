"""Acceptances: one for each start, none for who accepted and did not come; what fills an opening of several seats."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import built
from helpers.vendor_exports import said

HEADER = (
    "application_id,candidate_id,requisition_id,source,applied_on,status,offered_on,accepted_on,employee_id"
)
OPENINGS = "requisition_id,role_profile,opened_on,openings\nR1,Inside sales,2023-11-01,{}\n"


def applications(*rows: str) -> str:
    return "\n".join([HEADER, *rows])


TWICE = applications(
    "P1,C1,R1,Referral,2023-11-10,hired,2023-12-10,2023-12-15,A",
    "P2,C1,R1,Agency,2023-11-20,hired,2023-12-12,2023-12-16,A",
    "P3,C2,R1,Referral,2024-01-10,hired,2024-02-10,2024-02-15,B",
)


@pytest.mark.proof
def test_two_hired_applications_of_one_start_are_one_acceptance_and_said(tmp_path: Path) -> None:
    company = built(tmp_path, {"applications": TWICE})
    assert company.rows("select application_id, status, employee_id from marts.applications order by 1") == [
        ("P1", "withdrawn", None),
        ("P2", "hired", "A"),
        ("P3", "hired", "B"),
    ]
    assert company.rows("select source, sum(count_hires) from marts.source_months group by 1 order by 1") == [
        ("Agency", 1),
        ("Referral", 1),
    ]
    assert company.one("select count_found from marts.match_counts where place = 7") == 0
    (line,) = [line for line in said(company) if "one acceptance" in line]
    assert line.startswith("applications.csv · found P1 · 1 application marked hired beside another one")


@pytest.mark.proof
def test_an_application_made_after_the_start_leads_to_no_hire_and_it_is_said(tmp_path: Path) -> None:
    late = applications(
        "P1,C1,R1,Referral,2024-02-10,hired,2024-02-12,2024-02-15,A",
        "P3,C2,R1,Referral,2024-01-10,hired,2024-02-10,2024-02-15,B",
        "P4,C2,R1,Internal,2024-06-10,hired,2024-06-11,2024-06-12,B",
    )
    company = built(tmp_path, {"applications": late})
    assert company.rows("select employee_id, source, application_id from marts.hires order by 1") == [
        ("A", "Not recorded", None),
        ("B", "Referral", "P3"),
    ]
    (line,) = [line for line in said(company) if "made after that person's start" in line]
    assert line.startswith("applications.csv · found P1 · 1 application marked hired and made after")


def test_who_accepted_and_did_not_come_fills_nothing(tmp_path: Path) -> None:
    reneged = applications(
        "P1,C1,R1,Referral,2023-11-10,offer_declined,2023-12-10,2023-12-15,",
        "P3,C2,R1,Referral,2024-01-10,hired,2024-02-10,2024-02-15,B",
    )
    company = built(tmp_path, {"applications": reneged, "requisitions": OPENINGS.format(1)})
    assert company.rows("select filled_on, days_to_fill, count_hires from marts.requisitions") == [
        (date(2024, 2, 15), 106, 1)
    ]


@pytest.mark.proof
def test_of_more_acceptances_than_seats_those_the_hr_file_knows_fill_the_opening(tmp_path: Path) -> None:
    never_came = applications(
        "P1,C1,R1,Referral,2023-11-10,hired,2023-12-10,2023-12-15,",
        "P3,C2,R1,Referral,2024-01-10,hired,2024-02-10,2024-02-15,B",
    )
    company = built(tmp_path, {"applications": never_came, "requisitions": OPENINGS.format(1)})
    assert company.rows("select filled_on, days_to_fill from marts.requisitions") == [
        (date(2024, 2, 15), 106)
    ]
    two = built(tmp_path / "two", {"applications": never_came, "requisitions": OPENINGS.format(2)})
    assert two.rows("select filled_on, is_filled from marts.requisitions") == [(date(2024, 2, 15), True)]


@pytest.mark.parametrize(
    ("openings", "filled_on"),
    breadth.first(
        1,
        [
            ("", date(2023, 12, 16)),
            (2, date(2024, 2, 15)),
            (3, None),
            *breadth.proof((1, date(2023, 12, 16))),
        ],
    ),
)
def test_an_opening_is_filled_when_as_many_came_as_it_asks_for(tmp_path: Path, openings, filled_on) -> None:
    company = built(tmp_path, {"applications": TWICE, "requisitions": OPENINGS.format(openings)})
    ((found, is_filled, hires),) = company.rows(
        "select filled_on, is_filled, count_hires from marts.requisitions"
    )
    assert (found, is_filled, hires) == (filled_on, filled_on is not None, 2)
