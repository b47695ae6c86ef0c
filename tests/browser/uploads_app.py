"""The front door behind its gate without the pages drawn ahead: what the server then holds is its visitors' alone."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from hiring.serving import gate, session

session.prepare()
app = st.App(Path(__file__).parents[2] / "streamlit_app.py", middleware=gate.around())
