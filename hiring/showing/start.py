"""Parts of the page Start: the next step of the whole, a line a file, what more would light up, sending files."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from hiring.contract import BY_NAME
from hiring.findings.start import steps, tables
from hiring.findings.start.steps import Standing, Step
from hiring.loading import uploads
from hiring.loading.messages import Message
from hiring.mapping import wizard
from hiring.mapping.asking import Ask
from hiring.mapping.wizard import Question
from hiring.serving import mapping, start, uploading
from hiring.serving.session import Trouble
from hiring.serving.start import Asked
from hiring.showing import page
from hiring.showing.mapping import ADDRESS as MAPPING
from hiring.showing.mapping import links

ADDRESS = "start"
_MOST_TROUBLE = 5


def draw(trouble: Trouble | None = None) -> None:
    """The whole page; `trouble`: why no page can show anything yet."""
    why = mapping.hindrance()
    if why:
        _elsewhere(why, trouble)
        return
    with page.loading("looking at your files"):
        standing = start.standing(trouble.lines if trouble else ())
    lead = steps.lead(standing)
    page.lead("Start", lead.sentence, lead.standfirst)
    if told := start.take_message():
        page.aside("{said}", said=" ".join(told))
    if trouble and standing.trouble and not standing.files:
        page.small(trouble.why)
    if standing.files:
        _next(standing, steps.step(standing))
        _files(standing)
        links(tables.unknown(standing, steps.step(standing)))
        _missing(standing)
    else:
        _trouble(standing)
        _first_three()
    _send(is_open=not standing.files or steps.step(standing).kind == steps.SEND)


def _elsewhere(why: str, trouble: Trouble | None) -> None:
    """What stands where no file can be sent or answered for from here."""
    if trouble is None:
        page.lead("Start", "Files are loaded at the machine they lie on")
        page.state_empty("No file can be sent from here.", remedy=why)
        return
    page.lead("Start", "There is nothing to show yet", trouble.why)
    for line in trouble.lines:
        page.aside("{line}", line=line)
    if trouble.answers:
        page.says(
            "To answer, put these lines with your name into `answers.toml` beside the exports, then reload:"
        )
        st.code("\n".join(trouble.answers), language=None, wrap_lines=True)
    page.small(why)


def _trouble(standing: Standing) -> None:
    for line in standing.trouble[:_MOST_TROUBLE]:
        page.aside("{line}", line=line)


def _next(standing: Standing, step: Step) -> None:
    """The one next step, with its one button or link."""
    with st.container(border=True):
        page.says("**Next:** {sentence}", sentence=step.sentence)
        if step.kind == steps.ANSWER:
            _question(standing, step)
        elif step.kind == steps.MAP:
            _to_map(step.file)
        elif step.kind == steps.BUILD:
            _build()
        elif step.kind == steps.MATCH:
            page.way_to("identity", "Say who is whom")
        elif step.kind == steps.OPEN:
            page.way_to("overview", "Open the Overview")
        elif step.kind in (steps.MEND, steps.AGAIN):
            st.button("Look again", type="primary")
    others = tables.other_questions(standing, step)
    page.small(others)


def _build() -> None:
    if st.button("Build now", key="build_at_start", type="primary"):
        with page.loading("reading, checking and joining the exports"):
            start.built(mapping.build_now())
        st.rerun()


def _to_map(file: str) -> None:
    # The file looked at last would stay before that page's field, whatever the address says.
    st.session_state.pop(mapping.FILE, None)
    there = st.Page(lambda: None, title="Map a file", url_path=MAPPING)
    label = f"Say what {page.literal(tables.named(file))} holds"
    icon = ":material/arrow_forward:"
    st.page_link(there, label=label, icon=icon, query_params={mapping.FILE: file})


def _question(standing: Standing, step: Step) -> None:
    """A question with the file's own example, the answers it takes, and who gives it."""
    asked = start.question(standing, step.key)
    if asked is None:
        return
    message = Message("held", asked.file, column=asked.column, found=asked.found, wanted=asked.wanted)
    question = wizard.cell_question(Ask(asked.key, message, asked.choices))
    page.small(tables.asked(asked.file, asked.column, asked.found, asked.wanted))
    if steps.is_mapped(asked):
        _to_map(asked.file)
        with st.expander("Or answer for this file alone"):
            _form(asked, question)
    else:
        _form(asked, question)


def _form(asked: Asked, question: Question) -> None:
    """The answers a question takes, and who gives one."""
    choice, who = f"answer to {asked.key}", "who_answers"
    reads = {one.answer: one.reads for one in question.choices}
    with st.form(f"question {asked.key}", border=False):
        st.radio(
            "Your answer",
            list(reads),
            index=None,
            format_func=lambda one: reads.get(one, one),
            key=choice,
            horizontal=len(reads) <= 3,
        )
        st.text_input("Your name", key=who, max_chars=120, width=360, persist_state="session")
        st.form_submit_button("Answer", type="primary", on_click=start.answer, args=(asked, choice, who))


def _files(standing: Standing) -> None:
    page.finding("Your files", "What each was taken for, what waits, what it lacks; those that wait first")
    frame = tables.files(standing)
    page.table(frame.head(page.TABLE_ROWS), alt="A line a file")
    if len(frame) > page.TABLE_ROWS:
        page.table(frame, title=f"All {len(frame)} files")


def _missing(standing: Standing) -> None:
    frame = tables.missing(standing)
    if len(frame):
        page.finding("What more would light up", "Each appears once such a file lies in the folder")
        page.table(frame, alt="What is not there, and what it would give")


def _first_three() -> None:
    page.finding("These three, as your systems give them", "Any file name, any column order; CSV or Excel")
    first = [BY_NAME[name] for name in steps.FIRST]
    page.table(tables.to_export(first), alt="Which three files to export, and from where")


def _send(*, is_open: bool) -> None:
    """A field for all files at once."""
    if not is_open:
        with st.expander("Add files"):
            _field()
        return
    page.finding("Send them all at once", "Nothing leaves this machine")
    _field()


def _field() -> None:
    page.small(
        f"Up to {uploads.LARGEST_MB} MB together, or copy them into the exports folder: {mapping.folder()}"
    )
    field = f"files {start.count_sent()}"
    sent = st.file_uploader(
        "Put files into the exports folder",
        type=list(uploads.ENDINGS),
        accept_multiple_files=True,
        max_upload_size=uploads.LARGEST_MB,
        key=field,
    )
    uploading.shown(field, several=True)
    names = [str(one.name) for one in sent or ()]
    if names:
        _sent(field, names)


def _sent(field: str, names: Sequence[str]) -> None:
    there = start.in_the_way(names)
    if there:
        page.says("There already, and replaced: **{names}**.", names=", ".join(there))
    label = "Replace and put them into the folder" if there else "Put them into the exports folder"
    st.button(
        label, key="send", type="primary", on_click=_put, args=(field,), kwargs={"replaces": bool(there)}
    )


def _put(field: str, *, replaces: bool) -> None:
    """Take over what lies in the field; only the field holds the bytes, so that they go when it does."""
    held = st.session_state.get(field) or ()
    start.send([start.Sent(str(one.name), one.getvalue()) for one in held], replaces=replaces)
