"""Parts of the Identity match page: a login with the employees it may be, and the buttons that decide."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from hiring.findings import identity
from hiring.identity.evidence import Employee
from hiring.identity.suggesting import Candidate, Suggestion
from hiring.serving import matches
from hiring.showing import page

WHO = "decided_by"


def who_decides() -> None:
    """The name that stands beside every decision, and what came of the last one."""
    st.text_input("Your name, written beside each decision", key=WHO, max_chars=80, width=360)
    message = matches.take_message()
    if message:
        page.aside("{message}", message=message)


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
