"""The review on a wall in a real browser: arrow keys turn it, Escape leaves it, and nothing lies below the fold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from browser.looking import HEIGHT, Visitor
from helpers import breadth

WALL = {"width": 1920, "height": 1080}
LAPTOP = {"width": 1280, "height": 720}
SCREENS = 9
#: Words that lie outside the window, are cut by what they stand in, or stand under the foot of the screen.
OUT_OF_SIGHT = """() => {
    const found = [], main = document.querySelector('[data-testid="stMain"]');
    if (main.scrollHeight > innerHeight) found.push(`${main.scrollHeight} px high`);
    const foot = document.querySelector('.st-key-stage-foot').getBoundingClientRect();
    const stage = document.querySelector('.st-key-stage');
    const texts = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const words = texts.currentNode.textContent.trim(), place = texts.currentNode.parentElement;
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        const box = range.getBoundingClientRect(), frame = place.closest('.main-svg, .st-key-stage');
        if (!words || !box.width || place.closest('style, [data-testid="stTooltipIcon"]')) continue;
        const within = frame.getBoundingClientRect(), isFoot = place.closest('.st-key-stage-foot');
        if (box.left < within.left - 2 || box.right > within.right + 2 || box.bottom > innerHeight
            || box.top < 0 || (!isFoot && box.bottom > foot.top + 1)) found.push(words);
    }
    return found;
}"""


@pytest.fixture
def wall(windows: Callable[..., Visitor], request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """A window as large as a projector's; afterwards it has its own size and the page again."""
    one = windows(getattr(request, "param", "light"))
    one.page.set_viewport_size(WALL)
    yield one
    one.page.emulate_media(color_scheme=getattr(request, "param", "light"))
    one.page.set_viewport_size({"width": one.width, "height": HEIGHT})


def shows(one: Visitor, place: int) -> Page:
    """The page, once this screen is drawn."""
    one.page.locator(".st-key-stage-head strong", has_text=f"{place}").wait_for()
    one.page.wait_for_function("place => location.search.includes(`present=${place}`)", arg=place)
    return one.settled()


@pytest.mark.parametrize("wall", ["light", *breadth.proof("dark")], indirect=True)
def test_arrow_keys_turn_every_screen_and_none_has_words_below_the_fold_or_cut(wall: Visitor) -> None:
    wall.visit("/review?present=1")
    for place in range(1, SCREENS + 1):
        page = shows(wall, place)
        assert page.evaluate(OUT_OF_SIGHT) == [], f"screen {place}"
        assert page.get_by_test_id("stException").count() == 0
        page.set_viewport_size(LAPTOP)
        assert wall.settled().evaluate(OUT_OF_SIGHT) == [], f"screen {place} on a laptop's projector"
        page.set_viewport_size(WALL)
        if place < SCREENS:
            page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    shows(wall, SCREENS - 1)


def test_escape_gives_the_page_and_its_menu_back_and_a_screen_has_neither(wall: Visitor) -> None:
    page = wall.visit("/review?quarter=2026Q1")
    page.get_by_role("button", name="Present", exact=True).click()
    shows(wall, 1)
    assert not page.get_by_test_id("stHeader").is_visible()
    assert page.locator("input").count() == 0  # no field that would take the arrows
    page.keyboard.press("ArrowRight")
    shows(wall, 2)
    page.keyboard.press("Escape")
    page.get_by_test_id("stTopNavSection").first.wait_for()
    page.get_by_text("2026 Q1 (Jan–Mar 2026) · for the meeting").wait_for()
    assert "present" not in page.url
    assert "quarter=2026Q1" in page.url


def test_a_reload_keeps_the_screen_and_the_browsers_own_back_turns_one_back(wall: Visitor) -> None:
    wall.visit("/review?present=4")
    shows(wall, 4)
    wall.page.keyboard.press("ArrowRight")
    page = shows(wall, 5)
    page.reload(wait_until="domcontentloaded")
    shows(wall, 5)
    page.go_back()
    shows(wall, 4)


def test_a_screen_follows_a_change_of_theme_and_keeps_nobody_out(wall: Visitor) -> None:
    wall.visit("/review?present=5")
    page = shows(wall, 5)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.main-svg')).backgroundColor === 'rgb(22, 24, 28)'"
    )
    assert wall.barriers() == []
