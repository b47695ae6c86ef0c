"""Open pages that find their server again draw themselves anew, instead of showing what it told them before.

A browser asks for its page again after a lost connection only where something on it repeats by itself. So something
does: nothing, once a day.
"""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

OFTEN = timedelta(days=1)


@st.fragment(run_every=OFTEN)
def pages_come_back() -> None:
    """Have the page that is being drawn come back by itself."""
