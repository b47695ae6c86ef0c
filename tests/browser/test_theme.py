"""A change from light to dark, and to paper, in a real browser: figures follow at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browser.looking import Visitor

PATH = "/high-performers"
# Every colour that a figure shows, text and ground alike.
SHOWN = """() => {
    const found = new Set();
    for (const part of document.querySelectorAll('[data-testid="stPlotlyChart"] *')) {
        const seen = getComputedStyle(part);
        if (part.matches('text, .main-svg')) found.add(part.matches('text') ? seen.fill : seen.backgroundColor);
    }
    return [...found];
}"""
IS_SHOWN = f"color => ({SHOWN})().includes(color)"
LIGHT_INK, DARK_INK = "rgb(35, 38, 43)", "rgb(236, 234, 229)"
LIGHT_GROUND, DARK_GROUND = "rgb(251, 250, 247)", "rgb(22, 24, 28)"


@pytest.fixture
def at_home(windows: Callable[..., Visitor]) -> Visitor:
    """A window that is light again afterwards."""
    visitor = windows("light")
    visitor.visit(PATH)
    return visitor


def test_figures_follow_a_change_of_theme_at_once(at_home: Visitor) -> None:
    page = at_home.page
    assert {LIGHT_INK, LIGHT_GROUND} <= set(page.evaluate(SHOWN))
    try:
        page.emulate_media(color_scheme="dark")
        page.wait_for_function(IS_SHOWN, arg=DARK_INK)
        shown = set(page.evaluate(SHOWN))
        assert {DARK_INK, DARK_GROUND} <= shown
        assert not {LIGHT_INK, LIGHT_GROUND} & shown
        assert at_home.barriers() == []  # what is chosen of a few is no fainter than what is not
    finally:
        page.emulate_media(color_scheme="light")
    page.wait_for_function(IS_SHOWN, arg=LIGHT_INK)
    assert DARK_INK not in page.evaluate(SHOWN)


def test_on_paper_it_is_white_with_nothing_to_press_whatever_the_theme(at_home: Visitor) -> None:
    page = at_home.page
    try:
        page.emulate_media(media="print", color_scheme="dark")
        page.wait_for_function(IS_SHOWN, arg=LIGHT_INK)
        ground = "() => getComputedStyle(document.querySelector('[data-testid=\"stMain\"]')).backgroundColor"
        assert page.evaluate(ground) == "rgb(255, 255, 255)"
        for what in ("stDownloadButton", "stHeader"):
            assert not any(one.is_visible() for one in page.get_by_test_id(what).all()), what
    finally:
        page.emulate_media(media="screen", color_scheme="light")


def test_a_link_in_the_keyboards_way_shows_that_it_is_there(at_home: Visitor) -> None:
    link = at_home.page.get_by_test_id("stPageLink-NavLink").first
    link.focus()
    at_home.page.keyboard.press("Shift+Tab")
    at_home.page.keyboard.press("Tab")
    outline = link.evaluate(
        "link => getComputedStyle(link).outlineStyle + ' ' + getComputedStyle(link).outlineWidth"
    )
    assert outline == "solid 2px"
