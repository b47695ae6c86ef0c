"""One record, several rows: a name each, a filled attribute each; and no row twice where each counts once."""

from __future__ import annotations

from hiring.mapping.reshaping import columns_of, reshaper
from hiring.mapping.rules import ONE_NAME, WIDE_CELL, WIDE_LABEL, Feed, Name, Plan, Text

KEYS = ["id", "who", "grit", "humour", "note"]
LABELS = tuple((key, key.title()) for key in KEYS)


def rows_of(feed: Feed, *records: list[str]) -> list[list[str]]:
    make = reshaper(feed, Plan("p", "t", True, (feed,), LABELS), KEYS)
    return [row for record in records for row in make(record)]


def test_a_cell_with_two_names_gives_two_rows_and_an_empty_one_a_row_without_a_name() -> None:
    feed = Feed(
        "interviews", (("interview_id", Text("id")), ("interviewer_name", Name((ONE_NAME,)))), names=("who",)
    )
    assert columns_of(feed) == ("id", "who", ONE_NAME)
    assert rows_of(feed, ["I1", "Ada Byron; Carl Gauss", "", "", ""], ["I2", "", "", "", ""]) == [
        ["I1", "Ada Byron; Carl Gauss", "Ada Byron"],
        ["I1", "Ada Byron; Carl Gauss", "Carl Gauss"],
        ["I2", "", ""],
    ]


def test_names_in_columns_of_their_own_are_each_a_row_and_nobody_twice() -> None:
    feed = Feed("interviews", (("interviewer_name", Name((ONE_NAME,))),), names=("who", "note"))
    assert rows_of(feed, ["I1", "Ada Byron", "", "", "Carl Gauss, Ada Byron"], ["I2", "", "", "", ""]) == [
        ["Ada Byron", "Carl Gauss, Ada Byron", "Ada Byron"],
        ["Ada Byron", "Carl Gauss, Ada Byron", "Carl Gauss"],
        ["", "", ""],
    ]


def test_each_filled_attribute_gives_a_row_with_its_label() -> None:
    feed = Feed(
        "ratings",
        (("interview_id", Text("id")), ("competency", Text(WIDE_LABEL)), ("score", Text(WIDE_CELL))),
        wide=("grit", "humour"),
    )
    assert columns_of(feed) == ("id", WIDE_LABEL, WIDE_CELL)
    assert rows_of(feed, ["I1", "", "4", " ", "x"], ["I2", "", "5", "3", ""]) == [
        ["I1", "Grit", "4"],
        ["I2", "Grit", "5"],
        ["I2", "Humour", "3"],
    ]


def test_a_person_of_several_applications_is_one_row_until_something_differs() -> None:
    feed = Feed("candidates", (("candidate_id", Text("id")), ("full_name", Text("who"))), distinct=True)
    records = [["C1", "Ada", "1", "", ""], ["C1", "Ada", "2", "", ""], ["C1", "Ada King", "3", "", ""]]
    assert rows_of(feed, *records) == [["C1", "Ada"], ["C1", "Ada King"]]


def test_only_records_with_something_in_a_column_count_where_that_is_wanted() -> None:
    feed = Feed("candidates", (("candidate_id", Text("id")),), filled="note")
    assert rows_of(feed, ["C1", "", "", "", "x"], ["C2", "", "", "", " "]) == [["C1", "x"]]
