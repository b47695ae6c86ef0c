"""Interviewers in a real browser: from a dot, a cell or the keyboard to the hires behind it, and out into a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.looking import Visitor
from browser.test_drill_down import taken_out, titles

PATH = "/interviewers"
MARK = ".st-key-interviewers_in_hundred .point"


def listed(page: Page, before: list[str]) -> str:
    """The heading of the list that came."""
    expect(page.locator("h2")).to_have_count(len(before) + 1)
    (new,) = [title for title in titles(page) if title not in before]
    return new


@pytest.mark.parametrize("is_pair", [False, True])
def test_a_mark_lists_the_hires_behind_it_and_the_list_can_be_taken_out(
    windows: Callable[..., Visitor], sample_warehouse: Path, *, is_pair: bool
) -> None:
    visitor = windows()
    page = visitor.visit(PATH)
    before = titles(page)
    marks = page.locator(MARK)
    visitor.press(marks.last if is_pair else marks.first)
    title = listed(page, before)
    visitor.settled()
    count = int(re.findall(r"\d+", title)[0])
    assert (" and " in title) == is_pair
    _first, table, line = taken_out(
        page.locator('[class*="st-key-download-seen_by"]').get_by_role("button"), sample_warehouse
    )
    assert len(table) == count == line["rows"]
    assert "seen by" in str(line["subject"])


def choose(box: Locator, letters: str) -> None:
    """Type into a select box and take what it finds first, without a mouse."""
    box.focus()
    box.page.keyboard.type(letters)
    box.page.keyboard.press("Enter")


def test_the_hires_behind_a_pair_are_reached_by_keyboard(windows: Callable[..., Visitor]) -> None:
    visitor = windows()
    page = visitor.visit(PATH)
    before = titles(page)
    choose(page.locator(".st-key-seen_by").get_by_role("combobox"), "Woodhaven + U.")
    assert "T. Woodhaven and U. Corbinelli" in listed(page, before)
    visitor.settled()
