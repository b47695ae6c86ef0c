"""What a page folds away: the small print of how its numbers are worked out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

HOW = "How this is worked out"


@contextmanager
def how_worked_out() -> Iterator[None]:
    """What is drawn inside stands in a fold, closed until a reader opens it."""
    with st.expander(HOW):
        yield
