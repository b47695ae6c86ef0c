"""Rows that do not fit, quotes, blank lines, footers: what each gets, and that every line is counted."""

from __future__ import annotations

import time

import pytest

from hiring.contract import BY_NAME
from hiring.loading import ingest
from hiring.loading.desk import Desk
from hiring.loading.ingest import source_sql
from hiring.loading.limits import Limits

H = "interview_id,competency,score\n"
R = "I1,Grit,4\nI2,Grit,3\n"
RECORDS = [("I1", "4"), ("I2", "3")]


def _lines(found):
    return [found.line_of(at) for at in range(found.records)]


def test_a_clean_file_is_read_where_it_lies(inbox, rows):
    found = inbox.read(H + R)
    assert rows(found) == [("I1", "Grit", "4", None), ("I2", "Grit", "3", None)]
    assert found.path.resolve() == (inbox.folder / "ratings.csv").resolve()
    assert (found.records, found.read, found.skipped, found.set_aside, found.notes) == (2, 2, (), (), ())
    assert _lines(found) == [2, 3]


def test_a_short_row_is_set_aside_with_its_line(inbox, rows):
    found = inbox.read(H + "I1,Grit,4\nI9,Grit\nI2,Grit,3\n")
    assert rows(found, "interview_id", "score") == RECORDS
    assert (found.read, found.records, _lines(found)) == (3, 2, [2, 4])
    assert str(found.set_aside[0]) == (
        "ratings.csv · line 3 · found I9,Grit · wanted 3 fields · "
        "row set aside: 3 fields wanted, 2 found · put the row right, or export again"
    )


def test_a_long_row_is_set_aside(inbox, rows):
    found = inbox.read(H + "I9,Grit,4,extra\n" + R)
    assert rows(found, "interview_id", "score") == RECORDS
    assert "line 2" in str(found.set_aside[0])
    assert "3 fields wanted, 4 found" in str(found.set_aside[0])


@pytest.mark.parametrize("row", ["I9,Smith, John,", 'I9,Smith, John,""', "I9,Grit,4,,,"])
@pytest.mark.parametrize("more", ["", 'I8,"a, b",2\n'])
def test_a_row_with_empty_cells_too_many_is_never_read_shifted(inbox, rows, row, more):
    found = inbox.read(H + more + row + "\n" + R)
    assert rows(found, "interview_id")[-2:] == [("I1",), ("I2",)]
    assert [message.found for message in found.set_aside] == [row]


def test_a_short_last_row_may_be_a_cut_file(inbox, rows):
    found = inbox.read(H + "I0\n" + R + "I3,Gr")
    assert rows(found, "interview_id", "score") == RECORDS
    assert ["cut here" in str(message) for message in found.set_aside] == [False, True]
    assert found.set_aside[1].line == 5


def test_a_whole_last_row_without_a_line_end_is_read_and_noted(inbox, rows):
    found = inbox.read(H + R.rstrip("\n"))
    assert rows(found, "interview_id", "score") == RECORDS
    assert (found.notes[0].line, found.read) == (3, 2)
    assert "no line end" in str(found.notes[0])


def test_a_quote_in_mid_field_is_kept_where_both_readers_agree(inbox, rows):
    assert rows(inbox.read(H + 'I9,A"x,1\n' + R), "competency")[0] == ('A"x',)


def test_a_quote_in_mid_field_is_kept_beside_a_broken_row(inbox, rows):
    found = inbox.read(H + 'I9,A"x,1\nI8\n' + R)
    assert rows(found, "competency")[0] == ('A"x',)
    assert len(found.set_aside) == 1


@pytest.mark.parametrize("wrong", [{".rewritten": 1}, {".doubtful": 1}, {".rewritten": None}])
def test_a_file_on_which_two_readers_disagree_is_refused(inbox, monkeypatch, wrong):
    true_count = Desk.strict_count

    def count(desk, path, *details, **more):
        name = path.suffixes[0]
        return wrong[name] if name in wrong else true_count(desk, path, *details, **more)

    monkeypatch.setattr(Desk, "strict_count", count)
    message = inbox.refusal(H + 'I9,A"x,1\nI8,b"y,2\nI7\n')
    assert "two readers disagree" in message
    assert "line 2" in message


