"""The questions of the wizard as fields: what a file holds, which column is which, what words and cells mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from hiring.contract import BY_NAME
from hiring.findings import mapping as mapping_words
from hiring.findings.data_health import lines
from hiring.mapping import explaining, wizard
from hiring.mapping.asking import Ask
from hiring.mapping.facts import Facts
from hiring.mapping.presets import Preset
from hiring.mapping.wizard import NOT_THERE, Answers, Question
from hiring.showing import page

_MOST_SIDE_BY_SIDE = 4  # answers; more are a list


def answers_of(presets: Sequence[Preset], facts: Facts) -> Answers | None:
    """What the widgets say: the table, its columns, the words; `None` while there is no table."""
    question = wizard.table_question(presets, facts)
    reads = {choice.answer: choice.reads for choice in question.choices}
    table = st.selectbox(
        question.text,
        list(reads),
        index=0 if question.likely else None,
        format_func=lambda name: reads.get(name, name),
        key=f"table of {facts.file}",
        placeholder="Choose what it holds",
        persist_state="session",
    )
    if table not in BY_NAME:
        return None
    page.small(question.why if table == question.likely else "")
    answers = _first(presets, facts, Answers(str(table)))
    answers = replace(answers, nulls=_nulls(facts))
    for each in wizard.tables_of(answers):
        answers = _columns(presets, facts, answers, each)
    for each in wizard.tables_of(answers):
        answers = _people(facts, _words(presets, facts, answers, each), each)
    return answers


def _first(presets: Sequence[Preset], facts: Facts, answers: Answers) -> Answers:
    """Whether the file's columns are periods, or its rows fill further tables."""
    for question in wizard.first_questions(presets, facts, answers):
        reads = {choice.answer: choice.reads for choice in question.choices}
        given = st.multiselect(
            question.text,
            list(reads),
            default=list(question.joined) or None,
            format_func=lambda one, reads=reads: reads.get(one, one),
            key=f"{question.kind} of {answers.table} in {facts.file}",
            placeholder="None of them",
            persist_state="session",
        )
        page.small(question.why)
        answers = wizard.answered(answers, question, *map(str, given))
    return answers


def _nulls(facts: Facts) -> tuple[str, ...]:
    """The words that stand for an empty cell."""
    given = st.text_input(
        "Words that mean nothing is known, with commas between",
        key=f"nulls of {facts.file}",
        placeholder="such as -, N/A",
        max_chars=200,
        width=360,
        persist_state="session",
    )
    return tuple(dict.fromkeys(word for part in str(given or "").split(",") if (word := part.strip())))


def _grid(count: int) -> Sequence[DeltaGenerator]:
    return st.columns(count, gap="medium")


def _columns(presets: Sequence[Preset], facts: Facts, answers: Answers, table: str) -> Answers:
    """A choice for each of our columns: first those a row cannot do without."""
    questions = wizard.column_questions(presets, facts, table, answers)
    needed = [question for question in questions if question.must]
    others = [question for question in questions if not question.must]
    found = [question for question in others if question.likely]
    not_found = [question for question in others if found and not question.likely]
    title, subtitle = (
        f"Columns of {table} that may be left out",
        "Each makes a page sharper; leave open what the file has not",
    )
    if needed:
        page.finding(f"Columns that every row of {table} needs", "A row without one of them is set aside")
        answers = _column_grid(facts, answers, needed, table)
    shown = found or others
    if shown and not answers.also:
        page.finding(title, subtitle)
        answers = _column_grid(facts, answers, shown, table)
    elif shown:
        with st.expander(title, expanded=not needed):
            answers = _column_grid(facts, answers, shown, table)
    if not_found:
        names = ", ".join(question.about for question in not_found)
        with st.expander(page.literal(f"Not found in the file, and may be left out: {names}")):
            answers = _column_grid(facts, answers, not_found, table)
    return answers


def _column_grid(facts: Facts, answers: Answers, asked: Sequence[Question], table: str) -> Answers:
    for first in range(0, len(asked), 3):
        for column, question in zip(_grid(3), asked[first : first + 3], strict=False):
            with column, st.container(gap=None):
                given = _column(facts, table, question)
                key = given[0] if given else ""
                page.small(explaining.explained(BY_NAME[table].column(question.about)))
                page.small(_beside(facts, table, question, key))
            answers = wizard.answered(answers, question, *given)
    return answers


