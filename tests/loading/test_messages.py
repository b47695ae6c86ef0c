"""One line for a person, whatever the value in it."""

from __future__ import annotations

import pytest

from hiring.loading.messages import Message
from hiring.words import one_line


def test_a_message_has_its_parts_in_order():
    message = Message(
        "set aside", "deals.csv", 4812, "amount", "1,5", "a number", "row set aside", "export again"
    )
    assert str(message) == (
        "deals.csv · line 4,812 · column amount · found 1,5 · wanted a number · row set aside · export again"
    )


def test_missing_parts_are_left_out():
    assert str(Message("note", "deals.csv", outcome="all well")) == "deals.csv · all well"


@pytest.mark.parametrize(
    "value", ["a\nb", "\x1b[31mred", "x\u202egnp", "\u200b", "\ud800", "\x00", "a\u2028b", "\u0085", "\ufeff"]
)
def test_a_message_is_one_printable_line_whatever_the_value(value):
    text = str(Message("note", f"f{value}.csv", 1, value, value, value, value, value))
    assert text.isprintable()
    assert text.encode()


def test_letters_of_every_script_stay_readable():
    assert one_line("José 王 👩 é") == "José 王 👩 é"


def test_a_long_value_is_cut_at_eighty_characters():
    assert one_line("x" * 80) == "x" * 80
    assert one_line("x" * 81) == "x" * 79 + "…"
    assert len(one_line("\n" * 500)) == 80
