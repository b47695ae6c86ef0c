"""The default sample, written once for all tests of it, with its truth."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hiring import sample

Row = dict[str, str]


@dataclass(frozen=True)
class Written:
    """A written sample: its folder, the counts `write` gave back and the truth."""

    folder: Path
    counts: dict[str, int]
    truth: dict[str, Any]

    def all_rows(self, table: str) -> list[Row]:
        """Every record of a table, bad ones and all."""
        with (self.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def rows(self, table: str) -> list[Row]:
        """The records of a table without those planted as bad (and without both of a clashing pair)."""
        with (self.folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            names = next(reader)
            bad = {row["line"] for row in self.truth["bad_rows"] if row["file"] == f"{table}.csv"}
            kept, before = [], reader.line_num
            for cells in reader:
                if before + 1 not in bad:
                    kept.append(dict(zip(names, cells, strict=True)))
                before = reader.line_num
        return kept


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("sample")
    counts = sample.write(folder / "exports", truth=folder / "truth.json")
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return Written(folder / "exports", counts, truth)
