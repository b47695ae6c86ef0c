"""The questions what the words of a file's columns mean: of which columns, and how they read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hiring.contract import BY_NAME, Column
from hiring.loading.messages import counted
from hiring.mapping import meanings, several
from hiring.mapping.facts import Facts
from hiring.mapping.form import MEANING, Answers, Choice, Question
from hiring.mapping.presets import Preset


def word_column(answers: Answers, column: Column) -> str:
    """The key of the file's column whose words fill one of ours; a deal's stage says whether it is won."""
    keys = answers.columns.get(column.name, ())
    if not keys and column.name == "is_won" and column.name not in answers.constants:
        keys = answers.columns.get("stage", ())
    return keys[0] if keys else ""


def columns_of_words(facts: Facts, answers: Answers) -> tuple[tuple[Column, str], ...]:
    """(our column, key of the file's) for every column whose words have a meaning of ours."""
    table = BY_NAME.get(answers.table)
    found = [(column, word_column(answers, column)) for column in (table.columns if table else ())]
    return tuple(
        (column, key)
        for column, key in found
        if key
        and meanings.choices(column)
        and not (column.name in answers.columns and column.name == "is_won" and _reads_as_truth(facts, key))
    )


def _reads_as_truth(facts: Facts, key: str) -> bool:
    return meanings.is_truth(facts.words.get(key, ()))


def word_questions(
    presets: Sequence[Preset], facts: Facts, answers: Answers, table: str = ""
) -> tuple[Question, ...]:
    """What each word means, where a column holds words; words read in any case need no answer.

    `table`: of which of the tables that the file fills; without one, of the first.
    """
    further = table if table != answers.table else ""
    known = several.inherited(answers, further) if further else {}
    mine = several.part(answers, further) if further else answers
    asked = []
    for column, key in columns_of_words(facts, mine):
        if column.name not in known:
            asked += [
                replace(one, table=further) for one in _words_of(presets, facts, mine.table, column, key)
            ]
    return tuple(asked)


def _words_of(
    presets: Sequence[Preset], facts: Facts, table: str, column: Column, key: str
) -> list[Question]:
    asked = []
    known = meanings.known_words(presets, table, column.name)
    choices = tuple(Choice(word, word) for word in meanings.choices(column))
    for word, count in facts.words.get(key, ()):
        if not meanings.can_be_named(word):
            continue
        rows = (
            counted(count, "row") if facts.is_whole else f"{count:,} of the first {facts.count_rows:,} rows"
        )
        text = f"What does {word} mean, in {rows} of {facts.columns[key]}?"
        likely = meanings.likely(table, column, word, known)
        why = "a guess by the word" if likely.is_guess else ""
        asked.append(Question(MEANING, column.name, text, choices, likely.ours, why, word=word))
    return asked


def words_title(facts: Facts, answers: Answers, about: str, table: str) -> tuple[str, str]:
    """Over the words of a column: whose they are, and what our words do."""
    label = facts.columns[word_column(several.part(answers, table), BY_NAME[table].column(about))]
    if about == "is_won":
        return (
            f"Which words of {label} mean won, lost or open",
            "Won deals are revenue, lost and open ones are not. The close date of an open deal is only hoped for: it "
            "is left out, and never taken for the latest day the exports speak of",
        )
    of_table = f" of {table}" if answers.also else ""
    return f"What the words of {label} mean", f"As {about}{of_table}: {_what_for(about)}"


def _what_for(about: str) -> str:
    if about == "department":
        return "hires are people in Sales; interviewers are compared as HR and Sales"
    return "every other spelling of one thing is counted with it"
