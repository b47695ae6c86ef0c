"""From a figure to the hires behind it, and out into a file: what is shown is what arrives, and it is written down."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from playwright.sync_api import Locator, Page, expect

from browser.looking import Visitor
from hiring.access.audit import log_path

ROLES = "?role_profiles=Mid-market&role_profiles=Channel"
A_DOT, A_CELL = ".st-key-met_bar-by-role_profile .point", ".st-key-grid .point"


def taken_out(button: Locator, warehouse: Path) -> tuple[str, pd.DataFrame, dict[str, object]]:
    """Click a download: its first line, its table, and the line it left in the audit log."""
    audit = log_path(warehouse)
    before = audit.read_text(encoding="utf-8").splitlines() if audit.exists() else []
    with button.page.expect_download() as arriving:
        button.click()
    text = arriving.value.path().read_bytes().decode("utf-8-sig")
    new = audit.read_text(encoding="utf-8").splitlines()[len(before) :]
    assert len(new) == 1
    return text.splitlines()[0], pd.read_csv(io.StringIO(text), skiprows=1, dtype=str), json.loads(new[0])


def unfolded(visitor: Visitor) -> None:
    """Open the part with the hires one by one."""
    visitor.page.get_by_text("The hires one by one", exact=True).click()
    expect(visitor.page.locator(A_CELL).first).to_be_visible()
    visitor.settled()


def titles(page: Page) -> list[str]:
    return page.locator("h2").all_inner_texts()


def test_a_dot_lists_the_hires_behind_it_and_the_list_can_be_taken_out(
    windows: Callable[..., Visitor], sample_warehouse: Path
) -> None:
    visitor = windows()
    page = visitor.visit("/outcomes" + ROLES)
    page.get_by_text("stands out at month 12, in meeting the bar or in attainment").click()
    page.locator(A_DOT).first.scroll_into_view_if_needed()  # waits until the fold stands open and still
    visitor.settled()
    before = titles(page)
    visitor.press(page.locator(A_DOT).first)
    expect(page.locator("h2")).to_have_count(len(before) + 1)
    visitor.settled()
    (listed,) = [title for title in titles(page) if title not in before]
    count = int(re.findall(r"\d+", listed)[0])
    role = next(role for role in ("Mid-market", "Channel") if role in listed)
    button = page.locator('[class*="st-key-download-met_bar"]').get_by_role("button")
    first, table, line = taken_out(button, sample_warehouse)
    assert len(table) == count == line["rows"]
    assert set(table["Role"]) == {role}
    assert line["action"] == "download"
    assert role in str(line["subject"])
    assert "Mid-market, Channel · hired 2020–2026 · all regions" in first
    assert f"{count} rows" in first


def test_a_cell_of_the_grid_lists_its_person(windows: Callable[..., Visitor]) -> None:
    visitor = windows()
    page = visitor.visit("/outcomes" + ROLES)
    unfolded(visitor)
    everybody = titles(page)[-1]
    page.locator(A_CELL).first.click(force=True)
    expect(page.locator("h2").last).not_to_have_text(everybody)
    visitor.settled()


def test_the_whole_list_equals_what_is_shown(windows: Callable[..., Visitor], sample_warehouse: Path) -> None:
    visitor = windows()
    page = visitor.visit("/outcomes?role_profiles=Channel&regions=DACH")
    unfolded(visitor)
    shown = int(re.findall(r"\d+", titles(page)[-1])[0])
    button = page.locator(".st-key-download-one-by-one").get_by_role("button")
    first, table, line = taken_out(button, sample_warehouse)
    assert len(table) == shown == line["rows"]
    assert "Channel · hired 2020–2026 · DACH" in first
    rows = page.get_by_test_id("stDataFrame").last.locator("table[role=grid]").get_attribute("aria-rowcount")
    assert int(str(rows)) == shown + 1  # and the headings


def test_the_rows_set_aside_arrive_as_they_are_shown(
    windows: Callable[..., Visitor], sample_warehouse: Path
) -> None:
    visitor = windows()
    page = visitor.visit("/data-health?file_set_aside=opportunities.csv")
    shown = page.get_by_role("table", name="opportunities.csv: 6 rows").locator("tbody tr")
    expect(shown).to_have_count(6)
    first, table, line = taken_out(page.locator(".st-key-download_set_aside button"), sample_warehouse)
    assert len(table) == 6 == line["rows"]
    assert set(table["File"]) == {"opportunities.csv"}
    assert "rows set aside · opportunities.csv" in first
    told = [row.split("\t")[0].strip() for row in shown.all_inner_texts()]
    where = (
        "opportunities.csv · line " + table["Line"].astype(int).map("{:,}".format) + " · " + table["Column"]
    )
    assert sorted(told) == sorted(where)
