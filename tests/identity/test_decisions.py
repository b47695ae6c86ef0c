"""Decisions in their files: one line more, nothing else touched, and who and when beside each."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from helpers.side_by_side import at_once
from hiring.identity import decisions
from hiring.identity.decisions import LOCK, Decision, DecisionError, append, append_all, decided
from hiring.loading import private_files
from hiring.loading.files import is_export

ON = date(2026, 7, 1)
SAME = Decision("crm", "U-X", "B", True, "Hana Recruiter", ON)
OTHER = replace(SAME, employee_id="A", is_same=False)


def _exports(folder: Path) -> list[str]:
    """What a build would look at."""
    return sorted(path.name for path in folder.iterdir() if is_export(path.name))


def test_the_first_decision_makes_the_file_with_its_header(tmp_path: Path) -> None:
    append(tmp_path, SAME)
    assert (tmp_path / "matches.csv").read_text(encoding="utf-8").splitlines() == [
        "system,system_id,employee_id,confirmed_by,confirmed_on",
        "crm,U-X,B,Hana Recruiter,2026-07-01",
    ]


def test_a_refusal_goes_into_a_file_of_its_own(tmp_path: Path) -> None:
    append(tmp_path, OTHER)
    assert _exports(tmp_path) == ["refused_matches.csv"]
    assert decided(tmp_path) == [OTHER]


@pytest.mark.parametrize(
    "before",
    [
        b"system,system_id,employee_id,confirmed_by,confirmed_on\ncrm,U1,A,me,2026-01-01\n",
        b"system,system_id,employee_id,confirmed_by,confirmed_on\r\ncrm,U1,A,me,2026-01-01\r\n",
        b'\xef\xbb\xbfEmployee ID,note,System,System-ID\r\nA,"two\r\nlines",crm,U1',
        b"system,system_id,employee_id\ncrm,U1,A",
    ],
)
def test_what_stands_there_stays_byte_for_byte(tmp_path: Path, before: bytes) -> None:
    (tmp_path / "matches.csv").write_bytes(before)
    append(tmp_path, SAME)
    after = (tmp_path / "matches.csv").read_bytes()
    assert after.startswith(before)
    ending = b"\r\n" if b"\r\n" in before else b"\n"
    assert after.count(b"U-X") == 1
    assert after.endswith(ending)
    assert after[len(before) :].lstrip(b"\r\n").count(ending) == 1
    assert {(one.system_id, one.employee_id) for one in decided(tmp_path)} == {("U1", "A"), ("U-X", "B")}


def test_names_and_ids_with_commas_and_quotes_come_back_as_they_were(tmp_path: Path) -> None:
    odd = replace(SAME, system_id='Second, "Ben" =1+1', by="O'Brien, Zoë")
    append(tmp_path, odd)
    assert decided(tmp_path) == [odd]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"system;system_id;employee_id\ncrm;U1;A\n", "found the columns system;system_id;employee_id"),
        ("system,system_id,employee_id\ncrm,Zoë,A\n".encode("latin-1"), "cannot be read"),
        (b'system,system_id,employee_id\ncrm,"U1,A\n', "cannot be read"),
        (b"who,what\n1,2\n", "found the columns who, what"),
    ],
)
def test_a_file_that_is_not_ours_to_continue_is_left_alone(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "matches.csv").write_bytes(content)
    with pytest.raises(DecisionError, match=told):
        append(tmp_path, SAME)
    assert (tmp_path / "matches.csv").read_bytes() == content
    assert _exports(tmp_path) == ["matches.csv"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("")
    (tmp_path / "matches.csv").symlink_to(tmp_path / "elsewhere.txt")
    with pytest.raises(DecisionError, match="found a link · wanted a plain file"):
        append(tmp_path, SAME)


@pytest.mark.parametrize("by", ["", "  ", "your name", "x" * 81, "two\nlines"])
def test_a_decision_has_a_name_under_it(tmp_path: Path, by: str) -> None:
    with pytest.raises(DecisionError, match="who decides"):
        append(tmp_path, replace(SAME, by=by))
    assert not list(tmp_path.iterdir())


def test_a_login_is_one_person_and_a_pair_is_decided_once(tmp_path: Path) -> None:
    append(tmp_path, SAME)
    append(tmp_path, OTHER)
    for again in (SAME, replace(SAME, employee_id="C"), replace(SAME, is_same=False), OTHER):
        with pytest.raises(DecisionError, match="says already"):
            append(tmp_path, again)
    append(tmp_path, replace(OTHER, employee_id="C"))
    assert len(decided(tmp_path)) == 3


def test_a_disk_that_gives_out_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append(tmp_path, SAME)
    before = (tmp_path / "matches.csv").read_bytes()

    def full(_handle: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        append(tmp_path, replace(SAME, system_id="U-Y"))
    assert (tmp_path / "matches.csv").read_bytes() == before
    assert _exports(tmp_path) == ["matches.csv"]


# Several who decide at the same time

DECIDING = """
import sys
from datetime import date
from pathlib import Path
from hiring.identity.decisions import Decision, append
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    append(Path(sys.argv[1]), Decision("crm", f"{sys.argv[2]}{number}", "A", number % 2 == 0, "Hana", date(2026, 7, 1)))
"""


def test_of_160_decisions_of_four_processes_each_is_written(tmp_path: Path) -> None:
    running = at_once([[sys.executable, "-c", DECIDING, str(tmp_path), letter, "40"] for letter in "abcd"])
    assert [one.returncode for one in running] == [0] * 4
    found = decided(tmp_path)
    assert sorted(one.system_id for one in found) == sorted(f"{a}{n}" for a in "abcd" for n in range(40))
    assert [one.is_same for one in found] == [True] * 80 + [False] * 80
    assert _exports(tmp_path) == ["matches.csv", "refused_matches.csv"]


def test_whoever_waits_too_long_is_told_and_writes_nothing(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(decisions, "LONGEST_WAIT", 0.0)
    with (
        private_files.held(tmp_path / LOCK),
        pytest.raises(
            DecisionError, match="others are writing decisions · nothing was written, decide again"
        ),
    ):
        append(tmp_path, SAME)
    assert _exports(tmp_path) == []
    append(tmp_path, SAME)


def test_a_lock_that_is_a_link_or_a_pipe_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / LOCK).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="found a link · wanted a plain file"):
        append(tmp_path, SAME)
    (tmp_path / LOCK).unlink()
    os.mkfifo(tmp_path / LOCK)
    with pytest.raises(OSError, match="found a pipe · wanted a plain file"):
        append(tmp_path, SAME)
    assert _exports(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_file_keeps_the_mode_its_owner_gave_it(mode: int, tmp_path: Path) -> None:
    append(tmp_path, SAME)
    (tmp_path / "matches.csv").chmod(mode)
    append(tmp_path, replace(SAME, system_id="U-Y"))
    assert stat.S_IMODE((tmp_path / "matches.csv").stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may give files away")
def test_the_file_keeps_its_owner(tmp_path: Path) -> None:
    append(tmp_path, SAME)
    os.chown(tmp_path / "matches.csv", 12345, 12346)
    append(tmp_path, replace(SAME, system_id="U-Y"))
    found = (tmp_path / "matches.csv").stat()
    assert (found.st_uid, found.st_gid) == (12345, 12346)


def test_of_many_at_once_each_file_is_written_once_and_those_that_cannot_stand_are_told(
    tmp_path: Path,
) -> None:
    append(tmp_path, SAME)
    before = (tmp_path / "matches.csv").read_bytes()
    new, unsigned = replace(SAME, system_id="U-Y", employee_id="C"), replace(SAME, system_id="U-Z", by="")
    twice = replace(new, employee_id="D")
    written, refused = append_all(tmp_path, (SAME, new, twice, unsigned, OTHER))
    assert written == (new, OTHER)
    assert [line.partition(" · ")[0] for line in refused] == [
        "who decides?",
        "matches.csv says already that crm U-X is B (Hana Recruiter)",
        "matches.csv says already that crm U-Y is C (Hana Recruiter)",
    ]
    after = (tmp_path / "matches.csv").read_bytes()
    assert after == before + b"crm,U-Y,C,Hana Recruiter,2026-07-01\n"
    assert decided(tmp_path) == [SAME, new, OTHER]
