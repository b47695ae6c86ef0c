"""The second promise: a bad export, a crash or a damaged file never takes a good warehouse from its readers."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import BASE, CLOCK, OPPORTUNITIES, built, write_exports
from helpers.standing import standing
from hiring.access.viewer import local_viewer
from hiring.config import ROOT
from hiring.warehouse import pointer
from hiring.warehouse.asking import NotBuiltError, Warehouse
from hiring.warehouse.build import Request, build
from hiring.warehouse.former import former_build
from hiring.warehouse.sealed import connect

EVERYONE = local_viewer((), ())
AMOUNTS = ("500.50", "501.50", "502.50", "503.50", "504.50", "505.50")


def _version(number: int) -> dict[str, str]:
    return {"opportunities": OPPORTUNITIES.replace(AMOUNTS[0], AMOUNTS[number])}


def _revenue(warehouse: Warehouse) -> float:
    return float(warehouse.ask("data_health/revenue_totals", EVERYONE, {})["won_revenue"].iloc[0])


def _run(*words: str, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, which may write files of at most `limit` bytes."""
    full = resource.RLIM_INFINITY if limit is None else limit
    return subprocess.run(
        [sys.executable, "-m", "hiring", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (full, full)),
    )


def _old(folder: Path) -> Path:
    """The files of a folder made to look old: a fresh file is waited for, it might still be growing."""
    for path in folder.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return folder


# What may not be swapped in


@pytest.mark.parametrize(
    ("outcome", "tables"),
    breadth.first(
        2,
        [
            ("refused", {"employees": "<!DOCTYPE html><html>sign in</html>"}),
            *breadth.proof(
                ("refused", {"opportunities": ""}),
                ("refused", {"employees": "employee_id,full_name,department,hire_date\n"}),
            ),
            ("refused", {"opportunities": "opportunity_id,stage,amount,currency,created_on\n,,,,"}),
            ("held", {"opportunities": OPPORTUNITIES.replace("1000.00", "much")}),
            ("held", {"opportunities": OPPORTUNITIES.replace("Lost,false", "Parked,")}),
        ],
    ),
    ids=[
        "a web page",
        "no deals",
        "a header only",
        "no good row",
        "many bad rows",
        "a stage without meaning",
    ],
)
def test_a_bad_export_never_replaces_a_good_warehouse(
    outcome: str, tables: dict[str, str], tmp_path: Path
) -> None:
    good = standing(tmp_path)
    bad = built(tmp_path, tables)
    assert (bad.result.outcome, bad.result.is_good, bad.result.warehouse) == (outcome, False, None)
    assert bad.result.messages
    assert pointer.served(good.folder) == good.result.warehouse
    assert _revenue(Warehouse(good.folder)) == 2281.50
    assert built(tmp_path).result.outcome == "unchanged"


@pytest.mark.proof
def test_a_check_says_the_same_and_swaps_nothing_in(tmp_path: Path) -> None:
    good = standing(tmp_path)
    before = {path.name: path.read_bytes() for path in good.folder.iterdir()}
    exports = write_exports(tmp_path / "exports", {**BASE, **_version(1)})
    checked = build(Request(exports, good.folder, clock=CLOCK, only_check=True, wait=lambda _path: None))
    assert (checked.outcome, checked.is_good, len(checked.digest)) == ("checked", True, 64)
    assert pointer.served(good.folder) == good.result.warehouse
    assert {path.name: path.read_bytes() for path in good.folder.iterdir()} == before


# Readers and swaps


def test_a_reader_on_the_old_file_finishes_and_the_next_question_reads_the_new_one(tmp_path: Path) -> None:
    warehouse = Warehouse(standing(tmp_path).folder)
    assert _revenue(warehouse) == 2281.50
    assert warehouse._connection is not None
    reading = warehouse._connection.cursor().execute("select opportunity_id from marts.credits order by 1")
    assert reading.fetchone() == ("O1",)
    built(tmp_path, _version(1))
    assert _revenue(warehouse) == 2282.50
    assert [row[0] for row in reading.fetchall()] == ["O2", "O3", "O4", "O5"]