def test_a_line_break_in_a_quoted_cell_keeps_later_lines_physical(inbox, rows):
    found = inbox.read(H + 'I0,"one,\ntwo\r\n\nfour",5\n' + R)
    assert rows(found, "competency")[0] == ("one,\ntwo\r\n\nfour",)
    assert _lines(found) == [2, 6, 7]
    assert (found.read, found.skipped_lines) == (3, 0)


def test_a_comma_in_a_quoted_cell_needs_no_rewriting(inbox, rows):
    found = inbox.read(H + 'I0,"a, b",5\n' + R)
    assert rows(found, "competency")[0] == ("a, b",)
    assert found.path.is_symlink()


def test_spaces_around_quotes_are_forgiven_both_ways(inbox, rows):
    fast = inbox.read(H + 'I0, "a, b" ,5\n' + R)
    assert rows(fast, "competency")[0] == ("a, b",)
    slow = inbox.read(H + 'I0, "a, b" ,5\nI9\n' + R)
    assert rows(slow, "competency")[0] == ("a, b",)


def test_a_quote_that_never_closes_is_refused_with_the_line_it_opened_on(inbox):
    message = inbox.refusal(H + R + 'I3,"open,4\nI4,Grit,5\n')
    assert "line 4" in message
    assert "never closed" in message


def test_the_line_of_an_open_quote_is_found_inside_a_row_of_several_lines(inbox):
    message = inbox.refusal('interview_id,competency,score\nI1,"a\nb","open\nI4,Grit,5\n')
    assert "line 3" in message


def test_an_open_quote_in_a_huge_file_ends_early(inbox):
    content = H + 'I3,"open,4\n' + "I4,Grit,5\n" * 200_000
    message = inbox.refusal(content)
    assert "line 2" in message
    assert "not closed within 1,000,000 characters" in message


def test_a_closing_quote_far_below_does_not_swallow_rows(inbox):
    header = "interview_id,competency,score,scale_max\n"
    message = inbox.refusal(header + 'I0,"a,4,5\n' + "I1,Grit,4,5\n" * 50 + 'I9,b",4,5\n')
    assert "line 2" in message
    assert "51 lines that look like rows" in message


def test_text_after_a_closing_quote_sets_a_row_aside_if_its_end_is_certain(inbox, rows):
    found = inbox.read(H + 'I9,"Ann "Annie" Lee",4\n' + R)
    assert rows(found, "interview_id", "score") == RECORDS
    assert "text after a closing quote" in str(found.set_aside[0])


def test_text_after_a_closing_quote_refuses_the_file_if_the_rows_end_is_uncertain(inbox):
    message = inbox.refusal(H + 'I9,"Ann "Annie Lee",4\n' + R)
    assert "line 2" in message
    assert "uncertain where this row ends" in message


@pytest.mark.parametrize("again", [H, "\ufeff" + H, '"interview_id","competency","score"\n'])
def test_a_repeated_header_is_skipped_and_listed(inbox, rows, again):
    found = inbox.read(H + R + again + "I3,Grit,2\n")
    assert rows(found, "interview_id", "score") == [*RECORDS, ("I3", "2")]
    assert (found.skipped[0].line, found.read, _lines(found)) == (4, 4, [2, 3, 5])


@pytest.mark.parametrize(
    "footer",
    [
        "Total,,7\n",
        "Total\n",
        '"Grand Totals (2 records)"\n',
        "Grand Total,,\n",
        "Confidential Information - Do Not Distribute\n",
        "Copyright © 2000-2025 example.com, inc. All rights reserved.\n",
        "Generated by Jane Doe on 2024-05-01\n",
        "\nAcme Corporation\n",
        "Acme Corporation\nConfidential Information - Do Not Distribute\n",
        "Summe,,7\n",
    ],
)
def test_a_footer_is_skipped_and_listed(inbox, rows, footer):
    found = inbox.read(H + R + footer)
    assert rows(found, "interview_id", "score") == RECORDS
    assert found.set_aside == ()
    assert found.skipped_lines == footer.count("\n")
    assert any(
        "a footer" in str(message) and footer.strip().splitlines()[0][:20] in message.found
        for message in found.skipped
    )


