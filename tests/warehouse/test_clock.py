"""A build made while the clock was ahead: later ones are refused, name the way out, and that way works."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import BASE, OPPORTUNITIES, built, write_exports
from hiring.__main__ import main
from hiring.warehouse.former import former_build

AHEAD = date(2099, 1, 1)


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    """The options that name a company built on a day that has not come."""
    built(tmp_path, clock=AHEAD)
    return ["--exports", str(tmp_path / "exports"), "--warehouse", str(tmp_path / "warehouse")]


def _old(exports: Path) -> None:
    for path in exports.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))


@pytest.mark.parametrize(
    "changed", breadth.always([True], [False, True]), ids=["the same exports", "other exports"]
)
def test_the_refusal_names_the_way_out_and_it_works(changed: bool, words, tmp_path: Path, capsys) -> None:
    if changed:
        deals = OPPORTUNITIES.replace("500.50", "501.50")
        write_exports(tmp_path / "exports", {**BASE, "opportunities": deals})
    _old(tmp_path / "exports")
    today = datetime.now(UTC).date()
    for verb in ("check", "build"):
        assert main([verb, *words]) == 1
        told = capsys.readouterr().err.splitlines()
        assert (
            f"the clock · found {today} · wanted a day on or after the last build, {AHEAD} · build refused · set this "
            "machine's clock; if it is right and was wrong at that build, build with --clock-is-right"
        ) in told
    assert main(["check", "--clock-is-right", *words]) == 0
    assert main(["build", "--clock-is-right", *words]) == 0
    former = former_build(tmp_path / "warehouse")
    assert former is not None
    assert today <= former.built_on < AHEAD
    assert main(["build", *words]) == 0
    assert capsys.readouterr().err.splitlines()[-1] == (
        "nothing new: the warehouse in use was built from these very exports"
    )


def test_the_same_exports_are_still_held_against_the_warehouse_of_the_wrong_day(
    words, tmp_path, capsys
) -> None:
    lines = OPPORTUNITIES.strip().splitlines()
    write_exports(tmp_path / "exports", {**BASE, "opportunities": "\n".join(lines[:4])})
    _old(tmp_path / "exports")
    assert main(["build", "--clock-is-right", *words]) == 1
    assert "fewer rows in opportunities" in capsys.readouterr().err
