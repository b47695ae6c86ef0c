"""The verb `rights`: the rules, one person, and every fault in a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.standing import standing
from hiring.__main__ import main
from hiring.access.audit import log_path

RULE = """issuer = "https://x"
[[rule]]
name = "The south"
role = "sales leader"
group = "south"
regions = ["South"]
role_profiles = "all"
[[rule]]
name = "Kim"
role = "keeper"
email = "kim@firm.example"
"""


@pytest.fixture
def where(tmp_path: Path) -> list[str]:
    path = tmp_path / "rights.toml"
    path.write_text(RULE, encoding="utf-8")
    return ["--rights", str(path), "--warehouse", str(standing(tmp_path).folder)]


def test_the_rules_are_told_in_the_files_order(where: list[str], capsys) -> None:
    assert main(["rights", "--json", *where]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(row["Rule"], row["Sees"]) for row in told] == [
        ("The south (line 2)", "South; every role profile"),
        ("Kim (line 8)", "builds, maps files, settles who is whom; reads files as they came, names among it"),
    ]


def test_one_person_is_told_by_which_rule_and_stands_in_the_log(where: list[str], capsys) -> None:
    assert main(["rights", "--who", "kim@firm.example", "--group", "south", *where]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [
        "By: The south (line 2): the group south of https://x, sales leader",
        "By: Kim (line 8): kim@firm.example, verified by https://x, keeper",
    ]
    assert "Regions: South" in lines
    assert "Interviewers' figures: nobody's" in lines
    log = log_path(Path(where[3])).read_text(encoding="utf-8")
    assert '"action": "rights", "subject": "an e-mail"' in log


def test_whom_no_rule_names_sees_nothing(where: list[str], capsys) -> None:
    assert main(["rights", "--who", "somebody", *where]) == 0
    assert capsys.readouterr().out == "Sees: nothing: no rule names them\n"


def test_a_region_the_data_do_not_have_is_told_and_fails(where: list[str], capsys) -> None:
    Path(where[1]).write_text(RULE.replace('"South"', '"Sud"'), encoding="utf-8")
    assert main(["rights", *where]) == 1
    assert "line 2 · rule The south · found regions Sud · wanted one of the data: " in capsys.readouterr().err


def test_each_fault_of_the_file_is_a_line(where: list[str], capsys) -> None:
    Path(where[1]).write_text(RULE.replace("sales leader", "leader").replace("keeper", "x"), encoding="utf-8")
    assert main(["rights", *where]) == 1
    assert [line.split(" · ")[1] for line in capsys.readouterr().err.splitlines()] == ["line 4", "line 10"]


def test_without_a_file_there_is_one_person(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.delenv("HIRING_RIGHTS", raising=False)
    assert main(["rights"]) == 2
    assert capsys.readouterr().err.startswith("one person: no file of rights is named")


def test_of_several_providers_it_is_asked_which(where: list[str], capsys) -> None:
    Path(where[1]).write_text(RULE + 'issuer = "https://y"\n', encoding="utf-8")
    assert main(["rights", "--who", "kim@firm.example", *where]) == 2
    assert "wanted one of https://x, https://y" in capsys.readouterr().err
    assert main(["rights", "--who", "kim@firm.example", "--issuer", "https://y", *where]) == 0


def test_a_file_can_be_tried_before_anything_is_built(where: list[str], capsys, tmp_path: Path) -> None:
    assert main(["rights", *where[:2], "--warehouse", str(tmp_path / "none")]) == 0
    assert capsys.readouterr().err == ""
