"""The tour of the invented company: a line on each of its pages, the offer on the Overview, the list on Start.

Which stop a reader is at stands in the address; the menu leaves it out, and so leads out of the tour.
"""

from __future__ import annotations

import streamlit as st

from hiring import config
from hiring.findings import tour
from hiring.findings.tour import Stop
from hiring.serving import leads, session
from hiring.showing import address, filters, page
from hiring.showing.evidence import WORKING
from hiring.showing.overview import WIDTHS
from hiring.showing.text import literal

KEY = "tour"  # in the address: which stop
_WAS_BEGUN = "_tour_was_begun"
FIRST = tour.STOPS[0].address
LAST = "This is the last stop."
PRACTICE = config.SAMPLE.parent / "sample-by-hand"
UNSAID = "Not drawn yet: the page says it."


def is_given() -> bool:
    """Whether the company shown is the invented one: of nobody else's pages a tour is offered."""
    return bool(session.ask("shared/company").iloc[0]["is_sample"])


def line(at: str) -> None:
    """What stands under the scope line of the page of this address: the stop and the next, or the quiet offer."""
    if not is_given():
        return
    place = tour.number(at or FIRST)
    if place and address.named((KEY,))[KEY]:
        st.session_state[_WAS_BEGUN] = True
        address.write({KEY: (str(place),)})
        _stop(place)
    elif (at or FIRST) == FIRST and not st.session_state.get(_WAS_BEGUN):
        _way(tour.STOPS[0], tour.NAME, 1)


def _stop(place: int) -> None:
    following = tour.after(place)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="tour"):
        page.small(tour.told(place), width="content")
        if following:
            _way(following, f"Next stop: {following.title}", place + 1)
        else:
            page.small(LAST, width="content")
        st.button("Leave the tour", shortcut="Esc", type="tertiary", key="leave_tour", on_click=leave)


def leave() -> None:
    """Back to the page without the tour."""
    address.write({KEY: ()})


def stops() -> None:
    """Every stop: what is asked, what the page says today, and the way there; nothing of a company of one's own."""
    if not is_given():
        return
    page.finding(tour.NAME, tour.ABOUT)
    chosen = filters.current()
    for place, stop in enumerate(tour.STOPS[:-1], 1):
        asked, said, way = st.columns(WIDTHS, gap="small", vertical_alignment="center")
        asked.markdown(f"**{literal(stop.asked)}**")
        said.markdown(literal(leads.of(stop.address, chosen)) or f":gray[{UNSAID}]")
        with way:
            _way(stop, stop.title, place)
    if PRACTICE.is_dir():
        page.small(f"{tour.PRACTICE} {PRACTICE}")


def heard(at: str) -> None:
    """Keep what the page just drawn said, if it is a stop and as it stands without a choice of its own."""
    said = leads.take()
    own = set(address.every_name()) - {KEY, *filters.in_address()}
    if said and said != WORKING and not own and tour.number(at or FIRST) and is_given():
        leads.keep(at or FIRST, filters.current(), said)


def _way(stop: Stop, words: str, place: int) -> None:
    there = st.Page(lambda: None, title=words, url_path=stop.address)
    icon = ":material/arrow_forward:"
    st.page_link(there, label=words, icon=icon, query_params={KEY: str(place)}, width="content")
