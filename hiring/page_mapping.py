"""Parts of the page Map a file: the files that wait, the questions, the preview, saving, and sending a file."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from hiring import page, page_tables, page_uploads, session_mapping
from hiring.contract import BY_NAME
from hiring.findings import data_lines
from hiring.findings import mapping as told
from hiring.loading.messages import Message
from hiring.mapping import drafting, own, wizard
from hiring.mapping.facts import Facts
from hiring.mapping.presets import Preset
from hiring.mapping.wizard import NOT_THERE, Answers, Question
from hiring.warehouse.previewing import Preview

FILE = "file_to_map"
_MOST_ASIDE = 12
_MOST_SIDE_BY_SIDE = 4  # answers; more are a list


def draw() -> None:
    """The whole wizard: its answer first, filled in when the questions below are drawn."""
    why = session_mapping.hindrance()
    if why:
        page.lead("Map a file", "Files are mapped at the machine they lie on", why)
        page.state_empty("No file can be sent or mapped from here.", remedy=why)
        return
    top = st.container()
    seen = session_mapping.glances()
    wrong = session_mapping.wrong_mapping()
    if wrong:
        page.aside("**A mapping file cannot be read.** {wrong}", wrong=wrong)
    lead = told.lead(seen)
    file = _which(seen)
    if file:
        lead = _map(file) or lead
    with top:
        page.lead("Map a file", lead.sentence, lead.standfirst)
        said = session_mapping.told()
        if said:
            page.aside("{said}", said=said)
    page_uploads.draw()
    if seen:
        page.finding("The exports folder", "What each file is taken for, by its column names")
        page.table(told.files_table(seen), title="Every file")


def _which(seen: Sequence[told.Seen]) -> str:
    """The file to map; those that wait first."""
    first = told.waiting(seen)
    names = [*first, *(one.file for one in seen if one.file not in first and one.state != "refused")]
    if not names:
        return ""
    chosen = st.selectbox(
        "Which file",
        names,
        index=0 if first else None,
        key=FILE,
        placeholder="Choose a file",
        bind="query-params",
    )
    return str(chosen) if chosen in names else ""


def _map(file: str) -> told.Lead | None:
    """The questions about one file and what comes of the answers; gives the page's sentence."""
    with page.loading("looking at the file"):
        facts = session_mapping.survey(file)
    if isinstance(facts, Message):
        page.state_empty(str(facts))
        return None
    presets = session_mapping.presets()
    answers = _answers(presets, facts)
    if answers is None:
        return told.lead_of(file, 1, None)
    with page.loading("reading the file as it would load"):
        seen = session_mapping.preview(file, drafting.draft(facts, answers), answers.told)
    answers = _told(facts, answers, seen)
    if answers.told:
        seen = session_mapping.preview(file, drafting.draft(facts, answers), answers.told)
    still = wizard.open_questions(presets, facts, answers, seen.asks)
    _preview(seen)
    _save(facts, answers, still, seen)
    return told.lead_of(file, len(still), _loads(seen))


def _loads(seen: Preview) -> told.Loads:
    return told.Loads(
        seen.loaded, seen.count_set_aside, seen.skipped, str(seen.trouble) if seen.trouble else ""
    )


def _answers(presets: Sequence[Preset], facts: Facts) -> Answers | None:
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
    answers = _columns(presets, facts, Answers(str(table)))
    return _words(presets, facts, answers)


def _grid(count: int) -> Sequence[DeltaGenerator]:
    return st.columns(count, gap="medium")


def _columns(presets: Sequence[Preset], facts: Facts, answers: Answers) -> Answers:
    """A choice for each of our columns: first those a row cannot do without."""
    questions = wizard.column_questions(presets, facts, answers.table)
    needed = [question for question in questions if question.must]
    others = [question for question in questions if not question.must]
    for asked, title, subtitle in (
        (
            needed,
            f"Columns that every row of {answers.table} needs",
            "A row without one of them is set aside",
        ),
        (
            others,
            "Columns that may be left out",
            "Each makes a page sharper; leave open what the file has not",
        ),
    ):
        if asked:
            page.finding(title, subtitle)
            answers = _column_grid(facts, answers, asked)
    return answers


