"""Mapping a file by hand: what a person said so far, what is still to be asked, and the mapping that comes of it.

Values in, values out. The page and the command line ask the same questions in the same order; only what the cells
of the whole file tell (`told` questions) comes from reading the file by the draft so far.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hiring.contract import BY_NAME, TABLES, Column, Kind
from hiring.loading.messages import counted
from hiring.mapping import meanings, naming, suggesting
from hiring.mapping.asking import Ask
from hiring.mapping.days import hundred_years
from hiring.mapping.facts import Facts
from hiring.mapping.naming import EACH, IDS, NAMES, ONE
from hiring.mapping.number_days import IN_WORDS
from hiring.mapping.presets import Preset
from hiring.mapping.rules import CENTURIES, DAY_FIRST, ISO, MONTH_FIRST, NO_CENTURY
from hiring.mapping.settling import PERCENT, SHARE

TABLE, COLUMN, MEANING, PEOPLE, TOLD = "table", "column", "meaning", "people", "told"
#: An answer that fills a column with one word in every row.
EVERY_ROW = "every row: "
NOT_THERE = ""
_NAMES = ("full_name", "owner_name", "interviewer_name")
_IN_WORDS = {
    **IN_WORDS,
    ISO: "no days: such rows are set aside",
    DAY_FIRST: "the day first: 03/04/2026 is 3 April",
    MONTH_FIRST: "the month first: 03/04/2026 is March 4",
    **{first: hundred_years(first) for first in CENTURIES},
    NO_CENTURY: "no days: such rows are set aside",
    ".": "a point: 1,234.50",
    ",": "a comma: 1.234,50",
    PERCENT: "percent: 50 is one half",
    SHARE: "a share of one: 0.5 is one half",
    EACH: "each has a row of their own",
    ONE: "a cell, or the columns together, name one person",
    NAMES: "names, looked up among the names of this file",
    IDS: "ids, as in employee_id",
}


@dataclass(frozen=True)
class Answers:
    """What a person said of a file so far.

    `columns`: canonical column → keys of the file's columns (names of people may be joined from several).
    `constants`: canonical column → the one word of every row. `meanings`: (canonical column, word of the file) →
    our word. `people`: canonical column → how `naming` has its people. `by_ask`: key of an `Ask` → its answer. `nulls`:
    words that mean nothing is known.
    """

    table: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    by_ask: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    nulls: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """One answer a question takes, and how it reads."""

    answer: str
    reads: str


@dataclass(frozen=True)
class Question:
    """One thing to ask: `about` is a canonical column or an `Ask`'s key, `word` the word whose meaning is asked.

    `likely` is the answer that something speaks for, and `why` what does. `must`: without it nothing is saved.
    """

    kind: str
    about: str
    text: str
    choices: tuple[Choice, ...]
    likely: str = ""
    why: str = ""
    word: str = ""
    must: bool = True
    several: bool = False
    joined: tuple[str, ...] = ()  # of several: all that are likely


def started(presets: Sequence[Preset], facts: Facts, table: str = "") -> Answers:
    """The answers that something speaks for, for the table given, or for the likeliest: a start for a person."""
    table = table or suggesting.likely_table(presets, facts)
    if not table:
        return Answers()
    answers = Answers(table, suggesting.chosen(presets, table, facts))
    return with_likely_meanings(presets, facts, answers)


def with_likely_meanings(presets: Sequence[Preset], facts: Facts, answers: Answers) -> Answers:
    """The answers with what words mean, where nobody has said: as known exports have them, never by a guess."""
    likely = {
        (question.about, question.word): question.likely
        for question in word_questions(presets, facts, answers)
        if question.likely and not question.why
    }
    return replace(answers, meanings={**likely, **answers.meanings})


def table_question(presets: Sequence[Preset], facts: Facts) -> Question:
    """What the file holds: every table of the contract, the likely ones first."""
    likely = suggesting.likely_table(presets, facts)
    found = [name for name, _ in suggesting.tables(presets, facts.labels)]
    found.sort(key=lambda name: name != likely)
    names = [*found, *(table.name for table in TABLES if table.name not in found)]
    choices = tuple(Choice(name, f"{name}: one row per {BY_NAME[name].one_row_per}") for name in names)
    why = "a guess by its column names and cells" if likely else ""
    return Question(TABLE, "", "What does the file hold?", choices, likely, why)


def column_questions(presets: Sequence[Preset], facts: Facts, table: str) -> tuple[Question, ...]:
    """Which column of the file fills each of ours: the ones a row cannot do without first."""
    ours = BY_NAME[table].columns
    offers = suggesting.columns(presets, table, list(facts.labels), facts.cells)
    ordered = sorted(ours, key=lambda column: (not column.required, ours.index(column)))
    chosen = suggesting.chosen(presets, table, facts)
    return tuple(
        _column_question(facts, column, offers[column.name], chosen.get(column.name, ()))
        for column in ordered
    )


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
        several=column.name in _NAMES,
        joined=chosen,
    )


def _constants(column: Column) -> tuple[str, ...]:
    return meanings.choices(column) if column.kind is Kind.WORD else ()


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


def word_questions(presets: Sequence[Preset], facts: Facts, answers: Answers) -> tuple[Question, ...]:
    """What each word means, where a column holds words; words read in any case need no answer."""
    asked = []
    for column, key in columns_of_words(facts, answers):
        known = meanings.known_words(presets, answers.table, column.name)
        choices = tuple(Choice(word, word) for word in meanings.choices(column))
        for word, count in facts.words.get(key, ()):
            if not meanings.can_be_named(word):
                continue
            likely = meanings.likely(answers.table, column, word, known)
            why = "a guess by the word" if likely.is_guess else ""
            rows = (
                counted(count, "row")
                if facts.is_whole
                else f"{count:,} of the first {facts.count_rows:,} rows"
            )
            text = f"What does {word} mean, in {rows} of {facts.columns[key]}?"
            asked.append(Question(MEANING, column.name, text, choices, likely.ours, why, word=word))
    return tuple(asked)


def words_title(facts: Facts, answers: Answers, about: str) -> tuple[str, str]:
    """Over the words of a column: whose they are, and what our words do."""
    label = facts.columns[word_column(answers, BY_NAME[answers.table].column(about))]
    if about == "is_won":
        return (
            f"Which words of {label} mean won, lost or open",
            "Won deals are revenue, lost and open ones are not. The close date of an open deal is only hoped for: it "
            "is left out, and never taken for the latest day the exports speak of",
        )
    return f"What the words of {label} mean", f"As {about}: {_what_for(about)}"


def _what_for(about: str) -> str:
    if about == "department":
        return "hires are people in Sales; interviewers are compared as HR and Sales"
    return "every other spelling of one thing is counted with it"


def people_questions(facts: Facts, answers: Answers) -> tuple[Question, ...]:
    """Who the people in a column are, where it is not sure: several in a cell, or names where ids are wanted."""
    return tuple(
        Question(
            PEOPLE,
            one.column,
            f"Who stands in {' and '.join(facts.columns[key] for key in answers.columns[one.column])}?",
            tuple(Choice(choice, _IN_WORDS[choice]) for choice in naming.CHOICES[answers.table, one.column]),
            naming.CHOICES[answers.table, one.column][0],
            f"such as {one.example}",
        )
        for one in naming.unsure(answers.table, answers.columns, facts.cells)
    )


def cell_question(ask: Ask) -> Question:
    """What the cells of a column leave open, as a question with its answers in words."""
    choices = tuple(Choice(answer, _IN_WORDS.get(answer, answer)) for answer in ask.choices)
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
    filled = {*answers.columns, *answers.constants}
    columns = [q for q in column_questions(presets, facts, answers.table) if q.must and q.about not in filled]
    words = [
        question
        for question in word_questions(presets, facts, answers)
        if not answers.meanings.get((question.about, question.word))
    ]
    people = [
        question for question in people_questions(facts, answers) if question.about not in answers.people
    ]
    questions = [cell_question(ask) for ask in asks if ask.key not in answers.by_ask]
    return (*columns, *words, *people, *questions)


def answered(answers: Answers, question: Question, *given: str) -> Answers:
    """The answers with one more; an empty one takes back what was said."""
    first = given[0] if given else ""
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
        case "people":
            return replace(answers, people={**answers.people, question.about: first})
        case _:
            return replace(answers, by_ask={**answers.by_ask, question.about: first})
