"""Filters in a real browser: the URL, the scope line, the popover and the page always say the same."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.looking import Visitor
from helpers import breadth

LINK = {
    "role_profiles": ["Mid-market", "Inside sales"],
    "regions": ["DACH"],
    "hired_from": ["2022-01-01"],
    "hired_to": ["2024-12-31"],
    "outcome_window": ["6"],
}
QUERY = "?" + "&".join(f"{name}={value.replace(' ', '+')}" for name in LINK for value in LINK[name])
TOLD = "Mid-market, Inside sales · hired 1 Jan 2022 – 31 Dec 2024 · DACH"
CHIP = ".react-aria-ComboBox [data-tag] [title]"
# Letters of an element against the nearest ground behind it that is not clear.
CONTRAST = """letters => {
    const parts = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = colour => {
        const [r, g, b] = parts(colour).map(part => part / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let behind = letters, ground = 'rgba(0, 0, 0, 0)';
    while (parts(ground)[3] === 0) { ground = getComputedStyle(behind).backgroundColor; behind = behind.parentElement; }
    const both = [light(getComputedStyle(letters).color), light(ground)].sort((a, b) => b - a);
    return (both[0] + 0.05) / (both[1] + 0.05);
}"""


def named(page: Page) -> dict[str, list[str]]:
    """The filters in the address."""
    return parse_qs(urlsplit(page.url).query)


def told(visitor: Visitor) -> str:
    """The scope line's words, with plain spaces."""
    return visitor.scope_line().locator("p").first.inner_text().replace("\u00a0", " ")


def tiles(page: Page) -> list[str]:
    return page.get_by_test_id("stMetric").all_inner_texts()


def opened(visitor: Visitor) -> dict[str, object]:
    """Open the popover; what each filter in it shows."""
    visitor.scope_line().click()
    body = visitor.page.get_by_test_id("stPopoverBody")
    expect(body.get_by_test_id("stMultiSelect")).to_have_count(4)
    days = body.locator('input[type="date"]')
    expect(days).to_have_count(2)
    return {
        "days": days.evaluate_all("days => days.map(day => day.value)"),
        "role_profiles": body.locator(f".st-key-role_profiles {CHIP}").all_inner_texts(),
        "regions": body.locator(f".st-key-regions {CHIP}").all_inner_texts(),
        "outcome_window": body.locator(".st-key-outcome_window input").input_value(),
    }


def test_a_shared_link_shows_exactly_its_filters_and_they_outlive_a_switch_of_pages(
    windows: Callable[..., Visitor],
) -> None:
    visitor = windows()
    page = visitor.visit("/")
    everybody, all_told = tiles(page), told(visitor)
    assert all_told == "All sales roles · hired 2020–2026 · all regions"
    page = visitor.visit("/" + QUERY)
    assert told(visitor) == TOLD
    few = tiles(page)
    assert "month 6" in few[0]
    assert "month 12" in everybody[0]
    assert all(ours != theirs for ours, theirs in zip(few, everybody, strict=True))
    for name in ("Sources", "Data health", "Outcomes and ramp"):
        visitor.go(name)
        page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == LINK)
        assert told(visitor) == TOLD
    assert opened(visitor) == {
        "days": ["2022-01-01", "2024-12-31"],
        "role_profiles": LINK["role_profiles"],
        "regions": LINK["regions"],
        "outcome_window": "6",
    }
    page.keyboard.press("Escape")
    visitor.go("Overview")
    assert tiles(page) == few


def test_a_choice_changes_the_address_and_the_page_and_a_step_back_undoes_nothing_else(
    windows: Callable[..., Visitor],
) -> None:
    visitor = windows()
    page = visitor.visit("/sources")
    before = tiles(page)
    visitor.scope_line().click()
    page.get_by_test_id("stPopoverBody").locator(".st-key-role_profiles").get_by_role("combobox").click()
    page.get_by_role("option", name="Mid-market").click()
    expect(visitor.scope_line()).to_contain_text("Mid-market · hired 2020–2026 · all regions")
    page.get_by_role("option", name="Inside sales").click()
    expect(visitor.scope_line()).to_contain_text("Mid-market, Inside sales")
    visitor.settled()
    assert named(page) == {"role_profiles": ["Mid-market", "Inside sales"]}
    both = tiles(page)
    assert both != before
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.go_back()
    expect(visitor.scope_line()).to_contain_text("Mid-market · hired")
    assert named(visitor.settled()) == {"role_profiles": ["Mid-market"]}
    page.reload()
    visitor.settled()
    assert told(visitor) == "Mid-market · hired 2020–2026 · all regions"
    assert tiles(page) not in (before, both)


def test_what_a_link_names_wrongly_is_left_out(windows: Callable[..., Visitor]) -> None:
    visitor = windows()
    wrong = "?role_profiles=Nobody&regions=DACH&hired_from=soon&hired_to=2099-01-01&outcome_window=7"
    page = visitor.visit("/data-health" + wrong)
    assert told(visitor) == "All sales roles · hired 2020–2026 · DACH"
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == {"regions": ["DACH"]})


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_chosen_can_be_read_and_the_filters_keep_nobody_out(
    windows: Callable[..., Visitor], theme: str
) -> None:
    visitor = windows(theme)
    page = visitor.visit("/definitions" + QUERY)
    opened(visitor)
    chips = page.get_by_test_id("stPopoverBody").locator(CHIP)
    expect(chips).to_have_count(3)
    for chip in chips.all():
        assert chip.evaluate(CONTRAST) >= 4.5
    assert visitor.small_letters() == []
    assert visitor.barriers() == []


@pytest.mark.parametrize("path", ["/", "/sources", *breadth.proof("/outcomes")])
def test_a_period_without_hires_says_so(windows: Callable[..., Visitor], path: str) -> None:
    visitor = windows()
    page = visitor.visit(path + "?hired_from=2020-09-06&hired_to=2020-09-06&regions=DACH")
    expect(page.locator("h1")).to_have_count(1)
    assert page.get_by_test_id("stPlotlyChart").count() == 0
    assert page.get_by_test_id("stAlertContentError").count() == 0
    assert visitor.barriers() == []
