"""Exports of which nothing can be built: the front door says what is in the way and what to do, on every page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.looking import FAILED, Visitor, visitor
from browser.serving import ROOT, served
from small_company import BASE, write_exports


@pytest.fixture(scope="module")
def nothing(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    folder = tmp_path_factory.mktemp("nothing")
    exports = write_exports(folder / "exports", {"opportunities": BASE["opportunities"]})
    environment = {
        "PYTHONPATH": str(ROOT),
        "NOTHING_EXPORTS": str(exports),
        "HIRING_WAREHOUSE": str(folder / "warehouse"),
    }
    with served(Path(__file__).with_name("nothing_app.py"), environment) as server:
        one = visitor(browser, server.url, "light", 400)
        yield one
        one.page.context.close()


@pytest.mark.parametrize("path", ["/sources", "/"])
def test_it_says_what_is_missing_and_nobody_is_kept_out(nothing: Visitor, path: str) -> None:
    page = nothing.visit(path)
    expect(page.locator("h1")).to_have_text("There is nothing to show yet")
    told = page.get_by_test_id("stMain").inner_text()
    assert "employees" in told
    assert "build refused" in told
    assert page.locator(FAILED).count() == 0
    assert page.get_by_test_id("stPopoverButton").count() == 0
    assert (nothing.overflow(), nothing.small_letters(), nothing.barriers()) == (0, [], [])
    assert (nothing.went_out, nothing.complaints) == ([], [])
