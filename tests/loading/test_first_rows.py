"""The first rows of a large file: whole records, in any encoding, packed or not; a small file is left whole."""

from __future__ import annotations

import codecs
import gzip
from pathlib import Path

import pytest

from hiring.loading import first_rows
from hiring.loading.first_rows import first_lines, folder_of
from hiring.loading.limits import Limits

HEADER = "Id,Note\n"


def head(path: Path, content: str | bytes, most_rows: int, most_bytes: int = 1000) -> bytes | None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return first_lines(path, most_rows, most_bytes)


def test_a_file_of_no_more_rows_is_left_whole(tmp_path: Path) -> None:
    assert head(tmp_path / "x.csv", HEADER + "1,a\n2,b\n", 2) is None
    assert head(tmp_path / "x.csv", HEADER + "1,a\n2,b", 1) == b"Id,Note\n1,a\n"
    assert head(tmp_path / "x.csv", "one line that never ends" * 50, 1) is None


def test_the_header_and_so_many_rows_are_kept(tmp_path: Path) -> None:
    assert head(tmp_path / "x.csv", HEADER + "1,a\r\n2,b\r\n3,c\r\n", 2) == b"Id,Note\n1,a\r\n2,b\r\n"
    assert head(tmp_path / "x.csv", "Id,Note\r1,a\r2,b\r", 1) == b"Id,Note\r1,a\r"


def test_wide_rows_reach_the_bound_in_bytes_first(tmp_path: Path) -> None:
    assert head(tmp_path / "x.csv", HEADER + "1,aaaa\n2,bbbb\n", 9, 18) == b"Id,Note\n1,aaaa\n"


def test_a_cell_of_several_lines_is_not_cut(tmp_path: Path) -> None:
    assert head(tmp_path / "x.csv", HEADER + '1,"a\nb\nc"\n2,d\n', 2) == b"Id,Note\n"
    assert head(tmp_path / "x.csv", HEADER + '1,"a\nb"\n2,d\n', 2) == b'Id,Note\n1,"a\nb"\n'


def test_a_quote_that_is_never_closed_does_not_take_the_rows_with_it(tmp_path: Path) -> None:
    rows = "".join(f'{n},5" pipe\n' if n == 3 else f"{n},x\n" for n in range(3000))
    kept = head(tmp_path / "x.csv", HEADER + rows, 2500, 10**6)
    assert kept is not None
    assert kept.count(b"\n") == 2501


@pytest.mark.parametrize(
    ("mark", "name"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
)
def test_two_bytes_a_sign_are_cut_between_signs(tmp_path: Path, mark: bytes, name: str) -> None:
    # ਊ and ∊ hold the bytes of a line end and of a quote.
    kept = head(tmp_path / "x.csv", mark + "Id,ਊ∊\n1,a\n2,b\n".encode(name), 1)
    assert kept == mark + "Id,ਊ∊\n1,a\n".encode(name)


def test_a_packed_file_is_unpacked_as_far_as_it_is_looked_at(tmp_path: Path) -> None:
    assert head(tmp_path / "x.csv.gz", gzip.compress(b"Id,Note\n1,a\n2,b\n"), 1) == b"Id,Note\n1,a\n"
    assert head(tmp_path / "x.csv.gz", gzip.compress(b"Id,Note\n1,a\n2,b\n" * 99)[:-20], 1) is None


def test_the_first_rows_lie_apart_under_the_name_and_time_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports, scratch = tmp_path / "exports", tmp_path / "scratch"
    exports.mkdir()
    path = exports / "x.csv"
    path.write_text(HEADER + "1,a\n2,b\n")
    assert folder_of(exports, "x.csv", scratch, Limits()) == (exports, True)
    monkeypatch.setattr(first_rows, "MOST_ROWS", 1)
    assert folder_of(exports, "gone.csv", scratch, Limits()) == (exports, True)
    assert folder_of(exports, "x.csv", scratch, Limits()) == (scratch, False)
    assert (scratch / "x.csv").read_text() == HEADER + "1,a\n"
    assert (scratch / "x.csv").stat().st_mtime_ns == path.stat().st_mtime_ns


def test_a_file_too_large_for_the_build_is_refused_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_rows, "MOST_ROWS", 1)
    (tmp_path / "x.csv").write_text(HEADER + "1,a\n" * 9)
    assert folder_of(tmp_path, "x.csv", tmp_path / "s", Limits(max_file_gb=1e-9)) == (tmp_path, True)
