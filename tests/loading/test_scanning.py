"""The one pass over a file's bytes finds the same whatever its chunks are."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiring.loading import scanning

HEADER = b"a,b,c"
PIECES = st.sampled_from(
    [
        b"a,b,c",
        b"\n",
        b"\r\n",
        b"\r",
        b",,",
        b"x",
        b'"',
        "é".encode(),
        "🎯".encode(),
        "Ã©".encode(),
        b"\xff",
        b"\0",
        b",,\n",
    ]
)


def _scan(path, content, chunk_bytes, monkeypatch):
    path.write_bytes(content)
    monkeypatch.setattr(scanning, "CHUNK_BYTES", chunk_bytes)
    return scanning.scan(path, ",", (HEADER,), 3)


@given(pieces=st.lists(PIECES, max_size=40), chunk_bytes=st.integers(1, 9))
@settings(max_examples=200, deadline=None)
def test_the_chunks_change_nothing(pieces, chunk_bytes, tmp_path_factory):
    content = b"".join(pieces)
    path = tmp_path_factory.getbasetemp() / "scanned.csv"
    with pytest.MonkeyPatch.context() as monkeypatch:
        whole = _scan(path, content, 1_000_000, monkeypatch)
        parts = _scan(path, content, chunk_bytes, monkeypatch)
    counted_once = {
        "double_encoded": 0,
        "beyond_ascii": 0,
    }  # counted while the bytes are UTF-8, chunk by chunk
    assert {**vars(parts), **counted_once} == {**vars(whole), **counted_once}


def _utf8_until(content):
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(content)


@given(pieces=st.lists(PIECES, max_size=40))
@settings(max_examples=200, deadline=None)
def test_every_figure_is_right(pieces, tmp_path_factory):
    content = b"".join(pieces)
    path = tmp_path_factory.getbasetemp() / "figures.csv"
    path.write_bytes(content)
    found = scanning.scan(path, ",", (HEADER,), 3)
    assert found.size == len(content)
    assert found.sha256 == hashlib.sha256(content).hexdigest()
    assert found.lines == len(content.splitlines())
    assert found.delimiters == content.count(b",")
    assert found.header_copies == content.count(HEADER)
    assert (
        found.longest_line == max(map(len, (content + b"\n").split(b"\n")[:-1]), default=0)
        or b"\n" in content
    )
    assert (found.nul is None) == (b"\0" not in content)
    good = _utf8_until(content)
    assert (found.not_utf8 is None) == (good == len(content))
    if found.not_utf8:
        assert (found.not_utf8.offset, found.not_utf8.byte) == (good, content[good])


def test_the_place_of_a_byte_is_its_physical_line(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(b"a\r\nb\r\nc\xff\0\n")
    found = scanning.scan(path)
    assert found.not_utf8 == scanning.Place(7, 3, 0xFF)
    assert found.nul == scanning.Place(8, 3, 0)
    assert (found.trailing_blank_lines, found.ends_with_line_end) == (0, True)


@pytest.mark.parametrize(("end", "blank"), [(b"", 1500), (b"\0", 0), (b"Total", 0)])
def test_many_blank_lines_are_counted_at_the_end_and_nowhere_else(tmp_path, end, blank):
    """A pattern that may split a line end in two would not come back from fifty of them."""
    path = tmp_path / "x.csv"
    path.write_bytes(b"a" + b"\r\n" * 1501 + end)
    assert scanning.scan(path).trailing_blank_lines == blank


def test_a_file_is_read_no_further_than_the_zero_byte_that_refuses_it(inbox):
    sparse = inbox.put("a,b\n1,2\n", "ratings.csv")
    with sparse.open("r+b") as file:
        file.truncate(12 * scanning.CHUNK_BYTES)  # all zeros, which take no room
    assert scanning.scan(sparse).size == 12 * scanning.CHUNK_BYTES
    assert scanning.scan(sparse, until_nul=True).size == scanning.CHUNK_BYTES
    (found,) = inbox.read_all()
    assert "byte 0x00 at offset 8" in str(found.refused)
