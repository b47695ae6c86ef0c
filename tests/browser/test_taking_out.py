"""The way of a figure out of the dashboard in a real browser: quiet, by keyboard, on a phone, and not on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from browser.looking import Visitor
from browser.test_drill_down import taken_out
from helpers import breadth

PATH, FIGURE = "/sources", '[class*="st-key-take-sources_staying"]'


def opener(visitor: Visitor) -> Locator:
    """The icon beside the heading of one figure."""
    return visitor.visit(PATH).locator(FIGURE).get_by_test_id("stPopoverButton")


@pytest.mark.parametrize(
    ("theme", "width"), [("light", 400), ("dark", 1280), *breadth.proof(("light", 1280))]
)
def test_it_opens_by_keyboard_to_three_files_keeps_nobody_out_and_gives_the_focus_back(
    windows: Callable[..., Visitor], theme: str, width: int
) -> None:
    visitor = windows(theme, width)
    icon = opener(visitor)
    icon.focus()
    visitor.page.keyboard.press("Enter")
    files = visitor.page.get_by_test_id("stPopoverBody").get_by_role("button")
    expect(files).to_have_text(["Numbers (CSV)", "Drawing (SVG)", "Picture (PNG)"])
    visitor.settled()
    assert visitor.barriers() == []
    assert visitor.overflow() == 0
    visitor.page.keyboard.press("Escape")
    expect(files).to_have_count(0)
    expect(icon).to_be_focused()


def test_the_numbers_are_those_of_the_figure_and_are_written_down(
    windows: Callable[..., Visitor], sample_warehouse: Path
) -> None:
    visitor = windows()
    opener(visitor).click()
    button = visitor.page.get_by_test_id("stPopoverBody").get_by_role("button").first
    expect(button).to_be_visible()
    first, table, line = taken_out(button, sample_warehouse)
    assert "All sales roles" in first
    assert list(table.columns) == ["name", "estimate", "low", "high", "n", "verdict"]
    assert (line["subject"], line["rows"]) == ("figure sources_staying as CSV", len(table))


def test_it_is_not_on_paper(windows: Callable[..., Visitor]) -> None:
    visitor = windows()
    icon = opener(visitor)
    expect(icon).to_be_visible()
    visitor.page.emulate_media(media="print")
    expect(icon).to_be_hidden()
    visitor.page.emulate_media(media="screen")
