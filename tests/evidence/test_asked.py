"""`python -m hiring evidence profiles` on the sample: one role's rows are those of the answer about all roles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hiring.__main__ import main

Told = dict[str, object]


def told(capsys: pytest.CaptureFixture[str], warehouse: Path, *words: str) -> Told:
    assert main(["evidence", "profiles", "--warehouse", str(warehouse), "--json", *words]) == 0
    return dict(json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("words", [("--role", "Channel"), ("--set", "role_profiles=Channel")])
def test_one_role_is_learned_from_all_roles(
    capsys: pytest.CaptureFixture[str], sample_warehouse: Path, words: tuple[str, str]
) -> None:
    every, one = told(capsys, sample_warehouse), told(capsys, sample_warehouse, *words)
    assert one["rows"] == [row for row in every["rows"] if row["who"][0] == "Channel"]
    assert len(one["rows"]) == 8
    assert one["who_can_say"] == every["who_can_say"]


def test_the_checks_say_how_ratings_and_outcomes_were_made(
    capsys: pytest.CaptureFixture[str], sample_warehouse: Path
) -> None:
    checks = told(capsys, sample_warehouse)["checks"]
    assert set(checks) == {"outcome", "unequal_ground", "ratings_without_leniency"}
    assert checks["ratings_without_leniency"] is True
    assert checks["unequal_ground"] == []
