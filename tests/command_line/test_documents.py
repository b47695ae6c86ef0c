"""README and data/README.md say what the code says, where it can say it itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hiring import contract
from hiring.command_line import documents, verbs
from hiring.command_line.documents import COMMAND, PARTS, generated
from hiring.config import ROOT
from hiring.mapping import presets


@pytest.mark.parametrize("document", PARTS)
def test_the_committed_document_is_what_the_code_says(document: str) -> None:
    assert generated()[document] == (ROOT / document).read_text("utf-8"), f"run: {COMMAND}"


def _copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str, into: str) -> None:
    for document in PARTS:
        text = (ROOT / document).read_text("utf-8")
        (tmp_path / document).parent.mkdir(exist_ok=True)
        (tmp_path / document).write_text(text.replace(changed, into), "utf-8")
    monkeypatch.setattr(documents, "ROOT", tmp_path)


def test_what_a_person_wrote_stays_and_a_stale_part_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _copied(tmp_path, monkeypatch, "The person's id in the HR system", "Something else")
    by_hand = (tmp_path / "data/README.md").read_text("utf-8").replace("# Data\n", "# Data\n\nBy hand.\n", 1)
    (tmp_path / "data/README.md").write_text(by_hand, "utf-8")
    text = generated()["data/README.md"]
    assert text.startswith("# Data\n\nBy hand.\n")
    assert "| `employee_id` | id | yes | The person's id in the HR system | `010018` |" in text
    assert "Something else" not in text


@pytest.mark.parametrize("mark", ["<!-- end of verbs -->", f"<!-- verbs: made by {COMMAND} -->"])
def test_a_mark_that_is_gone_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: str) -> None:
    _copied(tmp_path, monkeypatch, mark, "")
    with pytest.raises(ValueError, match=r"^README\.md: <!-- verbs: .* is not there; put both marks back"):
        generated()


def _part(name: str) -> str:
    document = next(document for document, parts in PARTS.items() if name in parts)
    return (ROOT / document).read_text("utf-8").split(f"<!-- {name}: ")[1].split(f"<!-- end of {name} -->")[0]


def test_every_verb_stands_in_the_readme_with_what_it_must_be_given() -> None:
    told = re.findall(r"^\| `([^`…]*)` \|", _part("verbs"), re.MULTILINE)
    assert told == [
        "build",
        "check",
        "ask QUESTION",
        r"evidence [interviewers\|pairs\|sources\|profiles]",
        "review --out DIR",
        "news --since DATE",
        "matches",
        "map FILE",
        "rights",
        "audit --verify",
        "trace",
        "sample --out DIR",
        "template --out DIR",
    ]


@pytest.mark.parametrize("verb", verbs.each())
def test_an_option_that_a_verb_tells_of_is_one_of_its_own(verb: str) -> None:
    parser = verbs.each()[verb]
    named = set(re.findall(r"--[a-z-]+", parser.description or ""))
    assert named <= set(re.findall(r"--[a-z-]+", parser.format_usage()))


def test_every_table_and_column_of_the_contract_has_its_line() -> None:
    tables = re.findall(r"^\| `(\w+)` \|", _part("tables"), re.MULTILINE)
    assert tables == [table.name for table in contract.TABLES]
    for table in contract.TABLES:
        section = _part("columns").split(f"### {table.name}\n")[1].split("###")[0]
        names = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
        assert names == [column.name for column in table.columns]


def test_a_column_lists_the_known_exports_that_fill_it() -> None:
    section = _part("columns").split("### opportunity_splits\n")[1].split("###")[0]
    assert (
        "| `share` | number | yes | Their share of the deal, from 0 to 1 | `0.5` | "
        "Salesforce: opportunity splits report |\n" in section
    )


def test_every_known_export_says_whether_its_headers_were_seen() -> None:
    told = re.findall(r"^\| .* \| ([^|]+) \| `(\w+)\.toml` \|$", _part("known exports"), re.MULTILINE)
    wanted = {"seen": "a real export", "unconfirmed": "the vendor's documents"}
    assert told == [(wanted[preset.headers], preset.name) for preset in presets.installed()]


def test_a_setting_says_what_may_stand_there_and_what_holds_without_it() -> None:
    assert "| a whole number from 1 to 12 | `1` |\n" in _part("settings")
    assert "| three letters such as EUR | the most frequent one of the opportunities |\n" in _part("settings")
    assert "| a number from 0.01 to 0.5 | `0.2` |\n" in _part("settings")
