"""Every page in a real browser, in both themes and at both widths: an answer, something to look at, nobody kept out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browser.looking import FAILED, FORMS, PAGES, Visitor

LOOKS = [("light", 1280), ("dark", 1280), ("light", 400), ("dark", 400)]
# The frame of a table, which moves sideways.
IN_A_TABLE = "document.activeElement.parentElement?.dataset.testid === 'stTable'"


def test_the_menu_leads_to_every_page_and_to_no_other(windows: Callable[..., Visitor]) -> None:
    visitor = windows("light", 400)
    visitor.visit()
    assert visitor.pages() == list(PAGES)


@pytest.mark.parametrize(("theme", "width"), LOOKS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_gives_its_answer_with_something_to_look_at_and_keeps_nobody_out(
    windows: Callable[..., Visitor], path: str, theme: str, width: int
) -> None:
    visitor = windows(theme, width)
    # By its address in a narrow window, through the menu in a wide one.
    page = visitor.go(PAGES[path]) if path != "/" and width == 1280 else visitor.visit(path)
    expect(page.locator("h1")).to_have_count(1)
    # The small line over the answer says which page it is.
    expect(page.get_by_test_id("stMain").get_by_text(PAGES[path]).first).to_be_visible()
    assert page.locator("h1").inner_text().strip()
    expect(page.locator(FORMS).first).to_be_visible()
    assert page.locator(FAILED).count() == 0
    assert "Traceback" not in page.locator("body").inner_text()
    assert visitor.overflow() == 0
    assert visitor.small_letters() == []
    assert visitor.barriers() == []


def test_a_table_wider_than_a_phone_moves_by_keyboard(windows: Callable[..., Visitor]) -> None:
    page = windows("light", 400).visit("/data")
    page.get_by_test_id("stSelectbox").get_by_role("combobox").focus()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate(IN_A_TABLE):
            break
    assert page.evaluate(IN_A_TABLE)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_the_two_themes_differ(windows: Callable[..., Visitor]) -> None:
    def background(theme: str) -> str:
        page = windows(theme).visit()
        return str(
            page.locator('[data-testid="stApp"]').evaluate("app => getComputedStyle(app).backgroundColor")
        )

    assert background("light") != background("dark")
