"""What the page of one hire draws: the way here, the choice of a hire, why each figure counts."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import streamlit as st

from hiring import words
from hiring.access.scope import Scope
from hiring.findings.hire.reasons import HOW_COUNTED, TITLE, Reason
from hiring.findings.outcomes import people
from hiring.serving import session
from hiring.showing import page, people_links
from hiring.showing.text import literal

BACK_TO, BACK_TITLE = "outcomes", "Outcomes"  # where all hires are listed
PARAMETER = people_links.HIRE
CHOOSE = "Choose a hire"
WIDTH = 440
BOX = "hire_chosen"


def named() -> str:
    """The hire that the address names; "" where it names none."""
    return st.query_params.get(PARAMETER, "")


def way_back(role: str = "") -> None:
    """ "Outcomes › Mid-market › this hire"."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall"):
        page.way_to(BACK_TO, BACK_TITLE)
        if role:
            page.small(f"› {role} › this hire", width="content")


def choose(scope: Scope, chosen: str) -> None:
    """A box of everybody within the filters; who is chosen there goes into the address."""
    hires = session.ask("outcomes/hires_listed", scope).to_dict("records")
    offered = {people_links.key(row["employee_id"], row["hire_date"]): _label(row) for row in hires}
    nobody = f"{words.counted(len(offered), 'hire')} within the filters"
    st.session_state[BOX] = chosen if chosen in offered else ""
    st.selectbox(
        CHOOSE,
        ["", *offered],
        format_func=lambda key: offered.get(key, nobody),
        key=BOX,
        width=WIDTH,
        on_change=_take,
    )


def _label(row: Mapping[Hashable, Any]) -> str:
    name = people.name(row["full_name"], row["employee_id"])
    return f"{name} · {row['role_profile']} · {words.day(row['sales_start_on'])}"


def _take() -> None:
    if st.session_state[BOX]:
        st.query_params[PARAMETER] = st.session_state[BOX]


def why(reasons: Sequence[Reason]) -> None:
    """The box that says of each figure whether it counts."""
    lines = [f"**{TITLE}**"]
    lines += [f"{one.mark} **{literal(one.about)}:** {literal(one.told)}" for one in reasons]
    with st.container(border=True):
        st.markdown("\n\n".join(lines))
    page.small(HOW_COUNTED)


def employments(rows: Sequence[Mapping[str, Any]]) -> None:
    """The way to the same person's other employments; nothing where there is none."""
    for row in rows:
        label = f"Hired another time, in Sales since {words.day(row['sales_start_on'])}"
        here = st.Page(lambda: None, title="One hire", url_path=people_links.HIRE)
        st.page_link(here, label=label, query_params={PARAMETER: str(row["hire"])})
