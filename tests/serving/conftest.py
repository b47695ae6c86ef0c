"""The real dashboard on a server of its own, for what strangers send it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.serving import ROOT, Server, served


@pytest.fixture(scope="package")
def dashboard(sample_warehouse: Path) -> Iterator[Server]:
    """The front door on the sample's warehouse, open under one more name, as behind a proxy."""
    names = {"STREAMLIT_SERVER_ALLOWED_HOSTS": "127.0.0.1 localhost hiring.example.com"}
    with served(ROOT / "streamlit_app.py", {"HIRING_WAREHOUSE": str(sample_warehouse), **names}) as server:
        yield server
