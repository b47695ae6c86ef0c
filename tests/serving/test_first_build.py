"""A first build that did not go through is not tried again at every click, only once something has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiring import config
from hiring.loading.messages import Message
from hiring.mapping import own
from hiring.mapping.writing import Chosen, Draft, mapping_text
from hiring.serving import session
from hiring.warehouse import origin
from hiring.warehouse.account import SetAside
from hiring.warehouse.build import build as real_build
from hiring.warehouse.request import BuildResult, Request


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """The folders that were built from: each build is refused."""
    tried: list[Path] = []

    def refused(request: Request) -> BuildResult:
        tried.append(request.exports)
        return BuildResult("refused", messages=(Message("refused", "x.csv", outcome=f"try {len(tried)}"),))

    (tmp_path / "exports").mkdir()
    monkeypatch.setattr(session, "build", refused)
    monkeypatch.setattr(origin, "default_exports", lambda: tmp_path / "exports")
    monkeypatch.setenv("HIRING_WAREHOUSE", str(tmp_path / "warehouse"))
    session.warehouse.clear()
    session._troubles().forget()
    monkeypatch.delenv("HIRING_EXPORTS", raising=False)
    yield tried
    session.warehouse.clear()
    session._troubles().forget()


def told() -> tuple[str, ...]:
    trouble = session.ensure_built()
    assert trouble is not None
    return trouble.lines


def test_it_is_tried_once_until_a_file_or_a_mapping_changes(built, tmp_path) -> None:
    assert told() == told() == ("x.csv · try 1",)
    (tmp_path / "exports" / "x.csv").write_text("a")
    assert told() == told() == ("x.csv · try 2",)
    text = mapping_text(Draft("Own export", "x", "opportunities", (("stage", Chosen(("a",))),)))
    own.save(tmp_path / "exports", "x", text)
    assert told() == told() == ("x.csv · try 3",)
    assert built == [tmp_path / "exports"] * 3


def test_the_rows_that_a_refusal_speaks_of_are_told_with_it(built, tmp_path, monkeypatch) -> None:
    rows = tuple(
        SetAside("x.csv", "employees", n, "hire_date", "not_a_day", "41 May", "a day", "")
        for n in range(2, 20)
    )
    refusal = Message("refused", "x.csv", found="no row that can be loaded", outcome="build refused")
    monkeypatch.setattr(
        session, "build", lambda _request: BuildResult("refused", messages=(refusal,), set_aside=rows)
    )
    first, second, *others = told()
    assert first == "x.csv · found no row that can be loaded · build refused"
    assert second == "x.csv · line 2 · column hire_date · found 41 May · wanted a day · row set aside"
    assert len(others) == session.MOST_ROWS_TOLD - 1


def test_a_missing_warehouse_is_said_and_nothing_is_built_in_its_place(built, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(origin, "default_exports", lambda: config.SAMPLE)
    trouble = session.ensure_built()
    assert trouble is not None
    assert trouble.why == "The warehouse is missing, and nothing takes its place unasked."
    assert trouble.lines[0].startswith(
        f"HIRING_WAREHOUSE names {tmp_path / 'warehouse'}, and no warehouse is there"
    )
    assert built == []
    assert not (tmp_path / "warehouse").exists()


def test_named_exports_come_before_the_usual_ones(built, tmp_path, monkeypatch) -> None:
    (tmp_path / "share").mkdir()
    monkeypatch.setenv("HIRING_EXPORTS", str(tmp_path / "share"))
    assert told() == ("x.csv · try 1",)
    assert built == [tmp_path / "share"]


def test_a_folder_with_other_things_is_told_in_one_line_and_left(built, tmp_path, monkeypatch) -> None:
    (tmp_path / "warehouse").mkdir()
    (tmp_path / "warehouse" / "hiring-letters.txt").write_text("mine")
    monkeypatch.setattr(session, "build", real_build)
    (line,) = told()
    assert "found hiring-letters.txt, and no mark that this is a warehouse · nothing was touched" in line
    assert [path.name for path in (tmp_path / "warehouse").iterdir()] == ["hiring-letters.txt"]
