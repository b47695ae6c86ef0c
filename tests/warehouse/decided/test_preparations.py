"""How a pack is prepared: each exhibit's last writer stands, whoever wrote meanwhile; older files have none yet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hiring.warehouse.decided import preparations, store
from hiring.warehouse.decided.decisions import DECISIONS
from hiring.warehouse.decided.preparations import PREPARATIONS, Preparation, key_of
from hiring.warehouse.decided.versions import WrongError
from warehouse.decided.test_store import FIRST


@pytest.fixture
def warehouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("HIRING_DECISIONS", raising=False)
    (tmp_path / "warehouse").mkdir()
    return tmp_path / "warehouse"


def row(exhibit: str = "gaps", comment: str = "", left_out: int = 0, quarter: str = "2026Q2") -> Preparation:
    key = key_of(quarter, "meeting", exhibit)
    return Preparation(
        key, 1, quarter, "meeting", exhibit, left_out, comment, "2026-07-02T10:02:00+00:00", "local"
    )


def test_of_two_who_write_of_one_exhibit_the_later_stands_and_no_other_exhibit_is_touched(
    warehouse: Path,
) -> None:
    assert preparations.of(warehouse, "2026Q2", "meeting").rows == ()
    for one in (
        row(comment="first"),
        row("sources", left_out=1),
        row(comment="second"),
        row(quarter="2026Q1"),
    ):
        preparations.put(warehouse, one)
    found = preparations.of(warehouse, "2026Q2", "meeting")
    assert [(one.exhibit, one.version, one.comment, one.left_out) for one in found.rows] == [
        ("gaps", 2, "second", 0),
        ("sources", 1, "", 1),
    ]
    assert preparations.of(warehouse, "2026Q2", "names").rows == ()
    assert len(PREPARATIONS.every(warehouse).rows) == 4


def test_a_file_from_before_has_none_and_gets_its_table_with_the_next_write(warehouse: Path) -> None:
    DECISIONS.put(warehouse, FIRST)
    with store.writing(warehouse) as connection:
        connection.execute("drop table preparations")
        connection.execute("alter table promises drop column status")
        connection.execute("pragma user_version = 1")
    assert preparations.of(warehouse, "2026Q2", "meeting") == preparations.Found(())
    preparations.put(warehouse, row(comment="kept"))
    assert [one.comment for one in preparations.of(warehouse, "2026Q2", "meeting").rows] == ["kept"]


@pytest.mark.parametrize(
    "changed",
    [
        {"quarter": "Q2"},
        {"audience": "all"},
        {"exhibit": "a b"},
        {"comment": "two\nlines"},
        {"comment": "x" * 401},
        {"left_out": 2},
        {"preparation_id": "another"},
    ],
)
def test_what_cannot_be_kept_is_told_in_one_line(changed: dict[str, object]) -> None:
    with pytest.raises(WrongError) as told:
        replace(row(), **changed)
    assert "\n" not in str(told.value)
