"""What is said of a build names no erased person: files, headings, questions; also where it is refused or held."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers import breadth
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
from hiring.__main__ import main
from hiring.loading import files
from hiring.warehouse import attempts
from hiring.warehouse.unsaid import WITHHELD
from warehouse.erased.test_spellings import named_in, texts_left
from warehouse.fates import built_from, deals

NAMES = [("Zora", "Quorvik")]
ERASED = "system,person_id,erased_on\nhris,EMP-7777,2026-06-01\n"
PEOPLE = EMPLOYEES.rstrip() + "\nEMP-7777,Zora Quorvik,zq@firm.example,Sales,,,,2024-01-15,\n"
USERS = CRM_USERS.rstrip() + '\nOWN-7777,"Quorvik, Zora",zq@firm.example,\n'
GONE = {"employees": PEOPLE, "crm_users": USERS, "erased_people": ERASED}
QUOTAS = "owner_id,period_start_on,period_end_on,amount,currency,Zora Quorvik Q1\nU-A,2024-01-01,2024-12-31,5,EUR,1\n"


def _said(company: Built) -> list[str]:
    attempt = attempts.last_attempt(company.folder)
    return [json.dumps(dict(company.result.as_json()), default=str), repr(company.result), repr(attempt)]


def _is_clean(company: Built) -> bool:
    told = [*_said(company), *texts_left(company.folder)]
    return named_in(told, NAMES) == set() and not any("EMP-7777" in text for text in told)


def test_a_file_named_after_the_person_and_a_heading_are_told_without_the_name(tmp_path: Path) -> None:
    exports = write_exports(tmp_path / "Zora Quorvik", {**BASE, **GONE})
    (exports / "quotas Zora Quorvik.csv").write_text(QUOTAS)
    (exports / "zora-quorvik_deals.csv").write_text(
        deals(["Z1,OWN-7777,Won,true,oops,EUR,2024-01-01,2024-06-01"])
    )
    (exports / "Zora_Quorvik.csv").write_text("Zora Quorvik,b\n1,2\n")
    company = built_from(exports, tmp_path / "warehouse")
    assert company.result.outcome == "served", list(map(str, company.result.messages))
    assert _is_clean(company)
    files = dict(company.rows("select file, table_name from marts.files_read where file like '(file%'"))
    assert files == {
        "(file 1 of an erased person)": None,
        "(file 2 of an erased person)": "quotas",
        "(file 3 of an erased person)": "opportunities",
    }
    assert ("(file 3 of an erased person)", 2) in company.rows("select file, line from marts.rows_set_aside")
    headings = company.rows("select file, column_name from marts.columns_not_loaded order by 1, 2")
    assert ("(file 2 of an erased person)", "(of an erased person)") in headings
    assert company.one("select exports_name from marts.build") == "(of an erased person)"


@pytest.mark.parametrize(
    ("file", "text", "outcome"),
    [
        # Refused by the reader, before anybody is known to be erased.
        *breadth.proof(("exchange_rates Zora Quorvik.csv", "month,currency,rate\n", "served")),
        ("quotas-zora-quorvik.csv", 'owner_id,period_start_on,currency\n"Zora Quorvik\n', "served"),
        ("config.toml", 'base_currency = "Zora Quorvik"\n', "refused"),
        *breadth.proof(("answers.toml", '"stage Zora Quorvik" = [', "refused")),
        ("opportunities_2.csv", deals(["Z1,OWN-7777,Won,true,oops,EUR,Zora Quorvik,2024-06-01"], 0), "held"),
        (
            "zora.quorvik.csv",
            deals([f"Z{n},OWN-7777,Quorvik Zora,,1,EUR,2024-01-01,2024-06-01" for n in range(3)]),
            "held",
        ),
        *breadth.proof(("Zora Quorvik.csv", "Deal ID,Deal Name,Zora Quorvik,Amount\n1,2,3,4\n", "served")),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_build_that_ends_early_names_nobody_either(
    tmp_path: Path, file: str, text: str, outcome: str
) -> None:
    exports = write_exports(tmp_path / "exports", {**BASE, **GONE})
    (exports / file).write_text(text)
    company = built_from(exports, tmp_path / "warehouse")
    assert company.result.outcome == outcome, list(map(str, company.result.messages))
    assert _is_clean(company)


def test_where_the_file_with_the_names_is_broken_no_text_of_a_file_is_told(tmp_path: Path) -> None:
    broken = "employee_id,full_name,department,hire_date\n" + 'EMP-7777,"Zora Quorvik,Sales,2024-01-15\n'
    tables = {**GONE, "employees": broken, "crm_users": CRM_USERS}
    company = built(tmp_path, tables, config_toml='base_currency = "Zora Quorvik"\n')
    assert company.result.outcome == "refused"
    assert _is_clean(company)


def test_a_question_about_the_person_is_answered_under_another_name(tmp_path: Path) -> None:
    stage = OPPORTUNITIES.rstrip() + "\nZ1,OWN-7777,Zora Quorvik,,1,EUR,2024-01-01,2024-06-01\n"
    company = built(tmp_path, {**GONE, "opportunities": stage})
    assert company.result.outcome == "held"
    assert _is_clean(company)
    line = company.result.questions[0].line(CLOCK).replace("your name", "Hana")
    (tmp_path / "exports" / "answers.toml").write_text(line)
    again = built_from(tmp_path / "exports", tmp_path / "warehouse")
    assert again.result.outcome == "served", list(map(str, again.result.messages))
    assert _is_clean(again)


def test_nothing_printed_names_the_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exports = write_exports(tmp_path / "exports", {**BASE, **GONE})
    (exports / "zora-quorvik_deals.csv").write_text(
        deals(["Z1,OWN-7777,Won,true,oops,EUR,2024-01-01,2024-06-01"])
    )
    where = ["--exports", str(exports), "--warehouse", str(tmp_path / "warehouse")]
    for verb in (["check"], ["build", "--json"], ["matches"], ["ask", "data_health/rows_set_aside"]):
        assert main([*verb, *where]) == 0, verb
    (exports / "quotas.csv").write_text('owner_id,period_start_on,amount,currency\n"Zora Quorvik\n')
    assert main(["build", *where]) == 1
    out, err = capsys.readouterr()
    assert "(file 1 of an erased person)" in err
    assert named_in([out, err], NAMES) == set()
    assert "EMP-7777" not in out + err


def test_an_id_to_forget_counts_in_other_capitals_where_nobody_has_it_as_written(tmp_path: Path) -> None:
    lower = {**GONE, "erased_people": ERASED.replace("EMP-7777", "emp-7777")}
    assert _is_clean(built(tmp_path / "lower", lower))
    both = {**lower, "employees": PEOPLE.rstrip() + "\nemp-7777,Xanthe Wolmir,,Sales,,,,2024-01-15,\n"}
    company = built(tmp_path / "both", both)
    names = {name for (name,) in company.rows("select full_name from marts.spells")}
    assert "Zora Quorvik" in names
    assert "Xanthe Wolmir" not in names


def test_ids_that_spell_the_name_are_written_anew_and_still_join(tmp_path: Path) -> None:
    tables = {
        **GONE,
        "requisitions": "requisition_id,role_profile,opened_on\nZORA-QUORVIK-1,Inside sales,2024-01-01\n",
        "requirement_changes": "requisition_id,changed_on,raised_by,what\nZORA-QUORVIK-1,2024-02-01,sales,scope\n",
        "opportunities": OPPORTUNITIES.rstrip()
        + "\nzora.quorvik/9,zora.quorvik,Won,true,7,EUR,2024-01-01,2024-06-01\n",
        "opportunity_splits": "opportunity_id,owner_id,share\nzora.quorvik/9,U-A,1\n",
    }
    company = built(tmp_path, tables)
    assert company.result.outcome == "served", list(map(str, company.result.messages))
    assert _is_clean(company)
    assert company.one("select count(*) from marts.rows_set_aside") == 0
    assert (
        company.one("select sum(amount)::double from marts.credits where opportunity_id like 'erased id%'")
        == 7.0
    )


def test_a_login_that_spells_the_name_and_is_another_persons_now_is_written_anew(tmp_path: Path) -> None:
    logins = "zora.quorvik,Somebody Else,,{}\n"
    deal = "D9,zora.quorvik,Won,true,7,EUR,2024-07-01,2024-08-01\n"
    matches = "system,system_id,employee_id,confirmed_by,confirmed_on\ncrm,zora.quorvik,A,Hana,2026-01-01\n"
    for folder, employee, also in (("given", "A", {}), ("matched", "", {"matches": matches})):
        tables = {
            **GONE,
            "crm_users": CRM_USERS.rstrip() + "\n" + logins.format(employee),
            "opportunities": OPPORTUNITIES.rstrip() + "\n" + deal,
            **also,
        }
        company = built(tmp_path / folder, tables)
        assert company.result.outcome == "served", list(map(str, company.result.messages))
        assert _is_clean(company)
        assert company.one("select employee_id from marts.credits where opportunity_id = 'D9'") == "A"


@pytest.mark.parametrize("also", ["", "erased_people.csv", "Erased people (1).csv"])
def test_how_many_files_are_too_many_is_said_where_nobody_is_to_be_erased(
    also: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_FILES", 3)
    exports = tmp_path / "exports"
    exports.mkdir()
    for name in ("a.csv", "b.csv", "c.csv", "d.csv", *([also] if also else [])):
        (exports / name).touch()
    (told,) = built_from(exports, tmp_path / "warehouse").result.messages
    assert (told.outcome, told.wanted) == ("build refused", "at most 3")
    assert told.found == (WITHHELD if also else "4 files")


def test_briefs_check_ins_incidents_and_referrals_name_nobody_who_is_forgotten(tmp_path: Path) -> None:
    opening = "requisition_id,role_profile,opened_on\nR-1,Inside sales,2024-01-01\n"
    head = "application_id,candidate_id,requisition_id,source,referred_by,applied_on,status\n"
    referred = [
        f"A{n},C{n},R-1,Referral,{who},2024-02-0{n},rejected"
        for n, who in enumerate(("EMP-7777", "zq@firm.example", "Zora Quorvik", "A"), start=1)
    ]
    tables = {
        **GONE,
        "requisitions": opening,
        "applications": head + "\n".join(referred) + "\n",
        "check_ins": "employee_id,held_on,held_by_id,competency,score\nEMP-7777,2024-03-01,A,Discovery,4\n"
        "A,2024-03-01,EMP-7777,Discovery,3\n",
        "role_briefs_read": "requisition_id,explained_by_id,read_by_id,happened_on\nR-1,EMP-7777,A,2024-01-05\n",
        "incidents": "incident_id,opened_on,kind,raised_by,option_hr,decision\n"
        "N1,2024-02-01,other,hr,ask Zora Quorvik,Zora Quorvik decides\n",
        "pulse": "response_id,answered_on,department,question,score,comment\n"
        "U1,2024-02-01,hr,works_well_together,7,Zora Quorvik helps\n",
    }
    company = built(tmp_path, tables)
    assert company.result.outcome == "served", list(map(str, company.result.messages))
    assert _is_clean(company)
    assert company.one("select count(*) from marts.rows_set_aside") == 0
