"""Workbooks as spreadsheet programs write them: what each cell becomes, what is said of what a sheet hides."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from helpers.workbooks_by_hand import (
    MAIN,
    header,
    number,
    packed,
    parts_of,
    relations,
    row,
    sheet,
    text,
    workbook,
)

HEADER = ["interview_id", "competency", "score"]
DEALS = ["opportunity_id", "stage", "amount", "currency", "created_on", "closed_on"]


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def new(title: str = "ratings") -> tuple[Workbook, Worksheet]:
    book = Workbook()
    book.active.title = title
    return book, book.active


def said(found) -> str:
    return "\n".join(map(str, found.notes))


def test_a_sheet_is_read_like_the_same_table_as_csv(inbox, rows):
    book, tab = new("opportunities")
    tab.append(DEALS)
    tab.append(["0042", "Won", 12.1, "EUR", date(2024, 1, 31), datetime.fromisoformat("2024-03-01 14:30")])
    tab.append([7, "Löst über", 2024.0, "EUR", date(2024, 2, 29), None])
    tab.append(["'=1+1", "x, y", -0.5, "EUR", date(2024, 2, 29), None])
    inbox.put(saved(book), "crm.xlsx")
    inbox.put(
        "opportunity_id,stage,amount,currency,created_on,closed_on\n"
        "0042,Won,12.1,EUR,2024-01-31,2024-03-01 14:30:00\n"
        '7,Löst über,2024,EUR,2024-02-29,\n\'=1+1,"x, y",-0.5,EUR,2024-02-29,\n',
        "opportunities.csv",
    )
    workbook_, table = inbox.read_all()
    assert workbook_.file == "crm.xlsx › opportunities"
    assert rows(workbook_) == rows(table)
    assert (workbook_.records, workbook_.read, workbook_.skipped_lines) == (3, 3, 0)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12.1", "12.1"),
        ("12.100000000000001", "12.1"),
        ("0.30000000000000004", "0.3"),
        ("2024.0", "2024"),
        ("1.5E3", "1500"),
        ("1E-5", "0.00001"),
        ("-0.1", "-0.1"),
        ("123456789012345", "123456789012345"),
        ("1234567890123456", "1.23456789012346E+15"),
        ("1.234", "1.2340"),  # never 1234 with a separator
    ],
)
def test_a_number_has_no_noise_and_all_its_digits_or_says_that_it_lost_some(inbox, rows, value, expected):
    found = inbox.read(workbook(header() + row(2, text("I1"), text("Grit"), number(value))), "w.xlsx")
    assert rows(found, "score") == [(expected,)]


@pytest.mark.parametrize(
    ("value", "style", "expected"),
    [
        ("45631", 1, "2024-12-05"),
        ("45631", 5, "2024-12-05"),
        ("45631.604166666664", 2, "2024-12-05 14:30:00"),
        ("45631.999999", 2, "2024-12-06 00:00:00"),
        ("0.604166666666667", 3, "14:30:00"),
        ("1.5", 4, "36:00:00"),
        ("45631", 0, "45631"),  # a serial number without a date's format stays one
    ],
)
def test_days_and_times_are_told_by_the_format_of_their_cell(inbox, rows, value, style, expected):
    found = inbox.read(workbook(header() + row(2, text("I1"), text("Grit"), number(value, style))), "w.xlsx")
    assert rows(found, "score") == [(expected,)]


def test_days_counted_from_1904_are_told_by_the_workbook(inbox, rows):
    content = workbook(header() + row(2, text("I1"), text("Grit"), number("44169", 1)), from_1904=True)
    assert rows(inbox.read(content, "w.xlsx"), "score") == [("2024-12-05",)]


def test_truths_errors_rich_texts_and_line_breaks_become_text(inbox, rows):
    cells = [
        '<c t="b"><v>1</v></c>',
        '<c t="e"><v>#N/A</v></c>',
        '<c t="inlineStr"><is><r><t>rich </t></r><r><t>text</t></r><rPh><t>sound</t></rPh></is></c>',
        '<c t="str"><f>A1&amp;"x"</f><v>kept</v></c>',
        '<c t="inlineStr"><is><t>one_x000D_\ntwo</t></is></c>',
        "<c><v>5</v></c>",
    ]
    lines = "".join(row(at, text(f"I{at}"), cell, number(1)) for at, cell in enumerate(cells, start=2))
    found = inbox.read(workbook(header() + lines), "w.xlsx")
    expected = ["true", "#N/A", "rich text", "kept", "one\ntwo", "5"]
    assert rows(found, "competency") == [(value,) for value in expected]
    assert [found.line_of(place) for place in range(6)] == [2, 3, 4, 5, 6, 7]


def test_shared_texts_are_looked_up(inbox, rows):
    shared = f'<sst xmlns="{MAIN}"><si><t>Grit</t></si><si><r><t>Team</t></r><r><t>work</t></r></si></sst>'
    lines = row(2, text("I1"), '<c t="s"><v>1</v></c>', number(3))
    content = packed(parts_of({"ratings": sheet(header() + lines)}, shared=shared))
    assert rows(inbox.read(content, "w.xlsx"), "competency") == [("Teamwork",)]


def test_the_header_is_found_below_a_title_and_rows_keep_their_numbers(inbox, rows):
    book, tab = new("Q3")
    tab["A1"] = "Scorecards"
    tab["B2"] = datetime.fromisoformat("2024-01-31")
    for at, values in enumerate(
        [HEADER, ["I1", "Grit", 4], ["I2", "Grit"], ["I3", "two\nlines", 5]], start=12
    ):
        for column, value in enumerate(values, start=1):
            tab.cell(at, column, value)
    tab["A20"] = "Total"
    found = inbox.read(saved(book), "report.xlsx")
    assert rows(found) == [
        ("I1", "Grit", "4", None),
        ("I2", "Grit", None, None),
        ("I3", "two\nlines", "5", None),
    ]
    assert [found.line_of(place) for place in range(3)] == [13, 14, 15]
    assert (
        str(found.skipped[0]) == 'report.xlsx › Q3 · row 1 · found "Scorecards" · skipped: above the header'
    )
    assert (found.read, found.skipped_lines, found.records) == (19, 16, 3)
    assert (found.skipped[-1].line, found.skipped[-1].outcome) == (20, "skipped: a footer")


def test_every_row_below_a_line_break_keeps_its_number(inbox):
    lines = [row(at, text(f"I{at}"), text("one\ntwo\nthree"), number(1)) for at in range(2, 40)]
    lines[20] = row(22, text("I22"), "<c><f>B1&amp;C1</f></c>", number(1))
    found = inbox.read(workbook(header() + "".join(lines)), "w.xlsx")
    assert found.line_of(0) == 2
    assert found.line_of(19) == 21
    assert found.line_of(20) == 23
    assert [message.line for message in found.set_aside] == [22]


def test_hidden_rows_columns_and_sheets_are_read_and_said(inbox, rows):
    book, tab = new("data")
    tab.append(["note", *HEADER])
    for at in range(5):
        tab.append(["x", f"I{at}", "Grit", at])
    tab.row_dimensions[3].hidden = tab.row_dimensions[4].hidden = True
    tab.column_dimensions["A"].hidden = True
    tab.sheet_state = "hidden"
    book.create_sheet("front")["A1"] = "Read me"
    inbox.put(saved(book), "ratings.xlsx")
    data, front = inbox.read_all()
    assert len(rows(data)) == 5
    assert "row 3 · 2 hidden rows, read like the others" in said(data)
    assert "1 hidden column, read like the others: A" in said(data)
    assert "a hidden sheet, read like the others" in said(data)
    assert (front.file, front.table) == ("ratings.xlsx › front", None)


def test_each_known_sheet_is_an_export_of_its_own_and_unknown_ones_are_listed(inbox):
    book, tab = new("Notes")
    tab.append(["colour", "taste"])
    tab.append(["red", "sweet"])
    scores = book.create_sheet("Scores")
    scores.append(HEADER)
    scores.append(["I1", "Grit", 4])
    answers = book.create_sheet("Answers")
    answers.append(["application_id", "answered_on", "recommend_score"])
    answers.append(["A1", date(2024, 1, 31), 9])
    book.create_sheet("Empty")
    inbox.put(saved(book), "ats.xlsx")
    found = inbox.read_all()
    assert [(file.file, file.table, file.records) for file in found] == [
        ("ats.xlsx › Notes", None, 0),
        ("ats.xlsx › Scores", "ratings", 1),
        ("ats.xlsx › Answers", "candidate_surveys", 1),
    ]
    assert "not loaded" in said(found[0])
    assert len({file.sha256 for file in found[1:]}) == 2


@pytest.mark.parametrize(
    ("file", "title", "table"),
    [
        ("ratings.xlsx", "Sheet1", "ratings"),
        ("ratings.xlsx", "Tabelle1", "ratings"),
        ("ratings.xlsx", "Legend", None),
        ("ratings.xlsx", "Sheet2", None),
        ("hr.xlsx", "Ratings 2024", "ratings"),
    ],
)
def test_a_sheet_is_named_after_a_table_or_else_its_workbook_is(inbox, file, title, table):
    book, tab = new(title)
    tab.append(["interview_id", "competency"])
    tab.append(["I1", "Grit"])
    found = inbox.read(saved(book), file)
    assert found.table == table
    assert (found.refused is not None) == (table is not None)


def test_a_formula_without_its_value_sets_its_row_aside_and_shows_it(inbox, rows):
    book, tab = new()
    tab.append([*HEADER, "comment"])
    tab.append(["I1", "Grit", 4, "fine"])
    tab.append(["I2", "Grit", "=C2+1", "fine"])
    tab.append(["I3", "Grit", 5, "=A1"])  # in a column nobody asks for
    found = inbox.read(saved(book), "w.xlsx")
    assert rows(found, "interview_id") == [("I1",), ("I3",)]
    assert [str(message) for message in found.set_aside] == [
        "w.xlsx › ratings · row 3 · column score · found =C2+1 · wanted a value · "
        "row set aside: formula without value · open the workbook in Excel and save it, or export again"
    ]


def test_a_formula_whose_value_is_an_empty_text_has_a_value(inbox, rows):
    cell = '<c t="str"><f>""</f><v></v></c>'
    found = inbox.read(workbook(header() + row(2, text("I1"), text("Grit"), cell)), "w.xlsx")
    assert (rows(found), found.set_aside) == ([("I1", "Grit", None, None)], ())


def test_texts_that_look_like_formulas_are_data(inbox, rows):
    values = ["=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", " =1", "＝1"]
    lines = "".join(
        row(at, text(f"I{at}"), text(value), number(1)) for at, value in enumerate(values, start=2)
    )
    found = inbox.read(workbook(header() + lines), "w.xlsx")
    assert rows(found, "competency") == [(value,) for value in values]
    assert found.set_aside == ()


@pytest.mark.parametrize("place", ["", ' r="B2"', " r='B2'"])
def test_cells_are_placed_however_they_are_written(inbox, rows, place):
    lines = (
        f"<row><c t='inlineStr'><is><t>I1</t></is></c><c{place} t='inlineStr'><is><t>Grit</t></is></c></row>"
    )
    found = inbox.read(workbook(header() + lines), "w.xlsx")
    assert rows(found) == [("I1", "Grit", None, None)]


def test_a_sheet_with_prefixes_is_read(inbox, rows):
    xml = sheet(header() + row(2, text("I1"), text("Grit"), number(4)))
    for name in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
        xml = (
            xml.replace(f"<{name} ", f"<x:{name} ")
            .replace(f"<{name}>", f"<x:{name}>")
            .replace(f"</{name}>", f"</x:{name}>")
        )
    xml = xml.replace("xmlns=", "xmlns:x=")
    assert rows(inbox.read(packed(parts_of({"ratings": xml})), "w.xlsx")) == [("I1", "Grit", "4", None)]


def test_a_title_merged_over_the_table_is_no_second_header(inbox, rows):
    book, tab = new()
    tab.append(["Scorecards of 2024"])
    tab.merge_cells("A1:C1")
    tab.append(HEADER)
    tab.append(["I1", "Grit", 4])
    tab.append(["Ask before you pass this on"])
    tab.merge_cells("A4:C5")
    assert rows(inbox.read(saved(book), "w.xlsx")) == [("I1", "Grit", "4", None)]


@pytest.mark.parametrize(
    ("first", "second", "merged", "expected"),
    [
        (
            ["interview_id", "Judgement"],
            [None, "competency", "score"],
            ["A1:A2", "B1:C1"],
            "interview_id, Judgement / competency, score",
        ),
        ([None, "Judgement"], HEADER, ["B1:C1"], "Judgement / interview_id, competency, score"),
        (HEADER, ["text", "text", "1-5"], ["A1:A2"], "interview_id, competency, score / text, 1-5"),
    ],
)
def test_a_header_of_two_lines_is_refused_and_both_are_shown(inbox, first, second, merged, expected):
    book, tab = new()
    tab.append(first)
    tab.append(second)
    tab.append(["I1", "Grit", 4])
    for cells in merged:
        tab.merge_cells(cells)
    message = inbox.refusal(saved(book), "w.xlsx")
    assert "file refused: header differs; merged cells" in message
    assert f"found {expected}" in message


def test_cells_merged_over_several_rows_are_refused(inbox):
    book, tab = new()
    for values in (HEADER, ["I1", "Grit", 4], [None, "Calm", 3]):
        tab.append(values)
    tab.merge_cells("A2:A3")
    message = inbox.refusal(saved(book), "w.xlsx")
    assert message.startswith("w.xlsx › ratings · row 2 · found A2:A3")
    assert "unmerge the cells" in message


def test_a_tree_is_refused_with_how_to_export_a_flat_list(inbox):
    book, tab = new("Report")
    tab.append(["Date -> Job -> Interviewer", "Count"])
    tab.append(["2024-01-31", 4])
    message = inbox.refusal(saved(book), "w.xlsx")
    assert "a tree with subtotals" in message
    assert "export the flat list" in message


def test_a_pivot_stops_nothing_alone_or_beside_a_table_and_is_named(inbox):
    table = sheet(header() + row(2, text("I1"), text("Grit"), number(4)))
    sums = sheet(row(3, text("Row Labels"), text("Sum of score")) + row(4, text("Grit"), number(4)))
    links = relations([("p", "pivotTable", "../pivotTables/pivotTable1.xml")])
    both = parts_of({"Pivot": sums, "Scores": table}) | {"xl/worksheets/_rels/sheet1.xml.rels": links}
    inbox.put(packed(both), "both.xlsx")
    assert [(file.table, file.refused) for file in inbox.read_all()] == [(None, None), ("ratings", None)]
    (inbox.folder / "both.xlsx").unlink()
    alone = parts_of({"Pivot": sums}) | {"xl/worksheets/_rels/sheet1.xml.rels": links}
    found = inbox.read(packed(alone), "alone.xlsx")
    assert (found.table, found.refused) == (None, None)
    assert "not loaded: a pivot table, whose rows are sums of others" in str(found.notes[0])


def test_macros_are_not_run_and_links_not_opened_and_both_are_said(inbox, rows):
    parts = parts_of({"ratings": sheet(header() + row(2, text("I1"), text("Grit"), number(4)))})
    more = relations(
        [("m", "vbaProject", "vbaProject.bin"), ("x", "externalLink", "externalLinks/externalLink1.xml")]
    )
    related = parts["xl/_rels/workbook.xml.rels"].replace("</Relationships>", more.partition(">")[2])
    parts |= {"xl/_rels/workbook.xml.rels": related, "xl/vbaProject.bin": "code"}
    parts["xl/externalLinks/externalLink1.xml"] = "<externalLink/>"
    found = inbox.read(packed(parts), "w.xlsm")
    assert rows(found, "score") == [("4",)]
    assert "macros: they were not run" in said(found)
    assert "refers to other files: they were not opened" in said(found)


def test_cells_right_of_the_table_are_left_out_and_counted(inbox, rows):
    lines = [row(at, text(f"I{at}"), text("Grit"), number(1)) for at in range(2, 60)]
    lines[50] = row(52, text("I52"), text("Grit"), number(1), "", text("look at this"))
    found = inbox.read(workbook(header() + "".join(lines)), "w.xlsx")
    assert (found.records, len(rows(found))) == (58, 58)
    assert "row 52 · cells to the right of the table are not loaded, in 1 row" in said(found)


def test_rows_far_apart_and_formats_of_empty_rows_cost_nothing(inbox, rows):
    empty = "".join(f'<row r="{at}" ht="15" customHeight="1"/>' for at in range(3, 100_000))
    last = row(1_000_000, text("I2"), text("Grit"), number(5))
    content = workbook(header() + row(2, text("I1"), text("Grit"), number(4)) + empty + last)
    found = inbox.read(content, "w.xlsx")
    assert rows(found, "interview_id") == [("I1",), ("I2",)]
    assert [found.line_of(0), found.line_of(1)] == [2, 1_000_000]
    assert (found.read, found.skipped_lines) == (999_999, 999_997)


def test_a_sheet_larger_than_one_block_is_read_whole_and_in_order(inbox, rows):
    lines = "".join(row(at, text(f"I{at}"), text("Grit"), number(at % 5)) for at in range(2, 25_002))
    found = inbox.read(workbook(header() + lines), "w.xlsx")
    assert found.records == 25_000
    assert [value for (value,) in rows(found, "interview_id")] == [f"I{at}" for at in range(2, 25_002)]


def test_what_excel_lays_beside_an_open_workbook_is_no_export(inbox):
    inbox.put(b"\x05Anna", "~$ratings.xlsx")
    assert inbox.read_all() == []


def test_a_sheet_of_hardly_any_cells_but_many_columns_is_refused(inbox, monkeypatch):
    monkeypatch.setattr("hiring.loading.workbook.tables._MANY_CELLS", 1000)
    wide = '<row r="1"><c r="A1"><v>1</v></c><c r="SA1"><v>1</v></c></row>'
    lines = "".join(row(at, number(1)) for at in range(2, 40))
    assert "nearly all of its cells are empty" in inbox.refusal(workbook(wide + lines), "w.xlsx")
