"""The sample in vendors' shapes: the same company comes out, cell for cell, wherever those systems know the cell."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from helpers.small_company import CLOCK
from hiring import contract
from hiring.config import SAMPLE
from hiring.sample import vendors
from hiring.warehouse import pointer
from hiring.warehouse.build import Request, build

REPORTS = SAMPLE.parent / "sample-vendors"
#: Facts about the files themselves: which there were, what was read, remarked and set aside in them.
ABOUT_FILES = (
    "build",
    "columns_not_loaded",
    "files_read",
    "measures",
    "notes",
    "rows_set_aside",
    "tables_expected",
    "words_read",
)
#: What of each mart comes from `vendors.NOT_EXPORTED`.
UNKNOWN_TO_THEM = {
    "application_moments": ("ended_by",),
    "applications": ("ended_by",),
    "hire_backgrounds": ("years_in_sales", "previous_industry"),
    "interviewers": ("interviewer_key", "email"),
    "interviews": ("interview_id",),
    "promise_cases": ("stopped_by", "case_id"),
    "ratings": ("interview_id",),
    "rejections": ("department",),
    "turned_down": ("department",),
}
#: Which groups candidates say they are of, and who referred them, no report tells.
NOT_EXPORTED = ("fairness_counts", "hire_referrers")
#: A meeting that was called off, whose copy with a wrong status has an id of its own in the canonical file only.
CALLED_OFF = "A0004018"


@pytest.fixture(scope="module")
def both(
    sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with the canonical sample's warehouse as `canonical` and the vendors' one as `reports`."""
    folder = tmp_path_factory.mktemp("reports")
    result = build(Request(REPORTS, folder, clock=CLOCK))
    assert result.is_good, "\n".join(map(str, result.messages))
    with duckdb.connect() as connection:
        for name, served in (("canonical", sample_warehouse), ("reports", folder)):
            path = pointer.served(served)
            connection.execute(f"attach '{path}' as {name} (read_only)")
        yield connection


def differing(both: duckdb.DuckDBPyConnection, mart: str, but: tuple[str, ...], where: str = "true") -> int:
    """Rows of a mart that one of the two has and the other has not, these columns left out."""
    chosen = f"* exclude ({', '.join(but)})" if but else "*"
    one, other = (
        f"select {chosen} from {left}.marts.{mart} where {where} "
        f"except all select {chosen} from {right}.marts.{mart} where {where}"
        for left, right in (("canonical", "reports"), ("reports", "canonical"))
    )
    row = both.execute(f"select (select count(*) from ({one})) + (select count(*) from ({other}))").fetchone()
    assert row is not None
    return int(row[0])


def marts(both: duckdb.DuckDBPyConnection) -> list[str]:
    rows = both.execute(
        "select table_name from duckdb_tables() where database_name = 'canonical' and schema_name = 'marts'"
    ).fetchall()
    return [name for (name,) in rows]


@pytest.mark.parametrize("mart", ["hires", "panel_seats", "credits", "revenue_totals"])
def test_hires_panel_seats_and_credited_revenue_are_the_same_cell_for_cell(both, mart: str) -> None:
    count = both.execute(f"select count(*) from canonical.marts.{mart}").fetchone()[0]
    assert count > 0
    assert differing(both, mart, ()) == 0


def test_all_other_marts_are_the_same_but_for_the_columns_that_are_not_exported(both) -> None:
    different = {
        mart: left
        for mart in marts(both)
        if mart not in (*ABOUT_FILES, *NOT_EXPORTED)
        and (
            left := differing(
                both,
                mart,
                UNKNOWN_TO_THEM.get(mart, ()),
                f"application_id != '{CALLED_OFF}'" if mart == "interviews" else "true",
            )
        )
    }
    assert different == {}


def test_of_reports_without_groups_nobody_said_any(both) -> None:
    counts = "select count(*) > 0, count(group_name) from {}.marts.fairness_counts"
    assert both.execute(counts.format("canonical")).fetchone() == (True, 3 * 3 * 7)
    assert both.execute(counts.format("reports")).fetchone() == (True, 0)


def test_no_column_is_excused_without_need(both) -> None:
    needless = [
        (mart, column)
        for mart, columns in UNKNOWN_TO_THEM.items()
        for column in columns
        if differing(both, mart, tuple(other for other in columns if other != column)) == 0
    ]
    assert needless == []


def test_the_reports_are_what_is_made_of_the_canonical_sample(tmp_path: Path) -> None:
    counts = vendors.write_in_vendor_shapes(SAMPLE, tmp_path)
    made, kept = (
        {path.name: path.read_bytes() for path in folder.iterdir()} for folder in (tmp_path, REPORTS)
    )
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name]] == []
    assert set(counts) == {name for name in made if name.endswith(".csv")}


def test_columns_that_are_not_exported_are_columns_of_the_contract_that_come_out_empty() -> None:
    for table, columns in vendors.NOT_EXPORTED.items():
        assert set(columns) <= {column.name for column in contract.BY_NAME[table].columns}
        assert table in vendors.REPLACED


def test_the_answers_speak_of_the_reports_as_they_lie_there() -> None:
    answers = tomllib.loads((REPORTS / "answers.toml").read_text(encoding="utf-8"))
    assert len(answers) == len(vendors.ANSWERED)
    assert {answer["on"].isoformat() for answer in answers.values()} == {"2026-07-01"}
