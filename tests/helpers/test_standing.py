"""A company that stands is what a build of its own would have left, and belongs to one test alone."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

from helpers.small_company import OPPORTUNITIES, built
from helpers.standing import seen, standing
from hiring.warehouse import attempts, folder, pointer


def _seen(where: Path) -> dict[str, int]:
    """Names, the warehouse's without its chance part, and modes."""
    return {path.name[:24]: stat.S_IMODE(path.stat().st_mode) for path in where.iterdir()}


def test_it_is_what_a_build_leaves_there(tmp_path: Path) -> None:
    one, own = standing(tmp_path / "one"), built(tmp_path / "own")
    assert (one.result.outcome, one.result.digest) == ("served", own.result.digest)
    assert one.result.files == own.result.files
    assert [str(message) for message in one.result.messages] == list(map(str, own.result.messages))
    assert _seen(one.folder) == _seen(own.folder)
    tables = [row[0] for row in own.rows("select table_name from duckdb_tables() order by 1")]
    selects = [f"select * from marts.{table} order by all" for table in tables if table != "build"]
    assert one.each(selects) == own.each(selects)
    same = "select * exclude exports from marts.build"
    assert one.rows(same) == own.rows(same)


def test_it_knows_the_exports_beside_it_for_its_own(tmp_path: Path) -> None:
    one = standing(tmp_path)
    told = folder.origin(one.folder)
    assert told is not None
    assert told.exports == one.one("select exports from marts.build")
    again = built(tmp_path)
    assert (again.result.outcome, again.result.warehouse) == ("unchanged", one.result.warehouse)
    shrunk = built(tmp_path, {"opportunities": "\n".join(OPPORTUNITIES.strip().splitlines()[:4])})
    assert [question.key for question in shrunk.result.questions] == ["fewer rows in opportunities"]


def test_what_is_done_to_it_is_done_to_no_other(tmp_path: Path) -> None:
    first = standing(tmp_path / "first")
    assert first.result.warehouse is not None
    first.result.warehouse.write_bytes(b"")
    second = standing(tmp_path / "second")
    assert second.result.warehouse is not None
    assert second.result.warehouse == pointer.served(second.folder)
    assert (
        second.result.warehouse.name != first.result.warehouse.name
    )  # what is kept of one is kept under its name
    attempt = attempts.last_attempt(second.folder)
    assert attempt is not None
    assert attempt.outcome == "served"
    assert second.one("select count(*) from marts.hires") == 2


def test_one_that_waits_for_an_answer_stands_too(tmp_path: Path) -> None:
    parked = {"opportunities": OPPORTUNITIES.replace("O6,U-A,Lost,false", "O6,U-A,Parked,")}
    held = standing(tmp_path, parked)
    assert (held.result.outcome, held.result.warehouse) == ("held", None)
    assert [question.key for question in held.result.questions] == ["stage Parked"]
    assert not list(held.folder.glob("hiring-*"))


def test_what_is_only_read_is_the_same_for_all_who_ask_alike() -> None:
    one, again = seen(as_of=date(2024, 6, 30)), seen(as_of=date(2024, 6, 30))
    assert (one.result.outcome, one.result.warehouse) == ("served", again.result.warehouse)
    assert one.rows("select as_of from marts.company") == [(date(2024, 6, 30),)]
    assert one.result.warehouse == pointer.served(one.folder)
    assert seen().one("select as_of from marts.company") != date(
        2024, 6, 30
    )  # another day is another company