def _column_grid(facts: Facts, answers: Answers, asked: Sequence[Question]) -> Answers:
    for first in range(0, len(asked), 3):
        for place, question in zip(_grid(3), asked[first : first + 3], strict=False):
            with place, st.container(gap=None):
                given = _column(facts, answers.table, question)
                key = given[0] if given else ""
                page.small(told.examples(facts.cells.get(key, ())) if key in facts.columns else question.why)
            answers = wizard.answered(answers, question, *given)
    return answers


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


def _words(presets: Sequence[Preset], facts: Facts, answers: Answers) -> Answers:
    """What each word of a column means."""
    questions = wizard.word_questions(presets, facts, answers)
    for about in dict.fromkeys(question.about for question in questions):
        mine = [question for question in questions if question.about == about]
        page.finding(*wizard.words_title(facts, answers, about))
        for first in range(0, len(mine), 3):
            for place, question in zip(_grid(3), mine[first : first + 3], strict=False):
                with place:
                    answers = wizard.answered(answers, question, _word(facts, answers, question))
    return answers


def _word(facts: Facts, answers: Answers, question: Question) -> str:
    options = [NOT_THERE, *(choice.answer for choice in question.choices)]
    chosen = st.selectbox(
        page.literal(data_lines.visible(question.word, 60)),
        options,
        index=options.index(question.likely),
        format_func=lambda word: word or "not said yet",
        key=f"word {question.word} for {question.about} of {answers.table} in {facts.file}",
        persist_state="session",
    )
    return str(chosen or "")


def _told(facts: Facts, answers: Answers, seen: Preview) -> Answers:
    """What the cells leave open, asked; answers given before stay to be changed."""
    kept = st.session_state.setdefault("_mapping_asks", {})
    mine = kept.setdefault(facts.file, {})
    mine |= {ask.key: ask for ask in seen.asks}
    labels = {facts.raw[key] for keys in answers.columns.values() for key in keys}
    asked = [ask for ask in mine.values() if ask.message.column in labels]
    if not asked:
        return answers
    page.finding(
        "What the cells cannot tell by themselves", "Nothing is guessed: no cell of these columns settles it"
    )
    for ask in asked:
        question = wizard.told_question(ask)
        given = _given(question)
        page.small(f"found {data_lines.visible(question.why)}")
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


def _preview(seen: Preview) -> None:
    """Ten rows as they would load, and what would be set aside."""
    loads = _loads(seen)
    if seen.trouble:
        page.finding("How it would load", "The build's own words")
        page.state_empty(str(seen.trouble))
        return
    page.finding(told.preview_title(loads), told.preview_subtitle(len(seen.rows), loads))
    if seen.rows:
        frame = told.preview_table(seen.columns, seen.rows, seen.lines)
        st.table(
            page_tables.escaped(frame), border="horizontal", hide_index=True, alt="Rows as they would load"
        )
    if seen.set_aside:
        page.finding(
            told.aside_title(seen.count_set_aside), "Where it stands in the file, what was found, what to do"
        )
        page.table(data_lines.lines_table(seen.set_aside[:_MOST_ASIDE]), title="These rows")


def _save(facts: Facts, answers: Answers, still: Sequence[Question], seen: Preview) -> None:
    """The name of the mapping and the button that saves it, once nothing is open."""
    page.finding("Save it", f"As a file in the folder {own.FOLDER} beside the exports, for these columns")
    name = st.text_input(
        "Name of the mapping",
        own.name_for(facts.file),
        max_chars=own.LONGEST_NAME,
        key=f"name for {facts.file}",
        width=360,
    )
    plain = own.name_for(str(name))
    replaces = False
    if session_mapping.is_there(plain):
        replaces = st.checkbox(f"Replace the mapping {plain}.toml that is there", key=f"replace {plain}")
    columns = [question.about for question in still if question.kind == wizard.COLUMN]
    counts = [sum(question.kind == kind for question in still) for kind in (wizard.MEANING, wizard.TOLD)]
    page.small(told.missing_sentence(columns, counts[0], counts[1]))
    st.button(
        "Save this mapping",
        type="primary",
        disabled=bool(still) or not seen.loaded or (session_mapping.is_there(plain) and not replaces),
        on_click=session_mapping.save,
        args=(drafting.draft(facts, answers, plain), plain),
        kwargs={"replaces": replaces},
    )
