"""The log of a server says where an error arose and of which kind, and quotes nothing that stood in a file."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from hiring.serving import log

NAME = "Zarathustra Stern"


@pytest.fixture(autouse=True)
def records() -> Iterator[None]:
    """Records of logs are made as usual again afterwards."""
    former = logging.getLogRecordFactory()
    yield
    logging.setLogRecordFactory(former)


def _read(cell: str) -> float:
    try:
        return float(cell)
    except ValueError as error:
        raise KeyError(cell) from error


def test_an_error_is_told_by_kind_and_place_without_the_value_it_stumbled_over(
    caplog: pytest.LogCaptureFixture,
) -> None:
    log.keep_values_out()
    for name in ("hiring.showing.failing", "streamlit.error_util"):
        try:
            _read(NAME)
        except KeyError:
            logging.getLogger(name).exception("page failed, reference 4F2A")
    assert NAME not in caplog.text
    assert caplog.text.count("page failed, reference 4F2A") == 2
    for words in ("ValueError\nwhich led to", "\nKeyError\n", "return float(cell)"):
        assert caplog.text.count(words) == 2, words


def test_keeping_values_out_twice_is_once(caplog: pytest.LogCaptureFixture) -> None:
    log.keep_values_out()
    once = logging.getLogRecordFactory()
    log.keep_values_out()
    assert logging.getLogRecordFactory() is once
    logging.getLogger("hiring").error("plain words")
    assert "plain words" in caplog.text


def test_errors_that_cause_each_other_come_to_an_end() -> None:
    first, second = ValueError(NAME), TypeError(NAME)
    first.__cause__, second.__cause__ = second, first
    told = log.trace(first)
    assert NAME not in told
    assert told.count("which led to") == log.LONGEST_CHAIN - 1
