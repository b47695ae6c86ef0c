"""A person's answers about a file as TOML, for the command line: read against the file they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hiring.contract import BY_NAME
from hiring.loading import toml_files
from hiring.mapping import meanings, naming, settling, several, year_meant
from hiring.mapping.facts import Facts
from hiring.mapping.form import MADE
from hiring.mapping.labels import folded
from hiring.mapping.periods import CALENDAR, FISCAL
from hiring.mapping.rules import CENTURIES, NO_CENTURY, ORDERS
from hiring.mapping.wizard import Answers
from hiring.words import as_written, one_line

_KEYS = (
    "table",
    "columns",
    "every_row",
    "words",
    "people",
    "date_order",
    "century",
    "decimal",
    "percent",
    "currency",
    "nulls",
    "periods",
    "year",
    "also",
)
#: What is said of a further table alone.
_OF_FURTHER = ("columns", "every_row", "words", "people")


def _people(values: Mapping[str, Any], table: str, ours: set[str]) -> dict[str, str]:
    """How the people in a column stand there."""
    said = _part(values, "people", ours)
    for name, answer in said.items():
        choices = naming.CHOICES.get((table, name), ())
        if answer not in choices:
            wanted = (
                f"one of {', '.join(choices)}"
                if choices
                else "a column whose people may stand in several ways"
            )
            raise _wrong(f"people.{name}", answer, wanted)
    return dict(said)


_PERCENT = {True: settling.PERCENT, False: settling.SHARE}


class AnswersError(ValueError):
    """Answers that do not fit the file; the text is one line for the person who wrote them."""


def answers_of(text: str, facts: Facts) -> Answers:
    """The answers that a TOML text gives about a file; raises `AnswersError`.

    `table = "opportunities"`, `[columns] amount = "Wert"`, `[every_row] department = "Sales"`,
    `[words.is_won] Gewonnen = "won"`, `[date_order] Angelegt = "dmy"`, `[century] Angelegt = "2000"`,
    `[decimal] Wert = ","`, `[people] manager_id = "names"`, `[percent] Anteil = true`, `[currency] Wert = "EUR"`,
    `nulls = ["-"]`. Of a sheet with a column for each period `periods = ""` (or the words beside them) and
    `year = "fiscal"`; an id that is made of others is `candidate_id = "made of other columns"`; of a further table that
    the file fills `[also.candidates.columns]` and the like.
    """
    try:
        values = toml_files.parsed(text)
    except toml_files.TomlError as error:
        raise AnswersError(f"the answers · {error} · wanted TOML") from error
    for key in values:
        if key not in _KEYS:
            raise _wrong(key, key, f"one of {', '.join(_KEYS)}")
    table = values.get("table", "")
    if not isinstance(table, str) or table not in BY_NAME:
        raise _wrong("table", table, f"one of {', '.join(BY_NAME)}")
    nulls = values.get("nulls", [])
    if not isinstance(nulls, list) or not all(isinstance(word, str) for word in nulls):
        raise _wrong("nulls", nulls, 'a list of words such as ["-", "N/A"]')
    turned, of_year = _turned(values, facts)
    also = _also(values, table, facts)
    by_ask = {**_by_ask(values, facts), **of_year}
    return replace(
        _of_table(values, table, facts), by_ask=by_ask, nulls=tuple(nulls), turned=turned, also=also
    )


def _of_table(values: Mapping[str, Any], table: str, facts: Facts) -> Answers:
    """What is said of one table alone."""
    ours = {column.name for column in BY_NAME[table].columns}
    columns = {name: _keys(facts, name, labels) for name, labels in _part(values, "columns", ours).items()}
    every = {name: _text(name, word) for name, word in _part(values, "every_row", ours).items()}
    words, people = _words(values, table, ours), _people(values, table, ours)
    return Answers(table, columns, every, words, people=people)


def _also(values: Mapping[str, Any], table: str, facts: Facts) -> dict[str, Answers]:
    """What is said of further tables, each a table of its own within `[also]`."""
    others = {name for name in several.group_of(table) if name != table}
    found = {}
    for name, said in _part(values, "also", others).items():
        if not isinstance(said, dict):
            raise _wrong(f"also.{name}", said, "a table")
        for key in said:
            if key not in _OF_FURTHER:
                raise _wrong(f"also.{name}.{key}", key, f"one of {', '.join(_OF_FURTHER)}")
        found[name] = _of_table(said, name, facts)
    return found


def _turned(values: Mapping[str, Any], facts: Facts) -> tuple[tuple[str, ...], dict[str, str]]:
    """The measures whose columns are periods, and which year these are of."""
    said = values.get("periods", [])
    measures = tuple(said) if isinstance(said, list) else (said,)
    known = {group.measure: group for group in facts.turnable}
    for measure in measures:
        if measure not in known:
            there = ", ".join(map(as_written, known)) or "of which this file has none"
            raise _wrong("periods", measure, f"the words beside its columns of periods, {there}")
    year = values.get("year", "")
    if year not in ("", CALENDAR, FISCAL):
        raise _wrong("year", year, f"{CALENDAR} or {FISCAL}")
    titles = [known[measure].title for measure in measures] if year else []
    return measures, {year_meant.quarters_key(title, facts.file): year for title in titles}


def _wrong(where: str, found: object, wanted: str) -> AnswersError:
    return AnswersError(f"the answers · {one_line(where)} · found {as_written(found)} · wanted {wanted}")


def _part(values: Mapping[str, Any], key: str, known: set[str]) -> Mapping[str, Any]:
    part = values.get(key, {})
    if not isinstance(part, dict):
        raise _wrong(key, part, "a table")
    for name in part:
        if name not in known:
            raise _wrong(f"{key}.{name}", name, f"one of {', '.join(sorted(known))}")
    return part


def _text(where: str, value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(where, value, "a text")
    return value


def key_of(facts: Facts, label: str) -> str:
    """The column of the file that is called so, compared as headers are; empty where none is."""
    named = {name: key for key, name in facts.columns.items()}
    return named.get(label) or next((key for key in facts.columns if key == folded(label)), "")


def _keys(facts: Facts, name: str, labels: object) -> tuple[str, ...]:
    if labels == MADE:
        return (MADE,)
    listed = labels if isinstance(labels, list) else [labels]
    keys = tuple(key_of(facts, _text(f"columns.{name}", label)) for label in listed)
    if not all(keys):
        raise _wrong(
            f"columns.{name}", labels, f"columns of {facts.file}: {', '.join(facts.columns.values())}"
        )
    return keys


def _words(values: Mapping[str, Any], table: str, ours: set[str]) -> dict[tuple[str, str], str]:
    found = {}
    for name, words in _part(values, "words", ours).items():
        choices = meanings.choices(BY_NAME[table].column(name))
        if not choices or not isinstance(words, dict):
            raise _wrong(f"words.{name}", words, "words of a column that has a list of them")
        for word, meaning in words.items():
            if meaning not in choices:
                raise _wrong(f"words.{name}.{word}", meaning, f"one of {', '.join(choices)}")
            found[name, word] = meaning
    return found


def _shown(choice: str | bool) -> str:
    return str(choice).lower() if isinstance(choice, bool) else choice


def _by_ask(values: Mapping[str, Any], facts: Facts) -> dict[str, str]:
    """Answers to what the cells leave open, by the key of each question."""
    found = {}
    asked = (
        ("date_order", settling.order_key, ORDERS),
        ("century", settling.century_key, (*CENTURIES, NO_CENTURY)),
        ("decimal", settling.decimal_key, (".", ",")),
        ("percent", settling.percent_key, (True, False)),
        ("currency", settling.currency_key, settling.CURRENCIES),
    )
    turned = {group.title for group in facts.turnable}
    for part, key_for, choices in asked:
        for label, answer in _part(values, part, {*facts.columns.values(), *turned}).items():
            if answer not in choices or type(answer) is not type(choices[0]):
                raise _wrong(f"{part}.{label}", answer, f"one of {', '.join(map(_shown, choices))}")
            said = _PERCENT[answer] if isinstance(answer, bool) else str(answer)
            found[key_for(facts.raw.get(key_of(facts, label), label), facts.file)] = said
    return found
