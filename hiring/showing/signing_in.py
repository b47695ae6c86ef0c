"""What stands in place of a page for who may not see it, and the line that says who is signed in."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage as Page

from hiring.access.rights import seeing
from hiring.access.rights.claims import Stranger
from hiring.access.rights.deciding import Denied, Refused
from hiring.access.rights.reading import RightsError
from hiring.serving import session
from hiring.serving.signing_in import mode, noted, visitor
from hiring.serving.signing_in.visitor import Here, Outside
from hiring.showing import page

FRONT = "overview"
#: What pages are called that are not called as their address.
CALLED = {
    "data-health": "Data health",
    "identity": "Identity match",
    "interviewers": "Interviewers and combinations",
    "mapping": "Map a file",
    "rights": "Who sees what",
    "start": "Start",
}
KICKER = "Hiring Outcomes"
SIGN_IN = "Sign in to see what is shared with you"
ENDED = (
    "Your sign-in has ended",
    "Sign in again to go on.",
)
NO_PROVIDER = (
    "Signing in did not work: the provider did not answer. Try again; if it stays, tell whoever keeps "
    "this dashboard."
)
NO_RULE = (
    "Nobody has given you a right here yet",
    "You are signed in as {who}. Ask whoever keeps this dashboard to name you, or a group of yours, in the file of "
    "rights.",
)
TWO_RULES = (
    "Two rules name you, so neither holds",
    "You are signed in as {who}. Ask whoever keeps this dashboard to leave you under one of them: {rules}.",
)
NOT_READY = (
    "This dashboard is being prepared",
    "You are signed in as {who}. Come back later: nothing is lost.",
)
YOURS = "These pages are yours to read", "You are signed in as {who}."
NOT_YOURS = (
    "This page is not part of your access",
    "You are signed in as {who}. The menu holds the pages that are; ask whoever keeps this dashboard for more.",
)
UNREADABLE = "The file of rights cannot be read, and until it can nobody sees anything"


def is_in() -> bool:
    """Whether whoever asks may see anything at all: then they are shown the menu."""
    return not mode.is_team() or visitor.is_ahead() or isinstance(visitor.current(), Here)


def of_mine(menu: dict[str, list[Page]]) -> dict[str, list[Page]]:
    """The same menu for who asks: a page that is not open to them is not shown, and draws nothing."""
    here = visitor.current() if mode.is_team() and not visitor.is_ahead() else None
    if not isinstance(here, Here):
        return menu
    found = here.granted
    return {
        section: [one if seeing.may_open(found, one.url_path or FRONT) else _closed(one) for one in pages]
        for section, pages in menu.items()
    }


def _closed(one: Page) -> Page:
    """A page in place of another of the same address: what stands there says why it is closed."""
    is_front = not one.url_path
    return st.Page(
        _nothing, title=one.title, url_path=one.url_path or None, default=is_front, visibility="hidden"
    )


def _nothing() -> None:
    """Draw nothing."""


def kept_out(address: str) -> bool:
    """Draw what stands in place of the page, where that is not for who asks; else say who is signed in."""
    if not mode.is_team() or visitor.is_ahead():
        return False
    here = visitor.current()
    noted.visit(here)
    if isinstance(here, Outside):
        _outside(here)
        return True
    is_built = session.version_served() is not None
    if here.granted.keeping is not None and not is_built:  # what stands there is how far the files are
        _who(here)
        return False
    if not is_built:
        _told(*NOT_READY, who=here.who.called)
    elif address in ("", FRONT) and not seeing.may_open(here.granted, FRONT):
        _told(*YOURS, who=here.who.called)
        for one in sorted(seeing.open_to(here.granted)):
            page.way_to(one, CALLED.get(one, one.capitalize()))
    elif not seeing.may_open(here.granted, address or FRONT):
        _told(*NOT_YOURS, who=here.who.called)
    else:
        noted.page(here, address or FRONT)
        _who(here)
        return False
    _sign_out()
    return True


def _outside(here: Outside) -> None:
    """Calm words for who is signed out, whose sign-in ended, who has no rule, or whom a fault in the file keeps out."""
    called = here.who.called if here.who else ""
    if isinstance(here.why, Refused):
        if here.why.why is Denied.REVOKED:
            _told(*ENDED)
            return _buttons()
        rules = " and ".join(rule.name for rule in here.why.rules)
        _told(*(TWO_RULES if here.why.why is Denied.TWO_RULES else NO_RULE), who=called, rules=rules)
        return _sign_out()
    if isinstance(here.why, RightsError):
        _told(*((UNREADABLE, "") if here.told else NOT_READY), who=called)
        for line in here.told:
            page.aside("{line}", line=line)
        return _sign_out()
    if here.why in (Stranger.SIGNED_OUT, Stranger.UNCLEAR, Stranger.NOT_FOR_US):
        _told(SIGN_IN, "What somebody sees here goes by the rule that names them, or a group of theirs.")
    else:
        _told(*ENDED)
    return _buttons()


def _told(sentence: str, standfirst: str, **values: str) -> None:
    said = standfirst
    for name, value in values.items():
        said = said.replace("{" + name + "}", value)
    page.lead(KICKER, sentence, said)


def _buttons() -> None:
    """One button a provider."""
    if st.query_params.get(mode.SIGN_IN) == mode.FAILED:
        page.aside("{why}", why=NO_PROVIDER)
    with st.container(horizontal=True):
        for name in mode.providers():
            label = "Sign in" if name == mode.DEFAULT else f"Sign in with {page.literal(name)}"
            st.button(label, key=f"sign_in {name}", type="primary", on_click=_sign_in, args=(name,))


def _sign_in(name: str) -> None:
    st.login(None if name == mode.DEFAULT else name)


def _sign_out() -> None:
    st.button("Sign out", key="sign_out", type="tertiary", on_click=_end)


def _end() -> None:
    here = visitor.current()
    if isinstance(here, Here):
        noted.sign_out(here)
    visitor.end()


def _who(here: Here) -> None:
    rules = " · ".join(rule.name for rule in here.granted.rules)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        page.small(f"Signed in as {here.who.called} · {rules}", width="content")
        _sign_out()
