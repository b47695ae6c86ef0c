"""Only plain files of a bounded size are opened, and nothing is waited for."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.hostile_entries import KINDS, in_time
from hiring.loading import plain_files
from hiring.loading.plain_files import UnfitError

OPENERS: tuple[Callable[[Path], object], ...] = (
    plain_files.content,
    plain_files.text,
    plain_files.descriptor,
    lambda path: plain_files.put(path, b"new"),
)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "inner").mkdir()
    return tmp_path / "inner"


@pytest.mark.parametrize("opens", OPENERS)
@pytest.mark.parametrize(("make", "found"), KINDS, ids=lambda one: getattr(one, "__name__", ""))
def test_nothing_but_a_plain_file_is_opened_or_written(make, found: str, opens, here: Path) -> None:
    make(here / "config.toml")
    before = (here / "config.toml").lstat()
    with in_time(), pytest.raises(UnfitError) as caught:
        opens(here / "config.toml")
    assert str(caught.value) == f"config.toml · found {found} · wanted a plain file"
    assert caught.value.strerror == f"{found}, wanted a plain file · take it away"
    assert (here / "config.toml").lstat().st_ino == before.st_ino
    assert [path.name for path in here.iterdir()] == ["config.toml"]
    assert all(path.read_bytes() == b"" for path in here.parent.glob("elsewhere.txt"))


def test_a_device_is_not_asked() -> None:
    with in_time(), pytest.raises(UnfitError, match="found a device"):
        plain_files.content(Path(os.devnull))


def test_what_is_put_there_between_the_look_and_the_opening_is_seen(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(here / "a")
    (here / "b").symlink_to(here / "a")
    monkeypatch.setattr(plain_files, "kind_in_the_way", lambda _path: "")
    with in_time():
        with pytest.raises(UnfitError, match="found a pipe"):
            plain_files.content(here / "a")
        with pytest.raises(OSError, match="symbolic links"):
            plain_files.content(here / "b")


def test_a_file_is_read_to_its_bound_and_not_beyond(here: Path) -> None:
    (here / "a").write_bytes(b"12345")
    assert plain_files.content(here / "a", 5) == b"12345"
    with pytest.raises(UnfitError) as caught:
        plain_files.content(here / "a", 4)
    assert str(caught.value) == "a · found 5 bytes · wanted at most 4 bytes"


def test_a_file_of_a_terabyte_is_not_read(here: Path) -> None:
    with (here / "a").open("wb") as file:
        file.truncate(2**40)
    with in_time(), pytest.raises(UnfitError, match="found 1,099,511,627,776 bytes"):
        plain_files.content(here / "a")


def test_a_text_loses_its_mark_and_has_one_kind_of_line_end(here: Path) -> None:
    (here / "a").write_bytes("\ufeffé\r\nb\rc\n".encode())
    assert plain_files.text(here / "a") == "é\nb\nc\n"


def test_what_is_put_takes_the_place_of_what_was_there(here: Path) -> None:
    plain_files.put(here / "a", b"one")
    plain_files.put(here / "a", b"two")
    assert {path.name: path.read_bytes() for path in here.iterdir()} == {"a": b"two"}


def test_what_is_put_keeps_the_mode_of_what_was_there(here: Path) -> None:
    (here / "a").write_bytes(b"one")
    (here / "a").chmod(0o640)
    plain_files.put(here / "a", b"two")
    assert ((here / "a").read_bytes(), (here / "a").stat().st_mode & 0o777) == (b"two", 0o640)


def test_a_new_file_is_never_written_through_a_link_or_over_another(here: Path) -> None:
    (here / "a").symlink_to(here / "b")
    for _ in range(2):
        with pytest.raises(FileExistsError):
            plain_files.write_new(here / "a", b"x")
    assert not (here / "b").exists()


def test_a_folder_is_listed_so_far(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", ".b", "c"):
        (here / name).write_text("")
    assert sorted(entry.name for entry in plain_files.entries(here)) == [".b", "a", "c"]
    monkeypatch.setattr(plain_files, "MOST_ENTRIES", 2)
    with pytest.raises(UnfitError) as caught:
        plain_files.entries(here)
    assert str(caught.value) == "inner · found more than 2 entries · wanted at most 2"


def test_a_name_in_a_message_is_escaped(tmp_path: Path) -> None:
    error = UnfitError(tmp_path / "a\u202eb\n.toml", "a pipe", "a plain file")
    assert str(error) == "a\\u{202e}b\\n.toml · found a pipe · wanted a plain file"


def test_every_kind_of_entry_has_its_word() -> None:
    modes = (stat.S_IFDIR, stat.S_IFLNK, stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFBLK, stat.S_IFCHR)
    assert [plain_files.kind(mode) for mode in modes] == [
        *("a folder", "a link", "a pipe", "a socket"),
        *("a device", "a device"),
    ]
