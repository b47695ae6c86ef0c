"""The front door in a real browser: it opens, in both themes and at both widths, and nobody is kept out."""

from __future__ import annotations

from collections.abc import Callable
from http.client import HTTPConnection

import pytest
from playwright.sync_api import expect

from browser.looking import Visitor
from browser.serving import Server

FORMS = ("stPlotlyChart", "stTable", "stDataFrame", "stMetric")
LOOKS = [("light", 1280), ("dark", 1280), ("light", 400), ("dark", 400)]


@pytest.mark.parametrize(("theme", "width"), LOOKS)
def test_the_front_door_opens_with_an_answer_and_something_to_look_at(
    windows: Callable[..., Visitor], theme: str, width: int
) -> None:
    visitor = windows(theme, width)
    page = visitor.visit()
    expect(page.locator("h1")).to_have_count(1)
    seen = page.locator(", ".join(f'[data-testid="{form}"]' for form in FORMS))
    expect(seen.first).to_be_visible()
    assert page.locator('[data-testid="stException"]').count() == 0
    assert visitor.overflow() == 0
    assert visitor.barriers() == []


def test_the_two_themes_differ(windows: Callable[..., Visitor]) -> None:
    def background(theme: str) -> str:
        page = windows(theme).visit()
        return str(
            page.locator('[data-testid="stApp"]').evaluate("app => getComputedStyle(app).backgroundColor")
        )

    assert background("light") != background("dark")


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
