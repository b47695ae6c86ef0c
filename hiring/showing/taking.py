"""The quiet way of an exhibit out of the dashboard: its numbers as CSV, its figure as SVG and as PNG.

Each says what it is, the scope in words, the day of the data and the digest of the warehouse. Files are made when they
are asked for, and each taking is written down.
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from hiring import words
from hiring.documents import pictures
from hiring.findings.exhibit import Exhibit
from hiring.findings.scope import scope_in_words
from hiring.serving import downloads, session
from hiring.serving.downloads import Download
from hiring.showing.downloads import download_button

LABEL = "Take this figure out"
NUMBERS, DRAWING, PICTURE = "Numbers (CSV)", "Drawing (SVG)", "Picture (PNG)"


def offer(shown: Exhibit) -> None:
    """An icon, whose label is there to be heard (`style.css`), that opens to three buttons.

    They are made once it is opened: a page has up to fourteen of it. What stays on its page has none.
    """
    if shown.stays:
        return
    opened = st.popover(
        LABEL, icon=":material/download:", type="tertiary", key=key_of(shown), on_change="rerun"
    )
    if not opened.open:
        return
    company = session.ask("shared/company").iloc[0]
    with opened:
        for label, mime, file in files(shown, _scope(shown), company["as_of"], str(company["digest"] or "")):
            download_button(label, file, f"take {file.subject}", mime)


def key_of(shown: Exhibit) -> str:
    """What tells the way out of this exhibit apart from every other."""
    return f"take {shown.key}"


def _scope(shown: Exhibit) -> str:
    """Whose numbers they are, in words."""
    return shown.whose or scope_in_words(st.session_state["_scope"])


def files(shown: Exhibit, scope: str, as_of: date, digest: str) -> tuple[tuple[str, str, Download], ...]:
    """The three files, each with the words of its button and its kind."""
    note = f"{scope} · data as of {words.day(as_of)} · digest {digest[: downloads.DIGEST_SHOWN]}"
    made = (
        (NUMBERS, downloads.MIME, "csv", partial(_csv, shown, scope, as_of, digest)),
        (DRAWING, pictures.MIME_OF_DRAWINGS, "svg", partial(_svg, shown, note)),
        (PICTURE, pictures.MIME, "png", partial(_png, shown, note)),
    )
    count = shown.marks.count()
    return tuple(
        (
            label,
            mime,
            Download(
                downloads.file_name(shown.key, as_of, ending),
                f"figure {shown.key} as {ending.upper()}",
                count,
                content,
            ),
        )
        for label, mime, ending, content in made
    )


def _csv(shown: Exhibit, scope: str, as_of: date, digest: str) -> bytes:
    numbers: pd.DataFrame = shown.numbers()
    caption = " · ".join(part for part in (shown.lead, shown.standfirst, scope) if part)
    return downloads.as_csv(numbers, caption, as_of=as_of, digest=digest)


def _svg(shown: Exhibit, note: str) -> bytes:
    return pictures.as_svg(shown, note).encode()


def _png(shown: Exhibit, note: str) -> bytes:
    return pictures.as_png(pictures.as_svg(shown, note))
