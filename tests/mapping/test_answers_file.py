"""Answers about a file as TOML: read as they were meant, and wrong ones named in one line."""

from __future__ import annotations

import pytest

from helpers.hostile_entries import in_time
from helpers.strange_deals import ANSWERS, ANSWERS_TOML, FACTS, FILE
from hiring.mapping.answers_file import AnswersError, answers_of


def test_answers_are_read_as_they_were_meant() -> None:
    assert answers_of(ANSWERS_TOML, FACTS) == ANSWERS


def test_hundredths_and_shares_are_said_by_true_and_false() -> None:
    for said, meant in (("true", "percent"), ("false", "share")):
        answers = answers_of(f'table = "opportunity_splits"\n[percent]\nWert = {said}', FACTS)
        assert answers.by_ask == {f"percent or share of Wert in {FILE}": meant}


def test_how_people_stand_in_a_column_may_be_said() -> None:
    answers = answers_of('table = "employees"\n[people]\nmanager_id = "names"', FACTS)
    assert answers.people == {"manager_id": "names"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("table", "wanted TOML"),
        ('table = "deals"', "table · found 'deals' · wanted one of employees, "),
        ('table = "opportunities"\ncolums = 1', "colums · found 'colums' · wanted one of table, columns"),
        ('table = "opportunities"\n[columns]\namuont = "Wert"', "columns.amuont"),
        (
            'table = "opportunities"\n[columns]\namount = "Preis"',
            "columns of Geschäfte Q3.csv: Geschäfts-Nr, ",
        ),
        (
            'table = "opportunities"\n[words.is_won]\nX = "yes"',
            "words.is_won.X · found 'yes' · wanted one of won",
        ),
        ('table = "opportunities"\n[words.amount]\nX = "yes"', "words of a column that has a list of them"),
        (
            'table = "opportunities"\n[date_order]\nAngelegt = "ydm"',
            "wanted one of ymd, mdy, dmy, serial, epoch",
        ),
        (
            'table = "opportunities"\n[percent]\nWert = "yes"',
            "percent.Wert · found 'yes' · wanted one of true, false",
        ),
        ('table = "opportunities"\n[percent]\nWert = 1', "wanted one of true, false"),
        ('table = "employees"\n[people]\nmanager_id = "each"', "found 'each' · wanted one of names, ids"),
        (
            'table = "employees"\n[people]\nregion = "names"',
            "people.region · found 'names' · wanted a column whose",
        ),
        ('table = "opportunities"\nnulls = "-"', "a list of words"),
    ],
)
def test_a_wrong_answer_is_one_line(text: str, told: str) -> None:
    with pytest.raises(AnswersError) as error:
        answers_of(text, FACTS)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


VALUES = (
    "1",
    "nan",
    "true",
    '""',
    "'x'",
    "2026-01-01",
    "[]",
    "[[]]",
    "[1]",
    "{}",
    "{a=1}",
    "{stage=1}",
    "{stage={a=1}}",
)


@pytest.mark.parametrize(
    "key",
    [
        *("table", "columns", "every_row", "words", "people", "date_order", "decimal", "percent", "currency"),
        *("nulls", "columns.stage", "words.stage", "words.is_won", "date_order.Phase", "percent.Phase"),
        *("decimal.Phase", "currency.Phase", "people.manager_id", "every_row.stage"),
    ],
)
def test_an_answer_of_any_kind_in_any_place_is_read_or_told_in_one_line(key: str) -> None:
    for value in VALUES:
        table = "" if key == "table" else 'table = "opportunities"\n'
        said = _fault(f"{table}{key} = {value}")
        assert said == "" or (said.startswith("the answers · ") and said.isprintable())


def _fault(text: str) -> str:
    try:
        answers_of(text, FACTS)
    except AnswersError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "[" * 100_000, "the answers · line 1 is nested more than 20 levels deep · wanted TOML"),
        ('"\\u202e" = 1', r"the answers · \u{202e} · found '\u202e' · wanted one of table"),
        ("table = 0x" + "f" * 10_000, "the answers · table is a number of thousands of digits · wanted TOML"),
    ],
    ids=["too deep", "invisible", "huge"],
)
def test_hostile_answers_are_one_line(text: str, said: str) -> None:
    with in_time(), pytest.raises(AnswersError) as error:
        answers_of(text, FACTS)
    assert str(error.value).startswith(said)
