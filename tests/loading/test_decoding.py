"""Bytes and characters: what each encoding gets, and which byte is to blame."""

from __future__ import annotations

import pytest

from hiring.loading.decoding import head_text

H = "interview_id,competency,score\n"
GOOD = H + "I1,Grit,4\nI2,Grit,3\n"


@pytest.mark.parametrize(
    ("encoding", "mark", "words"),
    [("utf-16-le", b"\xff\xfe", "UTF-16-LE"), ("utf-16-be", b"\xfe\xff", "UTF-16-BE")],
)
def test_utf16_is_decoded_by_its_mark_and_noted(inbox, rows, encoding, mark, words):
    found = inbox.read(mark + (H + "I1,Größe 🎯,4\n").encode(encoding))
    assert rows(found, "competency") == [("Größe 🎯",)]
    assert words in str(found.notes[0])
    assert found.line_of(0) == 2


def test_utf16_without_a_mark_is_refused_with_the_byte(inbox):
    message = inbox.refusal(GOOD.encode("utf-16-le"))
    assert "byte 0x00 at offset 1" in message
    assert "UTF-16 without its mark" in message
    assert "export it again as UTF-8" in message


def test_half_a_utf16_character_is_refused(inbox):
    message = inbox.refusal(b"\xff\xfe" + GOOD.encode("utf-16-le") + b"\x00\xd8")
    assert "not UTF-16-LE throughout" in message


def test_one_windows_quote_among_many_rows_is_decoded_and_its_line_noted(inbox, rows):
    lines = [f"I{number},Grit,4\n" for number in range(5000)]
    lines[4321] = "I4321,“Grit”,4\n"
    found = inbox.read((H + "".join(lines)).encode("cp1252"))
    assert rows(found, "competency")[4321] == ("“Grit”",)
    (note,) = [note for note in found.notes if "Windows-1252" in str(note)]
    assert (note.line, note.found) == (4323, "byte 0x93")
    assert "line 4,323" in str(note)
    assert found.line_of(4321) == 4323


def test_a_windows_header_keeps_its_own_letters(inbox):
    found = inbox.read("interview_id,competency,score,Größe\nI1,Grit,4,9\n".encode("cp1252"))
    assert found.unknown_columns == ("Größe",)


def test_a_byte_that_no_encoding_has_is_refused_with_its_line(inbox):
    message = inbox.refusal(GOOD.encode() + b"I3,\xe9t\xe9,4\nI4,\x81\xe9,3\n")
    assert "line 5" in message
    assert "found byte 0x81" in message


@pytest.mark.parametrize("bad", [b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80\x80\x80", b"\xe9"])
def test_bytes_that_only_look_like_utf8_are_not_taken_for_it(inbox, bad):
    found = inbox.read(H.encode() + b"I1,a" + bad + b"b,4\n")
    assert any("Windows-1252" in str(note) for note in found.notes) or "neither UTF-8" in str(found.refused)


def test_a_character_cut_at_the_end_of_the_file_is_noticed(inbox):
    found = inbox.read(GOOD.encode() + b"I3,caf\xc3")
    assert any("Windows-1252" in str(note) and note.line == 4 for note in found.notes)


def test_a_byte_order_mark_is_removed_and_noted(inbox, rows):
    found = inbox.read("\ufeff" + GOOD)
    assert rows(found, "interview_id") == [("I1",), ("I2",)]
    assert [str(note) for note in found.notes] == ["ratings.csv · byte order mark removed"]


def test_a_zero_byte_is_refused_with_offset_and_line(inbox):
    message = inbox.refusal(GOOD.encode() + b"I3,a\0b,4\n")
    assert "line 4" in message
    assert f"offset {len(GOOD) + 4}" in message


def test_double_encoded_names_are_counted_and_kept(inbox, rows):
    found = inbox.read(H + "I1,JosÃ© GarcÃ\xada,4\nI2,José,3\nI3,itâ€™s,2\n")
    assert rows(found, "competency")[0] == ("JosÃ© GarcÃ\xada",)
    (note,) = found.notes
    assert "3 characters look encoded twice" in str(note)


def test_names_in_every_script_are_kept_as_they_are(inbox, rows):
    names = [
        "José",
        "王小明",
        "محمد",
        "Z̷̢a̴l̵g̶o̷",
        "👩\u200d👩\u200d👧",
        "evil\u202etxt",
        "a\u2028b",
        "x\x0by",
        "Ünï\xadcode",
    ]
    content = H + "".join(f"I{at},{name},4\n" for at, name in enumerate(names))
    found = inbox.read(content)
    assert rows(found, "competency") == [(name,) for name in names]
    assert [found.line_of(at) for at in range(len(names))] == list(range(2, 2 + len(names)))
    assert found.notes == ()


def test_arabic_digits_reach_staging_as_text(inbox, rows):
    assert rows(inbox.read(H + "I1,Grit,٣\n"), "score") == [("٣",)]


def test_lone_carriage_returns_end_lines_and_are_noted(inbox, rows):
    found = inbox.read(GOOD.replace("\n", "\r"))
    assert rows(found, "score") == [("4",), ("3",)]
    assert "carriage return" in str(found.notes[0])
    assert found.line_of(1) == 3


@pytest.mark.parametrize(
    ("start", "mark", "text"),
    [
        ("E-Mail geschäftlich;Nr".encode("cp1252"), "", "E-Mail geschäftlich;Nr"),
        ("E-Mail geschäftlich;Nr".encode(), "", "E-Mail geschäftlich;Nr"),
        ("Größe".encode()[:4], "", "Gr\u00f6"),  # the sharp s is cut in two
        (b"\xef\xbb\xbfNr", "utf-8-sig", "Nr"),
        ("Größe".encode("utf-16-le"), "utf-16-le", "Größe"),
    ],
)
def test_the_first_bytes_are_read_as_the_whole_file_would_be(start: bytes, mark: str, text: str) -> None:
    assert head_text(start, mark) == text
