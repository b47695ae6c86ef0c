"""The record of the last build: what refused or held it, and never a build's undoing."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpers.small_company import BASE, CLOCK, EMPLOYEES, OPPORTUNITIES, Built, built, write_exports
from helpers.standing import standing
from hiring.warehouse import attempts
from hiring.warehouse.build import Request, build

BAD_AMOUNTS = OPPORTUNITIES.replace("1000.00", "a lot").replace("500.50", "more")
NO_MEANING = OPPORTUNITIES.replace("O6,U-A,Lost,false", "O6,U-A,Parked,")


@pytest.fixture(scope="module")
def held_for_its_rows(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A first build in which two of six deals would be set aside."""
    return built(tmp_path_factory.mktemp("held"), {"opportunities": BAD_AMOUNTS})


@pytest.mark.proof
def test_a_good_build_is_on_record_without_its_notes(tmp_path: Path) -> None:
    company = built(tmp_path)
    attempt = attempts.last_attempt(company.folder)
    assert attempt is not None
    assert (attempt.outcome, attempt.is_good, attempt.messages) == ("served", True, ())


def test_a_refused_build_is_on_record_line_by_line_while_the_old_one_serves(tmp_path: Path) -> None:
    served = standing(tmp_path).result.warehouse
    refused = built(tmp_path, {"employees": "<!DOCTYPE html><html>"})
    attempt = attempts.last_attempt(refused.folder)
    assert attempt is not None
    assert (attempt.outcome, attempt.is_good) == ("refused", False)
    assert attempt.messages == refused.result.messages
    assert attempt.messages[0].file == "employees.csv"
    assert served is not None
    assert served.is_file()


def test_a_held_build_is_on_record_with_the_line_that_answers_it(tmp_path: Path) -> None:
    held = standing(tmp_path, {"opportunities": NO_MEANING})
    attempt = attempts.last_attempt(held.folder)
    assert attempt is not None
    assert attempt.outcome == "held"
    assert [(asked.key, asked.choices) for asked in attempt.asked] == [
        ("stage Parked", ("won", "lost", "open"))
    ]
    (tmp_path / "exports" / "answers.toml").write_text(
        attempt.asked[0].line.replace("your name", "Ada") + "\n", encoding="utf-8"
    )
    assert build(Request(tmp_path / "exports", held.folder, clock=CLOCK)).outcome == "served"
    after = attempts.last_attempt(held.folder)
    assert after is not None
    assert after.outcome == "served"
    assert after.asked == ()


def test_a_held_build_keeps_the_rows_it_would_set_aside(held_for_its_rows: Built) -> None:
    attempt = attempts.last_attempt(held_for_its_rows.folder)
    assert attempt is not None
    assert attempt.count_set_aside == 2
    assert [(row.line, row.column, row.found) for row in attempt.set_aside] == [
        (2, "amount", "a lot"),
        (3, "amount", "more"),
    ]


@pytest.mark.proof
def test_a_check_leaves_no_record(tmp_path: Path) -> None:
    exports = write_exports(tmp_path / "exports", BASE)
    build(Request(exports, tmp_path / "warehouse", clock=CLOCK, only_check=True))
    assert attempts.last_attempt(tmp_path / "warehouse") is None


def test_the_same_exports_again_take_back_a_refusal(tmp_path: Path) -> None:
    standing(tmp_path)
    built(tmp_path, {"employees": "<html>"})
    attempt = attempts.last_attempt(built(tmp_path).folder)
    assert attempt is not None
    assert attempt.outcome == "unchanged"


def test_a_record_of_another_warehouse_is_no_record(tmp_path: Path) -> None:
    standing(tmp_path)
    held = built(tmp_path, {"opportunities": NO_MEANING})
    record = held.folder / attempts.NAME
    old = json.loads(record.read_text(encoding="utf-8"))
    record.write_text(json.dumps(old | {"serving": "hiring-another.duckdb"}), encoding="utf-8")
    assert attempts.last_attempt(held.folder) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', "\x00", '{"format": 99, "serving": ""}'])
def test_a_record_that_cannot_be_read_is_no_record(text: str, tmp_path: Path) -> None:
    (tmp_path / attempts.NAME).write_text(text, encoding="utf-8")
    assert attempts.last_attempt(tmp_path) is None


def test_a_folder_that_cannot_be_written_loses_the_record_and_nothing_else(
    held_for_its_rows: Built, tmp_path: Path
) -> None:
    attempts.write_attempt(tmp_path / "not there", held_for_its_rows.result, datetime(2026, 7, 1, tzinfo=UTC))
    assert attempts.last_attempt(tmp_path / "not there") is None


def test_without_details_only_how_and_when_it_ended_is_left(held_for_its_rows: Built) -> None:
    attempt = attempts.last_attempt(held_for_its_rows.folder)
    assert attempt is not None
    bare = attempt.without_details()
    assert (bare.outcome, bare.at, bare.count_set_aside) == ("held", attempt.at, 2)
    assert (bare.messages, bare.asked, bare.set_aside) == ((), (), ())


def test_only_the_first_lines_are_kept_and_all_are_counted(
    held_for_its_rows: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "MOST_KEPT", 1)
    attempts.write_attempt(tmp_path, held_for_its_rows.result, datetime(2026, 7, 1, tzinfo=UTC))
    attempt = attempts.last_attempt(tmp_path)
    assert attempt is not None
    assert (len(attempt.set_aside), attempt.count_set_aside) == (1, 2)


def test_a_build_refused_for_want_of_any_row_keeps_the_rows_it_set_aside(tmp_path: Path) -> None:
    days = EMPLOYEES.replace("-01-", "-13-").replace("2024-03-01", "2024-03-41")
    refused = built(tmp_path, {"employees": days})
    attempt = attempts.last_attempt(refused.folder)
    assert attempt is not None
    assert [(told.file, told.found) for told in attempt.messages] == [
        ("employees.csv", "no row that can be loaded")
    ]
    assert attempt.count_set_aside == 4
    assert {(row.file, row.column) for row in attempt.set_aside} == {("employees.csv", "hire_date")}
    assert attempt.set_aside[0].found == "2015-13-01"
