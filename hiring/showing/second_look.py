"""What the page "Second look" draws: who went on by their ratings, how hires did, reasons, and the list if it is on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from hiring.access.audit import AuditError
from hiring.access.scope import Scope
from hiring.findings import links
from hiring.findings.second_look import answer, figures, listed
from hiring.findings.second_look.places import Patterns
from hiring.serving import evidence, kept, session
from hiring.showing import folds, next_step, page, tables
from hiring.showing.choices import Choice, choose
from hiring.statistics.company import CompanyEvidence

#: Pixels of a row of the list, in which all ratings of a person stand in full, and of its columns.
ROW = 88
WIDTHS = {"Person": 140, "Role": 110, "Turned down": 180, "Reason": 160, "Ratings": 480}
SUBJECT = "second look"
COMPETENCY = "competency"
#: The reason a visitor gave, and for which rows it was written down.
_REASON, _WRITTEN = "_second_look_reason", "_second_look_written"


@dataclass(frozen=True)
class Parts:
    """What the page is made of; `is_listed`: whether the company allows the list."""

    found: Patterns
    hires: pd.DataFrame
    by_reason: pd.DataFrame
    evidence: CompanyEvidence
    company: pd.Series
    is_listed: bool


def drawn(scope: Scope, parts: Parts) -> None:
    """The whole page."""
    head = st.container()
    offered = parts.found.offered
    first = parts.found.first or offered[0]
    (competency,) = choose(Choice(COMPETENCY, "Competency", offered, first), width=260)
    told = kept.found(answer.second_look, parts.found, competency, parts.hires, parts.by_reason)
    with head:
        page.lead(answer.KICKER, told.lead, told.standfirst)
        page.tiles([page.Tile(one.title(), one.value, one.note, one.definition()) for one in told.numbers])
    for place, shown in zip(page.two_columns("two sides"), told.passed, strict=True):
        with place:
            page.exhibit(shown)
    left, right = page.two_columns("two sides")
    with left:
        plain = partial(page.finding, "How hires did, by rating", told.hired.standfirst)
        page.exhibit(told.hired, heading=plain if told.hired.is_drawn else None, has_note=False)
        page.small(answer.UNKNOWABLE)
    with right:
        page.finding(f"{competency}: those turned down beside those hired", figures.AGAINST)
        page.table(told.against)
    for place, (heading, table) in zip(_columns(told.reasons), told.reasons, strict=True):
        with place:
            page.finding(heading, "Reasons as the applicant system has them")
            page.table(table)
    _people(scope, parts)
    next_step.drawn(answer.outside(session.ask("intake/rejections", scope)))
    page.way_to("intake", "Which reasons the agreed profile asks for")
    page.way_to("role-profiles", "How far ratings go with later results")
    folds.remarks((*answer.READING, figures.LATER_NOTE, *(listed.HOW if parts.is_listed else ())))


def _columns(tables: Sequence[object]) -> Sequence[DeltaGenerator]:
    return page.panels(len(tables)) if tables else ()


def _people(scope: Scope, parts: Parts) -> None:
    """The list, for who may see it, once a reason stands in the audit log."""
    page.finding(listed.HEADING)
    if not parts.is_listed:
        page.state_empty(listed.OFF[0], remedy=listed.OFF[1])
        return
    if not session.viewer().keeps_second_look:
        page.state_empty(listed.NAMELESS[0], remedy=listed.NAMELESS[1])
        return
    reason = _reason()
    if not reason:
        return
    people = session.ask("second_look/turned_down", scope)
    near = evidence.near_hires(parts.evidence, people)
    lead, standfirst = listed.heading(near, parts.company["as_of"])
    if not lead or not people.shape[0]:
        page.state_empty(lead or listed.OFF[0], remedy=standfirst if len(people) else links.WIDEN)
        return
    table = listed.table(near, people, parts.found.rated)
    if not _is_written(scope, len(table), reason):
        return
    page.says("**{lead}**", lead=lead)
    page.small(standfirst)
    with folds.worked_out(listed.NEWEST):
        st.dataframe(
            tables.packed(table),
            hide_index=True,
            alt=listed.NEWEST,
            row_height=ROW,
            column_config=_columns_of(WIDTHS),
        )


def _columns_of(widths: dict[str, int]) -> dict[str, Any]:
    return {name: st.column_config.Column(width=width) for name, width in widths.items()}


def _reason() -> str:
    """The reason this visitor gave; "" until there is one."""
    if not st.session_state.get(_REASON):
        place = st.empty()
        with place.form("second look", border=True):
            page.small(listed.ASKED)
            typed = st.text_input(listed.ASK, max_chars=listed.LONGEST_REASON, key="second look reason")
            is_sent = st.form_submit_button("Write it down and show the list")
        if is_sent and typed.strip():
            st.session_state[_REASON] = typed.strip()
            place.empty()
        elif is_sent:
            page.small(listed.NO_REASON)
    return str(st.session_state.get(_REASON, ""))


def _is_written(scope: Scope, rows: int, reason: str) -> bool:
    """Whether the log holds that these rows are shown: a line for each choice of filters and each warehouse."""
    these = (session.version_served(), scope.key())
    if st.session_state.get(_WRITTEN) == these:
        return True
    try:
        session.looked_at(SUBJECT, rows, reason)
    except AuditError as error:
        st.session_state.pop(_REASON, None)
        page.state_empty(listed.NOT_WRITTEN.format(why=error))
        return False
    st.session_state[_WRITTEN] = these
    return True
