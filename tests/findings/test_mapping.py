"""What the page Map a file says: its sentence in every state, what is missing, rows as a person reads them."""

from __future__ import annotations

import pytest

from hiring.findings import mapping as told
from hiring.findings.mapping import Loads
from hiring.loading.messages import Message
from hiring.warehouse.surveying import Glance

SEEN = [
    Glance("a.csv", "known", "employees"),
    Glance(
        "b.csv", "near", message=Message("held", "b.csv", found="a header near X", wanted="the columns Y")
    ),
    Glance("c.csv", "unknown"),
    Glance("d.csv", "refused", message=Message("refused", "d.csv", outcome="file refused: empty file")),
]


def test_a_file_that_cannot_be_read_is_not_called_known_and_says_why() -> None:
    lead = told.lead([SEEN[0], SEEN[3]])
    assert lead.sentence == "1 file of 2 cannot be read"
    assert lead.standfirst == "While it lies in the exports folder, every build is refused."
    assert told.unreadable(SEEN) == ["d.csv · file refused: empty file"]
    assert told.unreadable(SEEN[:3]) == []


def test_the_sentence_counts_the_files_that_wait() -> None:
    assert told.lead([]).sentence == "No file is here to be mapped"
    assert told.lead(SEEN[:1]).sentence == "The file is known"
    assert told.lead(SEEN[:3]).sentence == "2 files wait for somebody to say what the columns are"
    assert told.lead(SEEN[2:3]).sentence == "1 file waits for somebody to say what the columns are"


@pytest.mark.parametrize(
    ("count_open", "loads", "sentence"),
    [
        (3, Loads(5), "3 answers are still missing"),
        (1, Loads(5), "1 answer is still missing"),
        (0, None, "As mapped now, the file cannot be read"),
        (0, Loads(trouble="x"), "As mapped now, the file cannot be read"),
        (0, Loads(0, 5), "As mapped now, no row would load"),
        (0, Loads(1200, 34), "1,200 of 1,234 rows would load"),
        (0, Loads(1200), "All 1,200 rows would load"),
        (0, Loads(1200, is_whole=False), "All of the first 1,200 rows would load"),
        (0, Loads(1200, 34, is_whole=False), "1,200 of the first 1,234 rows would load"),
    ],
)
def test_the_sentence_says_how_far_a_mapping_is(count_open: int, loads: Loads | None, sentence: str) -> None:
    assert told.lead_of("x.csv", count_open, loads).sentence == sentence


def test_of_a_large_file_it_is_said_that_only_the_first_rows_were_looked_at() -> None:
    assert told.preview_title(Loads(9, is_whole=False)) == "All of the first 9 rows would load"
    assert told.preview_title(Loads(9, 1, is_whole=False)) == (
        "Of the first 10 rows, 9 would load and 1 would be set aside"
    )
    assert told.beyond_first_rows(100_000).startswith(
        "A large file: all that stands here is from the first 100,000 rows."
    )


def test_files_that_wait_stand_first_with_what_is_in_the_way() -> None:
    rows = [tuple(row) for row in told.files_table(SEEN).itertuples(index=False)]
    assert rows == [
        ("b.csv", "nearly known", "", "found a header near X; wanted the columns Y"),
        ("c.csv", "not known", "", ""),
        ("d.csv", "cannot be read", "", "file refused: empty file"),
        ("a.csv", "known", "employees", ""),
    ]


def test_what_is_still_to_be_said_is_named() -> None:
    assert told.missing_sentence(["amount", "stage"], 1, 2) == (
        "Still to say: which column is amount, stage; what 1 word means; how 2 columns are written."
    )
    assert (
        told.missing_sentence(list("abcdef"), 0, 0) == "Still to say: which column is a, b, c, d and 2 more."
    )
    assert told.missing_sentence([], 0, 0) == ""


def test_rows_are_shown_with_their_lines_and_without_the_zeros_of_a_type() -> None:
    frame = told.preview_table(
        ("id", "amount", "on"), [("00042", "1000.0000", "2024-01-10"), (None, "-0.5000", "a\nb")], [2, 1200]
    )
    assert [tuple(row) for row in frame.itertuples(index=False)] == [
        ("2", "00042", "1000", "2024-01-10"),
        ("1,200", "", "-0.50", "a\\nb"),
    ]


def test_examples_of_a_column_are_few_and_visible() -> None:
    assert told.examples(("a", "a", "b\u202e", "c", "d")) == "holds a · b\\u{202e} · c"
    assert told.examples(()) == "empty in the first rows"


def test_what_is_known_is_listed_by_system_and_says_what_nobody_confirmed() -> None:
    class Known:
        def __init__(self, vendor: str, export: str, headers: str) -> None:
            self.vendor, self.export, self.headers = vendor, export, headers

    known = [
        Known("B", "deals", "seen"),
        Known("A", "people", "unconfirmed"),
        Known("B", "deal table (API)", "seen"),
    ]
    assert [tuple(row) for row in told.known_table(known).itertuples(index=False)] == [
        ("A", "people\u00a0*", ""),
        ("B", "deals", "deal"),
    ]