def test_a_person_or_account_called_total_is_no_footer(inbox, rows):
    found = inbox.read(H + R + "Total,Grit,5\n")
    assert rows(found, "interview_id")[-1] == ("Total",)


def test_a_lone_cell_in_the_last_line_is_a_cut_row_not_a_footer(inbox):
    found = inbox.read(H + R + "I3")
    assert found.skipped == ()
    assert "the file may be cut here" in str(found.set_aside[0])


def test_a_footer_that_counts_more_rows_holds_the_file(inbox):
    found = inbox.read(H + R + '"Grand Totals (5,700 records)"\n')
    (held,) = [note for note in found.notes if note.kind == "held"]
    assert "found 2 rows · wanted 5,700 rows, as its footer says" in str(held)


def test_a_footer_that_counts_right_says_nothing(inbox):
    assert inbox.read(H + R + '"Grand Totals (2 records)"\n').notes == ()


def test_blank_lines_are_counted_as_skips_in_runs(inbox, rows):
    found = inbox.read(H + "\n\nI1,Grit,4\n,,\n \n" + '"","",""\n' + "I2,Grit,3\n\n")
    assert rows(found, "interview_id", "score") == RECORDS
    assert [(message.line, str(message).split("skipped: ")[1]) for message in found.skipped] == [
        (2, "2 blank lines from here on"),
        (5, "3 blank lines from here on"),
        (9, "blank"),
    ]
    assert (found.skipped_lines, found.read, _lines(found)) == (6, 8, [4, 8])


@pytest.mark.parametrize("row", [",,", '"","",""'])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_of_empty_cells_alone_is_skipped(inbox, rows, row, end):
    found = inbox.read((H + "I1,Grit,4\n" + row + "\nI2,Grit,3\n").replace("\n", end))
    assert rows(found, "interview_id", "score") == RECORDS
    assert (found.skipped_lines, _lines(found)) == (1, [2, 4])


def test_sixty_thousand_blank_rows_make_one_message(inbox):
    found = inbox.read(H + R + ",,\n" * 60_000)
    assert (found.records, found.skipped_lines, len(found.skipped)) == (2, 60_000, 1)


def test_blank_lines_at_the_end_need_no_rewriting(inbox, rows):
    found = inbox.read((H + R + "\n\n").replace("\n", "\r\n"))
    assert rows(found, "interview_id", "score") == RECORDS
    assert (found.skipped_lines, found.skipped[0].line, found.path.is_symlink()) == (2, 4, True)


def test_mixed_line_ends_are_read(inbox, rows):
    found = inbox.read(H + "I1,Grit,4\r\nI2,Grit,3\rI3,Grit,2\n")
    assert rows(found, "interview_id") == [("I1",), ("I2",), ("I3",)]
    assert _lines(found) == [2, 3, 4]


def test_an_oversize_cell_sets_its_row_aside(inbox, rows):
    found = inbox.read(H + "I9," + "x" * 65_537 + ",4\n" + R)
    assert rows(found, "interview_id", "score") == RECORDS
    assert "a cell of 65,537 characters, 65,536 at most" in str(found.set_aside[0])
    assert len(str(found.set_aside[0])) < 400


def test_a_cell_of_the_greatest_size_is_read(inbox, rows):
    found = inbox.read(H + "I9," + "x" * 65_536 + ",4\n" + R)
    assert len(rows(found, "competency")[0][0]) == 65_536


@pytest.mark.parametrize("size", [70_000, 150_000, 400_000])
def test_an_oversize_cell_over_many_lines_sets_its_row_aside(inbox, rows, size):
    found = inbox.read(H + 'I9,"' + "x\n" * size + '",4\n' + R)
    assert rows(found, "interview_id", "score") == RECORDS
    assert _lines(found) == [2 + size + 1, 2 + size + 2]


