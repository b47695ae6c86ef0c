from __future__ import annotations

from collections import Counter

import pytest

from hiring import contract
from hiring.sample.flaws import FLAWS, Flaw, Planted, Spoiler
from hiring.sample.writing import header


def test_between_twelve_and_thirty_bad_rows_take_less_than_two_percent_of_any_file(written):
    bad = Counter(row["file"] for row in written.truth["bad_rows"])
    assert 12 <= bad.total() <= 30
    assert all(count <= 0.02 * written.counts[file] for file, count in bad.items())
    assert len(bad) >= 10


def test_each_bad_row_stands_on_the_line_the_truth_gives(written):
    for row in written.truth["bad_rows"]:
        lines = (written.folder / row["file"]).read_text(encoding="utf-8").split("\n")
        line = lines[row["line"] - 1]
        assert row["found"] in line
        if row["reason"] == "skipped: repeated header":
            assert line == lines[0]
        if row["reason"] == "exact_duplicate":
            assert line == lines[row["line"] - 2]
        if row["reason"] == "skipped: footer":
            assert line.startswith("Total,")
            assert lines[row["line"] :] == [""]


@pytest.mark.parametrize("table", [table.name for table in contract.TABLES])
def test_every_required_cell_is_filled_apart_from_the_bad_rows(written, table):
    required = contract.BY_NAME[table].required_columns
    assert all(row[column].strip() for row in written.rows(table) for column in required)


@pytest.mark.parametrize("table", [table.name for table in contract.TABLES if table.key])
def test_every_key_is_there_once_apart_from_the_bad_rows(written, table):
    key = contract.BY_NAME[table].key
    keys = Counter(tuple(row[column] for column in key) for row in written.rows(table))
    assert keys.most_common(1)[0][1] == 1


@pytest.mark.parametrize(
    ("table", "reference"),
    [(table.name, reference) for table in contract.TABLES for reference in table.references],
    ids=lambda value: value if isinstance(value, str) else value.table,
)
def test_every_reference_is_found_apart_from_the_bad_rows(written, table, reference):
    known = {row[reference.target] for row in written.all_rows(reference.table)}
    assert {row[reference.column] for row in written.rows(table)} - known == set()


@pytest.mark.parametrize("table", [table.name for table in contract.TABLES])
def test_every_closed_list_holds_only_its_words_apart_from_the_bad_rows(written, table):
    for column in contract.BY_NAME[table].columns:
        if column.words and not column.free:
            words = {word for word, _ in column.words} | {""}
            assert {row[column.name] for row in written.rows(table)} <= words


def test_flaws_name_columns_the_contract_knows():
    for flaw in FLAWS:
        names = set(header(flaw.table))
        assert set(flaw.changes) | set(flaw.where) <= names
        assert flaw.column in names | {""}


def _spoiler(flaw: Flaw) -> Spoiler:
    spoiler = Spoiler("matches")
    spoiler._waiting = [flaw]
    return spoiler


def test_a_spoiler_counts_physical_lines_across_breaks_inside_cells():
    flaw = Flaw("matches", 1, "system", "not_in_list", {"system": "fax"})
    spoiler = _spoiler(flaw)
    rows = [("crm", "1", "2", "two\nlines", ""), ("crm", "3", "4", "", ""), ("crm", "5", "6", "", "")]
    assert list(spoiler.spoil(rows)) == [*rows[:2], ("fax", "3", "4", "", ""), rows[2]]
    assert spoiler.planted == [Planted("matches.csv", 5, "system", "fax", "not_in_list")]


def test_a_flaw_waits_for_a_row_that_fits_it():
    flaw = Flaw("matches", 0, "system", "not_in_list", {"system": "fax"}, {"system_id": "5"})
    rows = [("crm", "3", "4", "", ""), ("crm", "5", "6", "", "")]
    assert list(_spoiler(flaw).spoil(rows)) == [*rows, ("fax", "5", "6", "", "")]


def test_both_rows_of_a_clashing_pair_are_noted():
    flaw = Flaw("matches", 0, "system_id", "same_key_other_values", {"employee_id": "9"})
    spoiler = _spoiler(flaw)
    list(spoiler.spoil([("crm", "3", "4", "", "")]))
    assert [row.line for row in spoiler.planted] == [2, 3]


def test_the_person_to_forget_is_in_the_export_and_in_no_bad_row(written):
    candidate = next(row["person_id"] for row in written.rows("erased_people") if row["system"] == "ats")
    asked = [
        row["application_id"] for row in written.all_rows("applications") if row["candidate_id"] == candidate
    ]
    assert len(asked) == 1
    assert not any(row["found"] in (candidate, *asked) for row in written.truth["bad_rows"])
    assert candidate in {row["candidate_id"] for row in written.rows("candidates")}
