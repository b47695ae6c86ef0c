"""Methods on the hiring plan: how many ranges held, beside last year's mean and spread, and where fewest did."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiring.findings.methods import plans
from hiring.statistics.planning import measured
from hiring.statistics.planning.measured import ALL, Foretold, Measurement

FOUND = Measurement(
    "2026-11-30",
    "abc1234",
    (
        Foretold("years differ much", 150, 0, 10, 100, 70, 10, 0.6, 40, 1.9, 1.0),
        Foretold(ALL, 150, 0, 20, 200, 170, 15, 0.6, 110, 1.8, 0.95),
        Foretold("growing", 300, 0, 10, 100, 78, 10, 0.5, 30, 2.0, 1.1),
        Foretold(ALL, 300, 0, 20, 200, 164, 15, 0.5, 90, 2.0, 0.8),
        Foretold(ALL, 150, 6, 20, 200, 160, 15, 0.7, 80, 2.1, 0.9),
    ),
)


def test_a_row_a_kind_and_a_column_a_size_count_the_ranges_that_held() -> None:
    rows = plans.table(FOUND)
    assert rows.columns.tolist() == ["Ranges that held", "150 hires", "300 hires"]
    told = [[str(cell).replace("\u202f", " ") for cell in row] for row in rows.values.tolist()]
    assert told == [
        ["Years differ much, as it begins", "70 of 100 (70 %)", "not known"],
        ["All kinds, as it begins", "170 of 200 (85 %)", "164 of 200 (82 %)"],
        ["Growing, as it begins", "not known", "78 of 100 (78 %)"],
        ["All kinds, 6 months before", "160 of 200 (80 %)", "not known"],
    ]


def test_the_words_say_what_held_and_where_it_fails() -> None:
    said = plans.in_words(FOUND).replace("\u202f", " ")
    assert "held 80–85 % by size of company" in said
    assert (
        "narrower ranges (ours are 1.80 to 2.10 times as wide), which held 40–55 %; widened to hold as many"
        in said
    )
    assert "ours are 0.80 to 0.95 times as wide." in said
    assert "No narrower where companies are growing: up to 1.10 times." in said
    assert said.endswith("Fewest held where years differ much: 70 of 100 at 150 hires.")


def test_the_figures_kept_are_read_and_without_them_it_says_so(tmp_path: Path) -> None:
    kept = measured.read()
    every = [row for row in kept.foretold if row.kind == ALL]
    assert sum(row.companies for row in every if row.lead == 0) >= 200
    assert all(0.75 <= row.held / row.role_years <= 0.9 for row in every)
    assert all(row.to_as_good < 1 for row in every)
    assert plans.in_words(None) == plans.NOT_MEASURED
    with pytest.raises(OSError, match="nothing"):
        measured.read(tmp_path / "nothing.json")
