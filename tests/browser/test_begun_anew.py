"""An open page finds its server again after that began anew: at its address, with its filters, without the name."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.looking import FAILED, visitor
from browser.serving import PATIENCE, ROOT, served
from helpers.forgotten_login import FORGOTTEN, KNOWN, NAME
from helpers.small_company import built
from hiring.serving import restarting


@pytest.mark.skipif(not restarting.is_possible(), reason="processes are not replaced here")
def test_an_open_page_comes_back_by_itself_and_shows_the_name_no_more(
    browser: Browser, tmp_path: Path
) -> None:
    folder = built(tmp_path, KNOWN).folder
    with served(ROOT / "streamlit_app.py", {"HIRING_WAREHOUSE": str(folder)}) as server:
        page = visitor(browser, server.url, "light", 1280).visit("/identity?regions=North")
        expect(page.locator("h1")).to_have_text("10 names belong to nobody in the HR file")
        expect(page.get_by_text(NAME).first).to_be_attached()
        address = page.url

        assert built(tmp_path, FORGOTTEN).result.outcome == "served"
        server.until("URL:", times=2)
        expect(page.get_by_text(NAME)).to_have_count(0, timeout=PATIENCE * 1000)
        expect(page.locator("h1")).to_have_text("9 names belong to nobody in the HR file")
        assert page.url == address
        assert page.locator(FAILED).count() == 0
        page.context.close()
