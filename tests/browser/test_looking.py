"""The visitor sees what it is there to see: shown on a page with one of every fault, and on one with none."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser

from browser.looking import Visitor, leaves_the_house, visitor

SOUND = '<!doctype html><html lang="en"><title>A</title><main><h1>A</h1></main>'
FAULTY = SOUND + (
    '<img src="https://elsewhere.example/a.png"><div style="width: 700px">wide</div>'
    "<script>console.error('broken'); throw new Error('thrown')</script>"
)


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = (FAULTY if self.path == "/faulty" else SOUND).encode()
        self.send_response(200 if self.path in ("/sound", "/faulty") else 204)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Visitor]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    one = visitor(browser, f"http://127.0.0.1:{server.server_port}", "light", 400)
    yield one
    one.page.context.close()
    server.shutdown()
    server.server_close()


def test_a_visitor_notes_what_goes_out_what_breaks_what_is_too_wide_and_who_is_kept_out(
    narrow: Visitor,
) -> None:
    narrow.page.goto(narrow.home + "/faulty")
    assert narrow.went_out == ["https://elsewhere.example/a.png"]
    assert "broken" in narrow.complaints
    assert any("thrown" in complaint for complaint in narrow.complaints)
    assert narrow.overflow() > 300
    assert any(barrier.startswith("image-alt: ") for barrier in narrow.barriers())


def test_a_visitor_has_nothing_to_say_of_a_sound_page(narrow: Visitor) -> None:
    narrow.page.goto(narrow.home + "/sound")
    assert (narrow.went_out, narrow.complaints, narrow.overflow(), narrow.barriers()) == ([], [], 0, [])


@pytest.mark.parametrize(
    ("url", "leaves"),
    [
        ("http://127.0.0.1:8501/", False),
        ("ws://localhost:8501/_stcore/stream", False),
        ("data:image/png;base64,AA==", False),
        ("blob:http://127.0.0.1:8501/1", False),
        ("https://fonts.example.org/a.woff2", True),
        ("wss://example.org/", True),
    ],
)
def test_a_request_is_known_by_its_host(url: str, leaves: bool) -> None:
    assert leaves_the_house(url) is leaves
