"""The pull of the one before, on companies whose truth is known: what is kept with the code, and a slice of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import pulls
from hiring.statistics.ratings import measured


def test_where_nothing_pulls_about_one_company_in_twenty_lies_outside() -> None:
    kept = measured.read()
    null = [one for one in kept.pulls if one.pull == 0]
    assert {one.hires for one in null} == set(pulls.COMPANIES)
    assert sum(one.companies for one in null) >= 400
    outside, told = sum(one.below + one.above for one in null), sum(one.told for one in null)
    assert outside <= 0.08 * told
    assert all(abs(one.off) <= 0.01 for one in null)


def test_a_planted_pull_is_found_more_often_in_larger_companies_and_never_the_other_way() -> None:
    for pull in (-0.1, -0.2):
        rows = sorted((one for one in measured.read().pulls if one.pull == pull), key=lambda one: one.hires)
        shares = [one.below / one.told for one in rows]
        assert shares == sorted(shares)
        assert shares[-1] >= 0.8
        assert sum(one.above for one in rows) <= 1
        assert all(pull < one.off < 0 for one in rows)


def test_a_slice_is_measured_and_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "measured.json"
    monkeypatch.setattr(pulls, "COMPANIES", {150: 1})
    monkeypatch.setattr(pulls, "PULLS", {-0.3: 1.0})
    monkeypatch.setattr("sys.argv", ["pulls", "--keep", str(file)])
    pulls.main()
    (row,) = measured.read(file).pulls
    one = pulls.found(0, 150, -0.3)
    assert one is not None
    assert (row.companies, row.told, row.below) == (1, 1, int(one.slope < one.low))
    assert row.pairs == one.count


def test_the_same_seed_makes_the_same_company() -> None:
    first, second = (pulls.cards(5, 20, -0.1) for _ in range(2))
    assert first[0].equals(second[0])
    assert first[1].equals(second[1])
