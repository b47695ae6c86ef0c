"""The front door on a server of its own: a link to any page may be the first visit, a stranger gets no session."""

from __future__ import annotations

from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.looking import AT_REST, PAGES, visitor
from browser.serving import ROOT, Server, served
from helpers import breadth

# One of each kind: the first page's own name, an address that is a file's name in `pages/`, one that is not. Each
# costs a server, the last in proof only; all other addresses are visited first in their window on the shared one
# (test_every_page).
FIRST = {"/overview": PAGES["/"], "/definitions": PAGES["/definitions"], "/sources": PAGES["/sources"]}


@pytest.mark.parametrize("path", breadth.always(("/definitions",), FIRST))
def test_a_link_to_a_page_may_be_the_very_first_visit_to_a_server(
    browser: Browser, sample_warehouse: Path, path: str
) -> None:
    with served(ROOT / "streamlit_app.py", {"HIRING_WAREHOUSE": str(sample_warehouse)}) as server:
        one = visitor(browser, server.url, "light", 1280)
        page = one.page
        page.goto(server.url + path)
        page.locator(AT_REST).wait_for(state="attached")
        expect(page.locator("h1")).to_have_count(1)
        # The small line over the answer is the page's name.
        expect(page.get_by_test_id("stMain").get_by_text(FIRST[path]).first).to_be_visible()
        assert page.get_by_role("dialog").count() == 0
        assert page.get_by_text("Page not found").count() == 0
        assert (one.complaints, one.went_out) == ([], [])
        page.context.close()


@pytest.mark.parametrize(
    ("host", "status"), [("127.0.0.1", 101), ("localhost", 101), ("stranger.example", 403)]
)
def test_a_page_of_a_strangers_name_gets_no_session(dashboard: Server, host: str, status: int) -> None:
    headers = {"Host": host, "Origin": f"http://{host}", "Upgrade": "websocket", "Connection": "Upgrade"}
    headers |= {"Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg=="}
    connection = HTTPConnection(dashboard.url.removeprefix("http://"), timeout=20)
    connection.request("GET", "/_stcore/stream", headers=headers)
    assert connection.getresponse().status == status
    connection.close()
