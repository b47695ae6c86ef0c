"""Exports of which nothing can be built: the front door says what is in the way and what to do, on every page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.looking import FAILED, Visitor, visitor
from browser.serving import ROOT, served
from helpers import breadth
from helpers.small_company import BASE, write_exports


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


@pytest.mark.parametrize("path", ["/sources", *breadth.proof("/")])
def test_it_says_what_is_missing_and_nobody_is_kept_out(nothing: Visitor, path: str) -> None:
    page = nothing.visit(path)
    expect(page.locator("h1")).to_have_text("The file is understood")
    told = page.get_by_test_id("stMain").inner_text()
    assert "Export employees from the HR system: nothing can be shown without who was hired" in told
    assert "opportunities.csv" in told
    assert page.locator(FAILED).count() == 0
    assert page.get_by_test_id("stPopoverButton").count() == 0
    assert (nothing.overflow(), nothing.small_letters(), nothing.barriers()) == (0, [], [])
    assert (nothing.went_out, nothing.complaints) == ([], [])


PEOPLE = b"""Employee Number,First Name,Last Name,Work Email,Hire Date,Role profile
A,Ada,First,ada@firm.example,2024-01-10,Inside sales
B,Ben,Second,ben@firm.example,2024-03-01,Inside sales
"""


def test_files_that_are_sent_together_and_mapped_build_the_first_warehouse(nothing: Visitor) -> None:
    page = nothing.visit("/")
    sent = [
        {"name": name, "mimeType": "text/csv", "buffer": content}
        for name, content in (("people.csv", PEOPLE), ("shapes.csv", b"colour,shape\nred,round\n"))
    ]
    page.locator('input[type="file"]').set_input_files(sent)  # type: ignore[arg-type]
    page.get_by_role("button", name="Put them into the exports folder").click()
    page.get_by_text("people.csv lies in the exports folder now. shapes.csv lies in the exports").wait_for()
    nothing.settled()
    assert (nothing.overflow(), nothing.small_letters(), nothing.barriers()) == (0, [], [])
    page.get_by_role("link", name="Say what people.csv holds").click()
    expect(page.get_by_role("heading", name="1 answer is still missing")).to_be_visible()
    nothing.settled()
    department = page.get_by_role("combobox", name="department")
    department.click()
    department.fill("Sales")
    page.get_by_role("option", name="every row: Sales").click()
    expect(page.get_by_role("heading", name="All 2 rows would load").first).to_be_visible()
    page.get_by_role("button", name="Save this mapping").click()
    page.get_by_role("link", name="Back to your files and the next step").click()
    expect(page.locator("h1")).not_to_have_text("All 2 rows would load")
    nothing.settled()
    assert "people.csv" in page.get_by_test_id("stTable").first.inner_text()
    assert page.get_by_test_id("stPopoverButton").count() == 1
    assert page.locator(FAILED).count() == 0
    assert (nothing.went_out, nothing.complaints) == ([], [])
