"""Role profiles in a real browser: the two roles are part of the address, and the brief of each can be taken out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.looking import Visitor
from hiring.access.audit import log_path

LINK = "/role-profiles?role=Channel&beside=Mid-market"


def has_roles(page: Page, first: str, second: str) -> None:
    """Below the table of every role the two figures bear these titles, as soon as they are drawn."""
    expect(page.locator("h2").nth(1)).to_have_text(first)
    expect(page.locator("h2").nth(2)).to_have_text(second)


def test_the_two_roles_of_a_link_are_shown_and_outlive_a_reload(windows: Callable[..., Visitor]) -> None:
    visitor = windows()
    page = visitor.visit(LINK)
    has_roles(page, "Channel", "Mid-market")
    page.reload()
    visitor.settled()
    has_roles(page, "Channel", "Mid-market")
    assert page.locator("h1").count() == 1


def test_a_choice_moves_the_page_and_its_address_and_outlives_a_switch_of_pages(
    windows: Callable[..., Visitor],
) -> None:
    visitor = windows()
    page = visitor.visit(LINK)
    page.locator(".st-key-beside").get_by_role("combobox").click()
    page.get_by_role("option", name="Customer growth").click()
    expect(page.locator("h2").nth(2)).to_have_text("Customer growth")
    visitor.settled()
    chosen = {"role": ["Channel"], "beside": ["Customer growth"]}
    assert parse_qs(urlsplit(page.url).query) == chosen
    visitor.go("Definitions")
    assert "role" not in parse_qs(urlsplit(page.url).query)
    visitor.go("Role profiles")
    expect(page.locator("h2").nth(1)).to_have_text("Channel")
    has_roles(page, "Channel", "Customer growth")
    assert parse_qs(urlsplit(page.url).query) == chosen


@pytest.mark.parametrize(("form", "start"), [("pdf", b"%PDF"), ("md", b"# Role brief: Channel")])
def test_a_brief_can_be_taken_out_and_is_written_down(
    windows: Callable[..., Visitor], sample_warehouse: Path, form: str, start: bytes
) -> None:
    page = windows().visit(LINK)
    audit = log_path(sample_warehouse)
    before = audit.read_text(encoding="utf-8").splitlines() if audit.exists() else []
    with page.expect_download() as arriving:
        page.locator(f".st-key-brief-{form}-Channel").get_by_role("button").click()
    assert arriving.value.path().read_bytes().startswith(start)
    assert arriving.value.suggested_filename == f"role-brief-channel-2026-06-30.{form}"
    (line,) = [json.loads(one) for one in audit.read_text(encoding="utf-8").splitlines()[len(before) :]]
    assert line["action"] == "download"
    assert line["subject"].endswith(": Channel")
