from __future__ import annotations

import csv
import hashlib
import tracemalloc
from pathlib import Path

import pytest

from helpers.sample.rows import day
from hiring import contract, sample
from hiring.config import SAMPLE
from hiring.loading.settings import company_settings

MEGABYTE = 1_000_000


def digest(folder: Path) -> str:
    """One digest over the names and bytes of all files of a folder."""
    found = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path):
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        sample.write(tmp_path / name, hires=30, seed=seed)
    assert digest(tmp_path / "one") == digest(tmp_path / "again")
    assert digest(tmp_path / "one") != digest(tmp_path / "other")


def test_every_canonical_table_is_written_with_the_contracts_columns(written):
    assert set(written.counts) == {f"{table.name}.csv" for table in contract.TABLES}
    for table in contract.TABLES:
        first = (written.folder / f"{table.name}.csv").read_text(encoding="utf-8").split("\n", 1)[0]
        assert first.split(",") == [column.name for column in table.columns]


def test_the_counts_given_back_are_the_records_in_the_files(written):
    assert {
        f"{table.name}.csv": len(written.all_rows(table.name)) for table in contract.TABLES
    } == written.counts


def test_the_sample_is_small_enough_to_be_committed(written):
    assert sum(path.stat().st_size for path in written.folder.iterdir()) < 9 * MEGABYTE


def test_its_settings_can_be_read_and_name_every_role(written):
    settings = company_settings(written.folder)
    assert settings.base_currency == "EUR"
    assert {name for name, _ in settings.roles} == {
        row["role_profile"] for row in written.rows("requisitions")
    }
    assert settings.role("Major accounts").ramp_months == 2 * settings.role("Inside sales").ramp_months


def test_the_readme_says_first_that_all_is_invented(written):
    assert "invented" in (written.folder / "README.md").read_text(encoding="utf-8").split("\n", 1)[0]


def test_the_committed_sample_is_what_the_generator_writes(written):
    for table in contract.TABLES:
        committed = (SAMPLE / f"{table.name}.csv").read_text(encoding="utf-8").split("\n")
        now = (written.folder / f"{table.name}.csv").read_text(encoding="utf-8").split("\n")
        # Another platform's logarithm may end in another digit, so that a few lines may differ.
        assert len(set(committed) ^ set(now)) <= 0.02 * len(committed), table.name


def test_so_many_hires_and_so_many_opportunities_come_as_were_asked_for(tmp_path):
    counts = sample.write(tmp_path, hires=50, opportunities=12_345)
    with (tmp_path / "employees.csv").open(encoding="utf-8", newline="") as file:
        hires = sum(row["role_profile"] != "" for row in csv.DictReader(file))
    assert (hires, counts["opportunities.csv"]) == (50, 12_345)


@pytest.mark.proof
def test_a_large_file_of_opportunities_needs_no_quotes_and_holds_no_bad_row(tmp_path):
    sample.write(tmp_path, hires=300, opportunities=20_000, truth=tmp_path / "truth.json")
    text = (tmp_path / "opportunities.csv").read_text(encoding="utf-8")
    assert '"' not in text
    lines = text.rstrip("\n").split("\n")
    assert {line.count(",") for line in lines} == {lines[0].count(",")}
    assert len({line.split(",", 1)[0] for line in lines}) == 20_001
    assert "opportunities.csv" not in (tmp_path / "truth.json").read_text(encoding="utf-8")


def test_the_sum_of_sales_does_not_depend_on_the_number_of_deals(tmp_path):
    def euros(deals: int) -> float:
        sample.write(tmp_path / str(deals), hires=60, opportunities=deals)
        with (tmp_path / str(deals) / "opportunities.csv").open(encoding="utf-8", newline="") as file:
            return sum(float(row["amount"]) for row in csv.DictReader(file) if row["is_won"] == "true")

    assert euros(40_000) == pytest.approx(euros(6_000), rel=0.05)


@pytest.mark.proof
def test_memory_does_not_grow_with_the_opportunities(tmp_path):
    def peak(deals: int) -> int:
        tracemalloc.start()
        sample.write(tmp_path, hires=12, opportunities=deals)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    small, large = peak(110_000), peak(330_000)
    assert large < 1.2 * small
    assert large < 200 * MEGABYTE


def test_too_small_a_company_is_refused_with_what_is_wanted(tmp_path):
    with pytest.raises(ValueError, match="at least 10 hires and 1,000 opportunities"):
        sample.write(tmp_path, hires=9)
    with pytest.raises(ValueError, match="1,000 opportunities"):
        sample.write(tmp_path, opportunities=999)


def test_progress_is_told_of_every_file(tmp_path):
    told: dict[str, int] = {}
    counts = sample.write(tmp_path, hires=12, progress=told.__setitem__)
    assert told.items() <= counts.items()
    assert "opportunities.csv" in told


def test_the_latest_event_is_the_last_day_of_june_2026(written):
    last = day("2026-06-30")
    deals = [day(row["closed_on"]) for row in written.rows("opportunities") if row["closed_on"]]
    applied = [day(row["applied_on"]) for row in written.rows("applications")]
    sent = [day(row["submitted_on"]) for row in written.rows("interviews") if row["submitted_on"]]
    left = [day(row["termination_date"]) for row in written.rows("employees") if row["termination_date"]]
    hired = [day(row["hire_date"]) for row in written.rows("employees")]
    assert max(deals) == last
    assert max(applied + sent + left + hired) <= last
