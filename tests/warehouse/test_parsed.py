"""SQL of ours read once a process, for every connection."""

from __future__ import annotations

import duckdb
import pytest

from hiring.warehouse.parsed import parsed

SUM = "select $first + $second as total"


def test_a_statement_read_once_answers_every_connection_with_its_own_values() -> None:
    with duckdb.connect() as one, duckdb.connect() as other:
        assert one.execute(parsed(SUM), {"first": 1, "second": 2}).fetchall() == [(3,)]
        assert other.execute(parsed(SUM), {"first": 20, "second": 2}).fetchall() == [(22,)]
        assert one.execute(parsed(SUM), {"first": 4, "second": 5}).fetchall() == [(9,)]


def test_a_text_is_read_once() -> None:
    assert parsed(SUM) is parsed(SUM)
    assert parsed(SUM) is not parsed("select 1")


def test_the_values_a_statement_wants_are_named() -> None:
    assert parsed(SUM).named_parameters == {"first", "second"}
    assert parsed("select 1").named_parameters == set()


@pytest.mark.parametrize("text", ["select from where", "select 1; select 2", ""])
def test_what_is_not_one_statement_is_refused(text: str) -> None:
    with pytest.raises((duckdb.ParserException, ValueError)):
        parsed(text)
