"""The figures kept with the code, and a slice of how they are measured: a few companies through the whole product."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd
import pytest

from benchmarks import evidence as bench
from benchmarks import planted
from benchmarks.grounds import GROUNDS, Ground
from hiring.statistics.evidence import measured


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    """One company each of 150 hires in which nothing is true, and in which interviewers differ by a lot."""
    strong = planted.Scenario("strong", interviewers=0.6, sources=0.3)
    return [*bench.rows_of(bench.NULL, 150, 2), *bench.rows_of(strong, 300, 1)]


@pytest.mark.proof
def test_where_nothing_is_true_nothing_is_claimed(rows) -> None:
    null = rows[0]
    for kind in ("interviewers", "pairs", "sources"):
        assert null[kind]["claims"] == 0
        assert null[kind]["share_with_false_claim"] == 0
        assert null[kind]["covered_95"] == 1
    assert null["share_more_than_the_sum"] == 0


def test_strong_interviewers_are_found_through_exports_build_and_evidence(rows) -> None:
    found = rows[1]["interviewers"]
    assert found["rank_correlation"] > 0.5
    assert found["wrong_sign_share"] == 0 or math.isnan(found["wrong_sign_share"])
    assert found["covered_95"] > 0.75


def test_the_same_seed_writes_the_same_company(tmp_path: Path) -> None:
    truths = [planted.write(tmp_path / name, 60, bench.BOTH, 3) for name in "ab"]
    assert truths[0] == truths[1]
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_a_shape_changes_what_its_name_says(tmp_path: Path) -> None:
    def written(ground: Ground) -> dict[str, pd.DataFrame]:
        folder = tmp_path / ground.name.replace(" ", "_")
        planted.write(folder, 120, planted.Scenario("nothing is true", ground=ground), 1)
        return {
            name: pd.read_csv(folder / f"{name}.csv") for name in ("quotas", "interviews", "opportunities")
        }

    usual = written(Ground())
    shaped = {ground.name: written(ground) for ground in GROUNDS}
    assert set(_days(usual["quotas"])) == {28, 29, 30, 31}
    assert set(_days(shaped["quarterly quotas"]["quotas"])) == {90, 91, 92}
    assert set(_days(shaped["yearly quotas"]["quotas"])) == {365, 366}
    seats = {name: tables["interviews"].groupby("application_id").size() for name, tables in shaped.items()}
    assert set(seats["panels of one or two"]) == {1, 2}
    assert len(shaped["two seats in five not recorded"]["interviews"]) < 0.7 * len(usual["interviews"])
    few = shaped["a deal in three months"]["opportunities"]
    assert len(few) < 0.5 * len(usual["opportunities"])


def _days(quotas: pd.DataFrame) -> list[int]:
    start, end = (pd.to_datetime(quotas[f"period_{side}_on"]) for side in ("start", "end"))
    return [int(days) for days in ((end - start).dt.days + 1).unique()]


def test_figures_are_kept_and_read_back_and_shown_as_a_table(rows, tmp_path: Path) -> None:
    file = tmp_path / "measured.json"
    bench.kept_in(file, rows, commit="abc1234", day="2026-11-22")
    found = measured.read(file)
    assert (found.measured_on, found.commit, len(found.rows)) == ("2026-11-22", "abc1234", 2)
    assert found.rows[0].scenario == bench.NULL.name
    assert math.isnan(found.rows[0].interviewers.wrong_sign_share)
    lines = measured.as_markdown(found).splitlines()
    assert len(lines) == 4 + 2 * 3
    assert len({line.count("|") for line in lines[2:]}) == 1
    bench.kept_in(file, rows[:1], commit="def5678", day="2026-11-23")
    assert len(measured.read(file).rows) == 2
