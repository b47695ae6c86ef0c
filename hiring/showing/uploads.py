"""Sending a file into the exports folder from the browser, and building from it."""

from __future__ import annotations

import streamlit as st

from hiring.loading import uploads
from hiring.loading.uploads import UploadError
from hiring.serving import mapping, uploading
from hiring.showing import page


def draw() -> None:
    """A fold in which a file is dropped; only where one person uses the machine itself."""
    with st.expander("Add a file"):
        page.small(f"CSV or Excel, up to {uploads.LARGEST_MB} MB. It stays on this machine.")
        page.small(f"Copy a larger file into the exports folder yourself: {mapping.folder()}")
        # A new place for each file that was put there, or the last one would stay in it.
        field = f"upload {mapping.count_sent()}"
        sent = st.file_uploader(
            "Put a file into the exports folder",
            type=list(uploads.ENDINGS),
            max_upload_size=uploads.LARGEST_MB,
            key=field,
        )
        uploading.shown(field)
        if sent is not None:
            _sent(field, str(sent.name))


def build_button() -> None:
    """The button that builds from the exports folder, and what came of it."""
    if st.button("Build now", key="build_now", type="primary"):
        with page.loading("reading, checking and joining the exports"):
            said = mapping.build_now()
        page.aside("{said}", said=said)


def _sent(field: str, name: str) -> None:
    """A file that came: put into the folder, asked first where one of that name is there."""
    try:
        safe = uploads.safe_name(name)
    except UploadError as error:
        page.aside("{why}", why=str(error))
        return
    there = mapping.has_file(safe)
    taken = "**{safe}** is there already. Replacing it takes the old one away."
    page.says(taken if there else "It will be called **{safe}**.", safe=safe)
    st.button(
        "Replace it" if there else "Put it into the exports folder",
        key="put",
        on_click=_put,
        args=(field,),
        kwargs={"replaces": there},
    )


def _put(field: str, *, replaces: bool) -> None:
    """Take over what lies in the field; only the field holds its bytes, so that they go when it does."""
    sent = st.session_state.get(field)
    if sent is not None:
        mapping.upload(str(sent.name), sent.getvalue(), replaces=replaces)
