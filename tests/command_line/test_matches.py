"""The verb `matches`: what waits is listed, a decision is written, and every mistake is one line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from helpers.side_by_side import at_once
from helpers.small_company import CRM_USERS
from helpers.standing import standing
from hiring.__main__ import main
from hiring.access.audit import log_path
from hiring.identity import decisions
from hiring.warehouse import pointer
from warehouse.fates import built_from

LOGINS = CRM_USERS.replace("U-X,Xena Unknown,xena@other.example,", 'U-X,"MANAGER, Mona",,')


@pytest.fixture
def where(tmp_path: Path) -> list[str]:
    """The options that name exports and warehouse of a company with one login to decide on."""
    one = standing(tmp_path, {"crm_users": LOGINS})
    return ["--exports", str(tmp_path / "exports"), "--warehouse", str(one.folder)]


def test_what_waits_is_listed_with_its_reasons(where, capsys) -> None:
    assert main(["matches", "--json", *where]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["system"], row["system_id"], row["employee_id"]) for row in rows] == [("crm", "U-X", "M1")]
    assert rows[0]["score"] == 65
    assert rows[0]["reasons"].startswith("same name, ")
    assert main(["matches", "--csv", *where]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("system,system_id,named,revenue,employee_id")


def test_a_decision_is_written_and_waits_no_more(where, capsys, tmp_path) -> None:
    assert main(["matches", "--confirm", "crm", "U-X", "M1", "--by", "Hana", *where]) == 0
    assert capsys.readouterr().err.startswith("written to matches.csv · the next build heeds it")
    assert ",M1,Hana," in (tmp_path / "exports" / "matches.csv").read_text(encoding="utf-8")
    assert main(["matches", *where]) == 0
    assert capsys.readouterr().out == "nobody to decide on\n"


def test_all_with_one_employees_name_are_confirmed_by_one_call(where, capsys, tmp_path) -> None:
    verb = ["matches", "--confirm-all", *where]
    assert main([*verb, "--by", "Hana", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == {"file": "matches.csv", "pairs": [["crm", "U-X", "M1"]]}
    assert told.err.startswith("1 written to matches.csv · the next build heeds them")
    assert ",M1,Hana," in (tmp_path / "exports" / "matches.csv").read_text(encoding="utf-8")
    assert main([*verb, "--by", "Hana"]) == 0
    assert capsys.readouterr().err.startswith("0 written to matches.csv")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--confirm-all"], "who decides?"),
        (["--confirm", "crm", "U-X", "M1"], "who decides?"),
        (["--confirm", "crm", "U-X", "0M1", "--by", "Hana"], "nobody in the HR file has this id"),
        (["--refuse", "fax", "U-X", "M1", "--by", "Hana"], "'fax' is no system"),
    ],
)
def test_a_wrong_decision_is_one_line_and_writes_nothing(where, capsys, tmp_path, words, told) -> None:
    assert main(["matches", *words, *where]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert len(said.splitlines()) == 1
    assert not list((tmp_path / "exports").glob("*matches.csv"))


def test_another_folder_is_not_written_to(where, capsys, tmp_path) -> None:
    (tmp_path / "other").mkdir()
    words = ["matches", "--confirm", "crm", "U-X", "M1", "--by", "Hana"]
    assert main([*words, "--exports", str(tmp_path / "other"), *where[2:]]) == 2
    assert "built from another folder" in capsys.readouterr().err
    assert not list((tmp_path / "other").iterdir())


DECIDING = """
import sys
from hiring.__main__ import main
print("ready", flush=True)
sys.stdin.readline()
for number in range(4):
    words = ["--refuse", "crm", f"{sys.argv[1]}{number}", "M1", "--by", "Hana"]
    assert main(["matches", *words, "--exports", sys.argv[2], "--warehouse", sys.argv[3]]) == 0
"""


@pytest.mark.proof
def test_two_warehouses_of_the_same_exports_lose_no_decision_not_even_while_one_is_built(
    where, tmp_path
) -> None:
    exports, warehouse = tmp_path / "exports", tmp_path / "warehouse"
    second = built_from(exports, tmp_path / "second").folder
    with pointer.alone(second):
        running = at_once(
            [
                [sys.executable, "-c", DECIDING, letter, str(exports), str(folder)]
                for letter, folder in zip("abcd", [warehouse, second] * 2, strict=True)
            ]
        )
    assert [one.returncode for one in running] == [0] * 4, [one.stderr for one in running]
    assert sorted(one.system_id for one in decisions.decided(exports)) == sorted(
        f"{letter}{number}" for letter in "abcd" for number in range(4)
    )
    for folder in (warehouse, second):
        lines = [json.loads(line) for line in log_path(folder).read_text().splitlines()]
        assert [line["action"] for line in lines] == ["decide"] * 8
