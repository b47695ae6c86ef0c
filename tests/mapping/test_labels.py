"""Labels are compared without what exports hang on them; a label that repeats keeps its place."""

from __future__ import annotations

import pytest

from hiring.mapping.labels import first_of, folded, keys_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Close Date", "close_date"),
        ("Deal - Title*", "Deal – Title"),
        ("\ufeffRecord ID", "record id"),
        ("Job Consideration’s Candidate", "Job Consideration's Candidate"),
        ("Hire Date ↑", "Hire Date:"),
        ('"Opportunity ID"', "OPPORTUNITY ID"),
    ],
)
def test_spellings_of_one_label_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Amount", "Amount (converted)"), ("Hire Date", "Original Hire Date"), ("Owner", "Owner: Email")],
)
def test_labels_that_mean_something_else_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_a_label_that_repeats_is_numbered_and_an_empty_one_has_no_key() -> None:
    assert keys_of(["Notes", "", "Name", "notes", "", "Notes "]) == (
        "notes",
        "",
        "name",
        "notes(2)",
        "",
        "notes(3)",
    )


def test_the_first_alias_that_is_there_wins() -> None:
    keys = frozenset({"amount", "totalamount"})
    assert first_of(["Deal Value", "Total Amount", "Amount"], keys) == "totalamount"
    assert first_of(["Deal Value"], keys) == ""


def test_a_loose_alias_finds_a_question_by_words_in_it() -> None:
    keys = frozenset(keys_of(["1. How likely are you to recommend us?", "Notes"]))
    assert first_of(["~recommend"], keys) == "1.howlikelyareyoutorecommendus?"


def test_marks_within_a_label_stay_however_many_they_are():
    assert folded("a" + "*" * 100_000 + "b***") == "a" + "*" * 100_000 + "b"
