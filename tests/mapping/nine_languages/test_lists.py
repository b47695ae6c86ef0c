"""The lists in nine languages: every one is of a column of ours, and no word means two things in one column."""

from __future__ import annotations

import tomllib
from collections import Counter

import pytest

from hiring import config
from hiring.contract import BY_NAME
from hiring.mapping import meanings
from hiring.mapping.month_names import plain
from hiring.mapping.nine_languages import lists
from hiring.mapping.nine_languages.folding import words_of

LABELS = tomllib.loads((config.NINE_LANGUAGES / "labels.toml").read_text(encoding="utf-8"))
WORDS = tomllib.loads((config.NINE_LANGUAGES / "words.toml").read_text(encoding="utf-8"))


def test_every_list_is_of_a_column_of_ours() -> None:
    for table, columns in LABELS["tables"].items():
        ours = {column.name for column in BY_NAME[table].columns}
        assert set(columns) <= ours
        assert all(lists.labels(table, column) for column in columns)
    assert set(LABELS["files"]) - {lists.OTHERS} <= set(BY_NAME)


@pytest.mark.parametrize("about", WORDS)
def test_the_words_of_a_column_mean_one_of_ours_each_and_only_one(about: str) -> None:
    table, _, name = about.partition(".")
    assert set(WORDS[about]) <= set(meanings.choices(BY_NAME[table].column(name)))
    spelt = [
        words_of(part)
        for text in WORDS[about].values()
        for part in {words_of(one): one for one in text.split(",")}.values()
    ]
    assert [word for word, count in Counter(spelt).items() if count > 1] == []


def test_lists_are_without_accents_so_that_they_read_as_they_are_compared() -> None:
    for name in ("labels.toml", "words.toml"):
        text = (config.NINE_LANGUAGES / name).read_text(encoding="utf-8")
        assert plain(text) == text.lower()


@pytest.mark.parametrize(
    ("about", "word", "ours"),
    [
        ("employees.department", "Vertrieb Süd", "Sales"),
        ("employees.department", "Commerce", "Sales"),
        ("opportunities.is_won", "Geannuleerd", "lost"),
        ("interviews.status", "Did not show", "no_show"),
        ("applications.status", "Offer declined by candidate", "offer_declined"),
        ("applications.status", "Declined", ""),
        ("employees.department", "Vertrieb & Marketing", ""),
        ("employees.department", "Dział Handlowy", "Sales"),
        ("opportunities.is_won", "4 - Verhandlung", "open"),
        ("opportunities.is_won", "Nicht gewonnen", ""),
        ("interviews.status", "", ""),
    ],
)
def test_a_word_means_ours_only_where_nothing_speaks_for_another(about: str, word: str, ours: str) -> None:
    assert lists.meaning(*about.split("."), word) == ours
