"""Methods on the pull of the one before: how often it is found where there is none, and where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiring.findings.methods import pull
from hiring.statistics.ratings import measured
from hiring.statistics.ratings.measured import Measurement, Pulls

FOUND = Measurement(
    "2026-11-30",
    "abc1234",
    (
        Pulls(150, 0.0, 160, 158, 5, 4, 0.004, 650),
        Pulls(1000, 0.0, 80, 80, 1, 2, -0.002, 3900),
        Pulls(150, -0.1, 40, 40, 9, 0, -0.06, 650),
        Pulls(1000, -0.1, 20, 20, 18, 0, -0.08, 3900),
    ),
)


def test_a_row_a_truth_and_a_column_a_size_count_the_companies_outside() -> None:
    rows = pull.table(FOUND)
    assert rows.columns.tolist() == ["Companies outside", "150 hires", "1,000 hires"]
    assert rows.values.tolist() == [
        ["Nothing pulls", "9 of 158", "3 of 80"],
        ["0.1 points less after one a point better", "9 of 40", "18 of 20"],
    ]


def test_the_words_say_how_often_it_is_wrong_and_that_no_label_comes_of_it() -> None:
    said = pull.in_words(FOUND)
    assert "Where nothing pulls, 12 of 238 lay outside" in said
    assert "describes and gives no label" in said
    assert said.endswith(
        "A pull of 0.10 is found as 0.08 on average: colleagues' ratings hold error of their own."
    )


def test_what_was_never_measured_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pull.in_words(None) == pull.NOT_MEASURED
    assert pull.table(None).empty
    monkeypatch.setattr(measured, "read", lambda: measured.json.loads((tmp_path / "no").read_text()))
    pull.kept.cache_clear()
    assert pull.kept() is None
    pull.kept.cache_clear()