def test_a_line_longer_than_any_table_is_refused(inbox):
    message = inbox.refusal(H + "I9," + "x" * 2_000_000 + ",4\n", limits=Limits(max_line_bytes=1_000_000))
    assert "longer than" in message


def test_a_hundred_thousand_quotes_take_bounded_time(inbox, rows):
    started = time.process_time()
    even = inbox.read(H + "I9," + '"' * 100_000 + ",4\n" + R)
    assert rows(even, "competency")[0] == ('"' * 49_999,)
    assert "never closed" in inbox.refusal(H + "I9," + '"' * 100_001 + ",4\n" + R)
    inbox.read(H + "I9," + '" "' * 50_000 + ",4\n" + R)
    assert time.process_time() - started < 20  # a guard against quadratic work, not a measurement


@pytest.mark.parametrize(
    ("count", "said"), [(1000, True), (2000, True), (1001, False), (999, False), (50_000, True)]
)
def test_a_round_number_of_rows_is_remarked_on(inbox, count, said):
    found = inbox.read(H + "".join(f"I{at},Grit,4\n" for at in range(count)))
    assert any("did the export stop at a limit?" in str(note) for note in found.notes) is said


def test_an_empty_and_a_quoted_empty_cell_are_both_null(inbox, rows):
    assert rows(inbox.read(H + 'I1,"",4\nI2,,3\n'), "competency") == [(None,), (None,)]
    assert rows(inbox.read(H + 'I1,"",4\nI2,,3\nI3\n'), "competency") == [(None,), (None,)]


def test_a_table_of_one_column_is_read(inbox, rows):
    found = inbox.read("candidate_id\nC1\n\nC2\n", "candidates.csv")
    assert rows(found, "candidate_id") == [("C1",), ("C2",)]
    assert (found.skipped_lines, _lines(found)) == (1, [2, 4])


def test_too_many_rows_that_do_not_fit_refuse_the_file(inbox):
    message = inbox.refusal(H + "I1\n" * 11, limits=Limits(max_set_aside=10))
    assert "more than 10 rows do not fit the header" in message


def test_addresses_and_paths_in_cells_are_never_opened(inbox, rows):
    found = inbox.read(H + "I1,/etc/passwd,4\nI2,http://169.254.169.254/,3\n")
    assert rows(found, "competency") == [("/etc/passwd",), ("http://169.254.169.254/",)]


def test_a_file_with_line_breaks_in_cells_is_read_by_one_thread(inbox):
    found = inbox.read(H + 'I0,"a\nb",4\n')
    assert source_sql(found, BY_NAME["ratings"])[1][-1] is False
    assert source_sql(inbox.read(H + R), BY_NAME["ratings"])[1][-1] is True


def test_lines_are_taken_for_rows_only_where_asked_and_of_large_files(inbox, rows, monkeypatch):
    assert inbox.read(H + R, by_lines=True).is_counted
    monkeypatch.setattr(ingest, "_LARGE", len(H + R))
    assert inbox.read(H + R).is_counted
    found = inbox.read(H + R, by_lines=True)
    assert (found.is_counted, found.records, found.read, _lines(found)) == (False, 2, 2, [2, 3])
    assert rows(found, "interview_id", "score") == RECORDS


@pytest.mark.parametrize(
    "content",
    [
        H + "I1,Grit,4,\n" + R,
        (H + R).replace("\n", "\r\n") + "\n\n",
        H + "Total: 2\n",
        "A report\n" + H + R + ",,\n",
    ],
)
def test_what_the_lines_already_deny_is_rewritten_however_large(inbox, monkeypatch, content):
    def told(found):
        return (found.read, found.records, found.skipped, found.set_aside, found.notes, found.refused)

    counted = told(inbox.read(content))
    monkeypatch.setattr(ingest, "_LARGE", 0)
    assert told(inbox.read(content, by_lines=True)) == counted
