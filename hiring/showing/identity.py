"""Parts of the Identity match page: a login with the employees it may be, and the buttons that decide."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from hiring.findings import identity
from hiring.identity.evidence import Employee
from hiring.identity.suggesting import Candidate, Suggestion
from hiring.identity.sure import Pair
from hiring.serving import mapping, matches, session
from hiring.showing import page, tables

WHO, NOT_SAME = "decided_by", "not_the_same"
_BUILT = "_built_from_decisions"


def who_decides() -> None:
    """The name that stands beside every decision, and what came of the last one."""
    st.text_input("Your name, written beside each decision", key=WHO, max_chars=80, width=360)
    built = st.session_state.pop(_BUILT, "")
    for message in filter(None, (matches.take_message(), built)):
        page.aside("{message}", message=message)
    if built:
        page.way_to("overview", "See what they say")


def sure(pairs: Sequence[Pair], currency: str, *, may_decide: bool) -> None:
    """Logins with one employee's whole name, confirmed with one press but for those that somebody takes out."""
    page.finding(
        identity.sure_title(len(pairs)),
        "Nobody else has the name on either side, and no date speaks against it. Look through them once",
    )
    st.dataframe(tables.packed(identity.sure_table(pairs, currency)), hide_index=True)
    if not may_decide:
        return
    offered = identity.sure_choices(pairs)
    taken_out = st.multiselect(
        "Not the same person", list(offered), key=NOT_SAME, placeholder="All are the same"
    )
    refused = [offered[one].ids for one in taken_out if one in offered]
    st.button(
        identity.sure_button(len(pairs), len(refused)),
        key="confirm_all",
        type="primary",
        on_click=matches.decide_all,
        args=(pairs, refused, WHO),
    )


def build() -> None:
    """Build from what was decided, and say how much revenue found its owner; the page then goes on with the new one."""
    before, version = session.ask("shared/match_rate"), session.version_served()
    with page.loading("reading, checking and joining the exports"):
        said = mapping.build_now()
    if session.version_served() != version:
        company = session.ask("shared/company").iloc[0]
        said += f" {identity.found_by_it(before, session.ask('shared/match_rate'), company['base_currency'])}"
    st.session_state[_BUILT] = said
    st.rerun()


def suggestion(one: Suggestion, currency: str, *, may_decide: bool) -> None:
    """A login, the employees it may be with their reasons, and a pair of buttons each."""
    with st.container(border=True):
        page.label(identity.name_of(one.login), identity.login_facts(one.login, currency))
        if identity.warning(one):
            page.says("**{warning}**", warning=identity.warning(one))
        for candidate in one.candidates:
            with st.container(gap=None):
                page.says(
                    "{who} · {facts}",
                    who=identity.shown(candidate),
                    facts=identity.employee_facts(candidate.employee),
                )
                page.small(identity.reasons(candidate))
            if may_decide:
                _buttons(one, candidate)


def _buttons(one: Suggestion, candidate: Candidate) -> None:
    pair = (one.login.system, one.login.system_id, candidate.employee.employee_id)
    with st.container(horizontal=True, gap="small"):
        for label, is_same in (("Same person", True), ("Not the same", False)):
            st.button(
                label,
                key=f"{label} {pair}",
                on_click=matches.decide,
                args=(*pair, WHO),
                kwargs={"is_same": is_same},
            )


def by_hand(found: Sequence[Suggestion], known: dict[str, Employee]) -> None:
    """Any login and any employee, for whom no suggestion names, such as after a change of name."""
    logins, people = identity.choices(found), identity.people(known)
    with st.expander("You know who it is, and no suggestion says so"):
        login = st.selectbox("Login", list(logins), index=None, key="login_by_hand")
        person = st.selectbox("Employee", list(people), index=None, key="employee_by_hand")
        if login in logins and person in people:
            st.button(
                "They are the same person",
                on_click=matches.decide,
                args=(logins[login].system, logins[login].system_id, people[person], WHO),
                kwargs={"is_same": True},
            )
