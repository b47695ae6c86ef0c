"""The warehouse's folder: nothing of anybody else's is deleted or reached through a link, and others are kept out."""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path

import pytest

from helpers import breadth
from helpers.small_company import BASE, CLOCK, OPPORTUNITIES, built, write_exports
from helpers.standing import standing
from hiring.__main__ import main
from hiring.warehouse import attempts, folder, pointer, workplace
from hiring.warehouse.build import Request, build
from hiring.warehouse.folder import FolderError

A_WAREHOUSE = f"hiring-{'a' * 16}-{'b' * 8}.duckdb"
A_SCRATCH = f"building-{'c' * 16}"
OTHER_DEALS = {"opportunities": OPPORTUNITIES.replace("500.50", "501.50")}
posix = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")


def _request(where: Path, warehouse: Path | None = None, *, only_check: bool = False) -> Request:
    exports = write_exports(where / "exports", BASE)
    into = warehouse or where / "warehouse"
    return Request(exports, into, clock=CLOCK, only_check=only_check, wait=lambda _path: None)


def _seen(where: Path) -> dict[str, bytes | str]:
    """Everything below a folder: the bytes of a file, the target of a link, the kind of anything else."""
    found: dict[str, bytes | str] = {}
    for path in sorted(where.rglob("*")):
        name = path.relative_to(where).as_posix()
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            found[name] = f"link to {path.readlink()}"
        else:
            found[name] = path.read_bytes() if stat.S_ISREG(mode) else oct(stat.S_IFMT(mode))
    return found


# What is not ours


PEOPLES_OWN = [
    "hiring-plan-2026.xlsx",
    "hiring-budget.duckdb",
    "hiring-0123456789abcdef-01234567.duckdb.bak",
    "hiring-0123456789ABCDEF-01234567.duckdb",
    "building-permits.pdf",
    "building-lease/contract.txt",
    "building-contract/contract.txt",
    "building-0123456789abcdef0/contract.txt",
    "notes.txt",
]


def test_a_persons_own_files_in_a_warehouse_outlive_builds_and_checks(tmp_path: Path) -> None:
    where = standing(tmp_path).folder
    for name in PEOPLES_OWN:
        (where / name).parent.mkdir(exist_ok=True)
        (where / name).write_bytes(b"mine")
    assert built(tmp_path, OTHER_DEALS).result.outcome == "served"
    assert build(_request(tmp_path, only_check=True)).outcome == "checked"
    assert [(where / name).read_bytes() for name in PEOPLES_OWN] == [b"mine"] * len(PEOPLES_OWN)


@pytest.mark.parametrize("only_check", [False, True], ids=["build", "check"])
@pytest.mark.parametrize("name", [*PEOPLES_OWN, A_WAREHOUSE + "/inside.txt", "current", "a/b/c.txt"])
def test_a_folder_with_other_things_and_no_mark_is_refused_untouched(
    name: str, only_check: bool, tmp_path: Path
) -> None:
    place = tmp_path / "warehouse" / name
    place.parent.mkdir(parents=True)
    place.write_bytes(b"mine")
    if name == "building-contract/contract.txt":
        (tmp_path / "warehouse" / "else.txt").write_bytes(b"mine")  # alone it might be an old build's scratch
    request, before = _request(tmp_path, only_check=only_check), _seen(tmp_path)
    with pytest.raises(
        FolderError, match=r"nothing was touched · name another folder .* hiring_outcomes\.json"
    ):
        build(request)
    assert _seen(tmp_path) == {
        **before,
        **{n: c for n, c in _seen(tmp_path).items() if n.startswith("exports")},
    }


