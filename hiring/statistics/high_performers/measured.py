"""How well rows do on companies whose truth is known: figures measured once and kept with the code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from hiring.words import number, percent

FILE = Path(__file__).parent / "measured.json"


@dataclass(frozen=True)
class Levelled:
    """What is said to be left after luck, of so many `rows` of companies of so many `hires`; in a hundred.

    `said` and `true`: means over the rows; `mean_absolute`: how far the two are apart in a row, on average, and
    `mean_absolute_counted` how far what was counted is from the truth; `held`: share of 95 % ranges that hold it. `of`:
    interviewers, pairs or sources; `kind`: what is true in the companies; `said_in`: where what was said lies. What
    figures are not split by is empty.
    """

    hires: int
    rows: int
    said: float
    true: float
    mean_absolute: float
    mean_absolute_counted: float
    held: float
    of: str = ""
    kind: str = ""
    said_in: str = ""


@dataclass(frozen=True)
class Differences:
    """Counted less expected: share of 95 % ranges that hold the truth, and by how much expected is off on average."""

    hires: int
    outcome: str
    of: str
    rows: int
    held: float
    off: float


@dataclass(frozen=True)
class Measurement:
    """All figures, their day and commit; `companies` by their hires."""

    measured_on: str
    commit: str
    companies: dict[int, int]
    levelled: tuple[Levelled, ...]
    by_size: tuple[Levelled, ...]
    calibration: tuple[Levelled, ...]
    differences: tuple[Differences, ...]


def read(path: Path = FILE) -> Measurement:
    """The figures kept with the code; raises `OSError` where they were never measured."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    levelled, by_size, calibration = (
        tuple(Levelled(**row) for row in kept[name]) for name in ("levelled", "by_size", "calibration")
    )
    return Measurement(
        kept["measured_on"],
        kept["commit"],
        {int(size["hires"]): int(size["companies"]) for size in kept["sizes"]},
        levelled,
        by_size,
        calibration,
        tuple(Differences(**row) for row in kept["differences"]),
    )


def as_markdown(found: Measurement) -> str:
    """Tables of the figures: after luck by size, by kind and by what was said; then differences."""
    lines = [f"Measured on {found.measured_on} at {found.commit}.", ""]
    lines += _table(
        "hires|of|what is true|said in|rows|said|true|apart|counted apart|ranges hold",
        [
            f"{row.hires}|{row.of}|{row.kind}|{row.said_in}|{row.rows}|{number(row.said, 1)}|{number(row.true, 1)}|"
            f"{number(row.mean_absolute, 1)}|{number(row.mean_absolute_counted, 1)}|{percent(row.held)}"
            for row in (*found.by_size, *found.levelled, *found.calibration)
        ],
    )
    lines += _table(
        "hires|outcome|of|rows|ranges hold|expected is off",
        [
            f"{row.hires}|{row.outcome}|{row.of}|{row.rows}|{percent(row.held)}|{number(row.off, 2)}"
            for row in found.differences
        ],
    )
    return "\n".join(lines)


def _table(head: str, rows: list[str]) -> list[str]:
    return [f"|{head}|", "|" + "---|" * (head.count("|") + 1), *(f"|{row}|" for row in rows), ""]
