"""HRIS exports in their vendors' shapes through the whole build: who was hired when, by which date, and under whom."""

# ruff: noqa: E501 (a header is as wide as the vendor makes it)

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.vendor_exports import BAMBOO, account_of, answer, built_from, said

SPELLS = "select employee_id, full_name, manager_id, hire_date, termination_date, department from marts.spells order by 1"
ADA = ("00042", "Ada Byron", "00001", date(2024, 1, 13), None, "Sales")
CARL = ("00043", "Carl Gauss", "00001", date(2024, 2, 1), date(2024, 12, 31), "Sales")
MONA = ("00001", "Mona Manager", None, date(2015, 2, 1), None, "Sales")
HANA = ("00002", "Hana Recruiter", None, date(2016, 2, 1), None, "HR")


def test_bamboohr_with_a_comma_in_its_header_day_first_dates_and_managers_by_name(tmp_path: Path) -> None:
    built = built_from(tmp_path, {})
    assert built.rows(SPELLS) == [MONA, HANA, ADA, CARL]
    assert account_of(built, "people.csv") == (4, 4, 0, 0)


@pytest.mark.proof
def test_a_manager_whose_name_two_people_have_is_not_guessed(tmp_path: Path) -> None:
    twin = '00009,"Manager, Mona",Active,01/02/2019,,,Finance,,mona2@firm.example,\n'
    built = built_from(tmp_path, {"people.csv": BAMBOO + twin})
    assert built.rows("select manager_id from marts.spells where employee_id = '00042'") == [(None,)]


REHIRED = BAMBOO.replace("01/02/2024,,31/12/2024", "01/02/2024,14/03/2019,31/12/2024")
WHICH = "which hire date counts in BambooHR employee report"


def test_people_hired_again_ask_which_date_starts_the_clock(tmp_path: Path) -> None:
    held = built_from(tmp_path, {"people.csv": REHIRED})
    assert held.result.outcome == "held"
    assert [question.key for question in held.result.questions] == [WHICH]
    assert said(held)[0].startswith(
        "people.csv · column Hire Date, Original Hire Date · found 1 rows in which"
    )


@pytest.mark.parametrize(
    ("chosen", "day"),
    breadth.first(1, [("Hire Date", date(2024, 2, 1)), ("Original Hire Date", date(2019, 3, 14))]),
)
def test_the_answer_decides_which_date_starts_the_clock(tmp_path: Path, chosen: str, day: date) -> None:
    built = built_from(tmp_path, {"people.csv": REHIRED, "answers.toml": answer(WHICH, chosen)})
    assert built.one("select hire_date from marts.spells where employee_id = '00043'") == day
    original = "select original_hire_date from marts.spells where employee_id = '00043'"
    assert built.one(original) == date(2019, 3, 14)


def test_words_for_nothing_are_empty_and_a_person_may_be_called_null(tmp_path: Path) -> None:
    more = '00050,"Null, Nora",Active,14/01/2024,,N/A-StillEmployed,Sales,-,NULL,\n'
    built = built_from(tmp_path, {"people.csv": BAMBOO + more})
    row = "select full_name, termination_date, job_title from marts.spells where employee_id = '00050'"
    assert built.rows(row) == [("Nora Null", None, None)]


@pytest.mark.proof
def test_a_company_that_nobody_has_left_is_warned_about_missing_leavers(tmp_path: Path) -> None:
    stayed = BAMBOO.replace(",31/12/2024,", ",,")
    many = "".join(f'010{n},"Last{n}, First",Active,01/02/2016,,,Finance,,,\n' for n in range(20))
    built = built_from(tmp_path / "stayed", {"people.csv": stayed + many})
    warned = [line for line in said(built) if "nobody in it has left" in line]
    assert len(warned) == 1
    assert warned[0].startswith("people.csv · 24 people, and nobody")
    left = built_from(tmp_path / "left", {"people.csv": BAMBOO + many})
    assert not [line for line in said(left) if "nobody in it has left" in line]


WORKDAY = """\
Worker Report - as of 09/01/2026

Employee ID\tWorker\tBusiness Title\tJob Profile\tCost Center\tHire Date\tTermination Date\tWorker's Manager\tEmail - Primary Work
00042\tAda Byron (00042)\tAE\tAccount Executive\tSales EMEA\t01/13/2024\t\tMona Manager (00001)\tada@firm.example
00043\tCarl Gauss\tAE\tAccount Executive\tSales EMEA\t02/01/2024\t12/31/2024\tMona Manager\tcarl@firm.example
00001\tManager, Mona\tVP\t\tSales EMEA\t02/01/2015\t\t\tmona@firm.example
00002\tHana Recruiter\tHR\t\tHuman Resources\t02/01/2016\t\t\thana@firm.example
Total\t\t\t\t\t\t\t\t
"""
HIBOB = """\
Employee ID,Display name,First name,Last name,Email,Job title,Department,Site,Reports to,Start date,Termination date,Lifecycle status,Employment type
00042,Ada Byron,Ada,Byron,ada@firm.example,AE,Sales EMEA,Berlin,Mona Manager,2024-01-13,,Employed,Full time
00043,Carl Gauss,Carl,Gauss,carl@firm.example,AE,Sales EMEA,Berlin,Mona Manager,2024-02-01,2024-12-31,Terminated,Full time
00001,Mona Manager,Mona,Manager,mona@firm.example,,Sales EMEA,Berlin,,2015-02-01,,Employed,Full time
00002,Hana Recruiter,Hana,Recruiter,hana@firm.example,,People,Berlin,,2016-02-01,,Employed,Full time
"""
PERSONIO = """\
ID;Vorname;Nachname;E-Mail;Einstellungsdatum;Position;Abteilung;Arbeitsort;Vorgesetzter;Status;Beschäftigungsart;Kündigungsdatum
00042;Ada;Byron;ada@firm.example;13.01.2024;AE;Vertrieb Nord;Köln;Mona Manager;Aktiv;Intern;
00043;Carl;Gauss;carl@firm.example;01.02.2024;AE;Vertrieb Nord;Köln;Mona Manager;Inaktiv;Intern;31.12.2024
00001;Mona;Manager;mona@firm.example;01.02.2015;;Vertrieb Nord;Köln;;Aktiv;Intern;
00002;Hana;Recruiter;hana@firm.example;01.02.2016;;Personalabteilung;Köln;;Aktiv;Intern;
"""