def test_readers_who_ask_without_a_pause_see_no_error_across_swaps(tmp_path: Path) -> None:
    swaps = breadth.some(2, 5)
    warehouse = Warehouse(standing(tmp_path, _version(0)).folder)
    done, faults = threading.Event(), []
    seen: list[list[float]] = [[] for _ in range(3)]

    def read(mine: list[float]) -> None:
        while not done.is_set():
            try:
                mine.append(_revenue(warehouse))
            except Exception as error:
                faults.append(repr(error))

    readers = [threading.Thread(target=read, args=(mine,)) for mine in seen]
    for reader in readers:
        reader.start()
    for number in range(1, swaps + 1):
        assert built(tmp_path, _version(number)).result.outcome == "served"
    last = _revenue(warehouse)
    done.set()
    for reader in readers:
        reader.join()
    assert faults == []
    assert last == 2281.50 + swaps
    for mine in seen:
        assert mine == sorted(mine), "an older warehouse came back"
        assert set(mine) <= {2281.50 + number for number in range(swaps + 1)}


def test_only_the_served_file_is_left_after_a_build(tmp_path: Path) -> None:
    standing(tmp_path)
    company = built(tmp_path, _version(1))
    assert list(company.folder.glob("hiring-*")) == [company.result.warehouse]
    assert list(company.folder.glob("building-*")) == []


# The pointer


@pytest.mark.parametrize(
    "content",
    breadth.first(
        1,
        [
            *(b"", b"hiring-gone.duckdb\n", b"\xff\xfe\x00garbage", b"../../etc/passwd"),
            *breadth.proof(b"\n", b"lock", b"x" * 9999),
        ],
    ),
    ids=["empty", "a missing file", "no text", "a path outside", "a blank line", "another file", "too long"],
)
def test_a_damaged_pointer_falls_back_to_the_newest_file_and_the_next_build_mends_it(
    content: bytes, tmp_path: Path
) -> None:
    company = standing(tmp_path)
    (company.folder / "current").write_bytes(content)
    assert _revenue(Warehouse(company.folder)) == 2281.50
    assert built(tmp_path, _version(1)).result.outcome == "served"
    assert _revenue(Warehouse(company.folder)) == 2282.50


def test_a_pointer_that_is_gone_falls_back_too(tmp_path: Path) -> None:
    company = standing(tmp_path)
    (company.folder / "current").unlink()
    assert _revenue(Warehouse(company.folder)) == 2281.50


def test_where_nothing_was_built_one_line_says_what_to_run(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "not there"):
        with pytest.raises(NotBuiltError, match="python -m hiring build"):
            Warehouse(folder).version()


# A damaged file


def _ask_several(folder: Path) -> None:
    for question in ("data_health/revenue_totals", "data_health/words_read", "data_health/tables_expected"):
        Warehouse(folder).ask(question, EVERYONE, {})


def _flip(path: Path, *places: int) -> None:
    content = bytearray(path.read_bytes())
    for place in places:
        content[place] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize(
    "damage",
    breadth.first(
        2,
        [
            lambda path: path.write_bytes(b""),
            *breadth.proof(lambda path: path.write_bytes(b"not a database" * 999)),
            lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
            lambda path: _flip(path, 8),
            *breadth.proof(lambda path: _flip(path, 4100)),
            lambda path: _flip(path, *range(20_000, path.stat().st_size, 5_000)),
        ],
    ),
    ids=[
        "emptied",
        "overwritten",
        "cut in half",
        "a bit of its first page",
        "a bit of its header",
        "many bits",
    ],
)
def test_a_damaged_file_is_told_in_one_line_and_the_next_build_heals_it(damage, tmp_path: Path) -> None:
    company = standing(tmp_path)
    assert company.result.warehouse is not None
    damage(company.result.warehouse)
    with pytest.raises(NotBuiltError, match=r"cannot be read .* python -m hiring build"):
        _ask_several(company.folder)
    healed = built(tmp_path)
    assert healed.result.outcome == "served"
    assert _revenue(Warehouse(healed.folder)) == 2281.50


