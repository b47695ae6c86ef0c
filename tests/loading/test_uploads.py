"""A file from a browser: a safe name, whole, bounded, and never over another unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiring.loading import uploads
from hiring.loading.files import is_export, listed
from hiring.loading.limits import Limits
from hiring.loading.uploads import UploadError, put, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("deals Q3 (1).csv", "deals Q3 (1).csv"),
        ("../../etc/cron.d/x.csv", "x.csv"),
        ("C:\\Users\\hana\\Geschäfte.XLSX", "Geschäfte.xlsx"),
        ("..csv", "export.csv"),
        (".hidden.csv", "hidden.csv"),
        ("~$deals.xlsx", "deals.xlsx"),
        ("a\u202ebcd:e|f.csv", "a_bcd_e_f.csv"),
        ("a › b.xlsx", "a _ b.xlsx"),
        ("con.csv", "export_con.csv"),
        ("README.txt", "export_README.txt"),
        ("x" * 300 + ".csv", "x" * 120 + ".csv"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert is_export(safe)


@pytest.mark.parametrize("name", ["answers.toml", "deals.csv.exe", "deals", ".csv/", "matches.csv\x00"])
def test_only_exports_are_taken(name: str) -> None:
    with pytest.raises(UploadError, match="wanted a file that ends in csv"):
        safe_name(name)


def test_what_is_put_there_is_whole_and_is_read_as_an_export(tmp_path: Path) -> None:
    path = put(tmp_path / "exports", "deals.csv", b"a,b\n1,2\n")
    assert path.read_bytes() == b"a,b\n1,2\n"
    assert [entry.refused for entry in listed(path.parent, Limits())] == [None]
    assert [one.name for one in path.parent.iterdir()] == ["deals.csv"]


def test_a_file_is_not_written_over_unless_that_is_wanted(tmp_path: Path) -> None:
    put(tmp_path, "deals.csv", b"old")
    with pytest.raises(UploadError, match="has a file of this name"):
        put(tmp_path, "deals.csv", b"new")
    assert (tmp_path / "deals.csv").read_bytes() == b"old"
    assert put(tmp_path, "deals.csv", b"new", replaces=True).read_bytes() == b"new"


def test_an_empty_file_a_huge_one_and_one_behind_a_link_are_refused(tmp_path: Path, monkeypatch) -> None:
    with pytest.raises(UploadError, match="empty"):
        put(tmp_path, "deals.csv", b"")
    monkeypatch.setattr(uploads, "LARGEST_MB", 0)
    with pytest.raises(UploadError, match="larger than"):
        put(tmp_path, "deals.csv", b"a")
    monkeypatch.undo()
    (tmp_path / "deals.csv").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UploadError, match="something else has this name"):
        put(tmp_path, "deals.csv", b"a", replaces=True)


def test_what_would_stop_every_build_is_not_put_there_and_is_named_as_what_it_is(tmp_path: Path) -> None:
    pages = {
        "deals.csv": (b"<html><input type='password'>", "a sign-in page"),
        "deals.xls": (b"<table><tr><td>x</td></tr></table>", "a table written as a web page"),
        "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "an old or password-protected workbook"),
    }
    for name, (content, found) in pages.items():
        with pytest.raises(UploadError, match=f"{name} · found {found}"):
            put(tmp_path, name, content)
    assert list(tmp_path.iterdir()) == []
    assert put(tmp_path, "tabs.xls", b"a\tb\n1\t2\n").name == "tabs.xls"
    assert put(tmp_path, "book.xlsx", b"PK\x03\x04rest").name == "book.xlsx"
