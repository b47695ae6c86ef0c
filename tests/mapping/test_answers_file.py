"""Answers about a file as TOML: read as they were meant, and wrong ones named in one line."""

from __future__ import annotations

import pytest

from hiring.mapping.answers_file import AnswersError, answers_of
from strange_deals import ANSWERS, ANSWERS_TOML, FACTS, FILE


def test_answers_are_read_as_they_were_meant() -> None:
    assert answers_of(ANSWERS_TOML, FACTS) == ANSWERS


def test_hundredths_and_shares_are_said_by_true_and_false() -> None:
    for said, meant in (("true", "percent"), ("false", "share")):
        answers = answers_of(f'table = "opportunity_splits"\n[percent]\nWert = {said}', FACTS)
        assert answers.told == {f"percent or share of Wert in {FILE}": meant}


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
