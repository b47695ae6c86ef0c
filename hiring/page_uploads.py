"""Sending a file into the exports folder from the browser, and building from it."""

from __future__ import annotations

import streamlit as st

from hiring import page, session_mapping
from hiring.loading import uploads
from hiring.loading.uploads import UploadError


def draw() -> None:
    """The place to drop a file; only where one person uses the machine itself."""
    page.finding("Add a file", f"CSV or Excel, up to {uploads.LARGEST_MB} MB. It stays on this machine")
    sent = st.file_uploader(
        "Put a file into the exports folder",
        type=list(uploads.ENDINGS),
        max_upload_size=uploads.LARGEST_MB,
        key="upload",
    )
    if sent is not None:
        _sent(str(sent.name), sent.getvalue())


def build_button() -> None:
    """The button that builds from the exports folder, and what came of it."""
    if st.button("Build now", key="build_now", type="primary"):
        with page.loading("reading, checking and joining the exports"):
            said = session_mapping.build_now()
        page.aside("{said}", said=said)


def _sent(name: str, content: bytes) -> None:
    """A file that came: put into the folder, asked first where one of that name is there."""
    try:
        safe = uploads.safe_name(name)
    except UploadError as error:
        page.aside("{why}", why=str(error))
        return
    there = session_mapping.has_file(safe)
    taken = "**{safe}** is there already. Replacing it takes the old one away."
    words = taken if there else "It will be called **{safe}**."
    page.says(words, safe=safe)
    if st.button("Replace it" if there else "Put it into the exports folder", key="put"):
        page.aside("{said}", said=session_mapping.upload(name, content, replaces=there))
        st.rerun()