@pytest.mark.proof
def test_damage_where_nobody_has_looked_yet_is_found_by_the_next_build(tmp_path: Path) -> None:
    company = standing(tmp_path)
    path = company.result.warehouse
    assert path is not None
    good = path.read_bytes()
    for place in range(len(good) - 200_000, 0, -262_144):  # a block's length apart, from the end on
        path.write_bytes(good)
        _flip(path, place)
        former = former_build(company.folder)
        if former is not None:
            break
    assert former is not None, "every block was needed to know what the file is"
    assert not former.is_whole()
    healed = built(tmp_path)
    assert healed.result.outcome == "served"
    assert _revenue(Warehouse(healed.folder)) == 2281.50


def test_whoever_has_the_old_file_open_keeps_it_when_the_new_one_cannot_be_opened(tmp_path: Path) -> None:
    company = standing(tmp_path)
    warehouse = Warehouse(company.folder)
    assert _revenue(warehouse) == 2281.50
    broken = f"hiring-{'0' * 16}-{'0' * 8}.duckdb"
    (company.folder / broken).write_bytes(b"")
    (company.folder / "current").write_text(f"{broken}\n")
    assert _revenue(warehouse) == 2281.50


def test_a_build_beside_an_open_reader_still_knows_the_build_before(tmp_path: Path) -> None:
    reader = connect(standing(tmp_path).result.warehouse)  # type: ignore[arg-type]
    held = built(tmp_path, {"opportunities": "\n".join(OPPORTUNITIES.strip().splitlines()[:4])})
    assert [question.key for question in held.result.questions] == ["fewer rows in opportunities"]
    reader.close()


# Locks, disks, rights


def test_a_second_build_at_the_same_time_says_so_in_one_line_and_ends_with_1(tmp_path: Path) -> None:
    company = standing(tmp_path)
    with pointer.alone(company.folder):
        done = _run("build", "--exports", str(_old(tmp_path / "exports")), "--warehouse", str(company.folder))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.strip() == (
        "another build of this warehouse is running · wait for it to end, then build again"
    )


@pytest.mark.proof
def test_a_lock_file_and_rubbish_of_a_killed_build_do_no_harm(tmp_path: Path) -> None:
    company = standing(tmp_path)
    (company.folder / "lock").write_text("4711\n")
    rubbish = company.folder / "building-0123456789abcdef"
    half = f"hiring-{'0' * 16}-{'f' * 8}.duckdb"
    (rubbish / "files").mkdir(parents=True)
    (rubbish / "files" / "export_0000.csv").write_text("half a f")
    (company.folder / half).write_bytes(b"half")
    (company.folder / f"{half}.wal").write_bytes(b"half")
    (company.folder / "current.new").write_text(half)
    assert _revenue(Warehouse(company.folder)) == 2281.50
    assert built(tmp_path, _version(1)).result.outcome == "served"
    assert _revenue(Warehouse(company.folder)) == 2282.50
    assert not rubbish.exists()
    assert len(list(company.folder.glob("hiring-*"))) == 1


@pytest.mark.parametrize("limit", breadth.always([300_000], [60_000, 300_000]))
def test_a_disk_that_is_full_ends_the_build_in_one_line_with_2_and_the_old_one_serves(
    limit: int, tmp_path: Path
) -> None:
    company = standing(tmp_path)
    exports = _old(write_exports(tmp_path / "exports", {**BASE, **_version(1)}))
    done = _run("build", "--exports", str(exports), "--warehouse", str(company.folder), limit=limit)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "the last good warehouse stays" in done.stderr.strip().splitlines()[-1]
    assert pointer.served(company.folder) == company.result.warehouse
    assert _revenue(Warehouse(company.folder)) == 2281.50
    assert built(tmp_path, _version(1)).result.outcome == "served"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write to")
def test_a_folder_that_cannot_be_written_ends_the_build_in_one_line_with_2(tmp_path: Path) -> None:
    exports = _old(write_exports(tmp_path / "exports", BASE))
    done = _run("build", "--exports", str(exports), "--warehouse", "/proc/self/warehouse")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_a_warehouse_path_that_is_a_file_ends_in_one_line_with_2(tmp_path: Path) -> None:
    exports = _old(write_exports(tmp_path / "exports", BASE))
    (tmp_path / "file").write_text("")
    done = _run("build", "--exports", str(exports), "--warehouse", str(tmp_path / "file"))
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)
