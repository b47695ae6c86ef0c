"""How often a guess about a file that nobody knows is right, wrong or not made, in nine languages.

A wrong guess is worse than none: at most two in a hundred may be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from helpers.foreign_files import FILES, KEPT_BACK, OTHERS, Foreign
from hiring.contract import BY_NAME
from hiring.mapping import suggesting, wizard
from hiring.mapping.presets import installed

RIGHT, WRONG, NOT = "right", "wrong", "not made"


def judged(guess: object, truth: object) -> str:
    return RIGHT if guess == truth else WRONG if guess else NOT


def of_tables(files: Sequence[Foreign]) -> Counter[str]:
    return Counter(judged(suggesting.likely_table(installed(), one.facts), one.table) for one in files)


def of_columns(files: Sequence[Foreign]) -> Counter[str]:
    return Counter(judgement for one in files if one.table for judgement in _columns(one))


def _columns(one: Foreign) -> Iterator[str]:
    chosen = suggesting.chosen(installed(), one.table, one.facts)
    for column in BY_NAME[one.table].columns:
        guess = {one.facts.columns[key] for key in chosen.get(column.name, ())}
        truth = set(one.labels_of(column.name))
        if guess or truth:
            yield judged(guess, truth)


def of_words(files: Sequence[Foreign]) -> Counter[str]:
    return Counter(judgement for one in files if one.table for judgement in _words(one))


def _words(one: Foreign) -> Iterator[str]:
    keys = {label: key for key, label in one.facts.columns.items()}
    columns = {column: tuple(keys[label] for label in one.labels_of(column)) for column in one.columns}
    for question in wizard.word_questions(installed(), one.facts, wizard.Answers(one.table, columns)):
        yield judged(question.likely, one.words.get(question.about, {}).get(question.word, ""))


@pytest.mark.parametrize(
    ("files", "table", "columns", "words"),
    [
        (FILES, {RIGHT: 19}, {RIGHT: 145, NOT: 1}, {RIGHT: 50}),
        (KEPT_BACK, {RIGHT: 11, NOT: 2}, {RIGHT: 87, NOT: 9}, {RIGHT: 40}),
    ],
    ids=["files thought of", "files kept back"],
)
def test_guesses_are_right_or_not_made(files, table, columns, words) -> None:
    found = (of_tables(files), of_columns(files), of_words(files))
    assert found == (Counter(table), Counter(columns), Counter(words))
    assert all(50 * counts[WRONG] <= counts.total() for counts in found)


@pytest.mark.parametrize("one", OTHERS, ids=lambda one: one.file)
def test_a_list_of_other_things_is_taken_for_no_table(one: Foreign) -> None:
    assert suggesting.likely_table(installed(), one.facts) == ""


@pytest.mark.parametrize("file", ["export.csv", "employees training.csv", "Kontakte.csv"])
def test_the_name_of_a_file_alone_makes_no_table(file: str) -> None:
    facts = replace(OTHERS[0].facts, file=file)
    assert suggesting.likely_table(installed(), facts) == ""


def test_the_files_are_of_nine_languages_and_many_shapes() -> None:
    assert len(FILES) + len(KEPT_BACK) >= 30
    assert {one.table for one in FILES} >= {
        *("employees", "job_changes", "applications", "interviews", "ratings", "requisitions"),
        *("opportunities", "crm_users", "quotas"),
    }
