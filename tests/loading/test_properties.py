"""Whatever is written comes back; whatever is thrown in is loaded or refused, and every line is counted."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from helpers import breadth
from hiring.contract import BY_NAME
from hiring.loading.ingest import read_exports, source_sql
from loading.conftest import CONNECTION, Inbox, loaded

NASTY = st.one_of(
    st.sampled_from(
        [
            "",
            '"',
            '""',
            '" "',
            ",",
            ";",
            "\t",
            "|",
            "\n",
            "\r\n",
            "a\nb",
            ' "x',
            'x" ',
            "'",
            "\\",
            '\\"',
            "NULL",
            "null",
            "N/A",
            "=1+1",
            "\u200b",
            "\u202e",
            "\ufeff",
            "é",
            "“”",
            "王",
            "🎯",
            "Total",
            "sep=;",
            "#",
            "score",
            " ",
            "  x ",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
)
TABLES = st.lists(st.tuples(NASTY, NASTY), max_size=12)
WAYS = st.tuples(
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    st.booleans(),
)


def _written(table, delimiter, encoding, line_end, quoting, last_line_end):
    """The table as a CSV file in bytes; the cells carry an id so that no row is blank or a footer."""
    out = io.StringIO(newline="")
    if line_end == "\r":
        quoting = csv.QUOTE_ALL  # the writer quotes a line break only if it is its own
    writer = csv.writer(out, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    writer.writerow(["interview_id", "competency", "score", "scale_max"])
    for at, (first, second) in enumerate(table):
        writer.writerow([f"I{at}", first, second, "5"])
    text = out.getvalue()
    return (text if last_line_end else text.removesuffix(line_end)).encode(encoding)


def _newlines(cell):
    return cell.replace("\r\n", "\n").replace("\r", "\n")


@given(table=TABLES, way=WAYS)
@settings(
    max_examples=breadth.some(40, 150),
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
@example(table=[('"' * 3, "\r\n")], way=(";", "utf-16", "\r\n", csv.QUOTE_ALL, False))
def test_what_a_csv_writer_wrote_is_read_back(table, way):
    table = [(_newlines(first), _newlines(second)) for first, second in table]
    if way[1] == "cp1252":
        known = [
            (first.encode("cp1252", "ignore"), second.encode("cp1252", "ignore")) for first, second in table
        ]
        table = [(first.decode("cp1252"), second.decode("cp1252")) for first, second in known]
        table = [*table, ("ÿ", "")]  # a byte that UTF-8 never has
    content = _written(table, *way)
    with tempfile.TemporaryDirectory() as root:
        found = Inbox(Path(root)).read(content)
        rows = loaded(found, "interview_id", "competency", "score", "scale_max") if found.path else []
    assert rows == [
        (f"I{at}", first or None, second or None, "5") for at, (first, second) in enumerate(table)
    ]
    assert found.set_aside == ()
    assert (found.skipped_lines, found.read) == (0, len(table))


SOUP = st.lists(
    st.one_of(
        st.sampled_from(
            [
                b"interview_id,competency,score\n",
                b"I1,Grit,4\n",
                b'"',
                b'""',
                b",",
                b";",
                b"\n",
                b"\r\n",
                b"\r",
                b' "a" ',
                b"\0",
                b"\xff",
                b"\xe9",
                b"\x81",
                b"\xef\xbb\xbf",
                b"\xff\xfe",
                b"I1,a",
                b'I1,"a',
                b'b",3\n',
                b"Total,,3\n",
                b"sep=;\n",
                b"\xc3\xa9",
                b"\xc3",
                b"x" * 70_000,
                b",,\n",
                b"\n\n\n",
                b"<html>",
                b"\x1f\x8b",
            ]
        ),
        st.binary(max_size=6),
    ),
    max_size=25,
)


@given(soup=SOUP, with_header=st.booleans())
@settings(max_examples=breadth.some(60, 250), deadline=None)
def test_any_bytes_end_in_rows_or_in_one_message_and_the_account_adds_up(soup, with_header):
    content = (b"interview_id,competency,score\n" if with_header else b"") + b"".join(soup)
    with tempfile.TemporaryDirectory() as root:
        inbox = Inbox(Path(root))
        inbox.put(content)
        (found,) = inbox.read_all()
        if found.refused:
            assert str(found.refused).isprintable()
            assert found.path is None
            return
        for message in (*found.notes, *found.skipped, *found.set_aside):
            assert str(message).isprintable()
        lines = [found.line_of(at) for at in range(found.records)]
        assert lines == sorted(set(lines))
        assert all(2 <= line <= content.count(b"\n") + content.count(b"\r") + 1 for line in lines)
        if found.path:
            query, parameters = source_sql(found, BY_NAME["ratings"])
            with CONNECTION.cursor() as connection:
                assert connection.execute(f"select count(*) from ({query})", parameters).fetchone() == (
                    found.records,
                )


@given(
    start=st.lists(
        st.sampled_from(["I1,Grit,4\n", 'I2,"a\nb",3\n', "\n", ",,\n", "I3,x\n", "I4,x,1,9\n"]), max_size=20
    )
)
@settings(max_examples=breadth.some(25, 80), deadline=None)
def test_every_row_is_found_at_the_line_where_it_stands(start):
    content = "interview_id,competency,score\n" + "".join(start)
    expected, aside, line = [], [], 2
    for piece in start:
        if piece.startswith(("I1", "I2")):
            expected.append(line)
        elif piece.startswith("I"):
            aside.append(line)
        line += piece.count("\n")
    with tempfile.TemporaryDirectory() as root:
        found = Inbox(Path(root)).read(content)
        assert [found.line_of(at) for at in range(found.records)] == expected
        assert [message.line for message in found.set_aside] == aside
        assert found.skipped_lines == sum(piece in ("\n", ",,\n") for piece in start)


def test_an_empty_folder_holds_no_exports(tmp_path):
    (tmp_path / "exports").mkdir()
    assert read_exports(tmp_path / "exports", tmp_path / "scratch", wait=lambda _: None) == []
