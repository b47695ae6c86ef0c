"""In a real browser a name from a file is letters: nothing of it is rendered, fetched or run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.looking import Visitor, visitor
from browser.names_app import NAMES
from browser.serving import ROOT, served

# Streamlit's own link beside a heading leads to that heading.
LINK = 'a:not([aria-label="Link to heading"])'
MARKUP = (LINK, "img", "image", "script", "code", "em", "ol", "ul", ".katex", '[role="img"]')


@pytest.fixture(scope="module")
def names(browser: Browser) -> Iterator[Visitor]:
    with served(Path(__file__).with_name("names_app.py"), {"PYTHONPATH": str(ROOT)}) as server:
        one = visitor(browser, server.url, "light", 1280)
        one.visit()
        yield one
        one.page.context.close()


@pytest.mark.parametrize("place", range(len(NAMES)))
def test_a_page_shows_a_name_letter_by_letter(names: Visitor, place: int) -> None:
    for where in ("paragraph", "tile", "opener"):
        shown = names.page.locator(f".st-key-{where}{place}").inner_text()
        assert shown.replace("\n", " ").startswith(NAMES[place])
    assert NAMES[place] in [cell.strip() for cell in names.page.locator("td").all_inner_texts()]


@pytest.mark.parametrize("place", range(len(NAMES)))
def test_a_glossary_shows_a_name_letter_by_letter(names: Visitor, place: int) -> None:
    assert names.page.locator(f"#entry{place}").inner_text().strip() == NAMES[place]
    entry = names.page.locator("details").nth(place)
    for part in ("summary", "dt", "dd"):
        assert entry.locator(part).text_content() == NAMES[place]


def test_a_figure_shows_names_letter_by_letter_and_says_them_in_its_hover(names: Visitor) -> None:
    labels = names.page.locator(".st-key-dots .annotation-text").all_text_contents()
    assert set(NAMES) <= set(labels)
    for place in (2, 6):
        names.page.locator(".st-key-dots .point").nth(place).hover(force=True)
        names.page.locator(".hoverlayer .hovertext").filter(has_text=NAMES[place]).wait_for()


def test_a_choice_lists_names_letter_by_letter(names: Visitor) -> None:
    names.page.get_by_role("combobox").click()
    assert names.page.get_by_role("option").all_inner_texts() == list(NAMES)
    names.page.keyboard.press("Escape")


def test_no_name_becomes_markup_or_a_request(names: Visitor) -> None:
    for element in MARKUP:
        assert names.page.locator(f'[data-testid="stMain"] {element}').count() == 0, element
    assert names.went_out == []
    assert names.complaints == []
