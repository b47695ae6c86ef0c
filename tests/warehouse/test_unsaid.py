"""Texts about a build without the people erased: what is replaced, what stays, and under which name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hiring.identity.spellings import Spellings
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, note
from hiring.warehouse import unsaid
from hiring.warehouse.answers import Answers, Question
from hiring.warehouse.unsaid import INSTEAD, WITHHELD, Erased

ERASED = Erased(words=("EMP-7777", "7", "12", "Ada Tansel"), spellings=Spellings(["Ada Tansel"]))
SIGNED = {"by": "Hana", "on": "2026-01-01"}


@pytest.mark.parametrize(
    ("text", "in_a_cell", "elsewhere"),
    [
        ("Tansel, Ada", INSTEAD, INSTEAD),
        ("emp-7777", INSTEAD, INSTEAD),
        ("7", INSTEAD, "7"),
        ("7 of 12 rows set aside", INSTEAD, "7 of 12 rows set aside"),
        ("77", "77", "77"),
        ("EMP-77771", "EMP-77771", "EMP-77771"),
        ("Canada", "Canada", "Canada"),
        ("", "", ""),
    ],
)
def test_a_short_id_is_one_in_a_cell_alone(text: str, in_a_cell: str, elsewhere: str) -> None:
    assert ERASED.scrubbed(text) == in_a_cell
    assert ERASED.said(text) == elsewhere


def test_every_part_of_a_message_is_looked_at() -> None:
    name = "Ada Tansel"
    told = unsaid.message(Message("note", name, 3, name, name, name, name, name), ERASED)
    assert told == Message("note", "(file of an erased person)", 3, *[INSTEAD] * 5)
    other = Message("note", "a.csv", 3, "b", "c", "d", "e", "f")
    assert unsaid.message(other, ERASED) == other


def test_while_the_names_are_not_known_no_words_of_a_file_are_told_but_numbers_are() -> None:
    blind = Erased(is_blind=True)
    assert unsaid.message(Message("refused", "a.csv", found="Some Body"), blind).found == WITHHELD
    assert unsaid.message(Message("refused", "a.csv", found="03/04/2025"), blind).found == "03/04/2025"


def test_a_list_of_headings_cut_within_a_name_names_nobody() -> None:
    columns = (*(f"column {place}" for place in range(18)), "Ada Tansel")
    listed = ", ".join(columns)
    file = ReadFile(
        "a.csv", None, notes=(note("a.csv", "not loaded", found=listed[:-2]),), unknown_columns=columns
    )
    told = unsaid.read_file(file, ERASED)
    assert told.notes[0].found == INSTEAD
    assert told.unknown_columns[-1] == INSTEAD
    assert unsaid.read_file(file, Erased()) is file


def test_an_answer_counts_under_the_name_that_was_shown_and_under_its_own() -> None:
    asked = Question("date order of Ada Tansel Q1", Message("held", "a.csv"), ("Ada Tansel Q1", "Q2"))
    shown = unsaid.question(asked, ERASED)
    assert not ERASED.holds(shown.key + "".join(shown.choices))
    assert shown.choices[1] == "Q2"
    for key, answer in (
        (shown.key, shown.choices[0]),
        (asked.key, asked.choices[0]),
        (shown.key, asked.choices[0]),
    ):
        assert Answers({key: {"answer": answer, **SIGNED}}).answer(asked) == "Ada Tansel Q1"
    assert Answers({shown.key: {"answer": "Q3", **SIGNED}}).answer(asked) is None
    assert unsaid.question(replace(asked, key="other", choices=("yes",)), ERASED).key == "other"
