"""The verbs `review` and `news` on a small company: four files, or one line why not; exit codes for a scheduler."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from helpers import breadth
from helpers.small_company import BASE, built
from hiring.__main__ import main
from hiring.command_line import filters, reviewing
from hiring.config import SAMPLE
from hiring.findings.review import exhibits
from hiring.warehouse.asking import Warehouse
from hiring.warehouse.decided import packs, preparations, store
from hiring.warehouse.decided.decisions import DECISIONS, Decision


@pytest.fixture
def warehouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HIRING_DECISIONS", str(tmp_path / "decisions.sqlite"))
    monkeypatch.setenv("HIRING_AUDIT", str(tmp_path / "audit.jsonl"))
    result = built(tmp_path / "company", BASE).result
    assert result.warehouse is not None
    return result.warehouse.parent


def test_all_four_files_are_written_and_the_same_again_from_the_same_data(
    warehouse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    verb = ["review", "--warehouse", str(warehouse), "--quarter", "2024Q2", "--out", str(out), "--json"]
    assert main(verb) == 0
    told = json.loads(capsys.readouterr().out)
    files = {Path(name).suffix: Path(name) for name in told["files"]}
    assert set(files) == {".pptx", ".pdf", ".xlsx", ".html"}
    assert told["quarter"] == "2024Q2"
    first = {ending: path.read_bytes() for ending, path in files.items()}
    assert all(zipfile.is_zipfile(files[ending]) for ending in (".pptx", ".xlsx"))
    assert first[".pdf"].startswith(b"%PDF")
    assert b"2024 Q2 (Apr" in first[".html"]
    assert main(verb) == 0
    assert {ending: path.read_bytes() for ending, path in files.items()} == first
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


def test_a_file_is_of_the_pack_as_it_was_prepared_on_the_page(
    sample_warehouse: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HIRING_DECISIONS", str(tmp_path / "decisions.sqlite"))
    monkeypatch.setenv("HIRING_AUDIT", str(tmp_path / "audit.jsonl"))
    verb = ["review", "--warehouse", str(sample_warehouse), "--quarter", "2026Q2", "--format", "html"]
    for place, (exhibit, comment, left_out) in enumerate(
        [("alignment_gaps", "ask *why* <b>", 0), ("margin_for_one", "", 1)]
    ):
        preparation = preparations.Preparation(
            preparations.key_of("2026Q2", "meeting", exhibit),
            *(1, "2026Q2", "meeting", exhibit, left_out, comment),
            *(f"2026-07-0{place + 1}T10:00:00+00:00", "local"),
        )
        preparations.put(sample_warehouse, preparation)
    assert main([*verb, "--out", str(tmp_path / "out")]) == 0
    assert "as prepared: 1 left out, 1 commented" in capsys.readouterr().err
    (page,) = (tmp_path / "out").iterdir()
    text = page.read_text(encoding="utf-8")
    assert "ask *why* &lt;b&gt;" in text
    told, _, left_out = text.partition("Not in this pack")
    assert "(2025, so far) came back" not in told
    assert "(2025, so far) came back" in left_out


@pytest.mark.parametrize(
    ("quarter", "said"),
    breadth.first(
        1,
        [
            ("2031Q1", "2031 Q1 (Jan–Mar 2031) has not begun · the data end on"),
            ("1999Q1", "lies before the data, which begin on"),
            ("2024-Q2", "wanted a quarter such as 2026Q3"),
        ],
    ),
)
def test_a_quarter_of_which_the_data_say_nothing_is_one_line_and_no_file(
    warehouse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], quarter: str, said: str
) -> None:
    out = tmp_path / "out"
    assert main(["review", "--warehouse", str(warehouse), "--quarter", quarter, "--out", str(out)]) == 2
    assert said in capsys.readouterr().err.replace("\xa0", " ")
    assert not out.exists()


@pytest.mark.proof
def test_a_folder_that_cannot_be_written_is_one_line(
    warehouse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("not a folder")
    where = str(tmp_path / "file" / "out")
    verb = [
        "review",
        "--warehouse",
        str(warehouse),
        "--quarter",
        "2024Q2",
        "--out",
        where,
        "--format",
        "html",
    ]
    assert main(verb) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_news_are_what_came_since_the_last_pack_frozen_by_that_day_and_decisions_due(
    warehouse: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verb = ["news", "--warehouse", str(warehouse), "--since", "2024-01-01", "--json"]
    assert main(verb) == 0
    nothing = json.loads(capsys.readouterr().out)
    assert nothing["lines"] == []
    assert nothing["remarks"] == [
        "No pack was frozen by 1\xa0Jan\xa02024: what became clear since then cannot be told."
    ]
    values = {
        "measure": "",
        "wanted": None,
        "then_value": None,
        "then_low": None,
        "then_high": None,
        "then_n": 0,
    }
    DECISIONS.put(
        warehouse,
        Decision(
            decision_id="d1",
            version=1,
            quarter="2024Q1",
            text="meet every week",
            side="both",
            **{"owner_id": "", "due_on": "2024-03-01", "status": "open", **values},
            written_at="2024-01-15T00:00:00+00:00",
            written_by="local",
        ),
    )
    claim = {"exhibit": "gaps", "name": "Discovery", "label": "Clear"}
    kept = {
        "format": 1,
        "quarter": "2023 Q4",
        "lead": "x",
        "figures": [],
        "claims": [claim],
        "made_of": [],
        "html": "",
    }
    content = json.dumps(kept)
    moment, digest = "2023-12-31T00:00:00+00:00", packs.digest_of(content)
    packs.add(warehouse, packs.Pack("p1", "2023Q4", "meeting", moment, "local", digest, content))
    assert main(verb) == 3
    told = json.loads(capsys.readouterr().out)
    assert told["lines"] == [
        ["Clear or not", "Discovery fell back (before: clear; now: not told): gaps."],
        ["Decisions", "Due 1\xa0Mar\xa02024 and open: meet every week (both, 2024Q1)."],
    ]
    assert main([*verb[:-2], "2023-12-30", "--json"]) == 3
    assert [about for about, _ in json.loads(capsys.readouterr().out)["lines"]] == ["Decisions"]
    with sqlite3.connect(str(store.path_of(warehouse))) as connection:
        connection.execute("update packs set content = replace(content, 'Clear', 'Leaning')")
    assert main(verb) == 3
    told = json.loads(capsys.readouterr().out)
    assert "the pack of 2023Q4 frozen on 2023-12-31 is not as it was frozen" in told["remarks"][0]


def test_news_names_who_owes_for_who_may_see_names_and_nobody_for_the_meeting(
    sample_warehouse: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HIRING_DECISIONS", str(tmp_path / "decisions.sqlite"))
    monkeypatch.setenv("HIRING_AUDIT", str(tmp_path / "audit.jsonl"))
    verb = ["news", "--warehouse", str(sample_warehouse), "--since", "2026-04-01"]
    assert main([*verb, "--for", "names"]) == 3
    named = capsys.readouterr().out
    assert main(verb) == 3
    assert "2 promises of HR past the last day and still owed.\n" in capsys.readouterr().out
    said = next(line for line in named.splitlines() if "promises of HR" in line)
    _, owing = said.removesuffix(".").split("still owed: ")
    people = pd.read_csv(SAMPLE / "employees.csv", dtype=str)
    recruiters = set(people.loc[people["department"] == "HR", "full_name"])
    owed = dict(one.rsplit(" ", 1) for one in owing.split(", "))
    assert set(owed) <= recruiters
    assert sum(map(int, owed.values())) == 2


def test_no_source_the_meeting_is_not_told_of_comes_out_of_two_exhibits_side_by_side(
    sample_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIRING_AUDIT", str(tmp_path / "audit.jsonl"))
    warehouse = Warehouse(sample_warehouse)
    viewer = warehouse.viewer()

    def sources(audience: str) -> list[set[str]]:
        asked = reviewing.source_of(warehouse, viewer, filters.chosen([], warehouse, viewer), audience)
        shown = {one.key: one.marks.rows for one in exhibits.exhibits(asked, None, exhibits.aligned(asked))}
        groups = shown["high_performers_1"]
        return [set(groups.loc[groups["section"] == "Source", "name"]), set(shown["sources_value"]["name"])]

    groups, costs = sources("meeting")
    assert costs <= groups
    assert "Campus" not in costs  # 31 hires, but beside the totals it would tell of the 4 without a source
    assert "Campus" in sources("names")[1]
