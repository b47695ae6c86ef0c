"""From a suggestion to the joined person: decided, written into a real file, built again."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import EMPLOYEES, OPPORTUNITIES, Built, built
from helpers.standing import standing
from hiring.identity import decisions, evidence
from hiring.identity.decisions import Decision
from hiring.identity.evidence import keys
from hiring.identity.pending import pending
from hiring.identity.suggesting import Suggestion, suggestions
from hiring.warehouse.asking import Warehouse

ON = date(2026, 7, 1)
LOGINS = """
owner_id,full_name,email,employee_id
U-A,Ada First,,A
U-B,"SECOND, Ben",,
"""
STAFF = EMPLOYEES + "C,Cora Third,cora@firm.example,Sales,Inside sales,South,SMB,2024-03-01,\n"
APPLIED = """
application_id,candidate_id,source,applied_on,status,employee_id
P1,K1,Referral,2024-01-15,hired,
"""
CANDIDATES = """
candidate_id,full_name,email
K1,Benjamin Second,private@mail.example
"""
INTERVIEWS = """
interview_id,application_id,stage,interviewer_name,scheduled_for,status
I1,P1,final,Móna Manager,2024-02-01,held
"""
TABLES = {
    "employees": STAFF,
    "crm_users": LOGINS,
    "applications": APPLIED,
    "candidates": CANDIDATES,
    "interviews": INTERVIEWS,
    "opportunities": OPPORTUNITIES.replace("O5,U-X", "O5,U-B"),
}


def suggested(one: Built) -> dict[str, Suggestion]:
    """What is suggested, by login key."""
    warehouse = Warehouse(one.folder)
    names = ("unmatched", "employees", "pairs_by_name", "pairs_by_address_or_id", "refused_pairs")
    frames = [warehouse.ask(f"identity/{name}", warehouse.viewer(), {}) for name in names]
    return {
        suggestion.login.login_key: suggestion
        for suggestion in suggestions(*frames[:4], tuple(keys(frames[4])))
    }


def again(folder: Path, tables: dict[str, str] = TABLES) -> Built:
    """Build once more with the decisions that lie beside the exports."""
    kept = {path.stem: path.read_text(encoding="utf-8") for path in (folder / "exports").glob("*matches.csv")}
    return built(folder, {**tables, **kept})


def ids(one: Suggestion) -> list[str]:
    return [candidate.employee.employee_id for candidate in one.candidates]


def test_nobody_is_joined_by_name_before_somebody_says_so(tmp_path: Path) -> None:
    one = standing(tmp_path, TABLES)
    assert one.one("select sum(amount) from marts.credits where timing = 'nobody'") == pytest.approx(781)
    found = suggested(one)
    assert {key: ids(suggestion) for key, suggestion in found.items()} == {
        "crm|U-B": ["B"],
        "ats_user|Móna Manager": ["M1"],
        "ats_application|P1": ["B"],
    }


@pytest.mark.parametrize(
    ("system", "system_id", "employee_id", "question", "before", "after"),
    breadth.first(
        1,
        [
            *breadth.proof(
                (
                    "crm",
                    "U-B",
                    "B",
                    "select person_id from marts.crm_logins where owner_id = 'U-B'",
                    None,
                    "B",
                )
            ),
            ("crm", "U-B", "B", "select count_deals from marts.hires where employee_id = 'B'", 0, 3),
            ("ats_user", "Móna Manager", "M1", "select is_matched from marts.interviewers", False, True),
            ("ats_application", "P1", "B", "select employee_id from marts.applications", None, "B"),
        ],
    ),
)
def test_confirmed_they_are_joined_by_the_next_build(
    tmp_path: Path,
    system: str,
    system_id: str,
    employee_id: str,
    question: str,
    before: object,
    after: object,
) -> None:
    assert standing(tmp_path, TABLES).one(question) == before
    decisions.append(tmp_path / "exports", Decision(system, system_id, employee_id, True, "Hana", ON))
    joined = again(tmp_path)
    assert joined.one(question) == after
    assert f"{system}|{system_id}" not in suggested(joined)
    assert joined.account("matches") == (1, 1, 0, 0)


def test_an_owner_known_by_name_alone_can_be_confirmed(tmp_path: Path) -> None:
    deals = OPPORTUNITIES.replace("owner_id,", "owner_id,owner_name,").replace("U-A,", "U-A,,").replace(
        "U-B,", "U-B,,").replace("U-X,", ",Zoë Third,")  # fmt: skip
    tables = {**TABLES, "opportunities": deals}
    one = built(tmp_path, tables)
    assert one.rows("select system_id, person_id from marts.owners where owner_id is null") == [
        ("Zoë Third", None)
    ]
    decisions.append(tmp_path / "exports", Decision("crm", "Zoë Third", "C", True, "Hana", ON))
    joined = again(tmp_path, tables)
    assert joined.rows("select matched_by, person_id from marts.owners where owner_id is null") == [
        ("confirmed", "C")
    ]


def test_a_refused_pair_is_not_asked_about_again_and_joins_nobody(tmp_path: Path) -> None:
    one = standing(tmp_path, TABLES)
    before = one.result.digest
    decisions.append(tmp_path / "exports", Decision("crm", "U-B", "B", False, "Hana", ON))
    later = again(tmp_path)
    assert later.account("refused_matches") == (1, 1, 0, 0)
    assert ids(suggested(later)["crm|U-B"]) == []
    assert ids(suggested(later)["ats_application|P1"]) == ["B"]
    assert later.one("select person_id from marts.crm_logins where owner_id = 'U-B'") is None
    assert later.result.digest != before


def test_decisions_count_on_the_page_before_the_build(tmp_path: Path) -> None:
    one = standing(tmp_path, TABLES)
    exports, warehouse = tmp_path / "exports", Warehouse(one.folder)
    decisions.append(exports, Decision("crm", "U-B", "B", True, "Hana", ON))
    decisions.append(exports, Decision("ats_application", "P1", "B", False, "Hana", ON))
    decisions.append(exports, Decision("ats_user", "Móna Manager", "nobody", True, "Hana", ON))
    ask = {
        name: warehouse.ask(f"identity/{name}", warehouse.viewer(), {})
        for name in ("unmatched", "employees", "refused_pairs")
    }
    held = pending(
        decisions.decided(exports),
        ask["unmatched"],
        ask["refused_pairs"],
        evidence.employees(ask["employees"]),
    )
    assert [one.system for one in held.decisions] == ["crm", "ats_application"]
    assert held.settled == {"crm|U-B"}
    assert held.refused(ask["refused_pairs"]) == (("ats_application|P1", "B"),)
    assert [s.login.login_key for s in held.without(suggested(one).values())] == [
        "ats_application|P1",
        "ats_user|Móna Manager",
    ]


def test_zeros_in_front_are_suggested_and_never_joined(tmp_path: Path) -> None:
    staff = EMPLOYEES.replace("\nB,Ben", "\n00042,Ben")
    login = LOGINS.replace('U-B,"SECOND, Ben",,', "U-B,B. Married,,42")
    one = built(tmp_path, {**TABLES, "employees": staff, "crm_users": login})
    assert one.one("select person_id from marts.crm_logins where owner_id = 'U-B'") is None
    marked = one.rows("select login_key, person_id, is_given_id_alike from marts.pairs_by_address_or_id")
    assert marked == [("crm|U-B", "00042", True)]


@pytest.mark.proof
def test_a_login_that_interviews_by_name_is_asked_about_once(tmp_path: Path) -> None:
    users = "ats_user_id,full_name\nT1,Móna Manager\n"
    assert "ats_user|T1" in suggested(built(tmp_path, {**TABLES, "ats_users": users}))
    assert [
        key for key in suggested(built(tmp_path, {**TABLES, "ats_users": users})) if "ats_user|" in key
    ] == ["ats_user|T1"]


def test_an_erased_person_leaves_no_decision_behind(tmp_path: Path) -> None:
    columns = "system,system_id,employee_id"
    forgotten = {
        "matches": f"{columns}\ncrm,Bennie Second-Name,B",
        "refused_matches": f"{columns}\ncrm,U-A,B\ncrm,U-A,C",
        "opportunities": OPPORTUNITIES.replace("owner_id,", "owner_id,owner_name,")
        .replace("U-A,", "U-A,,")
        .replace("U-B,", ",Bennie Second-Name,")
        .replace("U-X,", "U-X,,"),
        "erased_people": "system,person_id,erased_on\nhris,B,2026-06-01",
    }
    one = built(tmp_path, {**TABLES, **forgotten})
    assert one.result.is_good, "\n".join(map(str, one.result.messages))
    assert (one.account("matches")[1], one.account("refused_matches")[1]) == (0, 1)
    assert one.result.warehouse is not None
    assert b"Second-Name" not in one.result.warehouse.read_bytes()
    assert one.one("select count(*) from marts.owners where full_name ilike '%second%'") == 0


def test_the_decisions_file_has_the_columns_of_the_contract(tmp_path: Path) -> None:
    decisions.append(tmp_path, Decision("crm", "U-B", "B", True, "Hana", ON))
    with (tmp_path / "matches.csv").open(encoding="utf-8", newline="") as handle:
        assert next(csv.reader(handle)) == [
            "system",
            "system_id",
            "employee_id",
            "confirmed_by",
            "confirmed_on",
        ]
