"""A large file's lines are taken for its rows until it is typed; where they are none, the build begins anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers import breadth
from helpers.small_company import Built
from hiring.loading import ingest
from hiring.warehouse import build as building
from warehouse.fates import DEALS, built_from, deal

GOOD = [deal(f"G{number}") for number in range(30)]
#: Lines and separators say of each that every row is one line; only of the first two is it true.
FILES = {
    "plain": GOOD,
    "a quote within a cell": [*GOOD, deal("S1", stage='Won "twice"')],
    "a row cut short": [*GOOD, "S1,U-A,Won", *GOOD[:1]],
    "a cell over two lines": [*GOOD, deal("S1", owner='"U-A\n"')],
    "a quote never closed": [*GOOD, deal("S1", stage='"Won')],
}


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """How often a build begins, and whether it takes lines for rows."""
    begun: list[bool] = []
    once = building._built

    def counted(*given: Any, by_lines: bool) -> building.BuildResult:
        begun.append(by_lines)
        return once(*given, by_lines=by_lines)

    monkeypatch.setattr(building, "_built", counted)
    return begun


def _told(company: Built) -> object:
    result = company.result
    return (result.outcome, result.digest, result.files, result.messages, result.set_aside)


@pytest.mark.parametrize(
    "kind",
    breadth.always(("plain", "a row cut short", "a cell over two lines", "a quote never closed"), FILES),
)
def test_a_large_file_is_built_like_a_small_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passes: list[bool], kind: str
) -> None:
    exports = tmp_path / "exports"
    exports.mkdir()
    (exports / "opportunities.csv").write_text("\n".join([DEALS, *FILES[kind]]) + "\n")
    (exports / "employees.csv").write_text(
        "employee_id,full_name,work_email,department,role_profile,hire_date\n"
        "U-A,Ada First,ada@firm.example,Sales,Inside sales,2024-01-10\n"
    )
    small = built_from(exports, tmp_path / "small")
    assert passes == [True]
    monkeypatch.setattr(ingest, "_LARGE", 0)
    passes.clear()
    large = built_from(exports, tmp_path / "large")
    assert _told(large) == _told(small)
    assert passes == ([True] if kind in list(FILES)[:2] else [True, False])
    assert {path.name for path in (tmp_path / "large").iterdir() if path.is_dir()} == set()
