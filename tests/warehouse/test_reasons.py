"""Every reason a row is set aside for has words: what was wanted, and what to do."""

from __future__ import annotations

import re

import pytest

from hiring import contract
from hiring.config import QUERIES
from hiring.warehouse.reasons import REASONS, explained

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in (QUERIES / "staging").glob("*.sql")}


def _reasons() -> set[str]:
    """Every reason that a staging select can give."""
    found = set()
    for name, text in TEXTS.items():
        found |= set(re.findall(r"then '[a-z_]+\|([a-z_]+)\|'", text))
        if name.startswith("set_aside_"):
            found |= set(re.findall(r"'([a-z_]+)' as reason", text))
            found |= {
                word
                for line in re.findall(r"case .* as reason", text)
                for word in re.findall(r"(?:then|else) '(\w+)'", line)
            }
    return {reason for reason in found if not reason.startswith("not_in_") or reason == "not_in_list"}


def test_every_reason_has_words_and_no_words_are_left_over() -> None:
    assert _reasons() == set(REASONS)


def test_a_reference_that_leads_nowhere_names_the_other_table() -> None:
    assert explained("interviews", "application_id", "not_in_applications", "P9") == (
        "application_id found in applications",
        "export applications again with this row in it",
    )


def test_a_word_outside_its_list_is_answered_with_the_list() -> None:
    for table in contract.TABLES:
        for column in table.columns:
            if column.words:
                wanted, _ = explained(table.name, column.name, "not_in_list", "x")
                assert all(word in wanted for word, _ in column.words)


@pytest.mark.parametrize(
    ("found", "day"), [("46347", "2026-11-21"), ("45292.5", "2024-01-01"), ("18264", "1950-01-01")]
)
def test_a_spreadsheets_number_is_answered_with_its_day(found: str, day: str) -> None:
    for reason, column in (("not_a_day", "applied_on"), ("not_a_moment", "applied_on")):
        assert day in explained("applications", column, reason, found)[1]


@pytest.mark.parametrize("found", ["", "x", "123456", "999", "４６３４７"])
def test_other_text_in_a_day_is_no_spreadsheets_number(found: str) -> None:
    assert "spreadsheet" not in explained("applications", "applied_on", "not_a_day", found)[1]


def test_a_reason_nobody_wrote_down_is_an_error() -> None:
    with pytest.raises(KeyError):
        explained("employees", "employee_id", "because", "x")
