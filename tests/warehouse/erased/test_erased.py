"""The seventh promise: an erased person stays erased, and no byte of them is left where the warehouse lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.small_company import (
    BASE,
    CLOCK,
    CRM_USERS,
    EMPLOYEES,
    OPPORTUNITIES,
    Built,
    built,
    write_exports,
)
from hiring.access.audit import write_down
from hiring.access.viewer import local_viewer
from hiring.warehouse import attempts
from warehouse.fates import built_from, deal, padded

#: Everything that names the person to forget, in any system.
MARKS = (
    "Zarathustra",
    "zara@firm.example",
    "zara@home.example",
    "EMP-7777",
    "OWN-7777",
    "OWN-8888",
    "CAND-7777",
)
MARKS += ("APP-7777", "ATS-7777", "ATS-9999", "MAIL-7777", "zt@crm.example")

PEOPLE = EMPLOYEES.rstrip() + (
    "\nEMP-7777,Zarathustra Stern,Zara@Firm.example,Sales,Inside sales,North,SMB,2024-01-15,"
    "\nC,Cem Led,cem@firm.example,Sales,Inside sales,North,SMB,2024-02-15,\n"
)
MANAGED = "\n".join(
    f"{row},{'manager_id' if row.startswith('employee_id') else 'EMP-7777' if row.startswith('C,') else ''}"
    for row in PEOPLE.strip().splitlines()
)
USERS = CRM_USERS.rstrip() + (
    "\nOWN-7777,Zarathustra Stern,zt@crm.example,EMP-7777"
    "\nOWN-8888,A. Nother,,"  # joined by hand only
    "\nOWN-9999,Zarathustra Stern,,\n"  # a login nobody joined, of that very name
)
DEALS = OPPORTUNITIES.replace("owner_id,", "owner_id,owner_email,owner_name,account,").replace(
    ",U-A,", ",U-A,,,,"
)
DEALS = DEALS.replace(",U-B,", ",U-B,,,,").replace(",U-X,", ",U-X,,,,").rstrip() + (
    "\nE1,OWN-7777,,,Canada Corp,Won,true,100.00,EUR,2024-02-01,2024-06-01"
    "\nE2,OWN-8888,,,,Won,true,200.00,EUR,2024-02-01,2024-06-01"
    "\nE3,,ZARA@firm.example,,,Won,true,400.00,EUR,2024-02-01,2024-06-01"
    "\nE4,,,Zarathustra Stern,,Won,true,800.00,EUR,2024-02-01,2024-06-01"
    "\nE5,EMP-7777,,,Met with Zarathustra Stern,Won,true,1600.00,EUR,2024-02-01,2024-06-01"
    "\nE6,OWN-7777,,,,Won,true,oops,EUR,2024-02-01,2024-06-01"
    + "".join(f"\n{deal(f'G{n}').replace(',U-A,', ',U-A,,,,')}" for n in range(20))
)
TABLES = {
    "employees": MANAGED,
    "crm_users": USERS,
    "opportunities": DEALS,
    "opportunity_splits": "opportunity_id,owner_id,share\nO1,OWN-7777,0.5\nO1,OWN-8888,0.5\nO2,U-A,1\n",
    "quotas": "owner_id,period_start_on,period_end_on,amount,currency\nOWN-7777,2024-01-01,2024-12-31,5,EUR\n"
    "U-A,2024-01-01,2024-12-31,5,EUR\n",
    "matches": "system,system_id,employee_id,confirmed_by,confirmed_on\n"
    "crm,OWN-8888,EMP-7777,Hana,2026-01-01\nats_user,ATS-9999,EMP-7777,Zarathustra Stern,2026-01-01\n",
    "candidates": "candidate_id,full_name,email\nCAND-7777,Zarathustra Stern,zara@home.example\n"
    "C1,Other One,o@x.example\n",
    "applications": "application_id,candidate_id,source,source_detail,applied_on,status,employee_id\n"
    "APP-7777,CAND-7777,Board,,2023-11-01,hired,EMP-7777\n"
    "P1,C1,Board,sent by zarathustra stern,2024-05-01,rejected,\n",
    "ats_users": "ats_user_id,full_name,email,employee_id\nATS-7777,Z. Stern,zara@firm.example,\nATS-9999,Zed,,\n"
    "ATS-1,Other,,\n",
    "interviews": "interview_id,application_id,stage,interviewer_id,interviewer_email,scheduled_for,status,comment\n"
    "I1,APP-7777,screen,M1,,2023-11-05,held,\n"
    "I2,P1,screen,ATS-9999,,2024-05-05,held,\n"
    "I3,P1,first,EMP-7777,,2024-05-06,held,\n"
    "I4,P1,Call with Zarathustra Stern,M1,,2024-05-07,held,Zarathustra Stern agrees\n",
    "ratings": "interview_id,competency,score\nI2,Drive,3\nI3,Drive,4\nI4,Drive,5\nI1,Drive,2\n",
    "requisitions": "requisition_id,role_profile,opened_on,recruiter_id,hiring_manager_id\n"
    "R1,Inside sales,2024-01-01,ATS-7777,EMP-7777\n",
    "performance_reviews": "employee_id,period_end_on,score,scale_max,reviewer_id\nC,2024-12-31,4,5,EMP-7777\n",
    "erased_people": "system,person_id,erased_on\nhris,EMP-7777,2026-06-01\n",
}


def _left(folder: Path) -> dict[str, list[str]]:
    """Which marks of the person stand in which files below a folder, in any case, as UTF-8 or UTF-16."""
    found: dict[str, list[str]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes().lower()
        for mark in MARKS:
            if mark.lower().encode() in content or mark.lower().encode("utf-16-le") in content:
                found.setdefault(path.name, []).append(mark)
    return found


@pytest.fixture(scope="module")
def forgotten(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A company in which a person was first known, then erased; an ask and a download in between."""
    folder = tmp_path_factory.mktemp("erased")
    known = built(folder, {**TABLES, "erased_people": ""})
    assert known.result.outcome == "served", list(map(str, known.result.messages))
    assert set(_left(known.folder)) == {known.result.warehouse.name}  # type: ignore[union-attr]
    write_down(known.folder, local_viewer((), ()), "download", "hires", 3)
    company = built(folder, TABLES)
    if company.result.outcome == "held":  # small files: some fell by more than a fifth
        lines = [asked.line(CLOCK).replace("your name", "Hana") for asked in company.result.questions]
        (folder / "exports" / "answers.toml").write_text("\n".join(lines) + "\n")
        company = built_from(folder / "exports", folder / "warehouse")
    assert company.result.outcome == "served", list(map(str, company.result.messages))
    return company


