"""What lies in the folder: which entries are opened, and what the others get (bad inputs, the file)."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from hiring.loading import files
from hiring.loading.limits import Limits

GOOD = "interview_id,competency,score\nI1,Grit,4\nI2,Grit,3\n"


def test_an_empty_file_is_refused_as_empty(inbox):
    message = inbox.refusal("")
    assert message == (
        "ratings.csv · found 0 bytes · wanted a header and rows · file refused: empty file · export it again"
    )


def test_a_header_without_rows_refuses_a_needed_table(inbox):
    header = "employee_id,full_name,department,hire_date\n"
    message = inbox.refusal(header, "employees.csv")
    assert "no rows" in message
    assert message.startswith("employees.csv · found a header only")


def test_a_header_without_rows_is_an_absent_optional_table(inbox):
    found = inbox.read("interview_id,competency,score\n")
    assert (found.refused, found.path, found.records, found.read) == (None, None, 0, 0)
    assert "as if the file were absent" in str(found.notes[-1])


def test_an_unknown_file_is_listed_and_not_loaded(inbox):
    inbox.put("colour,taste\nred,sweet\n", "fruit.csv")
    inbox.put(GOOD)
    fruit, ratings = inbox.read_all()
    assert (fruit.table, fruit.path, fruit.unknown_columns) == (None, None, ("colour", "taste"))
    assert "not loaded" in str(fruit.notes[0])
    assert ratings.records == 2


def test_settings_notes_and_hidden_files_are_no_exports(inbox):
    for name in ("config.toml", "answers.toml", "README.md", "readme.txt", ".gitkeep", ".DS_Store"):
        inbox.put("x", name)
    assert inbox.read_all() == []


@pytest.mark.parametrize(
    ("start", "found", "advice"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest",
            "an old or password-protected workbook",
            ".xlsx without a password",
        ),
        (b"%PDF-1.7", "a PDF", "as CSV"),
        (b"PAR1rest", "a Parquet file", "as CSV"),
        (b"12345678DUCKrest", "a DuckDB database", "as CSV"),
        (b"SQLite format 3\0", "an SQLite database", "as CSV"),
        (b"\x80\x04\x95rest", "a Python pickle", "as CSV"),
        (b"\x89PNG\r\n", "a picture", "out of the exports folder"),
    ],
)
def test_a_file_of_another_type_is_refused_with_what_to_do(inbox, start, found, advice):
    message = inbox.refusal(start)
    assert f"found {found}" in message
    assert "type not accepted" in message
    assert advice in message


@pytest.mark.parametrize("page", ["<!DOCTYPE html><html>", "\ufeff \n<html lang='en'>", "<!-- x --><HTML>"])
def test_a_login_page_saved_as_csv_is_refused_as_html(inbox, page):
    assert "header is HTML: session expired?" in inbox.refusal(page + "<body>Sign in</body></html>")


def test_a_sign_in_page_says_so(inbox):
    message = inbox.refusal("<html><title>Log in</title><input type=password></html>", "deals.xls")
    assert "found a sign-in page" in message
    assert "sign in again and repeat the export" in message


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<html><body><table><tr><td>a</td></tr></table></body></html>", "a table written as a web page"),
        (
            '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
            "a sheet written as XML",
        ),
    ],
)
def test_an_xls_that_is_html_or_xml_is_named_as_what_it_is_with_the_way_out(inbox, content, found):
    message = inbox.refusal(content, "deals.xls")
    assert f"found {found}" in message
    assert "open it in Excel, save it as CSV (UTF-8)" in message
    assert "session expired" not in message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_xls_that_is_text_in_tabs_is_read_and_named_as_what_it_is(inbox, encoding):
    rows = "month\tcurrency\trate\n2024-01-01\tUSD\t0.9\n".encode(encoding)
    found = inbox.read(rows, "exchange_rates.xls")
    assert (found.table, found.records) == ("exchange_rates", 1)
    said = [note.outcome for note in found.notes]
    assert "named .xls, but no workbook: read as the text that it is" in said
    assert "separated by tab" in said


def test_gzip_under_the_name_csv_is_read_and_noted(inbox, rows):
    found = inbox.read(gzip.compress(GOOD.encode()))
    assert rows(found, "interview_id", "score") == [("I1", "4"), ("I2", "3")]
    assert [str(note) for note in found.notes] == ["ratings.csv · read as a gzip file"]


def test_a_gzip_bomb_is_refused_within_its_limit(inbox):
    bomb = gzip.compress(b"\0" * 100_000_000)
    message = inbox.refusal(bomb)
    assert "unpacks to far more" in message
    assert sum(path.stat().st_size for path in inbox.scratch.iterdir()) < 70_000_000


def test_a_cut_gzip_file_is_refused(inbox):
    packed = gzip.compress(os.urandom(5000))
    assert "damaged or cut" in inbox.refusal(packed[:-2000])


def test_gzip_in_gzip_is_refused(inbox):
    assert "inside a gzip file" in inbox.refusal(gzip.compress(gzip.compress(GOOD.encode())))


def test_folders_links_and_pipes_are_refused_and_not_followed(inbox, tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text(GOOD)
    (inbox.folder / "a_link.csv").symlink_to(secret)
    (inbox.folder / "b_folder.csv").mkdir()
    os.mkfifo(inbox.folder / "c_pipe.csv")
    found = inbox.read_all()
    assert [file.refused.found for file in found] == ["a link", "a folder", "a pipe"]
    assert all("not a regular file" in str(file.refused) for file in found)


def test_a_file_over_the_limit_is_refused_before_it_is_read(inbox):
    message = inbox.refusal(GOOD, limits=Limits(max_file_gb=0.00000001))
    assert "too large" in message
    assert "max_file_gb" in message


@pytest.mark.parametrize(
    "name",
    [
        "new\nline.csv",
        "bell\x07.csv",
        "rtl\u202egnp.csv",
        "CON",
        "con.csv",
        "LPT1.csv",
        "..\\..\\x.csv",
        "a" * 201,
    ],
)
def test_a_hostile_name_is_refused_and_shown_escaped(inbox, name):
    message = inbox.refusal(GOOD, name)
    assert "a name that cannot be trusted" in message
    assert message.isprintable()


def test_a_name_that_is_no_text_is_refused(inbox):
    (inbox.folder / os.fsdecode(b"bad\xff.csv")).write_text(GOOD)
    (found,) = inbox.read_all()
    assert "cannot be trusted" in str(found.refused)
    assert str(found.refused).encode()


@pytest.mark.parametrize(
    "name", ["ratings [1].csv", "rat*ings?.csv", "=cmd|' calc'!A1.csv", "'; drop table x; --.csv"]
)
def test_a_name_with_pattern_characters_reads_only_its_own_file(inbox, rows, name):
    inbox.put(GOOD.replace("I1", "X1"), "rat-other-ings-.csv")
    inbox.put(GOOD, name)
    found = {file.file: file for file in inbox.read_all()}[name]
    assert rows(found, "interview_id") == [("I1",), ("I2",)]


def test_a_folder_with_pattern_characters_can_hold_the_scratch_files(tmp_path, rows):
    from loading.conftest import Inbox

    odd = tmp_path / "we[i]rd *folder?"
    odd.mkdir()
    assert rows(Inbox(odd).read(GOOD), "score") == [("4",), ("3",)]


def test_a_file_that_stops_growing_is_waited_for(tmp_path):
    path = tmp_path / "ratings.csv"
    path.write_text("interview_id,competency,score\nI1,Grit,4\n")
    looks = []

    def wait(_: Path) -> None:
        looks.append(1)
        if len(looks) <= 3:
            with path.open("a") as file:
                file.write("I2,Grit,3\n")

    assert files.growing([path], wait) == set()
    assert len(looks) == 4


def test_a_file_that_never_stops_growing_is_refused(inbox):
    path = inbox.put(GOOD)

    def wait(_: Path) -> None:
        with path.open("a") as file:
            file.write("I9,Grit,3\n")

    from hiring.loading.ingest import read_exports

    (found,) = read_exports(inbox.folder, inbox.scratch, wait=wait)
    assert "still being written" in str(found.refused)


def test_an_old_file_is_not_waited_for(tmp_path):
    path = tmp_path / "ratings.csv"
    path.write_text(GOOD)
    os.utime(path, (1_600_000_000, 1_600_000_000))
    assert files.growing([path], lambda _: pytest.fail("waited")) == set()


def test_a_file_replaced_after_reading_is_noticed(inbox):
    found = inbox.read(GOOD)
    assert not found.changed_since()
    inbox.put(GOOD + "I3,Grit,1\n")
    assert found.changed_since()
    (inbox.folder / "ratings.csv").unlink()
    assert found.changed_since()


def test_progress_names_each_file_once(inbox):
    from hiring.loading.ingest import read_exports

    inbox.put(GOOD)
    inbox.put("a\n1\n", "other.csv")
    told: list[str] = []
    read_exports(inbox.folder, inbox.scratch, progress=told.append, wait=lambda _: None)
    assert told == ["other.csv", "ratings.csv"]


def test_the_digest_is_that_of_the_users_own_bytes(inbox):
    import hashlib

    packed = gzip.compress(GOOD.encode(), mtime=0)
    assert inbox.read(packed).sha256 == hashlib.sha256(packed).hexdigest()
    assert inbox.read(GOOD).sha256 == hashlib.sha256(GOOD.encode()).hexdigest()


def test_298_bytes_of_empty_remarks_are_a_file_like_any_other(inbox):
    content = "<!---->" * 40 + "<x>,a\n1,2,3,4,5,6\n"
    assert len(content) == 298
    found = inbox.read(content, "deals.csv")
    assert (found.table, found.refused, found.unknown_columns) == (None, None, ("<!---->" * 40 + "<x>", "a"))


def test_remarks_before_a_page_do_not_hide_it(inbox):
    assert "header is HTML: session expired?" in inbox.refusal("<!---->" * 40 + "<html>")


def test_a_header_of_more_columns_than_are_read_is_refused_by_their_number(inbox):
    message = inbox.refusal("interview_id,competency,score" + ",score" * 100_000 + "\nI1,a,3\n")
    assert "found 100,003 columns" in message
    assert "too many columns" in message
