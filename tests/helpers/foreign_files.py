"""The invented files of nine languages in `foreign_files.toml`, as the dashboard looks at a file nobody knows."""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hiring.mapping.facts import MOST_WORDS, Facts
from hiring.mapping.labels import keys_of


@dataclass(frozen=True)
class Foreign:
    """A file as text; the table it holds; our column → its labels; our column → word of the file → our word."""

    file: str
    table: str
    text: str
    columns: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]

    @property
    def facts(self) -> Facts:
        """What is known of it before anybody said what it means."""
        labels, *rows = csv.reader(self.text.strip().splitlines(), delimiter=";")
        by_key = dict(zip(keys_of(labels), zip(*rows, strict=True), strict=True))
        cells = {key: tuple(cell for cell in column if cell) for key, column in by_key.items()}
        counts = {key: Counter(column).most_common() for key, column in cells.items()}
        words = {key: tuple(found) for key, found in counts.items() if len(found) <= MOST_WORDS}
        return Facts(self.file, tuple(labels), cells, words, len(rows))

    def labels_of(self, column: str) -> tuple[str, ...]:
        """The labels that one of our columns is made of."""
        return tuple(self.columns[column].split(" + ")) if column in self.columns else ()


def _read(name: str) -> tuple[Foreign, ...]:
    found = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))[name]
    return tuple(
        Foreign(one["file"], one["table"], one["text"], one.get("columns", {}), one.get("words", {}))
        for one in found
    )


FILES, KEPT_BACK, OTHERS = _read("files"), _read("kept_back"), _read("others")
