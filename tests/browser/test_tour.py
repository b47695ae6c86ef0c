"""The tour in a real browser: by keyboard from stop to stop and out of it, on a phone without moving sideways."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from browser.looking import Visitor
from hiring.findings import tour


def test_the_next_stop_is_reached_and_the_tour_left_by_keyboard(windows: Callable[..., Visitor]) -> None:
    visitor = windows("dark", 400)
    page = visitor.visit("/methods?tour=6")
    assert visitor.overflow() == 0
    following = page.get_by_role("link", name="Next stop: Start")
    following.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(tour.told(7))).to_be_visible()
    visitor.settled()
    assert page.url.endswith("/start?tour=7")
    assert visitor.overflow() == 0
    assert visitor.barriers() == []
    page.locator("h1").click()
    page.keyboard.press("Escape")
    expect(page.get_by_text(tour.told(7))).not_to_be_attached()
    visitor.settled()
    assert page.url.endswith("/start")
