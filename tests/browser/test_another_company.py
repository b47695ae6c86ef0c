"""Another company is built while a page is open, one whose files hold links, pictures, formulas and code as names."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from browser.looking import FAILED, PAGES, Visitor, visitor
from browser.serving import ROOT, served
from helpers import breadth
from hiring import sample
from hiring.warehouse.build import Request, build

CLOCK = date(2026, 7, 1)
ROLE = "<img src='https://evil.example.com/role.png'>"
SOURCE = "[x](https://evil.example.com)"
REGION = "![x](https://evil.example.com/x.png)"
PERSON = "<script>document.title = 'taken'</script>"
OWNER = '=HYPERLINK("https://evil.example.com") :material/delete: $x^2$'
AMOUNT = "<a href='https://evil.example.com'>1</a>"
COMPANY = "www.evil.example.com {{7*7}} _one_"
REASON = "![why](https://evil.example.com/why.png)"
NAMES = {"Mid-market": ROLE, "Job board": SOURCE, "DACH": REGION, "did not come": REASON}
MARKUP = ("[href*=evil]", "[src*=evil]", "script", "img", "image", ".katex", "[role=img][aria-label*=delete]")
SHOWN = {
    "/": [COMPANY],
    "/high-performers": [COMPANY],
    "/outcomes": [ROLE, COMPANY],
    "/role-profiles": [COMPANY],
    "/leadership": [COMPANY],
    "/sources": [SOURCE, COMPANY],
    "/interviewers": [COMPANY],
    "/panels": [COMPANY],
    "/alignment": [COMPANY],
    "/intake": [COMPANY],
    "/shared-result": [COMPANY],
    "/review": [COMPANY],
    "/decisions": [COMPANY],
    "/agreement": [COMPANY],
    "/candidates": [SOURCE, REASON, COMPANY],
    "/hiring-plan": [COMPANY],
    "/craft": [COMPANY],
    "/second-look": [COMPANY],
    "/data-health": [OWNER, AMOUNT, COMPANY],
    "/identity": [OWNER, COMPANY],
    "/definitions": [ROLE, COMPANY],
    "/mapping": [COMPANY],
    "/start": [COMPANY],
    "/methods": [COMPANY],
    "/rights": [COMPANY],
    "/fairness": [COMPANY],
}


@dataclass(frozen=True)
class Company:
    """A small company's exports, the warehouse they go into, and a window on it that stays open."""

    exports: Path
    warehouse: Path
    visitor: Visitor

    def built(self) -> None:
        result = build(Request(self.exports, self.warehouse, clock=CLOCK, wait=lambda _path: None))
        assert result.outcome == "served", "\n".join(map(str, result.messages))

    def renamed(self) -> None:
        """Put the names that are no names into the files."""
        for path in sorted(self.exports.glob("*.csv")):
            rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
            rows = [[NAMES.get(cell, cell) for cell in row] for row in rows]
            columns = {name: place for place, name in enumerate(rows[0])}
            if path.stem == "employees":
                seller = next(row for row in rows if row[columns["role_profile"]] == ROLE)
                seller[columns["full_name"]] = PERSON
            elif path.stem == "crm_users":
                rows[-1][columns["full_name"]] = OWNER
            elif path.stem == "opportunities":
                rows[5][columns["amount"]] = AMOUNT
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(rows)
        (self.exports / "config.toml").write_text(f'company_name = "{COMPANY}"\nbase_currency = "EUR"\n')


@pytest.fixture(scope="module")
def company(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    folder = tmp_path_factory.mktemp("company")
    sample.write(folder / "exports", hires=60, seed=5)
    # A build that forgets somebody begins the server anew.
    (folder / "exports" / "erased_people.csv").unlink()
    with served(ROOT / "streamlit_app.py", {"HIRING_WAREHOUSE": str(folder / "warehouse")}) as server:
        one = Company(folder / "exports", folder / "warehouse", visitor(browser, server.url, "light", 1280))
        one.built()
        yield one
        one.visitor.page.context.close()


@pytest.fixture(scope="module")
def moved(company: Company) -> Visitor:
    """The window, open since before the second build, after a filter was clicked in it."""
    page = company.visitor.visit("/outcomes")
    assert page.get_by_text(COMPANY).count() == 0
    company.visitor.scope_line().click()
    company.renamed()
    company.built()
    page.get_by_test_id("stPopoverBody").locator(".st-key-regions").get_by_role("combobox").click()
    page.get_by_role("option", name="North America").click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(company.visitor.scope_line()).to_contain_text("North America")
    company.visitor.settled()
    return company.visitor


def test_an_open_page_moves_over_to_a_new_build_at_the_next_click(moved: Visitor) -> None:
    expect(moved.page.get_by_text(COMPANY)).to_have_count(1)
    assert moved.page.locator(FAILED).count() == 0
    assert moved.complaints == []
    moved.scope_line().click()
    roles = moved.page.get_by_test_id("stPopoverBody").locator(".st-key-role_profiles")
    roles.get_by_role("combobox").click()
    expect(moved.page.get_by_role("option", name=ROLE, exact=True)).to_be_visible()
    assert moved.page.get_by_role("option", name="Mid-market").count() == 0


#: At every landing the pages that tell more of the files than the company's name, and the first.
TOLD = ["/", *(path for path in PAGES if len(SHOWN[path]) > 1)]


@pytest.mark.parametrize("path", breadth.always(TOLD, PAGES))
def test_what_stands_in_a_file_is_shown_letter_by_letter(moved: Visitor, path: str) -> None:
    page = moved.visit(path)
    assert page.locator(FAILED).count() == 0
    told = page.get_by_test_id("stMain").evaluate("main => main.textContent").replace("\u00a0", " ")
    for name in SHOWN[path]:
        assert name in told
    for element in MARKUP:
        assert page.locator(f'[data-testid="stMain"] {element}').count() == 0, element
    assert moved.overflow() == 0
    assert (moved.went_out, moved.complaints) == ([], [])


def test_a_role_is_shown_letter_by_letter_beside_another(moved: Visitor) -> None:
    page = moved.visit("/role-profiles?role=" + quote(ROLE))
    told = page.get_by_test_id("stMain").evaluate("main => main.textContent")
    assert told.count(ROLE) > 3
    assert page.locator(FAILED).count() == 0
    for element in MARKUP:
        assert page.locator(f'[data-testid="stMain"] {element}').count() == 0, element
    assert (moved.went_out, moved.complaints) == ([], [])


def test_a_hires_name_is_shown_letter_by_letter_in_the_grid(moved: Visitor) -> None:
    page = moved.visit("/outcomes?grid_unfolded=true&role_profiles=" + quote(ROLE))
    assert page.locator(FAILED).count() == 0
    assert "<. = 'taken'</" in page.locator(".st-key-grid").evaluate("grid => grid.textContent")
    assert "taken" not in page.title()
    assert (moved.went_out, moved.complaints) == ([], [])
