"""The audit log of a team as a chain: what was changed, taken out or put in is found with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiring.__main__ import main
from hiring.access import audit
from hiring.access.audit import log_path, verified, write_down
from hiring.access.viewer import Viewer

VIEWER = Viewer("v", "hr", (), (), sees_names=True)


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log of five lines: two of one person, then three of a team."""
    monkeypatch.delenv("HIRING_AUDIT", raising=False)
    monkeypatch.delenv("HIRING_RIGHTS", raising=False)
    for number in range(5):
        if number == 2:
            monkeypatch.setenv("HIRING_RIGHTS", "rights.toml")
        write_down(tmp_path / "warehouse", VIEWER, "ask", f"question {number}", number)
    return log_path(tmp_path / "warehouse")


def faults(log: Path, lines: list[str]) -> list[int]:
    log.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return [line for line, _ in verified(log.parent.parent / "warehouse").faults]


def test_a_log_as_it_was_written_is_whole(log: Path) -> None:
    found = verified(log.parent.parent / "warehouse")
    assert (found.count, found.links, found.faults) == (5, 3, ())
    assert len(found.last) == 64


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (lambda lines: [*lines[:1], lines[1].replace("question 1", "question 9"), *lines[2:]], [3]),
        (lambda lines: [*lines[:3], lines[3].replace('"rows": 3', '"rows": 0'), *lines[4:]], [5]),
        (lambda lines: [*lines[:3], *lines[4:]], [4]),
        (lambda lines: [*lines[:4], lines[3], lines[4]], [5]),
        (lambda lines: [lines[0], lines[1], lines[3], lines[2], lines[4]], [3, 4, 5]),
        (lambda lines: [*lines[:2], "no line", *lines[2:]], [3, 4]),
        (lambda lines: lines[2:], [1]),
    ],
)
def test_what_was_changed_is_found_at_the_link_behind_it(log: Path, change, broken: list[int]) -> None:
    assert faults(log, change(log.read_text(encoding="utf-8").splitlines())) == broken


def test_a_line_cut_short_by_a_power_cut_is_part_of_the_chain(log: Path) -> None:
    with log.open("a", encoding="utf-8") as file:
        file.write('{"at": "2026')
    write_down(log.parent.parent / "warehouse", VIEWER, "ask", "the next", 1)
    found = verified(log.parent.parent / "warehouse")
    assert [line for line, _ in found.faults] == [6]
    assert found.links == 4


def test_the_end_cut_off_is_missed_by_a_digest_kept_elsewhere(log: Path, capsys) -> None:
    where = ["--warehouse", str(log.parent.parent / "warehouse")]
    assert main(["audit", "--verify", *where]) == 0
    last = capsys.readouterr().out.split()[-1]
    log.write_text("\n".join(log.read_text(encoding="utf-8").splitlines()[:3]) + "\n", encoding="utf-8")
    assert main(["audit", "--verify", *where]) == 0
    assert main(["audit", "--verify", "--holds", last, *where]) == 1
    assert "found no line of that digest" in capsys.readouterr().err


def test_a_broken_log_is_told_line_by_line(log: Path, capsys) -> None:
    lines = log.read_text(encoding="utf-8").splitlines()
    faults(log, [*lines[:3], *lines[4:]])
    assert main(["audit", "--verify", "--warehouse", str(log.parent.parent / "warehouse")]) == 1
    assert capsys.readouterr().err.startswith(
        "warehouse.jsonl · line 4 · found the line before it is another"
    )


def test_no_log_at_all_is_whole_and_empty(tmp_path: Path) -> None:
    assert audit.verified(tmp_path / "none").count == 0
