"""What a visitor writes into the store of decisions: said to be written, refused beside its form, or written by two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

import streamlit as st

from hiring.findings.decisions import answer
from hiring.serving import decided
from hiring.showing import page

#: What came of this visitor's last write by its form, what somebody else wrote first, how often forms were begun anew.
_SAID, _CONFLICT, _ANEW = "_decided_said", "_decided_conflict", "_decided_anew"


def what_came() -> None:
    """What came of the last write; where somebody else wrote first, what stands and what was to be written."""
    with st.container():  # there whether it says something or not: else what stands below would fold shut
        answered("")
    if _CONFLICT not in st.session_state:
        return
    put, standing, mine = st.session_state[_CONFLICT]
    page.aside(
        "**Somebody else changed this in the meantime, and nothing of yours is lost.**  \n"
        "It stands: {theirs}.  \nYou wrote: {mine}.",
        theirs=answer.in_short(standing),
        mine=answer.in_short(mine),
    )
    with st.container(horizontal=True):
        again = {**mine, "version": standing["version"]}
        st.button("Write mine as the next version", on_click=write, args=(put, again), key="mine")
        st.button("Leave what stands", on_click=lambda: st.session_state.pop(_CONFLICT), key="theirs")


def answered(form: str) -> None:
    """What came of the last write, where it is to be read: beside its form as long as nothing was written."""
    if said := st.session_state.get(_SAID, {}).pop(form, ""):
        page.aside("{said}", said=said)


def answer_at(form: str, said: str) -> None:
    """Say at the form what came of it."""
    st.session_state[_SAID] = {form: said}


def write(
    put: Callable[[dict[str, Any]], str],
    values: dict[str, Any],
    names: Sequence[str] = (),
    form: str = "",
    remark: str = "",
) -> None:
    """Write a version and keep what came of it; the forms are begun anew only once it is written."""
    st.session_state.pop(_CONFLICT, None)
    if not values["text"].strip():
        return answer_at(form, "Not written: say in a sentence what is agreed.")
    if named := decided.named_in(values["text"], names):
        return answer_at(form, f"Not written: the sentence names {named}. Write it without a name.")
    try:
        said = put(values)
    except decided.ConflictError as conflict:
        st.session_state[_CONFLICT] = (put, asdict(conflict.standing), asdict(conflict.written))
        return None
    if said:
        return answer_at(form, f"Not written: {said}.")
    st.session_state[_ANEW] = st.session_state.get(_ANEW, 0) + 1
    st.session_state[_SAID] = {"": "Written down.", form: remark}
    return None


def key_of(name: str) -> str:
    """The key of a form or a field in it, another one once something was written."""
    return f"{name} {st.session_state.get(_ANEW, 0)}"


def is_sent(form: str) -> bool:
    """Whether the form was sent and written already: a second click comes before it is drawn anew."""
    return (
        form.rpartition(" ")[2] != str(st.session_state.get(_ANEW, 0))
        or f"text {form}" not in st.session_state
    )
