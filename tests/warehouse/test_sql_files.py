"""SQL files by name: their sentence, headers, parameters, and questions put together with the scopes they read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiring.warehouse import sql_files
from hiring.warehouse.sql_files import Query

TEXT = """-- How many hires came from each source?
-- counts: count_hires
-- ignores: sources, because of $this
select source, count(*) as count_hires, -- of $them
from hires_in_scope
where source <> $source
group by source
-- order by $nothing
order by source
"""


def test_a_query_has_a_sentence_headers_and_a_statement_without_remarks() -> None:
    query = Query("page/question", TEXT)
    assert query.sentence == "How many hires came from each source?"
    assert (query.header("counts"), query.header("ignores")) == ("count_hires", "sources, because of $this")
    assert (query.header("people"), query.header("order by $nothing")) == ("", "")
    assert query.statement.startswith("select source")
    assert "$nothing" not in query.statement
    assert query.statement.endswith("order by source")


def test_only_the_first_lines_are_a_header() -> None:
    assert Query("q", "-- One.\nselect 1\n-- people: nobody\n").header("people") == ""


def test_a_layer_is_every_file_below_its_folder_by_name(tmp_path: Path) -> None:
    for name in ("questions/b/two", "questions/a/one", "marts/hires"):
        path = tmp_path / f"{name}.sql"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("-- A sentence.\nselect 1\n", encoding="utf-8")
    (tmp_path / "questions" / "notes.txt").write_text("no query")
    found = sql_files.layer("questions", tmp_path)
    assert list(found) == ["a/one", "b/two"]
    assert sql_files.layer("nothing", tmp_path) == {}


SCOPES = {
    "shared/hires_in_scope": Query(
        "shared/hires_in_scope", "-- Hires.\nselect * from marts.hires where a = $a\n"
    ),
    "shared/applications_in_scope": Query("shared/applications_in_scope", "-- Them.\nselect 1 as b\n"),
}


@pytest.mark.parametrize(
    ("statement", "start"),
    [
        ("select 1 as hires_in_scopes", "select 1"),
        (
            "select * from hires_in_scope",
            "with hires_in_scope as (\nselect * from marts.hires where a = $a\n)\nselect",
        ),
        ("with mine as (select 1) select * from mine, hires_in_scope", "with hires_in_scope as ("),
        ("select * from applications_in_scope, hires_in_scope", "with hires_in_scope as ("),
    ],
)
def test_a_question_gets_the_scopes_it_reads_and_no_other(statement: str, start: str) -> None:
    whole = sql_files.composed(Query("q", f"-- Q.\n{statement}\n"), SCOPES)
    assert whole.startswith(start)
    assert whole.count("with ") == ("in_scope" in statement and "scopes" not in statement)
    assert whole.endswith(statement.removeprefix("with "))
    assert ("applications_in_scope as (" in whole) == ("applications_in_scope" in statement)


def test_a_recursive_question_has_no_scope() -> None:
    query = Query("q", "-- Q.\nwith recursive a as (select 1) select * from a, hires_in_scope\n")
    with pytest.raises(ValueError, match="q: a question with a scope cannot be recursive"):
        sql_files.composed(query, SCOPES)


def test_every_question_of_the_project_starts_with_a_sentence() -> None:
    for query in sql_files.questions().values():
        assert query.text.startswith("-- ")
        assert query.sentence[-1] in ".?"
