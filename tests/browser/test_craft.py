"""Interviewing craft in a real browser: its views are part of the address, and keep nobody out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browser.looking import Visitor
from helpers import breadth

PATH = "/craft"


def test_a_view_of_the_craft_is_part_of_the_address(windows: Callable[..., Visitor]) -> None:
    visitor = windows()
    page = visitor.visit(PATH)
    page.locator(".st-key-craft").get_by_role("radio", name="Load").click()
    expect(page.get_by_role("heading", name="selling hours")).to_be_visible()
    visitor.settled()
    page.reload()
    visitor.settled()
    expect(page.get_by_role("heading", name="selling hours")).to_be_visible()


@pytest.mark.parametrize(
    "view", ["Independence and time", "Leniency and spread", "Load", "Ratings and later results"]
)
@pytest.mark.parametrize(("theme", "width"), [("light", 400), *breadth.proof(("dark", 1280))])
def test_every_view_of_the_craft_keeps_nobody_out(
    windows: Callable[..., Visitor], view: str, theme: str, width: int
) -> None:
    visitor = windows(theme, width)
    visitor.visit(f"{PATH}?craft={view.replace(' ', '+').replace('?', '%3F')}")
    assert visitor.overflow() == 0
    assert visitor.small_letters() == []
    assert visitor.barriers() == []
