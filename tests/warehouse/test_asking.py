"""The sealed door: named questions only, nothing but reading, a time limit, and every parameter wanted is given."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from helpers.forgotten_login import FORGOTTEN, KNOWN
from helpers.small_company import Built, built
from helpers.standing import standing
from hiring.access.viewer import NotAllowedError, Viewer, local_viewer
from hiring.warehouse import asking, sql_files
from hiring.warehouse.asking import NotBuiltError, TookTooLongError, UnknownQuestionError, Warehouse
from hiring.warehouse.sealed import connect

VIEWER = local_viewer(("North", "South"), ("Inside sales",))
SCOPE: dict[str, Any] = {
    "role_profiles": ["Inside sales"],
    "regions": ["North", "South"],
    "segments": ["SMB"],
    "sources": ["Not recorded"],
    "hired_from": date(2020, 1, 1),
    "hired_to": date(2026, 1, 1),
    "outcome_window": 6,
}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("sealed"))


@pytest.fixture
def warehouse(company: Built) -> Warehouse:
    return Warehouse(company.folder)


# The seal

FORBIDDEN = {
    "writing a table": "create table marts.mine as select 1 as a",
    "a temporary file": "copy (select 1) to '{tmp}/out.csv'",
    "changing rows": "update marts.hires set full_name = 'x'",
    "deleting rows": "delete from marts.hires",
    "dropping": "drop table marts.hires",
    "reading a file": "select * from read_csv('{tmp}/in.csv')",
    "reading a text": "select * from read_text('/etc/hostname')",
    "a file as a table": "select * from '{tmp}/in.csv'",
    "listing files": "select * from glob('/*')",
    "another database": "attach '{tmp}/other.duckdb' as other",
    "writing into a copy": "export database '{tmp}/copy'",
    "installing": "install httpfs",
    "loading": "load httpfs",
    "unlocking": "set enable_external_access = true",
    "unlocking for good": "set lock_configuration = false",
    "more memory": "set memory_limit = '64GB'",
    "more threads": "pragma threads = 64",
    "the network": "select * from read_csv('http://127.0.0.1:1/x.csv')",
}


@pytest.mark.parametrize("sql", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_sealed_connection_refuses(sql: str, company: Built, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("a\n1\n")
    assert company.result.warehouse is not None
    connection = connect(company.result.warehouse)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(duckdb.Error):
        connection.execute(sql.replace("{tmp}", str(tmp_path))).fetchall()
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert connection.execute("select count(*) from marts.hires").fetchone() == (2,)
    connection.close()


# Questions


@pytest.mark.parametrize("name", ["", "nothing/like_it", "select 1", "../marts/hires", "shared/company.sql"])
def test_only_a_question_that_is_there_can_be_asked(name: str, warehouse: Warehouse) -> None:
    with pytest.raises(UnknownQuestionError):
        warehouse.ask(name, VIEWER, SCOPE)


def test_a_missing_parameter_is_named(warehouse: Warehouse) -> None:
    given = {name: value for name, value in SCOPE.items() if name not in ("segments", "hired_to")}
    with pytest.raises(TypeError, match="shared/hires_counted also wants hired_to, segments"):
        warehouse.ask("shared/hires_counted", VIEWER, given)


def test_parameters_a_question_does_not_want_are_left_out(warehouse: Warehouse) -> None:
    assert len(warehouse.ask("shared/company", VIEWER, {**SCOPE, "another": 1})) == 1


def test_no_parameter_can_take_the_viewers_place(warehouse: Warehouse) -> None:
    nobody = Viewer("n", "hr", (), (), sees_names=True)
    given = {**SCOPE, "viewer_regions": ["North"], "viewer_role_profiles": ["Inside sales"]}
    assert warehouse.ask("shared/hires_counted", nobody, given)["count_hires"].sum() == 0


def test_values_are_values_and_never_sql(warehouse: Warehouse) -> None:
    strange = {**SCOPE, "regions": ["North') or (1=1", "'; drop table marts.hires; --"]}
    assert warehouse.ask("shared/hires_counted", VIEWER, strange)["count_hires"].sum() == 0


def test_a_list_of_people_is_refused_to_a_viewer_without_names(warehouse: Warehouse) -> None:
    nameless = Viewer("n", "review", ("North", "South"), ("Inside sales",), sees_names=False)
    with pytest.raises(NotAllowedError):
        warehouse.ask("outcomes/hires_listed", nameless, SCOPE)
    assert len(warehouse.ask("shared/company", nameless, SCOPE)) == 1


def _with_question(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    every = {**sql_files.questions(), "test/question": sql_files.Query("test/question", text)}
    monkeypatch.setattr(sql_files, "questions", lambda: every)


def test_a_question_that_takes_too_long_is_stopped_and_the_next_one_is_answered(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_question(
        monkeypatch,
        "-- Slow.\n-- company: nobody\nselect sum(a.range * b.range) from range(10000000) a, range(10000000) b\n",
    )
    monkeypatch.setattr(asking, "LONGEST_SECONDS", 0.2)
    with pytest.raises(TookTooLongError, match="test/question · stopped after"):
        warehouse.ask("test/question", VIEWER, {})
    assert len(warehouse.ask("shared/company", VIEWER, {})) == 1


def test_a_question_that_says_nothing_of_its_rows_is_taken_for_a_list_of_people(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_question(monkeypatch, "-- Says nothing.\nselect full_name from marts.hires\n")
    with pytest.raises(NotAllowedError):
        warehouse.ask("test/question", Viewer("n", "review", (), (), sees_names=False), {})


def test_the_version_changes_with_what_is_served(tmp_path: Path) -> None:
    first = Warehouse(standing(tmp_path).folder).version()
    second = Warehouse(built(tmp_path, config_toml="outcome_window = 6\n").folder).version()
    assert first != second


# What a build forgot


def test_a_warehouse_says_whether_its_build_forgot_somebody(tmp_path: Path) -> None:
    known = Warehouse(built(tmp_path, KNOWN).folder)
    assert not known.is_erasing()
    forgotten = built(tmp_path, FORGOTTEN)
    assert forgotten.result.outcome == "served"
    assert known.is_erasing()


@pytest.mark.proof
def test_a_warehouse_of_before_that_was_written_down_forgot_nobody(tmp_path: Path) -> None:
    company = built(tmp_path, FORGOTTEN)
    assert company.result.warehouse is not None
    with duckdb.connect(str(company.result.warehouse)) as older:
        older.execute("alter table marts.build drop column is_erasing")
    assert not Warehouse(company.folder).is_erasing()


def test_without_a_warehouse_nobody_can_say(tmp_path: Path) -> None:
    with pytest.raises(NotBuiltError):
        Warehouse(tmp_path).is_erasing()
