"""Separators, header rows and what stands above them."""

from __future__ import annotations

import pytest

from hiring.loading.dialect import dialect_of, physical_lines

H = "interview_id,competency,score\n"
GOOD = H + "I1,Grit,4\nI2,Grit,3\n"


@pytest.mark.parametrize(("separator", "word"), [(";", "semicolon"), ("\t", "tab"), ("|", "pipe")])
def test_other_separators_are_recognised_and_noted(inbox, rows, separator, word):
    found = inbox.read(GOOD.replace(",", separator))
    assert rows(found, "interview_id", "score") == [("I1", "4"), ("I2", "3")]
    assert [str(note) for note in found.notes] == [f"ratings.csv · separated by {word}"]


def test_a_quoted_header_with_commas_does_not_mislead_the_separator(inbox, rows):
    found = inbox.read('"interview_id";"a,b,c,d,e";"competency";"score"\n"I1";"x,y,z";"Grit";"4"\n')
    assert rows(found, "score") == [("4",)]
    assert found.unknown_columns == ("a,b,c,d,e",)


def test_a_separator_line_is_heeded_and_skipped(inbox, rows):
    found = inbox.read("sep=;\n" + GOOD.replace(",", ";"))
    assert rows(found, "score") == [("4",), ("3",)]
    assert (found.skipped_lines, found.read) == (1, 3)
    assert str(found.skipped[0]) == "ratings.csv · line 1 · found sep=; · skipped: it declares the separator"
    assert found.line_of(0) == 3


def test_title_rows_above_the_header_are_skipped_and_listed(inbox, rows):
    found = inbox.read("Ratings report\nAll regions, 2024\n\n" + GOOD)
    assert rows(found, "score") == [("4",), ("3",)]
    assert (found.skipped_lines, found.read, found.line_of(0)) == (3, 5, 5)
    assert [message.line for message in found.skipped] == [1, 2, 3]
    assert "All regions, 2024" in str(found.skipped[1])


def test_a_header_below_the_thirtieth_row_is_not_looked_for(inbox):
    found = inbox.read("title\n" * 31 + GOOD)
    assert found.path is None
    assert "not loaded: it is called ratings, but missing: interview_id" in str(found.notes[0])


def test_labels_match_whatever_their_case_spaces_hyphens_and_underscores(inbox, rows):
    found = inbox.read(" Interview ID ,COMPETENCY,Scale-Max,s c o r e\nI1,Grit,5,4\n")
    assert rows(found) == [("I1", "Grit", "4", "5")]


def test_columns_are_found_by_name_in_any_order(inbox, rows):
    assert rows(inbox.read("score,interview_id,competency\n4,I1,Grit\n")) == [("I1", "Grit", "4", None)]


def test_a_header_over_two_lines_in_quotes_is_read(inbox, rows):
    found = inbox.read('interview_id,competency,score,"two\nlines"\nI1,Grit,4,x\nI2,Grit,3,y\n')
    assert rows(found, "score") == [("4",), ("3",)]
    assert [found.line_of(0), found.line_of(1)] == [3, 4]


def test_everything_on_one_line_is_a_header_that_differs(inbox):
    message = inbox.refusal(GOOD.replace("\n", ","))
    assert "header differs" in message
    assert "line 1" in message


def test_more_than_five_hundred_columns_are_refused(inbox):
    wide = "interview_id,competency,score," + ",".join(f"c{at}" for at in range(498)) + "\n"
    assert "found 501 columns · wanted at most 500" in inbox.refusal(wide + "x," * 500 + "x\n")


def test_five_hundred_columns_are_read(inbox, rows):
    wide = "interview_id,competency,score," + ",".join(f"c{at}" for at in range(497)) + "\n"
    assert rows(inbox.read(wide + "I1,Grit,4" + ",x" * 497 + "\n"), "score") == [("4",)]


def test_a_column_without_a_label_is_not_loaded(inbox, rows):
    found = inbox.read("interview_id,competency,score,\nI1,Grit,4,\n")
    assert rows(found, "score") == [("4",)]
    assert (found.columns[3], found.unknown_columns) == (None, ())


def test_only_blank_lines_are_refused(inbox):
    assert "nothing but blank lines" in inbox.refusal("\n \n\r\n")


def test_lines_end_as_editors_count_them():
    assert physical_lines("a\r\nb\rc\nd\u2028e\x0bf") == ["a", "b", "c", "d\u2028e\x0bf"]
    assert dialect_of("", 30) is None


def test_of_a_row_wider_than_any_table_only_the_beginning_tells_the_header():
    wide = ",".join(["x"] * 1_000 + ["interview_id", "competency", "score"])
    found = dialect_of(f"{wide}\ninterview_id,competency,score\n", 30)
    assert found is not None
    assert (found.header.first_line, found.known) == (2, 3)
