"""Which file is which, and what is said when a column is missing, renamed or doubled."""

from __future__ import annotations

import pytest

from hiring.contract import TABLES
from hiring.loading.recognise import table_named, table_of


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_known_by_its_whole_header_under_any_name(table):
    assert table_of("export.csv", [column.name for column in table.columns]) is table


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_known_by_its_name(table):
    assert table_of(f"{table.name}.csv", ["whatever"]) is table


@pytest.mark.parametrize(
    "name",
    [
        "Crm_Users.CSV",
        "crm-users.csv",
        "crm users.csv",
        "crm_users_2024.csv",
        "crm_users (1).csv",
        "crm_users.part2.csv",
        "crm_users-part-2.csv",
        "crm_users.csv.gz",
    ],
)
def test_a_dated_or_numbered_name_is_still_the_tables_name(name):
    assert table_named(name).name == "crm_users"


@pytest.mark.parametrize(
    "name", ["crm_users_old.csv", "my_crm_users.csv", "users.csv", "report1699999999999.csv"]
)
def test_another_name_says_nothing(name):
    assert table_named(name) is None


def test_half_of_the_required_columns_make_a_file_that_tables():
    assert table_of("x.csv", ["opportunity_id", "stage", "amount"]).name == "opportunities"
    assert table_of("x.csv", ["opportunity_id", "colour"]) is None


def test_the_best_match_wins_over_a_table_with_few_required_columns():
    labels = ["application_id", "candidate_id", "source", "applied_on", "reason"]
    assert table_of("x.csv", labels).name == "applications"


def test_columns_that_are_missing_count_against_a_table():
    assert table_of("x.csv", ["candidate_id", "email", "years_in_sales", "source"]).name == "candidates"


def test_a_canonical_name_settles_a_doubt():
    assert table_of("sourcing_costs.csv", ["month", "amount", "currency"]).name == "sourcing_costs"


def test_a_renamed_column_is_refused_with_a_guess(inbox):
    message = inbox.refusal("interview_id,competency,scores\nI1,Grit,4\n")
    assert "line 1" in message
    assert "missing: score; unexpected: scores; scores: meant `score`?" in message
    assert "or map the file (page Map a file, or python -m hiring map)" in message


def test_a_missing_column_is_refused_by_name(inbox):
    message = inbox.refusal("interview_id,competency\nI1,Grit\n")
    assert "missing: score" in message
    assert "wanted the columns of ratings: interview_id, competency, score" in message


@pytest.mark.parametrize("twin", ["score", "SCORE", " Score ", "s-c_o r e"])
def test_a_column_name_twice_is_refused_also_when_folded(inbox, twin):
    message = inbox.refusal(f"interview_id,competency,score,{twin}\nI1,Grit,4,5\n")
    assert "the same column name twice" in message
    assert "column score" in message


def test_an_unknown_column_is_listed_and_not_loaded(inbox, rows):
    found = inbox.read("interview_id,competency,score,home_phone\nI1,Grit,4,555\n")
    assert found.unknown_columns == ("home_phone",)
    assert rows(found) == [("I1", "Grit", "4", None)]


def test_several_files_of_one_table_are_each_read(inbox):
    inbox.put("interview_id,competency,score\nI1,Grit,4\n", "ratings_2023.csv")
    inbox.put("interview_id;competency;score\nI2;Grit;4\n", "other.csv")
    assert [(file.table, file.records) for file in inbox.read_all()] == [("ratings", 1), ("ratings", 1)]