def test_the_command_line_says_it_in_one_line_and_ends_with_2(tmp_path: Path, capsys) -> None:
    mine = tmp_path / "documents"
    mine.mkdir()
    (mine / "hiring-letters.txt").write_text("mine")
    for verb in ("build", "check"):
        words = ["--exports", str(write_exports(tmp_path / "exports", BASE)), "--warehouse", str(mine)]
        assert main([verb, *words]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith(f"{mine} · found hiring-letters.txt, and no mark that this is a warehouse")
    assert _seen(mine) == {"hiring-letters.txt": b"mine"}


@pytest.mark.proof
def test_an_empty_file_of_the_marks_name_says_that_the_folder_is_meant(tmp_path: Path) -> None:
    mine = tmp_path / "warehouse"
    mine.mkdir()
    (mine / "hiring-letters.txt").write_text("mine")
    (mine / folder.MARK).touch()
    assert build(_request(tmp_path)).outcome == "served"
    assert (mine / "hiring-letters.txt").read_text() == "mine"
    assert folder.is_marked(mine)
    assert (mine / folder.MARK).stat().st_size > 0


@pytest.mark.parametrize("mark", [b"{}", b"[]", b"\xff\xfe", b'{"what": "a list of people"}'])
def test_a_file_of_that_name_that_says_something_else_is_no_mark(mark: bytes, tmp_path: Path) -> None:
    mine = tmp_path / "warehouse"
    mine.mkdir()
    (mine / "letters.txt").write_text("mine")
    (mine / folder.MARK).write_bytes(mark)
    with pytest.raises(FolderError, match=r"found letters\.txt"):
        build(_request(tmp_path))


def test_a_mark_that_is_a_link_is_no_mark(tmp_path: Path) -> None:
    marked = standing(tmp_path / "other").folder
    mine = tmp_path / "warehouse"
    mine.mkdir()
    (mine / A_WAREHOUSE).write_bytes(b"mine")
    (mine / folder.MARK).symlink_to(marked / folder.MARK)
    with pytest.raises(FolderError, match=r"found hiring_outcomes\.json, and no mark"):
        build(_request(tmp_path))
    assert (mine / A_WAREHOUSE).read_bytes() == b"mine"


def test_without_a_mark_a_sweep_deletes_nothing(tmp_path: Path) -> None:
    (tmp_path / A_WAREHOUSE).write_bytes(b"old")
    (tmp_path / A_SCRATCH).mkdir()
    folder.sweep(tmp_path)
    assert set(_seen(tmp_path)) == {A_WAREHOUSE, A_SCRATCH}


# Links and other things under names of ours


def _a_warehouse(digit: str) -> str:
    return f"hiring-{digit * 16}-{'b' * 8}.duckdb"


def test_nothing_outside_is_reached_through_names_of_ours_and_the_build_goes_through(tmp_path: Path) -> None:
    outside, where = tmp_path / "outside", standing(tmp_path).folder
    (outside / "deep").mkdir(parents=True)
    for name in ("letter.txt", "deep/more.txt"):
        (outside / name).write_text("mine")
        (outside / name).chmod(0o644)
    (where / "last_attempt.json").unlink()
    for name in ("last_attempt.json", "last_attempt.json.new", "current.new", f"{folder.MARK}.new"):
        (where / name).symlink_to(outside / "letter.txt")
    (where / _a_warehouse("1")).symlink_to(outside / "letter.txt")
    (where / _a_warehouse("2")).symlink_to(outside, target_is_directory=True)
    os.link(outside / "letter.txt", where / _a_warehouse("3"))
    (where / f"building-{'1' * 16}").symlink_to(outside, target_is_directory=True)
    left = where / f"building-{'2' * 16}" / "files"
    left.mkdir(parents=True)
    (left / "out").symlink_to(outside, target_is_directory=True)
    (left.parent / "letter").symlink_to(outside / "letter.txt")
    before = _seen(outside)
    assert built(tmp_path, OTHER_DEALS).result.outcome == "served"
    assert _seen(outside) == before
    assert {stat.S_IMODE(path.stat().st_mode) for path in outside.rglob("*.txt")} == {0o644}
    assert not left.parent.exists()
    assert json.loads((where / "last_attempt.json").read_text())["outcome"] == "served"


def test_a_folder_or_a_pipe_of_a_warehouses_name_is_neither_served_nor_deleted(tmp_path: Path) -> None:
    where = standing(tmp_path).folder
    (where / A_WAREHOUSE).mkdir()
    os.mkfifo(where / _a_warehouse("d"))
    (where / "current").unlink()
    assert built(tmp_path, OTHER_DEALS).result.outcome == "served"
    assert (where / A_WAREHOUSE).is_dir()
    assert (where / _a_warehouse("d")).is_fifo()


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_lock_that_is_no_plain_file_ends_in_one_line_and_waits_for_nothing(
    kind: str, tmp_path: Path, capsys
) -> None:
    lock, outside = standing(tmp_path).folder / "lock", tmp_path / "outside"
    lock.unlink()
    if kind == "link":
        lock.symlink_to(outside)
    else:
        os.mkfifo(lock) if kind == "pipe" else lock.mkdir()
    words = ["--exports", str(tmp_path / "exports"), "--warehouse", str(lock.parent)]
    assert main(["build", *words]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"a {kind}, wanted a plain file · take it away: {lock} · the last good warehouse stays"
    ]
    assert not outside.exists()


@pytest.mark.proof
def test_a_warehouse_folder_that_is_a_link_is_judged_by_what_it_leads_to(tmp_path: Path) -> None:
    disk, mine = tmp_path / "disk", tmp_path / "mine"
    disk.mkdir()
    mine.mkdir()
    (mine / "letters.txt").write_text("mine")
    (tmp_path / "warehouse").symlink_to(disk)
    assert build(_request(tmp_path)).outcome == "served"
    assert folder.is_marked(disk)
    (tmp_path / "warehouse").unlink()
    (tmp_path / "warehouse").symlink_to(mine)
    with pytest.raises(FolderError, match=r"found letters\.txt"):
        build(_request(tmp_path))
    assert _seen(mine) == {"letters.txt": b"mine"}


def test_links_in_a_circle_end_in_one_line(tmp_path: Path, capsys) -> None:
    (tmp_path / "warehouse").symlink_to(tmp_path / "warehouse")
    exports = str(write_exports(tmp_path / "exports", BASE))
    assert main(["build", "--exports", exports, "--warehouse", str(tmp_path / "warehouse")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "our own fault" not in line


# A check


@pytest.mark.parametrize("there", breadth.first(1, [False, True]), ids=["no folder yet", "an empty folder"])
def test_a_check_makes_nothing_where_there_is_nothing(there: bool, tmp_path: Path) -> None:
    if there:
        (tmp_path / "warehouse").mkdir(mode=0o755)
    assert build(_request(tmp_path, only_check=True)).outcome == "checked"
    assert [path.name for path in tmp_path.glob("warehouse*")] == (["warehouse"] if there else [])
    assert not there or (_seen(tmp_path / "warehouse"), oct((tmp_path / "warehouse").stat().st_mode)) == (
        {},
        "0o40755",
    )


def test_a_check_leaves_what_a_build_would_sweep_and_its_own_scratch_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where, temporary = standing(tmp_path).folder, tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    (where / A_SCRATCH / "files").mkdir(parents=True)
    (where / A_WAREHOUSE).write_bytes(b"old")
    before = _seen(where)
    with pointer.alone(where):  # beside a build that runs
        assert build(_request(tmp_path, only_check=True)).outcome == "checked"
    assert _seen(where) == before
    assert _seen(temporary) == {}


def test_what_a_killed_check_left_is_swept_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "lock").write_text("mine")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    left, mine, linked = (temporary / f"hiring-check-{end}" for end in ("0" * 16, "mine", "1" * 16))
    for path in (left, mine):
        path.mkdir()
        (path / "lock").touch()
        (path / "copy.csv").write_text("a name")
    linked.symlink_to(outside, target_is_directory=True)
    with workplace.aside() as running:
        with workplace.aside() as other:
            assert (left.exists(), running.is_dir(), other.is_dir()) == (False, True, True)
        workplace.sweep_aside()
        assert running.is_dir()
    assert sorted(path.name for path in temporary.iterdir()) == sorted([mine.name, linked.name])
    assert (mine / "copy.csv").read_text() == "a name"
    assert (outside / "lock").read_text() == "mine"


# Exports and warehouse apart


@pytest.mark.parametrize(
    ("exports", "warehouse"),
    [("both", "both"), ("both", "both/warehouse"), ("both/exports", "both"), ("both", "link")],
)
def test_exports_and_warehouse_must_not_lie_in_each_other(
    exports: str, warehouse: str, tmp_path: Path
) -> None:
    write_exports(tmp_path / exports, BASE)
    (tmp_path / "link").symlink_to(tmp_path / "both")
    before = _seen(tmp_path)
    for only_check in (False, True):
        with pytest.raises(FolderError, match="the warehouse and the exports"):
            build(Request(tmp_path / exports, tmp_path / warehouse, clock=CLOCK, only_check=only_check))
    assert _seen(tmp_path) == before


# Earlier versions


def _of_an_earlier_version(where: Path) -> Path:
    """A warehouse folder as a version without marks left it."""
    left = standing(where).folder
    (left / folder.MARK).unlink()
    (left / "audit.jsonl").write_text("the log of an earlier version\n")
    (left / ".DS_Store").write_bytes(b"\x00")
    left.chmod(0o755)
    for path in left.iterdir():
        path.chmod(0o644)
    return left


@pytest.mark.proof
def test_a_folder_of_an_earlier_version_is_taken_over(tmp_path: Path) -> None:
    left = _of_an_earlier_version(tmp_path)
    assert built(tmp_path).result.outcome == "unchanged"
    assert folder.is_marked(left)
    assert built(tmp_path, OTHER_DEALS).result.outcome == "served"
    assert len(list(left.glob("hiring-*.duckdb"))) == 1


@pytest.mark.proof
def test_a_first_build_that_an_earlier_version_refused_is_taken_over(tmp_path: Path) -> None:
    left = tmp_path / "warehouse"
    left.mkdir()
    (left / "lock").touch()
    (left / "last_attempt.json").write_text('{\n "format": 1\n}')
    assert built(tmp_path).result.outcome == "served"


def test_scratch_of_an_earlier_version_is_named_and_not_deleted(tmp_path: Path) -> None:
    left = _of_an_earlier_version(tmp_path)
    (left / "building-x1y2_z34").mkdir()
    (left / "building-x1y2_z34" / "export_0000.csv").write_text("a name")
    told = [str(message) for message in built(tmp_path).result.messages]
    assert [line for line in told if "building-x1y2_z34" in line] == [
        "building-x1y2_z34 · not touched: it may be yours · delete it if a build of an earlier version left it: "
        "it holds copies of exports then"
    ]
    assert (left / "building-x1y2_z34" / "export_0000.csv").exists()


# Others are kept out


@posix
@pytest.mark.parametrize(
    "umask", breadth.first(1, [0o022, 0o000, 0o277]), ids=["usual", "none", "too strict"]
)
def test_folder_and_files_are_for_this_account_alone(umask: int, tmp_path: Path) -> None:
    write_exports(tmp_path / "exports", BASE)
    before = os.umask(umask & 0o077)
    try:
        where = built(tmp_path).folder
    finally:
        os.umask(before)
    assert stat.S_IMODE(where.stat().st_mode) == 0o700
    assert {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in where.iterdir()} == {
        path.name: "0o600" for path in where.iterdir()
    }
    assert len(list(where.iterdir())) == 5


@posix
def test_what_an_earlier_version_left_open_is_closed(tmp_path: Path) -> None:
    left = _of_an_earlier_version(tmp_path)
    own = left / ".DS_Store"
    assert built(tmp_path).result.outcome == "unchanged"
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in left.iterdir()}
    assert stat.S_IMODE(left.stat().st_mode) == 0o700
    assert modes.pop(own.name) == 0o644
    assert set(modes.values()) == {0o600}


@posix
def test_what_a_build_needs_while_it_runs_is_for_this_account_alone(tmp_path: Path) -> None:
    with workplace.inside(tmp_path) as inside, workplace.aside() as aside:
        assert [stat.S_IMODE(path.stat().st_mode) for path in (inside, aside)] == [0o700, 0o700]
        assert workplace.NAME.fullmatch(inside.name)
    assert (inside.exists(), aside.exists()) == (False, False)


@posix
def test_a_folder_that_is_not_ours_to_close_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = standing(tmp_path).folder
    where.chmod(0o750)

    def not_mine(_path: Path, _mode: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", not_mine)
    told = [str(message) for message in built(tmp_path).result.messages]
    assert f"{where} · found a folder that others on this machine may open" in told[-1]
    assert told[-1].endswith("chmod 700")


# The mark


def test_the_mark_says_from_which_exports_and_no_path(tmp_path: Path) -> None:
    where = built(tmp_path).folder
    told = folder.origin(where)
    assert told is not None
    assert (told.exports_name, told.is_sample, len(told.exports)) == ("exports", False, 64)
    assert str(tmp_path) not in json.dumps(json.loads((where / folder.MARK).read_text()))


def test_a_mark_cut_short_is_written_anew(tmp_path: Path) -> None:
    where = standing(tmp_path).folder
    (where / folder.MARK).write_text('{"what"')
    assert built(tmp_path).result.outcome == "unchanged"
    assert folder.origin(where) is not None


@pytest.mark.parametrize("only_check", [False, True], ids=["build", "check"])
@pytest.mark.parametrize("name", ["last_attempt.json", "last_attempt.json.new", "current.new", "lock"])
def test_a_persons_file_that_is_only_called_as_ours_are_is_refused_untouched(
    name: str, only_check: bool, tmp_path: Path
) -> None:
    mine = tmp_path / "warehouse"
    mine.mkdir()
    (mine / name).write_text('{"attempts": "at Everest"}')
    with pytest.raises(FolderError, match=rf"found {re.escape(name)}, and no mark"):
        build(_request(tmp_path, only_check=only_check))
    assert [(path.name, path.read_text()) for path in mine.iterdir()] == [
        (name, '{"attempts": "at Everest"}')
    ]


@pytest.mark.proof
@posix
def test_what_others_may_do_with_a_file_that_lies_elsewhere_too_stays(tmp_path: Path) -> None:
    where = standing(tmp_path).folder
    own = tmp_path / "letter.txt"
    own.touch()
    own.chmod(0o644)
    (where / "lock").unlink()
    (where / "lock").hardlink_to(own)
    assert built(tmp_path, OTHER_DEALS).result.outcome == "served"
    assert stat.S_IMODE(own.stat().st_mode) == 0o644


def test_a_build_that_finds_no_lock_to_hold_is_on_record(tmp_path: Path) -> None:
    where = standing(tmp_path).folder
    (where / "lock").unlink()
    (where / "lock").mkdir()
    with pytest.raises(OSError, match="lock · found a folder"):
        built(tmp_path, OTHER_DEALS)
    attempt = attempts.last_attempt(where)
    assert attempt is not None
    assert (attempt.outcome, "a folder, wanted a plain file" in attempt.messages[0].found) == ("failed", True)
