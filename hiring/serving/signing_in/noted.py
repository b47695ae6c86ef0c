"""What the audit log is told of a visit: that somebody signed in or out, was kept out, and which pages they opened.

People stand in it by the provider's word for them alone. A line that cannot be written is told to the server's log and
keeps nobody out: what is taken out or changed needs a line of its own, and does not happen without.
"""

from __future__ import annotations

import logging
from urllib.parse import urlencode

import streamlit as st

from hiring import config
from hiring.access.audit import AuditError, write_down
from hiring.access.rights import seeing
from hiring.access.rights.deciding import Refused
from hiring.access.viewer import NO_INTERVIEWERS, Viewer
from hiring.serving.signing_in.visitor import Here, Outside

LOG = logging.getLogger(__name__)
_TOLD, _PAGE = "_told_of_visit", "_told_of_page"
_LONGEST = 500


def visit(here: Here | Outside) -> None:
    """Once a session and outcome: who came by which rule, or who was kept out and why; nothing of who is nobody."""
    if here.who is None:
        return
    if isinstance(here, Here):
        said = "sign in", " and ".join(rule.name for rule in here.granted.rules)
    else:
        why = here.why.why if isinstance(here.why, Refused) else here.why
        said = "kept out", getattr(why, "name", type(why).__name__).lower().replace("_", " ")
    if st.session_state.get(_TOLD) != (here.who.key, said):
        st.session_state[_TOLD] = (here.who.key, said)
        _write(here, *said)


def page(here: Here, address: str) -> None:
    """Which page, with its filters as they stand in the address; once, until another is opened."""
    filters = urlencode({name: st.query_params.get_all(name) for name in st.query_params}, doseq=True)
    said = f"{address} {filters}".strip()[:_LONGEST]
    if st.session_state.get(_PAGE) != said:
        st.session_state[_PAGE] = said
        _write(here, "page", said)


def sign_out(here: Here) -> None:
    """That somebody signed out."""
    _write(here, "sign out", "")


def _write(here: Here | Outside, action: str, subject: str) -> None:
    who = here.who
    rule = here.granted.rules[0] if isinstance(here, Here) else None
    role = seeing.CALLED[rule.role] if rule else "none"
    viewer_id = f"{who.issuer}|{who.subject}" if who else ""
    viewer = Viewer(viewer_id, role, (), (), False, None, NO_INTERVIEWERS)
    try:
        write_down(config.warehouse_named() or config.WAREHOUSE, viewer, action, subject, 0)
    except AuditError as error:
        LOG.error("%s", error)
