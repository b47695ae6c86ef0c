"""The fourth promise: the same exports give the same digest, in whatever order; one other value gives another."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import BASE, CLOCK, EMPLOYEES, OPPORTUNITIES, Built, built, write_exports
from helpers.standing import standing
from hiring import sample
from hiring.config import SAMPLE
from warehouse.fates import built_from, deal, deals


def _shuffled(text: str, seed: int) -> str:
    header, *rows = text.strip("\n").split("\n")
    random.Random(seed).shuffle(rows)
    return "\n".join([header, *rows]) + "\n"


def _reordered(company: Path, folder: Path, seed: int) -> Path:
    """The company with the rows of every file in another order, its deals cut into two files."""
    folder.mkdir()
    for path in company.iterdir():
        if path.suffix != ".csv":
            (folder / path.name).write_bytes(path.read_bytes())
            continue
        with path.open(encoding="utf-8", newline="") as handle:
            header, *rows = csv.reader(handle)
        random.Random(f"{seed} {path.name}").shuffle(rows)
        half = len(rows) // 2 if path.stem == "opportunities" else len(rows)
        for name, part in ((f"z_{path.name}", rows[:half]), (path.name, rows[half:])):
            if part:
                with (folder / name).open("w", encoding="utf-8", newline="") as handle:
                    csv.writer(handle).writerows([header, *part])
    return folder


@pytest.fixture(scope="module")
def shuffled(tmp_path_factory: pytest.TempPathFactory) -> list[Built]:
    """A company built from rows and files in another order each time: of 60 hires twice, in proof the sample thrice."""
    folder = tmp_path_factory.mktemp("orders")
    company = SAMPLE
    if not breadth.EVERY_CASE:
        company = folder / "exports"
        sample.write(company, hires=60, opportunities=4_000, seed=5)
    builds = []
    for seed in breadth.some((0, 2), (0, 1, 2)):
        exports = _reordered(company, folder / f"exports{seed}", seed)
        for path in list(exports.glob("z_*.csv")) if seed == 2 else []:
            path.rename(path.with_name(path.name.replace("z_", "a_")))
        builds.append(built_from(exports, folder / f"warehouse{seed}"))
    return builds


def test_a_company_of_many_rows_has_one_digest_whatever_the_order(shuffled: list[Built]) -> None:
    assert [company.result.outcome for company in shuffled] == ["served"] * breadth.some(2, 3)
    assert len({company.result.digest for company in shuffled}) == 1


def test_every_mart_is_the_same_to_the_last_digit_whatever_the_order(shuffled: list[Built]) -> None:
    tables = [row[0] for row in shuffled[0].rows("select table_name from duckdb_tables() order by 1")]
    account = {"build", "files_read", "rows_set_aside", "notes", "columns_not_loaded"}
    selects = [
        f"select '{table}', sum(hash(kept)::hugeint) from marts.{table} as kept"
        for table in tables
        if table not in account
    ]
    first, *others = (company.each(selects) for company in shuffled)
    assert others == [first] * len(others)


def test_the_digest_of_a_small_company_heeds_no_order_of_rows_files_or_names(tmp_path: Path) -> None:
    tables = {**BASE, "opportunities": deals([deal("X", amount="?"), deal("Y", created_on="no")])}
    first = built(tmp_path / "a", tables)
    mixed = {name: _shuffled(text, 7) for name, text in tables.items()}
    exports = write_exports(tmp_path / "b" / "exports", mixed)
    (exports / "employees.csv").rename(exports / "staff 2026.csv")
    header, *rows = (exports / "opportunities.csv").read_text().splitlines()
    (exports / "opportunities.csv").write_text("\n".join([header, *rows[:9]]) + "\n")
    (exports / "0 more deals.csv").write_text("\n".join([header, *rows[9:]]) + "\n")
    # Two bad rows are more than a tenth of a part of the file: a person says that the rest is to be loaded.
    second = built_from(exports, tmp_path / "b" / "warehouse")
    if second.result.outcome == "held":
        lines = [q.line(CLOCK).replace("your name", "Hana") for q in second.result.questions]
        (exports / "answers.toml").write_text("\n".join(lines) + "\n")
        second = built_from(exports, tmp_path / "b" / "warehouse")
    assert second.result.digest == first.result.digest != ""


@pytest.mark.parametrize(
    ("table", "old", "new"),
    breadth.first(
        1,
        [
            ("opportunities", "500.50", "500.51"),
            ("opportunities", "2024-07-01", "2024-07-02"),
            ("employees", "North,SMB", "South,SMB"),
            ("crm_users", "Xena Unknown", "Xena Known"),
        ],
    ),
)
def test_one_other_value_gives_another_digest(table: str, old: str, new: str, tmp_path: Path) -> None:
    first = standing(tmp_path / "a")
    second = built(tmp_path / "b", {table: BASE[table].replace(old, new)})
    assert second.result.digest != first.result.digest


@pytest.mark.proof
def test_a_value_set_aside_is_part_of_the_digest_and_its_line_is_not(tmp_path: Path) -> None:
    digests = {
        name: built(tmp_path / name, {"opportunities": text}).result.digest
        for name, text in {
            "first": deals([deal("X", amount="?")]),
            "value": deals([deal("X", amount="!")]),
            "line": _shuffled(deals([deal("X", amount="?")]), 1),
            "blank": deals([deal("X", amount="?")]).replace("\n", "\n\n", 1),
        }.items()
    }
    assert digests["line"] == digests["first"] == digests["blank"]
    assert digests["value"] != digests["first"]


def test_the_same_exports_again_are_nothing_new(tmp_path: Path) -> None:
    first = built(tmp_path)
    again = built(tmp_path)
    assert (again.result.outcome, again.result.is_good) == ("unchanged", True)
    assert (again.result.warehouse, again.result.digest) == (first.result.warehouse, first.result.digest)
    assert again.result.files == first.result.files


def test_a_setting_an_answer_or_another_as_of_day_is_something_new(tmp_path: Path) -> None:
    first = standing(tmp_path)
    assert built(tmp_path, config_toml="outcome_window = 6\n").result.outcome == "served"
    assert built(tmp_path, config_toml="outcome_window = 6\n").result.outcome == "unchanged"
    answered = built(tmp_path, answers_toml='"stage X" = {answer = "won", by = "Hana", on = 2026-01-01}\n')
    assert answered.result.outcome == "served"
    assert first.result.digest != answered.result.digest  # the window is still six months


@pytest.mark.proof
def test_a_company_without_names_of_roles_has_a_digest_too(tmp_path: Path) -> None:
    rows = [",".join(row.split(",")[:4] + row.split(",")[7:8]) for row in EMPLOYEES.strip().splitlines()]
    company = built(tmp_path, {"employees": "\n".join(rows), "opportunities": OPPORTUNITIES})
    assert len(company.result.digest) == 64
