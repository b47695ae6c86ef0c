"""Mapping a file by hand: what a person said so far, what is still to be asked, and the mapping that comes of it.

Values in, values out. The page and the command line ask the same questions in the same order; only what the cells
of the whole file tell (`told` questions) comes from reading the file by the draft so far.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hiring.contract import BY_NAME, TABLES, Column, Kind
from hiring.mapping import meanings, naming, several, suggesting, turned_form
from hiring.mapping.asking import Ask
from hiring.mapping.facts import Facts
from hiring.mapping.form import (
    ALSO,
    COLUMN,
    EVERY_ROW,
    IN_WORDS,
    MADE,
    MEANING,
    NAMES_OF_PEOPLE,
    NOT_THERE,
    PEOPLE,
    PERIODS,
    TABLE,
    TOLD,
    Answers,
    Choice,
    Question,
)
from hiring.mapping.people import looks_like_names
from hiring.mapping.presets import Preset
from hiring.mapping.several import tables_of
from hiring.mapping.word_form import columns_of_words, word_column, word_questions, words_title

__all__ = [
    "ALSO",
    "COLUMN",
    "EVERY_ROW",
    "MADE",
    "MEANING",
    "NOT_THERE",
    "PEOPLE",
    "PERIODS",
    "TABLE",
    "TOLD",
    "Answers",
    "Choice",
    "Question",
    "columns_of_words",
    "tables_of",
    "word_column",
    "word_questions",
    "words_title",
]


def started(presets: Sequence[Preset], facts: Facts, table: str = "") -> Answers:
    """The answers that something speaks for, for the table given, or for the likeliest: a start for a person."""
    table = table or likely_table(presets, facts)
    if not table:
        return Answers()
    answers = Answers(table, suggesting.chosen(presets, table, facts))
    return with_likely_meanings(presets, facts, answers)


def likely_table(presets: Sequence[Preset], facts: Facts) -> str:
    """The table that a file seems to hold; of a flat report of applicants the applications."""
    found = suggesting.likely_table(presets, facts)
    return several.flat_report(presets, facts) or found if found in ("", *several.COARSE) else found


def with_likely_meanings(presets: Sequence[Preset], facts: Facts, answers: Answers) -> Answers:
    """The answers with what words mean, where nobody has said: as known exports have them, never by a guess."""
    for table in tables_of(answers):
        said = several.part(answers, table).meanings
        for question in word_questions(presets, facts, answers, table):
            is_known = bool(question.likely) and not question.why
            if is_known and (question.about, question.word) not in said:
                answers = answered(answers, question, question.likely)
    return answers


def table_question(presets: Sequence[Preset], facts: Facts) -> Question:
    """What the file holds: every table of the contract, the likely ones first."""
    guess = likely_table(presets, facts)
    turned = turned_form.likely_tables(facts)
    likely = turned[0] if turned else guess
    found = [
        *turned,
        *([guess] if guess else []),
        *(name for name, _ in suggesting.tables(presets, facts.labels)),
    ]
    names = dict.fromkeys((*found, *(table.name for table in TABLES)))
    choices = tuple(Choice(name, f"{name}: one row per {BY_NAME[name].one_row_per}") for name in names)
    why = "a guess by its column names and cells" if likely else ""
    return Question(
        TABLE,
        "",
        "What does the file hold?",
        choices,
        likely,
        "it has a column for each period" if turned else why,
    )


def first_questions(presets: Sequence[Preset], facts: Facts, answers: Answers) -> tuple[Question, ...]:
    """What is asked next of a file whose table is said: whether its columns are periods, or it fills more tables."""
    asked = turned_form.question(facts, answers.table) or several.question(presets, facts, answers)
    return (asked,) if asked else ()


def column_questions(
    presets: Sequence[Preset], facts: Facts, table: str, said: Answers | None = None
) -> tuple[Question, ...]:
    """Which column of the file fills each of ours: the ones a row cannot do without first.

    `said`: what is said of the file so far, which is not asked again.
    """
    answers = said or Answers(table)
    is_further = table != answers.table
    ours = BY_NAME[table].columns
    offers = suggesting.columns(presets, table, list(facts.labels), facts.cells)
    ordered = sorted(ours, key=lambda column: (not column.required, ours.index(column)))
    chosen = (
        several.likely(presets, facts, answers, table)
        if is_further
        else suggesting.chosen(presets, table, facts)
    )
    known = several.inherited(answers, table) if is_further else turned_form.told(answers)
    asked = [
        _column_question(facts, column, offers[column.name], chosen.get(column.name, ()))
        for column in ordered
        if column.name not in known
    ]
    may_be_made = [several.may_be_made(answers, table, one.about) for one in asked]
    asked = [_with_made(facts, one) if made else one for one, made in zip(asked, may_be_made, strict=True)]
    asked = [turned_form.of_people(facts, one) if answers.turned else one for one in asked]
    return tuple(replace(one, table=table) if is_further else one for one in asked)


def _with_made(facts: Facts, question: Question) -> Question:
    """The question about an id, with the answer that the file has none; likely where names or e-mails stand there."""
    choice = Choice(MADE, MADE)
    cells = facts.cells.get(question.likely, ())
    is_name = looks_like_names(cells) or any("@" in cell for cell in cells)
    likely = question.likely if question.likely and not is_name else MADE
    why = (
        question.why
        if likely == question.likely
        else "no id in the file: one is made of person, job and days"
    )
    return replace(question, choices=(*question.choices, choice), likely=likely, why=why)


def _column_question(
    facts: Facts, column: Column, offers: Sequence[suggesting.Suggestion], chosen: tuple[str, ...]
) -> Question:
    first = [*chosen, *(offer.key for offer in offers if offer.key in facts.columns)]
    keys = list(dict.fromkeys([*first, *facts.columns]))
    choices = [Choice(key, facts.columns[key]) for key in keys]
    choices += [Choice(f"{EVERY_ROW}{word}", f"{EVERY_ROW}{word}") for word in _constants(column)]
    known = next((offer.why for offer in offers if chosen and offer.key == chosen[0]), "their labels")
    why = f"a guess by {known}" if chosen else ""
    if not chosen and _constants(column):
        why = "a column, or one word for every row"
    if not chosen and column.name == "is_won":
        why = "if the file has none, the stage tells"
    return Question(
        COLUMN,
        column.name,
        f"Which column is {column.name}?",
        tuple(choices),
        chosen[0] if chosen else NOT_THERE,
        why,
        must=column.required and column.kind is not Kind.CURRENCY,
        several=column.name in NAMES_OF_PEOPLE,
        joined=chosen,
    )


def _constants(column: Column) -> tuple[str, ...]:
    return meanings.choices(column) if column.kind is Kind.WORD else ()


def people_questions(facts: Facts, answers: Answers, table: str = "") -> tuple[Question, ...]:
    """Who the people in a column are, where it is not sure: several in a cell, or names where ids are wanted.

    `table`: of which of the tables that the file fills; without one, of the first.
    """
    further = table if table != answers.table else ""
    mine = several.part(answers, further) if further else answers
    return tuple(
        Question(
            PEOPLE,
            one.column,
            f"Who stands in {' and '.join(facts.columns[key] for key in mine.columns[one.column])}?",
            tuple(Choice(choice, IN_WORDS[choice]) for choice in naming.CHOICES[mine.table, one.column]),
            naming.CHOICES[mine.table, one.column][0],
            f"such as {one.example}",
            table=further,
        )
        for one in naming.unsure(mine.table, mine.columns, facts.cells)
    )


def cell_question(ask: Ask) -> Question:
    """What the cells of a column leave open, as a question with its answers in words."""
    choices = tuple(Choice(answer, IN_WORDS.get(answer, answer)) for answer in ask.choices)
    message = ask.message
    return Question(
        TOLD, ask.key, f"{message.column or message.file}: {message.wanted}?", choices, why=message.found
    )


def open_questions(
    presets: Sequence[Preset], facts: Facts, answers: Answers, asks: Iterable[Ask] = ()
) -> tuple[Question, ...]:
    """What must still be answered before the mapping may be saved, in the order to ask it."""
    if answers.table not in BY_NAME:
        return (table_question(presets, facts),)
    columns: list[Question] = []
    words: list[Question] = []
    people: list[Question] = []
    for table in tables_of(answers):
        mine = several.part(answers, table)
        unmade = {n for n in mine.columns if several.is_made(answers, n) and not several.recipe(answers, n)}
        filled = {*mine.columns, *mine.constants} - unmade
        columns += [
            q for q in column_questions(presets, facts, table, answers) if q.must and q.about not in filled
        ]
        words += [
            question
            for question in word_questions(presets, facts, answers, table)
            if not mine.meanings.get((question.about, question.word))
        ]
        people += [one for one in people_questions(facts, answers, table) if one.about not in mine.people]
    questions = [cell_question(ask) for ask in asks if ask.key not in answers.by_ask]
    return (*columns, *words, *people, *questions)


def answered(answers: Answers, question: Question, *given: str) -> Answers:
    """The answers with one more; an empty one takes back what was said."""
    first = given[0] if given else ""
    if question.table:
        mine = answered(
            answers.also.get(question.table, Answers(question.table)), replace(question, table=""), *given
        )
        return replace(answers, also={**answers.also, question.table: mine})
    match question.kind:
        case "table":
            return answers if first == answers.table else Answers(first)
        case "column":
            columns, constants = dict(answers.columns), dict(answers.constants)
            columns.pop(question.about, None)
            constants.pop(question.about, None)
            if first.startswith(EVERY_ROW):
                constants[question.about] = first.removeprefix(EVERY_ROW)
            elif first:
                columns[question.about] = tuple(key for key in given if key)
            return replace(answers, columns=columns, constants=constants)
        case "meaning":
            return replace(answers, meanings={**answers.meanings, (question.about, question.word): first})
        case "periods":
            return replace(answers, turned=tuple(turned_form.measure(one) for one in given if one))
        case "also":
            return replace(
                answers, also={table: answers.also.get(table, Answers(table)) for table in given if table}
            )
        case "people":
            return replace(answers, people={**answers.people, question.about: first})
        case _:
            return replace(answers, by_ask={**answers.by_ask, question.about: first})
