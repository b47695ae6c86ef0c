"""What Streamlit's own settings cannot say of how a page looks: a stylesheet, in which nothing is filled in."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

STYLESHEET = Path(__file__).with_name("style.css")


def draw() -> None:
    """Put the stylesheet beside the page; it takes no room in it."""
    st.html(STYLESHEET)
