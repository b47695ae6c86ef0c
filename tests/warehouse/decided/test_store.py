"""The store of decisions: every version kept, two editors at once, a kill, a file that is locked, spoilt or full."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hiring import config
from hiring.warehouse.decided import packs, store
from hiring.warehouse.decided.decisions import DECISIONS, Decision
from hiring.warehouse.decided.packs import Pack, digest_of
from hiring.warehouse.decided.promises import PROMISES, Promise
from hiring.warehouse.decided.store import StoreError, path_of
from hiring.warehouse.decided.versions import ConflictError, WrongError, cleaned, current

FIRST = Decision(
    decision_id="d1",
    version=1,
    quarter="2025Q4",
    text="halve the days to the talk",
    side="both",
    owner_id="E7",
    due_on="2026-03-31",
    measure="days-to-intake",
    wanted=4.5,
    then_value=9.0,
    then_low=7.0,
    then_high=12.0,
    then_n=24,
    status="open",
    written_at="2026-01-12T10:00:00+00:00",
    written_by="local",
)
PROMISE = Promise(
    *("p1", 1, "tell rejected candidates why", "HR", 5, "2026-01-01", "H1", "M1"),
    *("2026-01-12T10:00:00+00:00", "local"),
)
NOBODY = 65534  # the account that may write nothing here


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HIRING_DECISIONS", raising=False)


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    (tmp_path / "warehouse").mkdir()
    return tmp_path / "warehouse"


def _second(**changed: Any) -> Decision:
    return replace(FIRST, version=2, **changed)


# What is kept


def test_before_anything_is_written_there_is_nothing_and_no_file(warehouse: Path) -> None:
    assert DECISIONS.every(warehouse).rows == ()
    assert DECISIONS.every(warehouse).trouble == ""
    assert packs.every(warehouse).rows == ()
    assert packs.get(warehouse, "x") is None
    assert not path_of(warehouse).exists()


def test_every_version_is_kept_and_the_last_one_is_current(warehouse: Path) -> None:
    DECISIONS.put(warehouse, FIRST)
    DECISIONS.put(warehouse, replace(FIRST, decision_id="d0", wanted=None, then_value=None, measure=""))
    DECISIONS.put(warehouse, _second(status="kept"))
    found = DECISIONS.every(warehouse)
    assert found.trouble == ""
    assert [(one.decision_id, one.version) for one in found.rows] == [("d0", 1), ("d1", 1), ("d1", 2)]
    assert found.rows[1] == FIRST
    assert [one.status for one in current(found.rows, "decision_id")] == ["open", "kept"]


def test_promises_keep_who_of_each_side_agreed_to_each_version(warehouse: Path) -> None:
    PROMISES.put(warehouse, PROMISE)
    PROMISES.put(warehouse, replace(PROMISE, version=2, within_days=3, sales_id="M2"))
    told = [(one.version, one.within_days, one.hr_id, one.sales_id) for one in PROMISES.every(warehouse).rows]
    assert told == [(1, 5, "H1", "M1"), (2, 3, "H1", "M2")]


def test_the_file_is_this_accounts_alone_beside_the_warehouse_and_in_wal_mode(warehouse: Path) -> None:
    DECISIONS.put(warehouse, FIRST)
    path = path_of(warehouse)
    assert path == warehouse.parent / "decisions" / "warehouse.sqlite"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
        assert connection.execute("pragma user_version").fetchone() == (store.FORMAT,)


def test_another_file_may_be_named(warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIRING_DECISIONS", str(tmp_path / "elsewhere" / "ours.sqlite"))
    DECISIONS.put(warehouse, FIRST)
    assert (tmp_path / "elsewhere" / "ours.sqlite").exists()


def test_values_are_data_and_never_sql(warehouse: Path) -> None:
    text = "'); drop table decisions; -- \" ? :text"
    DECISIONS.put(warehouse, replace(FIRST, text=text))
    assert DECISIONS.every(warehouse).rows[0].text == text


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"text": ""}, "decision · found '' · wanted one line of 1 to 200 letters"),
        ({"text": "two\nlines"}, "decision · found 'two\\\\nlines' · wanted one line of 1 to 200 letters"),
        ({"text": "a\x00b"}, "wanted one line"),
        ({"text": "a\u202eb"}, "wanted one line"),
        ({"text": "\ud800"}, "wanted one line"),
        ({"text": "x" * 201}, "wanted one line"),
        ({"quarter": "2025-Q4"}, "quarter · found '2025-Q4' · wanted a quarter such as 2026Q3"),
        ({"side": "Legal"}, "side · found 'Legal' · wanted HR or Sales or both"),
        ({"status": "done"}, "status · found 'done' · wanted open or kept or missed or dropped"),
        ({"due_on": "31.3.2026"}, "due · found '31.3.2026' · wanted a day such as 2026-03-31"),
        ({"wanted": float("nan")}, "wanted · found nan · wanted a number"),
        ({"wanted": 1e12}, "wanted a number"),
        ({"owner_id": "x" * 300}, "owner · found"),
        ({"measure": "met bar; --"}, "measure · found 'met bar; --' · wanted a plain word"),
        ({"then_n": -1}, "n · found -1 · wanted a whole number"),
        ({"version": 0}, "version · found 0 · wanted a whole number"),
    ],
)
def test_what_cannot_be_kept_is_told_in_one_line(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(WrongError) as error:
        replace(FIRST, **changed)
    assert told.replace("\\\\", "\\") in str(error.value)
    assert "\n" not in str(error.value)


def test_a_promise_needs_somebody_of_each_side() -> None:
    with pytest.raises(WrongError, match="wanted somebody of HR and somebody of Sales"):
        replace(PROMISE, hr_id="")
    with pytest.raises(WrongError, match="wanted a whole number from 0 to 365"):
        replace(PROMISE, within_days=366)


def test_a_text_is_brought_to_one_line_without_what_is_invisible() -> None:
    assert cleaned(" two\n lines\u202e \u0007x\u200b Jose\u0301 ") == "two lines x José"


def test_a_pack_is_kept_as_it_was_frozen_and_never_put_twice(warehouse: Path) -> None:
    pack = Pack("k", "2026Q2", "both sides", "2026-07-02T09:00:00+00:00", "local", digest_of("{}"), "{}")
    packs.add(warehouse, pack)
    assert packs.get(warehouse, "k") == pack
    assert [(one.pack_id, one.content) for one in packs.every(warehouse).rows] == [("k", "")]
    with pytest.raises(ConflictError):
        packs.add(warehouse, pack)
    with pytest.raises(ValueError, match="another digest"):
        packs.add(warehouse, replace(pack, pack_id="l", content="[]"))


# Several at once


def test_the_second_of_two_editors_gets_what_stands_and_keeps_what_they_wrote(warehouse: Path) -> None:
    DECISIONS.put(warehouse, FIRST)
    theirs, mine = _second(status="kept"), _second(due_on="2026-06-30")
    DECISIONS.put(warehouse, theirs)
    with pytest.raises(ConflictError) as error:
        DECISIONS.put(warehouse, mine)
    assert (error.value.standing, error.value.written) == (theirs, mine)
    assert DECISIONS.every(warehouse).rows == (FIRST, theirs)
    DECISIONS.put(warehouse, replace(mine, version=3))
    assert [one.due_on for one in DECISIONS.every(warehouse).rows] == [
        "2026-03-31",
        "2026-03-31",
        "2026-06-30",
    ]


def test_of_many_threads_one_writes_a_version_and_the_others_are_told(warehouse: Path) -> None:
    DECISIONS.put(warehouse, FIRST)

    def wrote(number: int) -> bool:
        try:
            DECISIONS.put(warehouse, _second(text=f"as editor {number} wants it"))
        except ConflictError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(wrote, range(16))) == 1
    assert [one.version for one in DECISIONS.every(warehouse).rows] == [1, 2]


def test_first_decisions_of_many_threads_are_all_there(warehouse: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda n: DECISIONS.put(warehouse, replace(FIRST, decision_id=f"d{n}")), range(16)))
    assert len(DECISIONS.every(warehouse).rows) == 16
    assert not list(path_of(warehouse).parent.glob("*.new*"))
    assert not list(path_of(warehouse).parent.glob(".*"))


KILLED = """
import os, signal, sys
from pathlib import Path
from hiring.warehouse.decided import store
with store.writing(Path(sys.argv[1])) as connection:
    connection.execute("update decisions set text = 'half written'")
    connection.execute("insert into decisions select decision_id, 2, quarter, text, side, owner_id, due_on, measure, "
        "wanted, then_value, then_low, then_high, then_n, status, written_at, written_by from decisions")
    connection.execute("pragma cache_spill = 1")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_writer_that_is_killed_in_the_middle_leaves_what_stood_and_the_next_one_writes(
    warehouse: Path,
) -> None:
    DECISIONS.put(warehouse, FIRST)
    ended = subprocess.run([sys.executable, "-c", KILLED, str(warehouse)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert DECISIONS.every(warehouse).rows == (FIRST,)
    DECISIONS.put(warehouse, _second(status="kept"))
    assert [one.version for one in DECISIONS.every(warehouse).rows] == [1, 2]


HOLDING = """
import sys
from pathlib import Path
from hiring.warehouse.decided import store
with store.writing(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_while_another_process_writes_all_is_read_and_a_write_says_so(
    warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    DECISIONS.put(warehouse, FIRST)
    monkeypatch.setattr(store, "LONGEST_WAIT", 0.05)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(warehouse)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"held\n"
        assert DECISIONS.every(warehouse).rows == (FIRST,)
        with pytest.raises(
            StoreError, match=r"^decisions cannot be written: somebody else is writing in it: .* · try"
        ):
            DECISIONS.put(warehouse, _second())
        other.stdin.write(b"\n")
    DECISIONS.put(warehouse, _second())
    assert len(DECISIONS.every(warehouse).rows) == 2


# A file that is not as it should be


def _one_line(warehouse: Path) -> str:
    """What is said of it, read or written: one line each, the file as it lay."""
    before = path_of(warehouse).read_bytes()
    found = DECISIONS.every(warehouse)
    with pytest.raises(StoreError) as error:
        DECISIONS.put(warehouse, _second())
    assert "\n" not in f"{error.value}{found.trouble}"
    assert path_of(warehouse).read_bytes() == before
    return str(error.value)


@pytest.mark.parametrize(
    "content", [b"", b"no database at all\n" * 300, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_bytes_that_are_no_store_are_left_as_they_lie(warehouse: Path, content: bytes) -> None:
    path_of(warehouse).parent.mkdir()
    path_of(warehouse).write_bytes(content)
    assert _one_line(warehouse).startswith("decisions cannot be written: ")
    assert DECISIONS.every(warehouse).trouble.startswith("decisions cannot be read: ")


def test_of_a_file_damaged_on_some_pages_the_rest_is_still_read(warehouse: Path) -> None:
    for number in range(300):
        DECISIONS.put(warehouse, replace(FIRST, decision_id=f"d{number:03}"))
    PROMISES.put(warehouse, PROMISE)
    path = path_of(warehouse)
    content = bytearray(path.read_bytes())
    place = content.rindex(b"d250")
    content[place // 4096 * 4096 : place // 4096 * 4096 + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    found = DECISIONS.every(warehouse)
    assert 0 < len(found.rows) < 300
    assert found.trouble.startswith("decisions cannot be read: it is damaged")
    assert PROMISES.every(warehouse).rows == (PROMISE,)


def test_a_row_that_makes_no_sense_is_counted_and_the_others_are_read(warehouse: Path) -> None:
    DECISIONS.put(warehouse, FIRST)
    DECISIONS.put(warehouse, replace(FIRST, decision_id="d2"))
    with closing(sqlite3.connect(path_of(warehouse))) as connection, connection:
        connection.execute("update decisions set due_on = 'soon', then_n = 'x' where decision_id = 'd2'")
    found = DECISIONS.every(warehouse)
    assert found.rows == (FIRST,)
    assert found.trouble == "1 row of decisions cannot be read, left as found"


def test_a_file_of_a_later_format_and_one_of_another_program_are_not_touched(warehouse: Path) -> None:
    DECISIONS.put(warehouse, FIRST)
    with closing(sqlite3.connect(path_of(warehouse))) as connection:
        connection.execute("pragma user_version = 9")
    assert "a file of format 9, which this version does not know" in _one_line(warehouse)
    with closing(sqlite3.connect(path_of(warehouse))) as connection:
        connection.execute("pragma application_id = 1")
    assert "a file that holds no decisions of ours" in _one_line(warehouse)


def test_a_file_of_an_earlier_format_is_read_as_it_is_and_brought_up_to_date_by_the_first_write(
    warehouse: Path,
) -> None:
    PROMISES.put(warehouse, PROMISE)
    with closing(sqlite3.connect(path_of(warehouse))) as connection:
        connection.execute("alter table promises drop column status")
        connection.execute("drop table preparations")
        connection.execute("pragma user_version = 1")
    assert PROMISES.every(warehouse).rows == (PROMISE,)
    later = replace(PROMISE, version=2, status="kept")
    PROMISES.put(warehouse, later)
    assert PROMISES.every(warehouse).rows == (PROMISE, later)
    with closing(sqlite3.connect(path_of(warehouse))) as connection:
        assert connection.execute("pragma user_version").fetchone() == (store.FORMAT,)


def test_a_full_disk_is_told_and_what_stood_stays(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    DECISIONS.put(warehouse, FIRST)
    plain = store._connected

    def full(path: Path, mode: str) -> sqlite3.Connection:
        connection = plain(path, mode)
        connection.execute("pragma max_page_count = 1")  # no fewer than there are
        return connection

    monkeypatch.setattr(store, "_connected", full)
    content = "x" * 100_000
    pack = Pack("k", "2026Q2", "both", "2026-07-02T09:00:00+00:00", "local", digest_of(content), content)
    with pytest.raises(StoreError, match=r"its disk is full: .* · make room there, then try again$"):
        packs.add(warehouse, pack)
    assert DECISIONS.every(warehouse).rows == (FIRST,)
    assert packs.every(warehouse).rows == ()


READ_ONLY = """
import os, sys
from pathlib import Path
from dataclasses import replace
from hiring.warehouse.decided.decisions import DECISIONS
if os.geteuid() == 0:
    os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[2]))