@pytest.mark.parametrize(
    ("content", "account"),
    breadth.first(
        1,
        [
            (WORKDAY.encode("utf-16"), (7, 4, 0, 3)),
            (HIBOB.encode(), (4, 4, 0, 0)),
            (PERSONIO.encode("cp1252"), (4, 4, 0, 0)),
        ],
    ),
    ids=["workday, UTF-16 and tabs", "hibob", "personio, German and Windows-1252"],
)
def test_the_same_people_out_of_every_hris(tmp_path: Path, content: bytes, account: tuple[int, ...]) -> None:
    built = built_from(tmp_path, {"people.csv": content})
    assert built.rows(SPELLS) == [MONA, HANA, ADA, CARL]
    assert account_of(built, "people.csv") == account


WORKER = """\
id,_fivetran_deleted,worker_code,hire_date,original_hire_date,termination_date,end_employment_date,termination_involuntary
w1,false,00042,2024-01-13,2024-01-13,,,
w2,false,00043,2024-02-01,2024-02-01,2024-12-31,2024-12-31,true
w3,true,00099,2024-02-01,2024-02-01,,,
"""
POSITION = """\
position_id,worker_id,business_title,start_date,business_site_summary_location
p1,w1,Trainee,2024-01-13,Berlin
p2,w1,Account Executive,2024-06-01,Berlin
p3,w2,Account Executive,2024-02-01,Berlin
"""
NAMES = "personal_info_system_id,first_name,last_name\nw1,Ada,Byron\nw2,Carl,Gauss\n"


@pytest.mark.proof
def test_workdays_tables_complete_each_other_and_the_last_position_counts(tmp_path: Path) -> None:
    named = POSITION.replace("Berlin", "Berlin,Sales").replace("location\n", "location,department\n")
    files = {"people.csv": WORKER, "worker_position.csv": named, "person_name.csv": NAMES}
    built = built_from(tmp_path, files)
    rows = "select employee_id, full_name, role_profile, hire_date, termination_type from marts.spells order by 1"
    assert built.rows(rows) == [
        ("00042", "Ada Byron", "Account Executive", date(2024, 1, 13), None),
        ("00043", "Carl Gauss", "Account Executive", date(2024, 2, 1), "involuntary"),
    ]
    assert account_of(built, "people.csv") == (3, 2, 0, 1)
    assert account_of(built, "worker_position.csv") == (3, 2, 0, 1)


def test_workdays_tables_without_departments_say_so(tmp_path: Path) -> None:
    files = {"people.csv": WORKER, "worker_position.csv": POSITION, "person_name.csv": NAMES}
    held = built_from(tmp_path, files)
    assert held.result.outcome in ("refused", "held")
    assert "department" in " ".join(said(held))


ADP = """\
File Number,Last Name,First Name,Position Status,Location Description,Home Department Code,Home Department Description,Reports To Name,Job Title Description,Hire Date,Rehire Date,Hire/Rehire Date,Termination Date,Termination Reason Description,Work Contact: Work Email
00042,Byron,Ada,Active,Berlin,100,Sales EMEA,"Manager, Mona",Account Executive,01/13/2024,,01/13/2024,,,ada@firm.example
00043,Gauss,Carl,Terminated,Berlin,100,Sales EMEA,"Manager, Mona",Account Executive,03/14/2019,,02/01/2024,12/31/2024,Voluntary - New Job,carl@firm.example
00001,Manager,Mona,Active,Berlin,100,Sales EMEA,,,02/01/2015,,02/01/2015,,,mona@firm.example
00002,Recruiter,Hana,Active,Berlin,200,People & Culture,,Recruiter,02/01/2016,,02/01/2016,,,hana@firm.example
"""


def test_adp_takes_the_latest_hire_for_the_clock_and_finds_managers_by_name(tmp_path: Path) -> None:
    built = built_from(tmp_path, {"people.csv": ADP})
    assert built.rows(SPELLS) == [MONA, HANA, ADA, CARL]
    kept = "select original_hire_date, termination_type from marts.spells where employee_id = '00043'"
    assert built.rows(kept) == [(date(2019, 3, 14), "voluntary")]
