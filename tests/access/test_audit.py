"""The audit log: outside the warehouse, whole lines whoever writes, for this account alone; without a line, nothing."""

from __future__ import annotations

import json
import os
import resource
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.side_by_side import at_once
from helpers.small_company import CRM_USERS, built
from helpers.standing import standing
from hiring import config
from hiring.__main__ import main
from hiring.access.audit import AuditError, log_path, ready, write_down
from hiring.access.viewer import Viewer
from hiring.serving import session
from hiring.serving.downloads import Download
from hiring.warehouse.asking import Warehouse

VIEWER = Viewer("v", "review", (), (), sees_names=False)
OLD = '{"at": "2026-01-01T00:00:00+00:00", "viewer": "old", "role": "admin", "action": "ask", "rows": 1}'


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HIRING_AUDIT", raising=False)


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    """A warehouse's folder; its log would be in `audit` beside it."""
    (tmp_path / "warehouse").mkdir()
    return tmp_path / "warehouse"


def _lines(warehouse: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in log_path(warehouse).read_bytes().split(b"\n")[:-1]]


def test_an_ask_and_a_download_are_each_one_line_outside_the_warehouse(tmp_path: Path) -> None:
    warehouse = tmp_path / "not there yet"
    write_down(warehouse, VIEWER, "ask", "overview/bar", 7)
    write_down(warehouse, VIEWER, "download", "hires of\n“North”\u2028\ud800", 12)
    lines = _lines(warehouse)
    assert [{key: line[key] for key in line if key != "at"} for line in lines] == [
        {"viewer": "v", "role": "review", "action": "ask", "subject": "overview/bar", "rows": 7},
        {
            "viewer": "v",
            "role": "review",
            "action": "download",
            "subject": "hires of\n“North”\u2028\ud800",
            "rows": 12,
        },
    ]
    assert all(str(line["at"]).endswith("+00:00") for line in lines)
    assert log_path(warehouse) == tmp_path / "audit" / "not there yet.jsonl"
    assert not warehouse.exists()


def test_a_reason_that_was_asked_for_stands_in_the_line_and_nowhere_else(warehouse: Path) -> None:
    write_down(warehouse, VIEWER, "look", "second look", 31, "To fill\nthe opening")
    write_down(warehouse, VIEWER, "look", "second look", 31)
    assert [line.get("reason") for line in _lines(warehouse)] == ["To fill\nthe opening", None]


