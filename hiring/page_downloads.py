"""The button that takes a file out, and the line of the audit log that says so."""

from __future__ import annotations

import streamlit as st

from hiring import session
from hiring.downloads import MIME, Download


def take_out(label: str, file: Download, key: str, mime: str = MIME) -> None:
    """A button that makes the file, writes down that it was taken, and hands it over.

    The click reruns nothing: a rerun makes the button anew and would forget the file that was just asked for.
    """
    st.download_button(label, session.written_down(file), file.name, mime, key=key, on_click="ignore")
