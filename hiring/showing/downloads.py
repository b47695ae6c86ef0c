"""The button that takes a file out, and the line of the audit log that says so."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from hiring.findings.data_health import lines
from hiring.serving import session
from hiring.serving.downloads import MIME, Download, download


def download_button(label: str, file: Download, key: str, mime: str = MIME) -> None:
    """A button that makes the file, writes down that it was taken, and hands it over.

    The click reruns nothing: a rerun makes the button anew and would forget the file that was just asked for.
    """
    st.download_button(label, session.written_down(file), file.name, mime, key=key, on_click="ignore")


def of_rows_set_aside(rows: pd.DataFrame, file: str, count: int, company: pd.Series[Any]) -> Download:
    """The rows of one file, or of all, ready to be taken out; `company` is the answer to `shared/company`."""
    return download(
        "rows set aside",
        lines.aside_download(rows),
        lines.visible(file),
        as_of=company["as_of"],
        digest=str(company["digest"]),
        out_of=count,
    )