def test_two_names_of_one_warehouse_have_one_log(warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(warehouse)
    (tmp_path / "elsewhere").mkdir()
    assert (
        log_path(tmp_path / "link")
        == log_path(tmp_path / "elsewhere" / ".." / "warehouse")
        == log_path(warehouse)
    )


def test_it_can_be_named(warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIRING_AUDIT", str(tmp_path / "var" / "hiring.jsonl"))
    write_down(warehouse, VIEWER, "ask", "a", 1)
    assert log_path(warehouse) == tmp_path / "var" / "hiring.jsonl"
    assert len(_lines(warehouse)) == 1


def test_making_clean_takes_no_folder_the_log_lies_in() -> None:
    text = (config.ROOT / "Makefile").read_text(encoding="utf-8")
    (clean,) = [line for line in text.splitlines() if line.startswith("\trm -rf")]
    deleted = [config.ROOT / word for word in clean.split()[2:] if not word.startswith("$")]
    log = log_path(config.WAREHOUSE)
    assert config.WAREHOUSE in deleted
    assert not [path for path in deleted if path == log or path in log.parents]


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
def test_making_clean_brings_an_old_log_out_first(tmp_path: Path) -> None:
    warehouse = tmp_path / "data" / "warehouse"
    warehouse.mkdir(parents=True)
    (warehouse / "audit.jsonl").write_text(OLD + "\n")
    write_down(warehouse, VIEWER, "ask", "a", 1)
    (warehouse / "audit.jsonl").write_text(OLD + "\n")
    command = ["make", "-s", "-C", str(tmp_path), "-f", str(config.ROOT / "Makefile"), "clean"]
    assert subprocess.run(command, capture_output=True, text=True).stderr == ""
    assert not warehouse.exists()
    assert [line["viewer"] for line in _lines(warehouse)] == ["old", "v", "old"]


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_it_is_for_this_account_alone(warehouse: Path) -> None:
    before = os.umask(0)
    try:
        write_down(warehouse, VIEWER, "ask", "a", 1)
    finally:
        os.umask(before)
    log = log_path(warehouse)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (log, log.parent)] == [0o600, 0o700]


def _fifo(path: Path, _outside: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)


def _linked(path: Path, outside: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(outside / "letter.txt")


def _folder(path: Path, _outside: Path) -> None:
    path.mkdir(parents=True)


def _linked_folder(path: Path, outside: Path) -> None:
    path.parent.symlink_to(outside, target_is_directory=True)


def _a_file(path: Path, _outside: Path) -> None:
    path.parent.write_text("mine")


@pytest.mark.parametrize("put", [_fifo, _linked, _folder, _linked_folder, _a_file])
def test_where_no_line_can_stand_one_line_says_so_and_nothing_else_is_touched(
    put, warehouse: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "letter.txt").write_text("mine")
    put(log_path(warehouse), outside)
    for act in (lambda: write_down(warehouse, VIEWER, "ask", "a", 1), lambda: ready(warehouse)):
        with pytest.raises(AuditError, match=r"^the audit log cannot be written: .* in HIRING_AUDIT$"):
            act()
    assert {path.name: path.read_text() for path in outside.iterdir()} == {"letter.txt": "mine"}


WRITER = """
import sys
from pathlib import Path
from hiring.access.viewer import local_viewer
from hiring.access.audit import write_down
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    write_down(Path(sys.argv[1]), local_viewer((), ()), "ask", sys.argv[2] * 9000, number)
"""


def test_lines_of_several_processes_stay_whole_and_none_is_lost(warehouse: Path) -> None:
    (warehouse / "audit.jsonl").write_text(OLD)
    running = at_once([[sys.executable, "-c", WRITER, str(warehouse), letter, "40"] for letter in "abcd"])
    assert [one.returncode for one in running] == [0] * 4
    first, *others = _lines(warehouse)
    assert first["viewer"] == "old"
    assert sorted((str(line["subject"]), line["rows"]) for line in others) == sorted(
        (letter * 9000, number) for letter in "abcd" for number in range(40)
    )


def test_a_line_cut_short_stays_alone_and_a_full_disk_leaves_no_half_line(warehouse: Path) -> None:
    write_down(warehouse, VIEWER, "ask", "a", 1)
    log = log_path(warehouse)
    log.write_bytes(log.read_bytes() + b'{"at": "20')
    write_down(warehouse, VIEWER, "ask", "b", 2)
    before = log.read_bytes()
    assert [line[:4] for line in before.split(b"\n")] == [b'{"at', b'{"at', b'{"at', b""]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 10, limits[1]))
    try:
        with pytest.raises(AuditError, match="File too large"):
            write_down(warehouse, VIEWER, "ask", "c", 3)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert log.read_bytes() == before


# The log of earlier versions lay within the warehouse


