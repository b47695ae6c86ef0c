"""The mapping that a person's answers make so far: values in, a draft out that `writing` turns into a file."""

from __future__ import annotations

from hiring.contract import BY_NAME, Column, Table
from hiring.mapping import meanings, naming, settling
from hiring.mapping.facts import Facts
from hiring.mapping.rules import AS_IT_IS, EMPTY
from hiring.mapping.wizard import Answers, columns_of_words, word_column
from hiring.mapping.writing import Chosen, Draft

#: What is chosen of a column → the question that may have been answered about it.
_ASKED = {
    "date_order": settling.order_key,
    "century": settling.century_key,
    "decimal": settling.decimal_key,
    "percent": settling.percent_key,
}


def draft(facts: Facts, answers: Answers, name: str = "") -> Draft:
    """The mapping that the answers so far make; raises `KeyError` without a table."""
    table = BY_NAME[answers.table]
    columns = [
        (column.name, chosen) for column in table.columns if (chosen := _chosen(facts, answers, column))
    ]
    used = {label for _, chosen in columns for label in chosen.labels}
    return Draft(
        vendor="Own export",
        export=name or facts.file,
        table=table.name,
        columns=tuple(columns),
        nulls=answers.nulls,
        currency=_currency(facts, answers, table),
        ignored=tuple(label for label in facts.columns.values() if label not in used),
    )


def _chosen(facts: Facts, answers: Answers, column: Column) -> Chosen | None:
    if word := answers.constants.get(column.name):
        return Chosen(constant=word)
    keys = answers.columns.get(column.name, ())
    is_told_by_stage = not keys and column.name == "is_won"
    keys = keys or ((word_column(answers, column),) if is_told_by_stage else ())
    labels = tuple(facts.columns[key] for key in keys if key in facts.columns)
    words = _words(facts, answers, column)
    if not labels or (is_told_by_stage and not words):
        return None
    answered = {key: _answer(facts, answers, keys[0], key) for key in _ASKED}
    said = answers.people.get(column.name, "")
    otherwise = EMPTY if is_told_by_stage else AS_IT_IS
    return Chosen(
        labels,
        words=words,
        otherwise=otherwise if words else "",
        lookup=naming.LOOKED_UP if said == naming.NAMES else "",
        each=said == naming.EACH,
        **answered,
    )


def _answer(facts: Facts, answers: Answers, key: str, what: str) -> str:
    """What a person gave for a column where its cells left it open."""
    return answers.by_ask.get(_ASKED[what](facts.raw[key], facts.file), "")


def _currency(facts: Facts, answers: Answers, table: Table) -> str:
    if all(column.name != "currency" for column in table.columns):
        return ""
    labels = [facts.raw.get(key, "") for key in answers.columns.get("amount", ())[:1]]
    return next((answers.by_ask.get(settling.currency_key(label, facts.file), "") for label in labels), "")


def _words(facts: Facts, answers: Answers, column: Column) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Our words with the words of the file that mean them, of those the file's column really holds."""
    if column.name not in {one.name for one, _ in columns_of_words(facts, answers)}:
        return ()
    there = [word for word, _ in facts.words.get(word_column(answers, column), ())]
    grouped: dict[str, list[str]] = {}
    for word in there:
        if (ours := answers.meanings.get((column.name, word), "")) and meanings.can_be_named(word):
            grouped.setdefault(ours, []).append(word)
    return tuple((ours, tuple(words)) for ours, words in sorted(grouped.items()))
