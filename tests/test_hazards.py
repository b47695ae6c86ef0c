"""The table of hazards names a test for each, and every test it names is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROWS = [
    line
    for line in (ROOT / "docs" / "hazards.md").read_text("utf-8").splitlines()
    if re.match(r"\| \d", line)
]


def test_every_hazard_from_1_to_43_has_a_rule_and_a_test() -> None:
    assert [int(row.split("|")[1]) for row in ROWS] == list(range(1, 44))
    assert all(len(row.split("|")) == 6 and row.split("|")[3].strip() for row in ROWS)


def test_every_test_named_is_there() -> None:
    for row in ROWS:
        named = re.findall(r"`([\w/]+[.]py)::(test_\w+)`", row)
        assert named, row
        for file, test in named:
            assert f"def {test}(" in (ROOT / "tests" / file).read_text("utf-8"), (file, test)
