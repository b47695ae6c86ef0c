"""The verb `template`: what it says of each column, and that its filled rows are true and never anybody's hire."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from hiring.__main__ import main
from hiring.contract import TABLES
from hiring.loading.ingest import Known, read_exports


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "t"
    assert main(["template", "--out", str(folder)]) == 0
    return folder


def filled(explanations: str) -> dict[str, str]:
    """File → its header and filled row, as they are explained."""
    parts = explanations.split("## ")[1:]
    return {part.split("\n", 1)[0]: part.split("```\n")[1] for part in parts}


def test_every_column_is_explained_with_its_words_and_an_example(written: Path) -> None:
    text = (written / "README-columns.md").read_text(encoding="utf-8")
    assert (
        "| status | yes | Where it stands. One of `active`, `hired`, `rejected`, `withdrawn`, `offer_declined`."
        in text
    )
    assert "| closed_on |" in text
    for table in TABLES:
        for column in table.columns:
            assert f"| {column.name} | " in text
            assert f"{column.means.replace('|', chr(92) + '|')}. " in text


def test_the_filled_rows_are_read_and_typed_without_a_row_set_aside(
    written: Path, capsys, tmp_path: Path
) -> None:
    rows = filled((written / "README-columns.md").read_text(encoding="utf-8"))
    assert set(rows) == {f"{table.name}.csv" for table in TABLES}
    exports = tmp_path / "exports"
    exports.mkdir()
    for name, text in rows.items():
        (exports / name).write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "--exports", str(exports), "--warehouse", str(tmp_path / "w")]) == 0
    said = capsys.readouterr()
    assert "set aside ·" not in said.out + said.err


def test_no_reader_takes_the_filled_rows_for_rows(written: Path, tmp_path: Path) -> None:
    exports = tmp_path / "exports"
    shutil.copytree(written, exports)
    read = read_exports(exports, tmp_path / "scratch", known=Known())
    assert "README-columns.md" not in {file.file for file in read}
    assert {file.file: file.records for file in read if file.records} == {}
    assert duckdb.sql(
        f"select count(*) from read_csv('{exports}/employees.csv', header = true)"
    ).fetchall() == [(0,)]
