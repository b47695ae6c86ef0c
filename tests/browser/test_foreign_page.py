"""A page of another origin in somebody's browser: it cannot show, hear, read or drive the dashboard."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.looking import PAGES, Visitor, visitor
from browser.serving import ROOT, Server, served
from helpers import breadth

SOCKET = """home => new Promise(done => {
    const line = new WebSocket(home.replace('http', 'ws') + '/_stcore/stream', ['streamlit']);
    line.onopen = () => done('open');
    line.onerror = () => done('refused');
})"""
READ = "address => fetch(address).then(answer => answer.text()).catch(() => 'refused')"
BLIND = "address => fetch(address, {mode: 'no-cors'}).then(answer => answer.type).catch(() => 'refused')"
SEND = """address => fetch(address, {method: 'PUT', body: 'a', mode: 'cors'})
    .then(answer => answer.status).catch(() => 'refused')"""
LOAD = """([kind, address]) => new Promise(done => {
    const part = document.createElement(kind);
    part.onload = () => done('loaded');
    part.onerror = () => done('refused');
    part.src = address;
    document.body.append(part);
})"""
FRAME = """home => new Promise(done => {
    const frame = document.createElement('iframe');
    frame.onload = () => done();
    frame.src = home;
    document.body.append(frame);
})"""
ADDRESSES = (
    "/",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/metrics",
    "/static/none.js",
    "/favicon.png",
)


class _Stranger(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>stranger</title><body>")

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def stranger(browser: Browser) -> Iterator[Page]:
    """A page of another server of this machine: another port is another origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Stranger)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    yield page
    page.close()
    server.shutdown()
    server.server_close()


def test_it_opens_no_session(stranger: Page, dashboard: Server) -> None:
    assert stranger.evaluate(SOCKET, dashboard.url) == "refused"
    assert dashboard.reached_for() == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_reads_nothing(stranger: Page, dashboard: Server, address: str) -> None:
    assert stranger.evaluate(READ, dashboard.url + address) == "refused"
    assert stranger.evaluate(BLIND, dashboard.url + address) == "refused"


def test_it_sends_nothing(stranger: Page, dashboard: Server) -> None:
    assert stranger.evaluate(SEND, f"{dashboard.url}/_stcore/upload_file/someone/1") == "refused"


@pytest.mark.parametrize(("kind", "address"), [("img", "/favicon.png"), ("script", "/static/none.js")])
def test_it_loads_no_part(stranger: Page, dashboard: Server, kind: str, address: str) -> None:
    assert stranger.evaluate(LOAD, [kind, dashboard.url + address]) == "refused"


def test_it_shows_no_page_in_a_frame(stranger: Page, dashboard: Server) -> None:
    complaints: list[str] = []
    stranger.on("console", lambda line: complaints.append(line.text))
    stranger.evaluate(FRAME, dashboard.url)
    assert [frame.url for frame in stranger.frames[1:]] == ["chrome-error://chromewebdata/"]
    assert any("frame-ancestors 'none'" in line for line in complaints)


def test_the_own_page_opens_a_session_where_the_stranger_does_not(
    browser: Browser, dashboard: Server
) -> None:
    one = visitor(browser, dashboard.url, "light", 1280)
    page = one.visit("/definitions")
    assert page.evaluate(SOCKET, dashboard.url) == "open"
    assert page.evaluate(READ, f"{dashboard.url}/_stcore/health") == "ok"
    assert (one.complaints, one.went_out) == ([], [])
    page.context.close()


# What a console complains of fails any other test of a page as well (`nothing_went_out_and_nothing_complained`).
@pytest.mark.parametrize("path", breadth.always(("/", "/interviewers"), PAGES))
def test_no_page_wants_what_the_policy_forbids(windows: Any, path: str) -> None:
    one: Visitor = windows()
    one.visit(path)
    assert one.complaints == []


def test_what_the_policy_forbids_is_noticed(browser: Browser, dashboard: Server) -> None:
    one = visitor(browser, dashboard.url, "light", 1280)
    page = one.visit("/definitions")
    page.evaluate("""() => {
        const planted = document.createElement('script');
        planted.textContent = 'window.planted = true';
        document.body.append(planted);
    }""")
    assert page.evaluate("window.planted") is None
    assert any("against the policy: script-src" in line for line in one.complaints)
    page.context.close()


def test_usage_statistics_switched_on_by_somebody_leave_no_browser(
    browser: Browser, sample_warehouse: Path
) -> None:
    told = {"HIRING_WAREHOUSE": str(sample_warehouse), "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "true"}
    with served(ROOT / "streamlit_app.py", told) as server:
        one = visitor(browser, server.url, "light", 1280)
        page = one.visit("/definitions")
        one.visit("/methods")
        assert one.went_out == []
        assert any("against the policy: connect-src https://" in line for line in one.complaints)
        page.context.close()