def test_no_byte_of_the_person_is_left_in_the_folder_of_the_warehouse(forgotten: Built) -> None:
    assert _left(forgotten.folder) == {}


def test_nothing_said_or_written_about_the_build_names_the_person(forgotten: Built) -> None:
    said = repr(forgotten.result.as_json()) + repr(forgotten.result.set_aside)
    assert [mark for mark in MARKS if mark.lower() in said.lower()] == []


def test_the_rows_of_the_person_are_counted_as_skipped_file_by_file(forgotten: Built) -> None:
    skipped = {file["file"]: file["skipped"] for file in forgotten.result.files if file["skipped"]}
    assert skipped == {
        "employees.csv": 1,
        "crm_users.csv": 2,
        "quotas.csv": 1,
        "matches.csv": 2,
        "candidates.csv": 1,
        "applications.csv": 1,
        "ats_users.csv": 2,
        "interviews.csv": 3,
        "ratings.csv": 3,
    }
    for file in forgotten.result.files:
        assert file["read"] == sum(int(str(file[part])) for part in ("loaded", "quarantined", "skipped"))


def test_the_deals_stay_and_are_credited_to_nobody(forgotten: Built) -> None:
    rows = forgotten.rows(
        "select opportunity_id, timing, amount::double from marts.credits where opportunity_id like 'E%' order by 1"
    )
    assert rows == [
        ("E1", "nobody", 100.0),
        ("E2", "nobody", 200.0),
        ("E3", "nobody", 400.0),
        ("E4", "nobody", 800.0),
        ("E5", "nobody", 1600.0),
    ]


def test_a_share_of_the_person_stays_a_share_of_nobody(forgotten: Built) -> None:
    rows = forgotten.rows("select timing, amount::double from marts.credits where opportunity_id = 'O1'")
    assert rows == [("nobody", 500.0), ("nobody", 500.0)]


def test_nobody_else_is_forgotten_with_them(forgotten: Built) -> None:
    people = {row[0] for row in forgotten.rows("select employee_id from marts.people")}
    assert people == {"M1", "H1", "A", "B", "C"}
    assert forgotten.rows("select interview_id from marts.interviews") == [("I4",)]
    assert forgotten.one("select count(*) from marts.applications") == 1
    assert forgotten.one("select count(*) from marts.rows_set_aside where table_name <> 'opportunities'") == 0


