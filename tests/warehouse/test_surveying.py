"""Looking at files before they mean anything: which are known, and what one holds."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from helpers.strange_deals import ANSWERS, FILE, strange_exports
from helpers.workbooks_by_hand import number, packed, parts_of, row, sheet, text
from hiring.loading import first_rows
from hiring.loading.messages import RefusedError
from hiring.mapping import own, presets
from hiring.mapping.drafting import draft
from hiring.mapping.form import Answers
from hiring.mapping.writing import mapping_text
from hiring.warehouse import surveying
from hiring.warehouse.surveying import KNOWN, glances, survey


def states(exports: Path) -> dict[str, tuple[str, str]]:
    return {one.file: (one.state, one.holds) for one in glances(exports, own.every(exports))}


def test_each_file_is_told_by_its_header(tmp_path: Path) -> None:
    exports = strange_exports(tmp_path)
    (exports / "deals.csv").write_text("Record ID,Deal Name,Deal Stage,Amount,Close Date\n")
    (exports / "quotas.csv").write_text("owner,from,to,amount,currency\n")
    (exports / "page.csv").write_text("<!DOCTYPE html><html>")
    found = states(exports)
    assert found["employees.csv"] == ("known", "employees")
    assert found[FILE] == ("unknown", "")
    assert found["deals.csv"] == ("near", "")
    assert found["quotas.csv"] == ("near", "")
    assert found["page.csv"] == ("refused", "")
    own.save(exports, FILE, mapping_text(draft(survey(exports, FILE), ANSWERS)))
    assert states(exports)[FILE] == ("known", f"Own export {FILE}")
    assert "mappings" not in states(exports)


def test_of_a_header_too_wide_to_be_read_no_label_is_looked_up(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "wide.csv").write_text("a," * 300_000 + "\n1\n")
    monkeypatch.setattr(surveying, "recognise", None)  # its time grows with the labels: a minute for these
    (found,) = glances(tmp_path, presets.installed())
    assert (found.state, str(found.message)) == (
        "refused",
        "wide.csv · line 1 · found 300,001 columns · wanted at most 500 · file refused: too many columns · "
        "export only the columns of the template",
    )


def test_of_a_packed_file_only_the_start_is_unpacked_to_tell_what_it_is(tmp_path: Path, monkeypatch) -> None:
    header = b"employee_id,full_name,department,hire_date\n"
    packed = gzip.compress(header + b"1,Ada Byron,Sales,2024-01-10\n" * 9)
    (tmp_path / "people.csv.gz").write_bytes(packed)
    (tmp_path / "twice.csv.gz").write_bytes(gzip.compress(packed))
    (tmp_path / "page.csv.gz").write_bytes(gzip.compress(b"<!DOCTYPE html><html>"))
    (tmp_path / "cut.csv.gz").write_bytes(packed[:30])
    told = {
        one.file: (one.state, one.message.outcome if one.message else "") for one in glances(tmp_path, ())
    }
    assert told == {
        "people.csv.gz": ("known", ""),
        "twice.csv.gz": ("refused", "file refused: a gzip file inside a gzip file"),
        "page.csv.gz": ("refused", "file refused: header is HTML: session expired?"),
        "cut.csv.gz": ("refused", "file refused: the gzip file is damaged or cut"),
    }
    monkeypatch.setattr(surveying, "plain", None)
    assert [one.state for one in glances(tmp_path, (), "people.csv.gz")] == ["known"]


@pytest.mark.parametrize("name", ["opportunities.csv", "anything.csv"])
def test_a_mapping_holds_under_any_file_name(tmp_path: Path, name: str) -> None:
    exports = strange_exports(tmp_path)
    own.save(exports, FILE, mapping_text(draft(survey(exports, FILE), ANSWERS)))
    (exports / FILE).rename(exports / name)
    assert states(exports)[name] == ("known", f"Own export {FILE}")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16"])
def test_a_header_with_accents_is_told_by_its_mapping_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "pessoas.csv"
    path.write_text("Matrícula;Nome;Setor;Admissão\nF1;Inês Nunes;Comercial;2024-03-01\n", encoding=encoding)
    columns = {
        "employee_id": "matrícula",
        "full_name": "nome",
        "department": "setor",
        "hire_date": "admissão",
    }
    answers = Answers("employees", {ours: (key,) for ours, key in columns.items()})
    own.save(tmp_path, "pessoas", mapping_text(draft(survey(tmp_path, path.name), answers)))
    (glance,) = glances(tmp_path, own.every(tmp_path))
    assert (glance.state, glance.mapping, glance.tables) == (KNOWN, "pessoas", ("employees",))


def test_a_file_is_looked_at_whole(tmp_path: Path) -> None:
    facts = survey(strange_exports(tmp_path), FILE)
    assert list(facts.columns.values())[:3] == ["Geschäfts-Nr", "Betreuer", "Phase"]
    assert facts.words["phase"] == (("Gewonnen", 5), ("Angebot", 1), ("Verloren", 1))
    assert facts.cells["wert"][:2] == ("1.000,00", "500,50")
    assert facts.cells["notiz"] == ("[x](https://evil.example)", "<img src=x onerror=alert(1)>")
    assert facts.count_rows == 7


def test_of_a_large_file_the_first_rows_are_looked_at(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(first_rows, "MOST_ROWS", 5)
    facts = survey(strange_exports(tmp_path), FILE)
    assert (facts.count_rows, facts.is_whole) == (5, False)
    assert facts.words["phase"] == (("Gewonnen", 5),)
    monkeypatch.setattr(first_rows, "MOST_ROWS", 7)
    assert survey(tmp_path, FILE).is_whole


def test_a_header_without_rows_is_looked_at_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("Colour,Shape\n")
    assert survey(tmp_path, "x.csv").columns == {"colour": "Colour", "shape": "Shape"}


def test_a_sheet_of_a_workbook_is_a_file_of_its_own(tmp_path: Path) -> None:
    won = sheet(row(1, text("Nr"), text("Wert")) + row(2, text("O1"), number(1000)))
    notes = sheet(row(1, text("Colour"), text("Shape")) + row(2, text("red"), text("round")))
    (tmp_path / "deals.xlsx").write_bytes(packed(parts_of({"Won": won, "Notes": notes})))
    assert [one.file for one in glances(tmp_path, ())] == ["deals.xlsx › Won", "deals.xlsx › Notes"]
    assert survey(tmp_path, "deals.xlsx › Notes").words["shape"] == (("round", 1),)


def test_what_is_no_table_and_what_is_gone_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "page.csv").write_text("<!DOCTYPE html><html>")
    with pytest.raises(RefusedError, match="header is HTML"):
        survey(tmp_path, "page.csv")
    with pytest.raises(RefusedError, match="it is not there any more"):
        survey(tmp_path, "gone.csv")
