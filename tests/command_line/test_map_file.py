"""The verb `map`: asked line by line or answered in a file, it shows what would load and saves what was said."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from helpers import flat_reports
from helpers.strange_deals import (
    ANSWERS_TOML,
    FILE,
    SPLITS_FILE,
    STAFF_FILE,
    strange_exports,
    strange_people,
    strange_splits,
)
from hiring.__main__ import main
from hiring.loading import first_rows

# One line a question: the table, no further table, its columns in order, three words, two date orders, a currency.
TYPED = """opportunities
-
1
Phase

-
5
Betreuer
-
-
-
Abschluss
-
-
-
won
open
lost
dmy
1
EUR
"""


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    return strange_exports(tmp_path / "exports")


def typed(monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))


def test_answers_in_a_file_are_saved_as_a_mapping_and_told(exports, capsys, tmp_path) -> None:
    (tmp_path / "answers.toml").write_text(ANSWERS_TOML, encoding="utf-8")
    words = ["map", FILE, "--exports", str(exports), "--answers", str(tmp_path / "answers.toml"), "--json"]
    assert main(words) == 0
    said = capsys.readouterr()
    mapping = exports / "mappings" / "geschafte-q3.toml"
    assert json.loads(said.out) == {
        "mapping": str(mapping),
        "table": "opportunities",
        "loaded": 6,
        "set_aside": 1,
        "is_whole": True,
    }
    assert 'told_by = [["Geschäfts-Nr"]' in mapping.read_text(encoding="utf-8")
    lines = said.err.splitlines()
    assert lines[0].split() == [
        *("line", "opportunity_id", "owner_id", "stage", "is_won"),
        *("amount", "currency", "created_on", "closed_on"),
    ]
    assert "6 rows would load, 1 would be set aside, 0 lines skipped" in lines
    assert main(words) == 2
    assert "there is one of that name already" in capsys.readouterr().err
    assert main([*words, "--replace"]) == 0


def test_the_same_questions_are_asked_line_by_line(exports, capsys, monkeypatch, tmp_path) -> None:
    typed(monkeypatch, TYPED)
    assert main(["map", str(exports / FILE), "--exports", str(tmp_path), "--name", "By hand"]) == 0
    asked = capsys.readouterr().err
    assert "Which column is opportunity_id?" in asked
    assert "the day first: 03/04/2026 is 3 April" in asked
    assert 'date_order = "dmy"' in (tmp_path / "mappings" / "by-hand.toml").read_text(encoding="utf-8")


def test_of_a_large_file_it_is_said_which_rows_were_looked_at(exports, capsys, monkeypatch) -> None:
    monkeypatch.setattr(first_rows, "MOST_ROWS", 6)
    typed(monkeypatch, TYPED.replace("won\nopen\nlost\n", "won\nlost\n"))
    assert main(["map", FILE, "--exports", str(exports), "--json"]) == 0
    said = capsys.readouterr()
    assert said.err.startswith("a large file: what is said of it is from its first 6 rows\n")
    assert "from the first 6 rows: 6 rows would load, 0 would be set aside, 0 lines skipped" in said.err
    assert json.loads(said.out)["is_whole"] is False


def test_whether_shares_are_percent_is_asked_for_and_given_in_a_file_alike(
    capsys, monkeypatch, tmp_path
) -> None:
    exports = strange_splits(tmp_path / "exports")
    typed(monkeypatch, "opportunity_splits\n1\n2\n3\npercent\n")
    assert main(["map", SPLITS_FILE, "--exports", str(exports)]) == 0
    asked = capsys.readouterr().err
    assert "percent (50 is one half) or a share of one (0.5 is one half)?" in asked
    saved = (exports / "mappings" / "aufteilung.toml").read_text(encoding="utf-8")
    given = (
        'table = "opportunity_splits"\n[columns]\nopportunity_id = "Geschäfts-Nr"\nowner_id = "Betreuer"\n'
    )
    given += 'share = "Anteil"\n[percent]\nAnteil = true\n'
    (tmp_path / "answers.toml").write_text(given, encoding="utf-8")
    words = ["--exports", str(exports), "--answers", str(tmp_path / "answers.toml"), "--replace"]
    assert main(["map", SPLITS_FILE, *words]) == 0
    assert (exports / "mappings" / "aufteilung.toml").read_text(encoding="utf-8") == saved
    assert "percent = true" in saved


def test_managers_by_name_are_asked_about(capsys, monkeypatch, tmp_path) -> None:
    exports = strange_people(tmp_path / "exports")
    given = (
        "employees\n-\nNr\nName\nBereich\nBeginn\n" + "-\n" * 3 + "Chefin\n" + "-\n" * 5 + "Sales\nnames\n"
    )
    typed(monkeypatch, given)
    assert main(["map", STAFF_FILE, "--exports", str(exports)]) == 0
    assert "Who stands in Chefin?" in capsys.readouterr().err
    saved = (exports / "mappings" / "leute.toml").read_text(encoding="utf-8")
    assert 'manager_id = { from = ["Chefin"], lookup = "full_name" }' in saved


def test_what_is_still_open_is_told_and_nothing_is_saved(exports, capsys, tmp_path) -> None:
    text = ANSWERS_TOML.replace('Angebot = "open"\n', "").replace('Angelegt = "dmy"\n', "")
    (tmp_path / "answers.toml").write_text(text, encoding="utf-8")
    assert main(["map", FILE, "--exports", str(exports), "--answers", str(tmp_path / "answers.toml")]) == 1
    said = capsys.readouterr().err.splitlines()
    assert "still to say · What does Angebot mean, in 1 row of Phase?" in said
    assert any(line.startswith("still to say · Angelegt: the day first") for line in said)
    assert said[-1] == "nothing saved"
    assert not (exports / "mappings").exists()


def test_answers_that_end_too_early_and_those_nobody_offered_are_told(exports, capsys, monkeypatch) -> None:
    typed(monkeypatch, "deals\nopportunities\nnope\n")
    assert main(["map", FILE, "--exports", str(exports)]) == 2
    said = capsys.readouterr().err
    assert "deals is none of them" in said
    assert "nope is none of them" in said
    assert said.splitlines()[-1].endswith("the answers ended before the questions did · nothing saved")


@pytest.mark.parametrize(
    ("file", "code", "told"),
    [("gone.csv", 2, "no file gone.csv, neither here nor in"), ("page.csv", 1, "header is HTML")],
)
def test_a_file_that_is_not_there_or_no_table_is_one_line(exports, capsys, file, code, told) -> None:
    (exports / "page.csv").write_text("<!DOCTYPE html><html>")
    assert main(["map", file, "--exports", str(exports)]) == code
    said = capsys.readouterr().err
    assert told in said
    assert len(said.splitlines()) == 1


def test_a_turned_sheet_is_asked_which_columns_are_periods_and_shown_row_by_row(
    capsys, monkeypatch, tmp_path
) -> None:
    flat_reports.put(tmp_path, "Quoten.csv")
    typed(monkeypatch, "\n\n\n\nEUR\n")  # quotas, these periods, the column with names, no currency column
    assert main(["map", "Quoten.csv", "--exports", str(tmp_path)]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert "   1  Q1 2024 … Q4 2024: 4 columns, not Gesamt" in lines
    shown = [line.split("  ") for line in lines if line.startswith("5 ")]
    assert [cell.strip() for cell in shown[0] if cell] == [
        *("5", "Ada First", "2024-01-01", "2024-03-31", "1000.0000", "EUR")
    ]
    assert "2 rows would load, 0 would be set aside, 4 lines skipped; they are 7 rows of quotas" in lines
    assert any("a total that contradicts its parts" in line for line in lines)
    assert 'periods = ""' in (tmp_path / "mappings" / "quoten.toml").read_text(encoding="utf-8")


def test_the_tables_of_one_file_are_shown_one_by_one(capsys, tmp_path) -> None:
    flat_reports.put(tmp_path, "candidats.csv")
    (tmp_path / "answers.toml").write_text(flat_reports.APPLICANT_ANSWERS, encoding="utf-8")
    words = ["map", "candidats.csv", "--exports", str(tmp_path), "--answers", str(tmp_path / "answers.toml")]
    assert main(words) == 0
    lines = capsys.readouterr().err.splitlines()
    titles = [line for line in lines if line.endswith("rows:")]
    assert titles == ["applications, 4 rows:", "candidates, 3 rows:", "interviews, 3 rows:"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            'periods = "budget"',
            "periods · found 'budget' · wanted the words beside its columns of periods, of which",
        ),
        (
            "[also.quotas]",
            "also.quotas · found 'quotas' · wanted one of candidates, interviews, requisitions",
        ),
        ('[also.candidates]\nnulls = ["-"]', "also.candidates.nulls · found 'nulls' · wanted one of columns"),
        ('year = "lunar"', "year · found 'lunar' · wanted calendar or fiscal"),
    ],
)
def test_answers_about_periods_and_further_tables_that_fit_nothing_are_told(
    capsys, tmp_path, wrong: str, said: str
) -> None:
    flat_reports.put(tmp_path, "candidats.csv")
    (tmp_path / "answers.toml").write_text(f'table = "applications"\n{wrong}\n', encoding="utf-8")
    words = ["map", "candidats.csv", "--exports", str(tmp_path), "--answers", str(tmp_path / "answers.toml")]
    assert main(words) == 2
    assert said in capsys.readouterr().err
