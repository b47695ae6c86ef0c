"""Interviewers in a real browser: from a dot, a cell or the keyboard to the hires behind it, and out into a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.looking import Visitor
from browser.test_drill_down import taken_out, titles
from helpers import breadth

PATH = "/interviewers"
DOT, CELL, LISTED = (
    ".st-key-interviewers_forest .point",
    ".st-key-pairs_triangle .point",
    ".st-key-pairs_list .point",
)


def listed(page: Page, before: list[str]) -> str:
    """The heading of the list that came."""
    expect(page.locator("h2")).to_have_count(len(before) + 1)
    (new,) = [title for title in titles(page) if title not in before]
    return new


@pytest.mark.parametrize(
    ("mark", "key"), [(DOT, "interviewer_behind"), (CELL, "pair_behind"), (LISTED, "pair_behind")]
)
def test_a_mark_lists_the_hires_behind_it_and_the_list_can_be_taken_out(
    windows: Callable[..., Visitor], sample_warehouse: Path, mark: str, key: str
) -> None:
    visitor = windows()
    page = visitor.visit(PATH)
    before = titles(page)
    page.locator(mark).first.click(force=True)
    title = listed(page, before)
    visitor.settled()
    count = int(re.findall(r"\d+", title)[0])
    assert (" and " in title) == (key == "pair_behind")
    _first, table, line = taken_out(
        page.locator(f'[class*="st-key-download-{key}"]').get_by_role("button"), sample_warehouse
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
    choose(page.locator(".st-key-pair_behind").get_by_role("combobox"), "Woodhaven + U.")
    assert "T. Woodhaven and U. Corbinelli" in listed(page, before)
    visitor.settled()


def test_a_view_of_the_craft_is_part_of_the_address(windows: Callable[..., Visitor]) -> None:
    visitor = windows()
    page = visitor.visit(PATH)
    choose(page.locator(".st-key-craft").get_by_role("combobox"), "Load")
    expect(page.get_by_role("heading", name="selling hours")).to_be_visible()
    visitor.settled()
    page.reload()
    visitor.settled()
    expect(page.get_by_role("heading", name="selling hours")).to_be_visible()


@pytest.mark.parametrize(
    ("theme", "width", "view"),
    [
        ("light", 400, "In time and independent"),
        ("light", 400, "Do ratings foretell?"),
        ("dark", 1280, "Load"),
        ("dark", 1280, "HR and Sales"),
        *breadth.proof(
            ("light", 400, "Load"),
            ("light", 400, "HR and Sales"),
            ("dark", 1280, "In time and independent"),
            ("dark", 1280, "Do ratings foretell?"),
        ),
    ],
)
def test_every_view_of_the_craft_keeps_nobody_out(
    windows: Callable[..., Visitor], theme: str, width: int, view: str
) -> None:
    visitor = windows(theme, width)
    visitor.visit(f"{PATH}?craft={view.replace(' ', '+').replace('?', '%3F')}")
    assert visitor.overflow() == 0
    assert visitor.small_letters() == []
    assert visitor.barriers() == []