def test_an_erased_person_who_comes_back_in_a_later_export_stays_erased(
    forgotten: Built, tmp_path: Path
) -> None:
    exports = write_exports(tmp_path / "exports", TABLES)
    (exports / "employees_2.csv").write_text(
        "employee_id,full_name,work_email,department,role_profile,hire_date\n"
        "EMP-7777,Zarathustra Stern,zara@firm.example,Sales,Inside sales,2025-01-01\n"
    )
    company = built_from(exports, tmp_path / "warehouse")
    assert company.result.outcome == "served"
    assert _left(company.folder) == {}
    assert ("employees_2.csv", 1) in [(file["file"], file["skipped"]) for file in company.result.files]


def test_a_row_set_aside_or_a_refusal_keeps_nothing_of_the_person_either(tmp_path: Path) -> None:
    tables = {
        **TABLES,
        "erased_people": "system,person_id,erased_on\nhris,EMP-7777,2026-06-01\nhris,EMP-7777,2026-06-01\n",
        "employees": MANAGED + "\nEMP-7777,Zarathustra Stern,too,few\n",
    }
    company = built(tmp_path, tables)
    assert company.result.outcome == "held"  # half of two rows is more than a tenth
    assert _left(company.folder) == {}
    attempt = attempts.last_attempt(company.folder)
    assert attempt is not None
    assert "EMP-7777" not in repr(attempt)


def test_a_person_to_forget_in_a_system_nobody_knows_refuses_the_build(tmp_path: Path) -> None:
    company = built(tmp_path, {"erased_people": "system,person_id,erased_on\nPayroll,A,2026-06-01\n"})
    assert company.result.outcome == "refused"
    (message,) = company.result.messages
    assert (message.file, message.column, message.found) == ("erased_people.csv", "system", "Payroll")
    assert "hris" in message.wanted


def test_a_candidate_is_forgotten_by_the_id_of_the_applicant_system(tmp_path: Path) -> None:
    erased = "system,person_id,erased_on\nats,C1,2026-06-01\n"
    people = padded("candidate_id,full_name", ["C1,Other One"], lambda n: f"K{n},Name {n}")
    company = built(tmp_path, {**BASE, "candidates": people, "erased_people": erased})
    assert company.account("candidates") == (13, 12, 0, 1)


@pytest.mark.proof
def test_forgetting_a_name_of_one_word_leaves_texts_alone(tmp_path: Path) -> None:
    interviews = (
        "interview_id,application_id,stage,interviewer_id,scheduled_for,status\n"
        "I1,P1,Canada panel,M1,2024-01-01,held\nI2,P1,Final with Ada,M1,2024-01-01,held\n"
    )
    tables = {
        "employees": EMPLOYEES.replace("Ada First", "Ada"),
        "interviews": interviews,
        "erased_people": "system,person_id,erased_on\nhris,A,2026-06-01\n",
    }
    words = built(tmp_path, tables).rows(
        "select given, read_as from marts.words_read where column_name = 'stage' order by 1"
    )
    # A name of one word may be any word: it goes where names stand, not in texts.
    assert words == [("Canada panel", "panel"), ("Final with Ada", "final")]


def _is_erasing(company: Built) -> bool:
    return bool(company.one("select is_erasing from marts.build"))


def test_a_build_says_whether_it_erased_something_that_was_known_before(tmp_path: Path) -> None:
    forget = "system,person_id,erased_on\nhris,B,2026-06-01\n"
    gone = EMPLOYEES.replace("B,Ben", "BB,Bob").replace("ben@", "bob@")
    users = CRM_USERS.replace("U-B,Ben Second,BEN@firm.example ", "U-C,Bob Second,bob@firm.example")
    kept = {"employees": gone, "crm_users": users}
    assert not _is_erasing(built(tmp_path, kept))
    # Nobody of that id is left in the files, but the warehouse served until now may know them.
    assert _is_erasing(built(tmp_path, {**kept, "erased_people": forget}))
    again = {**kept, "erased_people": forget, "crm_users": users + "U-Z,Zed Other,z@z.example,\n"}
    assert not _is_erasing(built(tmp_path, again))
    assert _is_erasing(built(tmp_path / "known", {"erased_people": forget}))
    mentioned = {**again, "matches": "system,system_id,employee_id\ncrm,U-Q,B\n"}
    assert _is_erasing(built(tmp_path, mentioned))