def _beside(facts: Facts, table: str, question: Question, key: str) -> str:
    """A few cells of the column chosen, where they may be shown, and that it was guessed; else why to choose one."""
    if key not in facts.columns or BY_NAME[table].column(question.about).confined:
        return question.why
    guessed = f"{question.why}; " if key == question.likely and question.why else ""
    return guessed + mapping_words.examples(facts.cells.get(key, ()))


def _column(facts: Facts, table: str, question: Question) -> tuple[str, ...]:
    reads = {choice.answer: choice.reads for choice in question.choices}
    key = f"column {question.about} of {table} in {facts.file}"
    if question.several:
        chosen = st.multiselect(
            question.about,
            list(reads),
            default=list(question.joined) or None,
            format_func=lambda one: reads.get(one, one),
            key=key,
            max_selections=3,
            placeholder="One column, or first and last name",
            persist_state="session",
        )
        return tuple(map(str, chosen))
    one = st.selectbox(
        question.about,
        [NOT_THERE, *reads],
        index=1 + list(reads).index(question.likely) if question.likely else 0,
        format_func=lambda one: reads.get(one, "not in the file"),
        key=key,
        persist_state="session",
    )
    return (str(one),) if one else ()


def _words(presets: Sequence[Preset], facts: Facts, answers: Answers, table: str) -> Answers:
    """What each word of a column means."""
    questions = wizard.word_questions(presets, facts, answers, table)
    for about in dict.fromkeys(question.about for question in questions):
        mine = [question for question in questions if question.about == about]
        page.finding(*wizard.words_title(facts, answers, about, table))
        for first in range(0, len(mine), 3):
            for column, question in zip(_grid(3), mine[first : first + 3], strict=False):
                with column, st.container(gap=None):
                    given = _word(facts, table, question)
                    page.small(question.why if given == question.likely else "")
                answers = wizard.answered(answers, question, given)
    return answers


def _word(facts: Facts, table: str, question: Question) -> str:
    options = [NOT_THERE, *(choice.answer for choice in question.choices)]
    chosen = st.selectbox(
        page.literal(lines.visible(question.word, 60)),
        options,
        index=options.index(question.likely),
        format_func=lambda word: word or "not said yet",
        key=f"word {question.word} for {question.about} of {table} in {facts.file}",
        persist_state="session",
    )
    return str(chosen or "")


def _people(facts: Facts, answers: Answers, table: str) -> Answers:
    """Who the people in a column are: asked where names stand for ids, or several people in one place."""
    for question in wizard.people_questions(facts, answers, table):
        page.finding(
            "Who is who", "Where one cell names several people, or a name stands where an id is wanted"
        )
        reads = {choice.answer: choice.reads for choice in question.choices}
        given = st.radio(
            page.literal(lines.visible(question.text)),
            list(reads),
            index=list(reads).index(question.likely),
            format_func=reads.get,
            key=f"people {question.about} of {table} in {facts.file}",
            persist_state="session",
        )
        page.small(lines.visible(question.why, 80))
        answers = wizard.answered(answers, question, str(given))
    return answers


def cell_answers(answers: Answers, asks: Sequence[Ask]) -> Answers:
    """What the cells leave open, asked."""
    if asks:
        page.finding(
            "What the cells cannot tell by themselves",
            "Nothing is guessed: no cell of these columns settles it",
        )
    for ask in asks:
        question = wizard.cell_question(ask)
        given = _given(question)
        page.small(f"found {lines.visible(question.why)}")
        if given:
            answers = wizard.answered(answers, question, given)
    return answers


def _given(question: Question) -> str:
    """The answer chosen to what the cells leave open, none before somebody chose."""
    reads = {choice.answer: choice.reads for choice in question.choices}
    options, label, key = list(reads), page.literal(question.text), f"told {question.about}"
    if len(options) > _MOST_SIDE_BY_SIDE:
        chosen = st.selectbox(label, options, index=None, key=key, width=360, persist_state="session")
    else:
        chosen = st.radio(
            label,
            options,
            index=None,
            format_func=lambda one: reads.get(one, one),
            horizontal=True,
            key=key,
            persist_state="session",
        )
    return str(chosen or "")
