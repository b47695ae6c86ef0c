"""Every page in a real browser, in both themes and at both widths: an answer, something to look at, nobody kept out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browser.looking import FAILED, FORMS, PAGES, Visitor
from helpers import breadth

#: Pixels of the longest page in a wide window, with the sample's data: what is read in one sitting.
WIDE, HIGHEST = 1280, 3_500
#: Pages that are still higher. Each is being shortened: take it out of here with the change that does so.
STILL_HIGHER: frozenset[str] = frozenset()
LENGTH = "document.querySelector('[data-testid=\"stMain\"]').scrollHeight"
#: Each page in each theme, those of a theme beside each other.
EACH = [(path, theme) for theme in ("dark", "light") for path in PAGES]
#: Pages looked at in the dark on a phone, too: at every landing two of three that are dark, in proof all of them.
NARROWED = breadth.some({path for place, path in enumerate(PAGES) if place % 3 != 1}, {*PAGES})
# The frame of a table, which moves sideways.
IN_A_TABLE = "document.activeElement.parentElement?.dataset.testid === 'stTable'"


def test_the_menu_leads_to_every_page_and_to_no_other(windows: Callable[..., Visitor]) -> None:
    visitor = windows("light", 400)
    visitor.visit()
    assert visitor.pages() == list(PAGES)


def keeps_nobody_out(visitor: Visitor, path: str) -> None:
    """What holds of every page at every width in every theme."""
    page = visitor.page
    expect(page.locator("h1")).to_have_count(1)
    # The small line over the answer says which page it is.
    expect(page.get_by_test_id("stMain").get_by_text(PAGES[path]).first).to_be_visible()
    assert page.locator("h1").inner_text().strip()
    expect(page.locator(FORMS).first).to_be_visible()
    assert page.locator(FAILED).count() == 0
    assert "Traceback" not in page.locator("body").inner_text()
    assert visitor.overflow() == 0
    assert visitor.small_letters() == []
    assert visitor.cut_words() == []
    assert visitor.barriers() == []
    if visitor.width == WIDE and path not in STILL_HIGHER:
        assert visitor.page.evaluate(LENGTH) <= HIGHEST


@pytest.mark.parametrize("path", breadth.always([*PAGES][1::3], PAGES))
def test_a_page_opened_by_its_address_on_a_phone_keeps_nobody_out(
    windows: Callable[..., Visitor], path: str
) -> None:
    visitor = windows("light", 400)
    visitor.visit(path)
    keeps_nobody_out(visitor, path)


@pytest.mark.parametrize(
    ("path", "theme"),
    # At every landing each page once in a wide window, every other of them in the dark; in proof each in both.
    breadth.always([(path, ("dark", "light")[place % 2]) for place, path in enumerate(PAGES)], EACH),
)
def test_a_page_chosen_in_the_menu_keeps_nobody_out_in_either_theme(
    windows: Callable[..., Visitor], path: str, theme: str
) -> None:
    visitor = windows(theme)
    is_open = visitor.page.url.startswith(visitor.home)
    visitor.go(PAGES[path]) if is_open and path != "/" else visitor.visit(path)
    keeps_nobody_out(visitor, path)
    if theme == "dark" and path in NARROWED:
        with visitor.narrowed(400):
            keeps_nobody_out(visitor, path)


def test_a_table_wider_than_a_phone_moves_by_keyboard(windows: Callable[..., Visitor]) -> None:
    page = windows("light", 400).visit("/data-health")
    page.get_by_test_id("stSelectbox").get_by_role("combobox").focus()
    for _ in range(10):
        page.keyboard.press("Shift+Tab")  # the tables of people stand before the rows set aside
        if page.evaluate(IN_A_TABLE):
            break
    assert page.evaluate(IN_A_TABLE)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")


def test_the_two_themes_differ(windows: Callable[..., Visitor]) -> None:
    def background(theme: str) -> str:
        page = windows(theme).visit()
        return str(
            page.locator('[data-testid="stApp"]').evaluate("app => getComputedStyle(app).backgroundColor")
        )

    assert background("light") != background("dark")
