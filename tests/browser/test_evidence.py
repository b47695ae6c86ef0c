"""A page that stands on evidence which is not there yet says so, and goes on by itself once it is."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from browser.looking import FAILED, visitor
from browser.serving import ROOT, served
from hiring.loading import private_files
from hiring.warehouse.evidence import names


def test_an_open_page_shows_the_evidence_when_the_server_had_it_worked_out(
    browser: Browser, a_warehouse_without_evidence: Path
) -> None:
    folder = a_warehouse_without_evidence
    with served(ROOT / "streamlit_app.py", {"HIRING_WAREHOUSE": str(folder)}) as server:
        with private_files.held(folder / names.LOCK, wait=60):  # as if it took long
            page = visitor(browser, server.url, "light", 1280).visit("/interviewers")
            expect(page.locator("h1")).to_have_text("Who stands out is being worked out anew from this build")
            expect(page.get_by_text("This page goes on by itself.")).to_be_visible()
        expect(page.locator("h1")).to_have_text(
            "Among the 42 interviewers who can be compared nobody stands out further than luck"
        )
        expect(page.get_by_text("This page goes on by itself.")).to_have_count(0)
        assert page.locator(FAILED).count() == 0
        assert len(list(folder.glob("evidence-*.duckdb"))) == 1
        page.context.close()
