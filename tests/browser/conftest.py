"""A real browser on the sample's dashboard: one server a session, and in it one window for each theme and width."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser.looking import Visitor, visitor
from browser.serving import ROOT, Server, served

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
Windows = Callable[..., Visitor]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The machine's own Chromium, told to keep to itself; no browser is downloaded."""
    own = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if own is None:
        pytest.fail("No Chromium here; `make setup` says how to get it.", pytrace=False)
    quiet = ("background-networking", "component-update", "sync", "quic", "gpu", "default-apps", "extensions")
    flags = [f"--disable-{word}" for word in quiet]
    flags += ["--no-sandbox", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    return {**browser_type_launch_args, "executable_path": own, "args": flags}


@pytest.fixture(scope="session")
def dashboard(sample_warehouse: Path) -> Iterator[Server]:
    """The dashboard on the sample's warehouse."""
    where = {"HIRING_WAREHOUSE": str(sample_warehouse)}
    with served(ROOT / "streamlit_app.py", where, draws_ahead=True) as server:
        yield server


@pytest.fixture(scope="session")
def windows(browser: Browser, dashboard: Server) -> Iterator[Windows]:
    """`windows(theme="light", width=1280)` gives the window of that theme and width, as the last test left it."""
    opened: dict[tuple[str, int], Visitor] = {}

    def window(theme: str = "light", width: int = 1280) -> Visitor:
        if (theme, width) not in opened:
            opened[theme, width] = visitor(browser, dashboard.url, theme, width)
        return opened[theme, width]

    window.opened = opened  # type: ignore[attr-defined]
    yield window
    for one in opened.values():
        one.page.context.close()


@pytest.fixture(autouse=True)
def nothing_went_out_and_nothing_complained(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each browser test: no request left this machine, no error stood in the console."""
    yield
    if "windows" not in request.fixturenames:
        return
    for one in request.getfixturevalue("windows").opened.values():
        went_out, complaints = one.went_out.copy(), one.complaints.copy()
        one.went_out.clear()
        one.complaints.clear()
        assert went_out == [], "requests left this machine"
        assert complaints == [], "the browser's console holds errors"