found = DECISIONS.every(Path(sys.argv[1]))
print(len(found.rows), found.trouble)
try:
    DECISIONS.put(Path(sys.argv[1]), replace(found.rows[0], version=2))
except OSError as error:
    print(error)
"""


def test_a_file_and_folder_that_may_only_be_read_are_read_and_a_write_says_so(warehouse: Path) -> None:
    DECISIONS.put(warehouse, FIRST)
    path = path_of(warehouse)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    opened = [
        one for one in path.parents if one.stat().st_uid == os.geteuid() and not one.stat().st_mode & 0o001
    ]
    before = {one: one.stat().st_mode for one in opened}
    for one in opened:
        one.chmod(0o755)
    try:
        read = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(warehouse), str(NOBODY)],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        for one, mode in before.items():
            one.chmod(mode)
    assert read.stdout.splitlines()[0] == "1 ", read.stderr
    assert "decisions cannot be written: it may not be written: " in read.stdout
    assert read.stdout.count("\n") == 2
    path.parent.chmod(0o700)


def test_links_and_folders_in_the_place_of_the_file_are_refused(warehouse: Path, tmp_path: Path) -> None:
    path = path_of(warehouse)
    path.parent.mkdir()
    (tmp_path / "other").write_bytes(b"")
    for end in ("", "-wal"):
        linked = path.with_name(path.name + end)
        linked.symlink_to(tmp_path / "other")
        with pytest.raises(StoreError, match="found a link"):
            DECISIONS.put(warehouse, FIRST)
        linked.unlink()
    path.mkdir()
    with pytest.raises(StoreError, match="found a folder"):
        DECISIONS.put(warehouse, FIRST)
    path.rmdir()
    path.parent.rmdir()
    (tmp_path / "others").mkdir()
    path.parent.symlink_to(tmp_path / "others")
    with pytest.raises(StoreError, match="a link where the folder of decisions would be"):
        DECISIONS.put(warehouse, FIRST)
    assert (tmp_path / "other").read_bytes() == b""
    assert list((tmp_path / "others").iterdir()) == []


def test_nothing_is_kept_where_builds_read_or_delete(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "EXPORTS", tmp_path / "exports")
    for folder, told in ((warehouse, "warehouse"), (tmp_path / "exports", "exports")):
        monkeypatch.setenv("HIRING_DECISIONS", str(folder / "ours.sqlite"))
        with pytest.raises(StoreError, match=f"within the folder of the {told}: .* in HIRING_DECISIONS"):
            DECISIONS.put(warehouse, FIRST)