@pytest.mark.parametrize("new", ["", OLD.replace("old", "new") + "\n"], ids=["no log yet", "a log already"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_an_old_log_is_carried_over_once(new: str, end: str, warehouse: Path) -> None:
    (warehouse / "audit.jsonl").write_text(OLD + "\n" + OLD + end)
    if new:
        log_path(warehouse).parent.mkdir()
        log_path(warehouse).write_text(new)
    write_down(warehouse, VIEWER, "ask", "a", 1)
    write_down(warehouse, VIEWER, "ask", "b", 1)
    assert [line["viewer"] for line in _lines(warehouse)] == [
        *(["new"] if new else []),
        "old",
        "old",
        "v",
        "v",
    ]
    assert not (warehouse / "audit.jsonl").exists()


@pytest.mark.parametrize("content", ["", "a letter\n", "[1]\n", '{"action": "ask"}\n'])
def test_a_file_that_is_no_log_of_ours_stays(content: str, warehouse: Path) -> None:
    (warehouse / "audit.jsonl").write_text(content)
    write_down(warehouse, VIEWER, "ask", "a", 1)
    assert (warehouse / "audit.jsonl").read_text() == content
    assert len(_lines(warehouse)) == 1


def test_an_old_log_that_is_a_link_is_not_followed(warehouse: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.jsonl").write_text(OLD + "\n")
    (warehouse / "audit.jsonl").symlink_to(tmp_path / "elsewhere.jsonl")
    write_down(warehouse, VIEWER, "ask", "a", 1)
    assert (tmp_path / "elsewhere.jsonl").read_text() == OLD + "\n"
    assert len(_lines(warehouse)) == 1


def test_an_old_log_where_the_disk_is_full_loses_no_line(warehouse: Path, monkeypatch) -> None:
    (warehouse / "audit.jsonl").write_text(OLD + "\n")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(AuditError, match="No space left on device"):
        write_down(warehouse, VIEWER, "ask", "a", 1)
    assert (warehouse / "audit.jsonl").read_text() == OLD + "\n"
    assert log_path(warehouse).read_bytes() == b""


def test_a_build_carries_it_over_and_does_without_where_it_cannot(tmp_path: Path, monkeypatch) -> None:
    company = standing(tmp_path)
    (company.folder / "audit.jsonl").write_text(OLD + "\n")
    monkeypatch.setenv("HIRING_AUDIT", str(tmp_path / "exports" / "employees.csv" / "log.jsonl"))
    assert built(tmp_path).result.outcome == "unchanged"
    assert (company.folder / "audit.jsonl").read_text() == OLD + "\n"
    monkeypatch.delenv("HIRING_AUDIT")
    assert built(tmp_path).result.outcome == "unchanged"
    assert log_path(company.folder).read_text() == OLD + "\n"
    assert not (company.folder / "audit.jsonl").exists()


# Without a line, nothing


def test_what_is_asked_on_the_command_line_is_not_printed(tmp_path: Path, capsys) -> None:
    folder = standing(tmp_path).folder
    log_path(folder).mkdir(parents=True)
    assert main(["ask", "overview/bar_by_half_year", "--warehouse", str(folder)]) == 2
    heard = capsys.readouterr()
    assert heard.out == ""
    assert heard.err.startswith(
        "the audit log cannot be written: a folder, wanted a plain file · take it away"
    )
    assert len(heard.err.splitlines()) == 1


def test_a_download_is_not_handed_over(tmp_path: Path, monkeypatch) -> None:
    folder = standing(tmp_path).folder
    log_path(folder).mkdir(parents=True)
    monkeypatch.setattr(session, "warehouse", lambda: Warehouse(folder))
    with pytest.raises(AuditError):
        session.written_down(Download("a.csv", "sellers", 1, lambda: b"names"))()


def test_no_decision_is_written(tmp_path: Path, capsys) -> None:
    logins = CRM_USERS.replace("U-X,Xena Unknown,xena@other.example,", 'U-X,"MANAGER, Mona",,')
    folder = built(tmp_path, {"crm_users": logins}).folder
    log_path(folder).mkdir(parents=True)
    where = ["--exports", str(tmp_path / "exports"), "--warehouse", str(folder)]
    assert main(["matches", "--confirm", "crm", "U-X", "M1", "--by", "Hana", *where]) == 2
    assert capsys.readouterr().err.startswith("the audit log cannot be written")
    assert not (tmp_path / "exports" / "matches.csv").exists()


@pytest.mark.parametrize("content", ["employee_id,full_name\n1,Ada\n", "hiring-0.duckdb\n", "[]", "\x00"])
def test_a_file_that_is_no_log_is_never_added_to(
    content: str, warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "employees.csv"
    own.write_text(content, encoding="utf-8")
    monkeypatch.setenv("HIRING_AUDIT", str(own))
    with pytest.raises(
        AuditError, match=r"a file that is no audit log: .* name another file in HIRING_AUDIT"
    ):
        write_down(warehouse, VIEWER, "ask", "a", 1)
    assert own.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("inside", ["exports", "warehouse"])
def test_a_log_is_not_kept_where_builds_read_and_delete(
    inside: str, warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports = tmp_path / "my exports"
    exports.mkdir()
    monkeypatch.setenv("HIRING_EXPORTS", str(exports))
    log = (exports if inside == "exports" else warehouse) / "log.jsonl"
    monkeypatch.setenv("HIRING_AUDIT", str(log))
    with pytest.raises(AuditError, match=f"a log within the folder of the {inside}: "):
        ready(warehouse)
    assert not log.exists()
