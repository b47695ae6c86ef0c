"""Parts of the page Map a file: the files that wait, the questions, the preview, saving, and sending a file."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from hiring.findings import mapping as mapping_words
from hiring.findings.data_health import lines
from hiring.loading.messages import Message
from hiring.mapping import drafting, own, several, wizard
from hiring.mapping.facts import Facts
from hiring.mapping.preview import Preview
from hiring.mapping.wizard import Answers, Question
from hiring.serving import mapping as session_mapping
from hiring.showing import mapping_questions, page, tables, uploads

ADDRESS = "mapping"
_TOO_FULL = "The exports folder holds too many files"
_MOST_LINKS = 5
_NOT_YET = "Rows stand here once it is said what the file cannot tell."
_MOST_ASIDE = 12
_MOST_LINES = 5


def draw() -> None:
    """The whole page: its answer first, filled in when the questions below are drawn."""
    why = session_mapping.hindrance()
    if why:
        is_full = why == session_mapping.too_full()
        page.lead("Map a file", _TOO_FULL if is_full else "Files are mapped at the machine they lie on")
        page.state_empty("No file can be sent or mapped from here.", remedy=why)
        _known()
        return
    _draw()
    _known()


def _draw() -> None:
    """The page but for the known exports."""
    top = st.container()
    seen = session_mapping.glances()
    wrong = session_mapping.wrong_mapping()
    if wrong:
        page.aside("**A mapping file cannot be read.** {wrong}", wrong=wrong)
    lead = mapping_words.lead(seen)
    file = _which(seen)
    if file:
        lead = _map(file) or lead
    with top:
        page.lead("Map a file", lead.sentence, lead.standfirst)
        said = session_mapping.take_message()
        if said:
            page.aside("{said}", said=said)
            page.way_to("start", "Back to your files and the next step")
        for line in mapping_words.unreadable(seen)[:_MOST_LINES]:
            page.aside("{line}", line=line)
    page.finding("The exports folder", "What each file is taken for, by its column names")
    if seen:
        page.table(mapping_words.files_table(seen), title="Every file")
    uploads.draw()


def _known() -> None:
    """The exports that need no mapping."""
    page.finding(
        "Exports that need no mapping", "Known by their column names, in any order and under any file name"
    )
    # Open, however many: what a stranger looks for here is the name of a system.
    known = tables.escaped(mapping_words.known_table(session_mapping.installed()))
    st.table(known, border="horizontal", hide_index=True)
    page.small("* Nobody has shown us a real header of this one: look at its columns after the first build.")


def links(files: Sequence[str]) -> None:
    """The way from a file that nobody knows to the page that maps it."""
    st.session_state.pop(
        session_mapping.FILE, None
    )  # or the file looked at last would stay, whatever the address says
    target = st.Page(lambda: None, title="Map a file", url_path=ADDRESS)
    for file in files[:_MOST_LINKS]:
        label = f"Map {page.literal(lines.visible(file, 60))}"
        st.page_link(target, label=label, query_params={session_mapping.FILE: file})


def _which(seen: Sequence[mapping_words.Seen]) -> str:
    """The file to map; those that wait first."""
    first = mapping_words.waiting(seen)
    names = [*first, *(one.file for one in seen if one.file not in first and one.state != "refused")]
    if not names:
        return ""
    if st.session_state.get(session_mapping.FILE) not in names:
        st.session_state.pop(session_mapping.FILE, None)
    chosen = st.selectbox(
        "Which file",
        names,
        index=0 if first else None,
        key=session_mapping.FILE,
        placeholder="Choose a file",
        bind="query-params",
    )
    return str(chosen) if chosen in names else ""


def _map(file: str) -> mapping_words.Lead | None:
    """The questions about one file and what comes of the answers; gives the page's sentence."""
    with page.loading("looking at the file"):
        facts = session_mapping.survey(file)
    if isinstance(facts, Message):
        page.state_empty(str(facts))
        return None
    if not facts.is_whole:
        page.small(mapping_words.beyond_first_rows(facts.count_rows))
    presets = session_mapping.presets()
    answers = mapping_questions.answers_of(presets, facts)
    if answers is None:
        return mapping_words.lead_without_table(file)
    page.small(mapping_words.unused(several.unused(facts, answers)))
    with page.loading("reading the file as it would load"):
        seen = session_mapping.preview(file, drafting.draft(facts, answers))
    answers = mapping_questions.cell_answers(answers, seen.asks)
    if answers.by_ask:
        seen = session_mapping.preview(file, drafting.draft(facts, answers))
    still = wizard.open_questions(presets, facts, answers, seen.asks)
    # Of several tables one that is only half said would spoil the rows of all.
    first = {wizard.TOLD} | ({wizard.COLUMN, wizard.MEANING} if answers.also else set())
    _preview(seen, is_answered=all(question.kind not in first for question in still))
    _save(facts, answers, still, seen)
    return mapping_words.lead_of(file, len(still), _loads(seen))


def _loads(seen: Preview) -> mapping_words.Loads:
    trouble = str(seen.trouble) if seen.trouble else ""
    return mapping_words.Loads(seen.loaded, seen.count_set_aside, seen.skipped, trouble, seen.is_whole)


def _preview(seen: Preview, *, is_answered: bool) -> None:
    """Ten rows as they would load, and what would be set aside."""
    loads = _loads(seen)
    if seen.trouble:
        page.finding("How it would load", "The build's own words")
        page.state_empty(str(seen.trouble))
        return
    if not is_answered:
        page.finding("How it would load")
        page.state_empty(_NOT_YET)
        return
    page.finding(mapping_words.preview_title(loads), mapping_words.preview_subtitle(len(seen.rows), loads))
    for one in seen.by_table:
        if seen.more or one.count != seen.loaded:
            page.small(mapping_words.rows_of_table(one.table, one.count))
        if one.rows:
            frame = mapping_words.preview_table(one.columns, one.rows, one.lines)
            alt = f"Rows of {one.table} as they would load"
            st.table(tables.escaped(frame), border="horizontal", hide_index=True, alt=alt)
    if seen.told:
        page.finding("What does not agree", "Nobody is chosen: totals are not loaded, such cells stay empty")
        page.table(lines.lines_table(seen.told[:_MOST_ASIDE]), title="These cells")
    if seen.set_aside:
        page.finding(
            mapping_words.aside_title(seen.count_set_aside),
            "Where it stands in the file, what was found, what to do",
        )
        page.table(lines.lines_table(seen.set_aside[:_MOST_ASIDE]), title="These rows")


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
    draft = drafting.draft(facts, answers, plain)
    if session_mapping.is_saved(draft, plain):
        page.says("It is saved as **{file}**. The next build reads such files by it.", file=f"{plain}.toml")
        uploads.build_button()
        return
    is_there = session_mapping.is_there(plain)
    replaces = is_there and st.checkbox(
        f"Replace the mapping {plain}.toml that is there", key=f"replace {plain}"
    )
    columns = [question.about for question in still if question.kind == wizard.COLUMN]
    counts = [sum(question.kind == kind for question in still) for kind in (wizard.MEANING, wizard.TOLD)]
    page.small(mapping_words.missing_sentence(columns, counts[0], counts[1]))
    st.button(
        "Save this mapping",
        type="primary",
        disabled=bool(still) or not seen.loaded or (is_there and not replaces),
        on_click=session_mapping.save,
        args=(facts.file, draft, plain),
        kwargs={"replaces": replaces},
    )
