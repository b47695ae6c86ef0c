"""What each page said last as its one answer, so that another page can point to it in the page's own words."""

from __future__ import annotations

import threading
from collections import OrderedDict

import streamlit as st

from hiring.access.scope import Scope
from hiring.loading import forgetting
from hiring.serving import kept, session

_SAID = "_lead_said"
MOST = 500  # sentences: thirty pages of a handful of scopes


class _Leads:
    """Sentences by viewer, page and filters; what was said last holds, what is oldest goes first."""

    def __init__(self) -> None:
        self._said: OrderedDict[bytes, str] = OrderedDict()
        self._lock = threading.Lock()
        forgetting.by(self)

    def keep(self, key: bytes, sentence: str) -> None:
        """From now on this is what the page says."""
        with self._lock:
            self._said.pop(key, None)
            self._said[key] = sentence
            while len(self._said) > MOST:
                self._said.popitem(last=False)

    def of(self, key: bytes) -> str:
        """What the page said last; empty for one that was not drawn yet."""
        with self._lock:
            return self._said.get(key, "")

    def forget(self) -> None:
        """Keep nothing: it was said of a warehouse that is served no more."""
        with self._lock:
            self._said.clear()


@st.cache_resource(show_spinner=False)
def _leads() -> _Leads:
    return _Leads()


def said(sentence: str) -> str:
    """The sentence, which the page being drawn says as its answer."""
    st.session_state[_SAID] = sentence
    return sentence


def take() -> str:
    """What the page that was just drawn said; once, then no more."""
    return str(st.session_state.pop(_SAID, ""))


def keep(address: str, chosen: Scope, sentence: str) -> None:
    """Keep what the page of this address says of these filters, for this viewer and the warehouse served."""
    _leads().keep(_key(address, chosen), sentence)


def of(address: str, chosen: Scope) -> str:
    """What that page said last of these filters; empty where nobody drew it yet."""
    return _leads().of(_key(address, chosen))


def _key(address: str, chosen: Scope) -> bytes:
    return kept.key_of("leads", session.warehouse().version(), session.viewer(), address, chosen.key())
