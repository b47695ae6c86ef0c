"""The list of people to forget: said twice, of nobody, or of two people."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import CRM_USERS, EMPLOYEES, built
from warehouse.fates import padded

PEOPLE = (
    EMPLOYEES.rstrip() + "\nE9,Ada Byron,ada.byron@firm.example,Sales,Inside sales,North,SMB,2024-02-01,\n"
)
HEAD = "system,person_id,erased_on\n"


@pytest.mark.parametrize(
    "row",
    breadth.first(2, ["hris,E999", "crm,E9", "hris,ada.byron@firm.example", "hris,Ada Byron", "ats,E9"]),
)
def test_a_row_by_which_nobody_is_found_is_said_and_the_build_goes_on(tmp_path: Path, row: str) -> None:
    company = built(
        tmp_path, {"employees": PEOPLE, "erased_people": f"{HEAD}hris,B,2026-06-01\n{row},2026-06-01\n"}
    )
    assert company.result.outcome == "served", list(map(str, company.result.messages))
    (said,) = [note for note in company.result.messages if note.file == "erased_people.csv"]
    assert (said.kind, said.line, said.column) == ("note", 3, "person_id")
    assert said.found == f"an id of {row.split(',')[0]} that no file has"
    assert said.outcome == "nobody is forgotten by this row"
    assert row.split(",")[1] not in str(said)
    notes = company.rows("select line, outcome from marts.notes where file = 'erased_people.csv'")
    assert notes == [(3, "nobody is forgotten by this row")]


@pytest.mark.proof
def test_the_same_person_twice_is_one_erasure(tmp_path: Path) -> None:
    twice = f"{HEAD}hris,E9,2026-01-01\nHRIS,E9,2026-01-02\n"
    company = built(tmp_path, {"employees": PEOPLE, "erased_people": twice})
    assert company.result.outcome == "served", list(map(str, company.result.messages))
    assert company.account("erased_people") == (2, 1, 0, 1)
    assert company.account("employees") == (5, 4, 0, 1)


def test_an_id_of_a_candidate_and_of_a_login_must_say_which_of_them_is_meant(tmp_path: Path) -> None:
    tables = {
        "candidates": padded("candidate_id,full_name", ["7,Cleo Cand"], lambda n: f"K{n},Name {n}"),
        "ats_users": padded("ats_user_id,full_name", ["7,Uma User"], lambda n: f"L{n},User {n}"),
    }
    company = built(tmp_path / "both", {**tables, "erased_people": f"{HEAD}ats,7,2026-06-01\n"})
    assert company.result.outcome == "refused"
    (said,) = company.result.messages
    assert (said.file, said.line, said.column) == ("erased_people.csv", 2, "system")
    assert (said.found, said.wanted) == ("ats", "candidate or ats_user")
    company = built(tmp_path / "one", {**tables, "erased_people": f"{HEAD}ats_user,7,2026-06-01\n"})
    assert company.account("ats_users") == (13, 12, 0, 1)
    assert company.account("candidates") == (13, 13, 0, 0)


MARRIED = CRM_USERS.rstrip() + "\nU-9,{},ada.byron@firm.example,{}\n"


@pytest.mark.parametrize(
    ("name", "employee", "also", "is_said"),
    breadth.first(
        1,
        [
            ("Peggy Lovelace", "", "", True),
            ("Peggy Lovelace", "E9", "", False),  # hers by her id: the login goes
            ("Ada Lovelace", "", "", False),  # by address and first name hers: it goes as well
            *breadth.proof(
                ("Peggy Lovelace", "", "crm,U-9,2026-06-01\n", False), ("Byron, Ada", "", "", False)
            ),
        ],
    ),
)
def test_an_address_that_stays_with_a_login_under_another_name_is_said_without_it(
    tmp_path: Path, name: str, employee: str, also: str, is_said: bool
) -> None:
    tables = {
        "employees": PEOPLE,
        "crm_users": MARRIED.format(name if "," not in name else f'"{name}"', employee),
        "erased_people": f"{HEAD}hris,E9,2026-06-01\n{also}",
    }
    company = built(tmp_path, tables)
    assert company.result.outcome == "served", list(map(str, company.result.messages))
    said = [str(note) for note in company.result.messages if "stays with" in note.outcome]
    told = (
        "erased_people.csv · found an address of an erased person · it stays with a login or an employee under "
        "another name · name that id too if it is theirs, as after a change of name"
    )
    assert said == ([told] if is_said else [])
    assert company.one("select count(*) from marts.notes where outcome like 'it stays with%'") == len(said)
