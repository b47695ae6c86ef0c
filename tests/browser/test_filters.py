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
TOLD = "Mid-market, Inside sales · hired 1 Jan 2022 – 31 Dec 2024 · DACH · month 6"
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
    assert not {*few} & {*everybody}
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


def choose(page: Page, name: str, option: str) -> None:
    """Choose one option in a filter of the open popover; its list closes again."""
    page.get_by_test_id("stPopoverBody").locator(f".st-key-{name}").get_by_role("combobox").click()
    page.get_by_role("option", name=option, exact=True).click()
    if page.get_by_role("listbox").count():
        page.keyboard.press("Escape")


def show(visitor: Visitor, button: str = "Show") -> Page:
    """Press the one button that applies what was set; the popover closes."""
    visitor.page.get_by_role("button", name=button, exact=True).click()
    expect(visitor.page.get_by_test_id("stPopoverBody")).to_have_count(0)
    return visitor.settled()


def test_three_filters_are_set_and_nothing_is_drawn_before_show(windows: Callable[..., Visitor]) -> None:
    visitor = windows()
    page = visitor.visit("/sources")
    before, all_told = tiles(page), told(visitor)
    opened(visitor)
    choose(page, "role_profiles", "Mid-market")
    choose(page, "period", "Last four quarters (Jul\u00a02025 – Jun\u00a02026)")
    days = page.get_by_test_id("stPopoverBody").locator('input[type="date"]')
    expect(days.first).to_have_value(
        "2025-07-01"
    )  # the days are those of the period, before anything is shown
    expect(days.last).to_have_value("2026-06-30")
    choose(page, "regions", "EMEA")
    expect(page.get_by_test_id("stPopoverBody").locator(CHIP)).to_have_text(["Mid-market", "EMEA"])
    visitor.settled()
    assert (tiles(page), told(visitor), named(page)) == (before, all_told, {})
    show(visitor)
    expect(visitor.scope_line()).to_contain_text("Mid-market · hired in the last four quarters")
    assert named(page) == {
        "role_profiles": ["Mid-market"],
        "regions": ["EMEA"],
        "period": ["last-four-quarters"],
    }
    assert tiles(page) != before
    shown, words = tiles(page), told(visitor)
    visitor.go("Data health")
    assert told(visitor) == words
    page = visitor.visit("/sources?" + urlsplit(page.url).query)
    assert (tiles(page), told(visitor)) == (shown, words)
    opened(visitor)
    show(visitor, "Reset")
    assert (tiles(page), told(visitor), named(page)) == (before, all_told, {})


def test_a_step_back_undoes_the_last_show_and_nothing_else(windows: Callable[..., Visitor]) -> None:
    visitor = windows()
    page = visitor.visit("/sources")
    before = tiles(page)
    opened(visitor)
    choose(page, "role_profiles", "Mid-market")
    show(visitor)
    one = tiles(page)
    opened(visitor)
    choose(page, "role_profiles", "Inside sales")
    choose(page, "regions", "DACH")
    show(visitor)
    assert named(page) == {"role_profiles": ["Mid-market", "Inside sales"], "regions": ["DACH"]}
    both = tiles(page)
    page.go_back()
    expect(visitor.scope_line()).to_contain_text("Mid-market · hired 2020–2026 · all regions")
    assert named(visitor.settled()) == {"role_profiles": ["Mid-market"]}
    assert tiles(page) == one
    page.reload()
    visitor.settled()
    assert told(visitor) == "Mid-market · hired 2020–2026 · all regions"
    assert tiles(page) not in (before, both)


def test_escape_closes_the_popover_and_takes_nothing(windows: Callable[..., Visitor]) -> None:
    visitor = windows()
    page = visitor.visit("/definitions")
    opened(visitor)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    expect(visitor.scope_line()).to_be_focused()
    opened(visitor)
    choose(page, "regions", "EMEA")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    assert (told(visitor), named(page)) == ("All sales roles · hired 2020–2026 · all regions", {})


def test_on_a_phone_every_filter_and_the_button_can_be_reached(windows: Callable[..., Visitor]) -> None:
    visitor = windows("light", 400)
    page = visitor.visit("/definitions")
    opened(visitor)
    assert visitor.overflow() == 0
    choose(page, "regions", "EMEA")
    show(visitor)
    assert named(page) == {"regions": ["EMEA"]}
    assert told(visitor).endswith("EMEA")


def test_what_is_chosen_on_a_page_is_in_its_address_beside_the_filters(
    windows: Callable[..., Visitor],
) -> None:
    visitor = windows()
    page = visitor.visit("/outcomes?regions=EMEA")
    page.get_by_test_id("stExpander").get_by_text("The hires one by one").click()
    box = page.locator(".st-key-grid_cohort").get_by_role("combobox")
    box.focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name="2023", exact=True).click()
    page.wait_for_url(lambda url: "grid_cohort=2023" in url)
    visitor.settled()
    page.get_by_text("Show everybody").click()
    page.wait_for_url(lambda url: "grid_unfolded=true" in url)
    assert named(page) == {"regions": ["EMEA"], "grid_cohort": ["2023"], "grid_unfolded": ["true"]}
    page = visitor.visit("/outcomes?" + urlsplit(page.url).query)
    expect(page.locator(".st-key-grid_cohort").get_by_role("combobox")).to_have_value("2023")
    assert told(visitor).endswith("EMEA")


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
