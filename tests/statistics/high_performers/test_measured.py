"""The figures kept with the code, and a slice of how they are measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks import first_years
from benchmarks import one_scale as bench
from hiring.statistics.high_performers import measured


def test_the_figures_kept_hold_what_the_rows_claim() -> None:
    kept = measured.read()
    assert set(kept.companies) == set(bench.COMPANIES)
    for size in kept.by_size:
        assert abs(size.said - size.true) <= 1
        assert size.held >= 0.93
        assert size.mean_absolute <= size.mean_absolute_counted
    often = [one for one in kept.calibration if one.rows >= 200]
    # Of 120 hires, rows said far out are said a little too far out.
    assert all(abs(one.said - one.true) <= (5 if one.hires == 120 else 3) for one in often)
    for hires in kept.companies:
        mine = [one for one in kept.calibration if one.hires == hires]
        assert np.average([abs(one.said - one.true) for one in mine], weights=[one.rows for one in mine]) <= 2
    panels = [
        one for one in kept.differences if one.of in ("interviewer", "pair", "source") and one.rows >= 200
    ]
    assert all(0.93 <= one.held <= 1 for one in panels)
    assert all(abs(one.off) <= 1 for one in panels)


@pytest.mark.proof
def test_a_slice_of_them_is_measured_written_and_read_back(tmp_path: Path) -> None:
    every = bench.seen(first_years.Kind("interviewers differ"), 120, 3)
    assert set(every["outcome"]) == {"is_high_performer", "met_bar", "has_stayed"}
    assert every["true"].between(0, 100).all()
    file = tmp_path / "measured.json"
    bench.kept_in(file, bench.figures(every), {120: 1}, "abc1234", "2026-11-30")
    kept = measured.read(file)
    assert kept.companies == {120: 6}
    (people,) = (one for one in kept.by_size if one.of == "interviewer")
    told = every[(every["factor"] == "interviewer") & every["levelled"].notna()]
    assert people.rows == len(told)
    assert people.mean_absolute == pytest.approx((told["levelled"] - told["true"]).abs().mean(), abs=1e-3)
    assert "interviewer" in measured.as_markdown(kept)


def test_what_is_true_is_how_often_the_same_hires_come_out_so() -> None:
    one = first_years.company(first_years.Kind("nothing is true", 0, 0, 0, shift=0.0), 300, 1)
    # All hires are alike: a fifth of each role become high performers, each hire about as often.
    assert one.truth["is_high_performer"].mean() == pytest.approx(0.2, abs=0.01)
    assert one.truth["is_high_performer"].std() < 0.04
    assert one.truth["has_stayed"].mean() == pytest.approx(one.outcomes["has_stayed"].mean(), abs=0.08)


def test_the_same_seed_makes_the_same_company() -> None:
    first, second = (first_years.company(first_years.Kind("interviewers differ"), 60, 5) for _ in range(2))
    assert np.array_equal(first.truth.to_numpy(), second.truth.to_numpy())
    assert first.seats.equals(second.seats)
