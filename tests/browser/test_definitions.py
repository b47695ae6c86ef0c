"""The definitions in a real browser: cards fold to their names, open by touch and keyboard, are found by address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.looking import Visitor
from helpers import breadth
from hiring import metrics

LAST = metrics.CARDS[-1].name
#: Open in full they are ten times as long.
LONGEST = 8_000
LENGTH = "document.querySelector('[data-testid=\"stMain\"]').scrollHeight"
# Under the bar at the top nothing is seen, so it is asked what lies where the name should be.
IS_SEEN = """anchor => {
    const name = document.getElementById(anchor), box = name.getBoundingClientRect();
    return name.contains(document.elementFromPoint(box.left + 10, box.top + box.height / 2));
}"""


def card(page: Page, anchor: str) -> Locator:
    """A card: its name, and folded behind it what it means and the rest."""
    return page.locator(f"#{anchor}").locator("xpath=ancestor::details[1]")


def test_on_a_phone_every_card_is_folded_to_its_name(windows: Callable[..., Visitor]) -> None:
    page = windows("light", 400).visit("/definitions")
    expect(page.locator("details.entry")).to_have_count(len(metrics.CARDS))
    expect(page.locator("details.entry summary:visible")).to_have_count(len(metrics.CARDS))
    expect(page.locator("details.entry > p:visible, dl:visible")).to_have_count(0)
    assert page.evaluate(LENGTH) < LONGEST


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_touch_on_the_name_unfolds_the_rest_and_keeps_nobody_out(
    windows: Callable[..., Visitor], theme: str
) -> None:
    visitor = windows(theme, 400)
    one = card(visitor.visit("/definitions"), "met_bar")
    one.locator("summary").click()
    expect(one.locator("> p")).to_be_visible()
    expect(one.locator("dl")).to_be_visible()
    assert one.locator("dt").all_inner_texts() == [about for about, _ in metrics.card("met_bar").facts()]
    assert visitor.overflow() == 0
    assert visitor.small_letters() == []
    assert visitor.barriers() == []


def test_the_keyboard_unfolds_a_card_and_folds_it_again(windows: Callable[..., Visitor]) -> None:
    page = windows().visit("/definitions")
    one = card(page, "payback")
    one.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(one.locator("dl")).to_be_visible()
    page.keyboard.press("Enter")
    expect(one.locator("dl")).to_be_hidden()


def test_what_is_open_stays_open_when_the_filters_change(windows: Callable[..., Visitor]) -> None:
    visitor = windows()
    page = visitor.visit("/definitions")
    one = card(page, "first_deal")
    one.locator("summary").click()
    before = page.locator("#met_bar").inner_text()
    visitor.scope_line().click()
    page.get_by_role("combobox", name="Outcomes at month").click()
    page.get_by_role("option", name="18", exact=True).click()
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#met_bar")).not_to_have_text(before)
    expect(one.locator("dl")).to_be_visible()


@pytest.mark.parametrize(
    ("anchor", "width"), [("leniency", 1280), (LAST, 400), *breadth.proof(("met_bar", 400))]
)
def test_an_address_with_the_name_of_a_card_shows_that_card(
    windows: Callable[..., Visitor], anchor: str, width: int
) -> None:
    visitor = windows("light", width)
    visitor.visit("/data-health")
    page = visitor.visit(f"/definitions#{anchor}")
    page.wait_for_function(IS_SEEN, arg=anchor)
    expect(card(page, anchor).locator("summary")).to_be_in_viewport()


def test_the_contents_lead_to_a_group(windows: Callable[..., Visitor]) -> None:
    page = windows("light", 400).visit("/definitions")
    page.get_by_role("link", name="How interviewers rate", exact=True).click()
    page.wait_for_function(IS_SEEN, arg="how-interviewers-rate")
    expect(card(page, "leniency").locator("summary")).to_be_in_viewport()


def test_what_is_typed_into_the_box_leaves_the_cards_that_say_it_and_the_address_keeps_it(
    windows: Callable[..., Visitor],
) -> None:
    visitor = windows()
    page = visitor.visit("/definitions")
    page.get_by_role("searchbox", name="Find a measure").fill("leniency")
    expect(page.locator("#met_bar")).to_have_count(0)
    visitor.settled()
    expect(page.locator("#leniency")).to_be_visible()
    assert "find=leniency" in page.url
    page.reload()
    visitor.settled()
    expect(page.locator("#met_bar")).to_have_count(0)
    assert visitor.barriers() == []
