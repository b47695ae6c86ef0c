"""The pictures of `docs/pictures`: every page in light and dark. `make pictures` runs this, no suite does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from browser.looking import PAGES, Visitor, visitor
from browser.serving import ROOT, served
from helpers import practising
from hiring.findings import tour
from hiring.sample.vendors import by_hand
from hiring.showing.evidence import FACT

PICTURES = ROOT / "docs" / "pictures"
HEIGHT = 1400  # pixels: the answer, the numbers and the first figures
STEP = 900  # of a step of the tutorial: what is seen without scrolling

#: The folders of the machine that takes the pictures go by the names that they have for everybody.
SAY_FOLDER = """([folder, called]) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode;
        if (text.textContent.includes(folder)) text.textContent = text.textContent.replaceAll(folder, called);
    }
}"""


def taken(one: Visitor, name: str, height: int, folder: Path = ROOT, called: str = "") -> None:
    """Take the picture of what a window shows, in 256 colours: a page has few, and the file is a third."""
    PICTURES.mkdir(exist_ok=True)
    one.page.evaluate(SAY_FOLDER, [f"{folder}/", called])
    file = PICTURES / f"{name}.png"
    one.picture(file, height)
    with Image.open(file) as picture:
        packed = picture.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    packed.save(file, optimize=True)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_its_picture(windows: Callable[..., Visitor], path: str, theme: str) -> None:
    one = windows(theme)
    one.visit(path)
    taken(one, f"{path.strip('/') or 'overview'}-{theme}", HEIGHT)


def test_the_overview_on_a_phone_has_its_picture(windows: Callable[..., Visitor]) -> None:
    one = windows("light", 400)
    one.visit()
    taken(one, "overview-phone", HEIGHT)


def test_the_tutorial_has_its_pictures_of_the_tour(windows: Callable[..., Visitor]) -> None:
    one = windows("light")
    for stop in tour.STOPS:  # what each says is told on the last
        one.visit(f"/{stop.address}")
    taken(one, "tutorial-tour", HEIGHT)
    one.visit("/sources?tour=3")
    taken(one, "tutorial-stop", STEP)


def test_the_tutorial_has_a_picture_of_each_step(
    browser: Browser, sample_warehouse: Path, tmp_path: Path
) -> None:
    shutil.copytree(sample_warehouse, tmp_path / "warehouse")
    exports = tmp_path / "exports"
    exports.mkdir()
    shutil.copyfile(practising.PRACTICE / "config.toml", exports / "config.toml")
    where = {"HIRING_EXPORTS": str(exports), "HIRING_WAREHOUSE": str(tmp_path / "warehouse")}
    with served(ROOT / "streamlit_app.py", where) as server:
        one = visitor(browser, server.url, "light", 1280)
        of_step = partial(taken, one, folder=tmp_path, called="data/")
        _sent(one, of_step)
        practising.mapped(exports)
        one.visit("/start")
        of_step("tutorial-question", STEP)
        practising.answered(exports)
        _built(one, of_step)
        one.page.context.close()


def _sent(one: Visitor, of_step: Callable[[str, int], None]) -> None:
    """From nothing to files that were sent, and the first of them on the page Map a file."""
    page = one.visit("/start")
    page.locator('input[type="file"]').set_input_files(practising.FILES)
    page.get_by_role("button", name="Put them into the exports folder").click()
    page.get_by_text("Your files", exact=True).wait_for()
    one.settled()
    of_step("tutorial-sent", STEP)
    page.get_by_role("link", name=f"Say what {by_hand.PEOPLE} holds").click()
    page.get_by_text("What does the file hold?", exact=True).wait_for()
    one.settled()
    of_step("tutorial-map", STEP)


def _built(one: Visitor, of_step: Callable[[str, int], None]) -> None:
    """From files of which nothing waits to the first chart, with its evidence, and what more would show."""
    page = one.visit("/start")
    of_step("tutorial-build", STEP)
    page.get_by_role("button", name="Build now").click()
    page.get_by_role("link", name="Open the Overview").click()
    expect(page.get_by_role("heading", name="High performers by region")).to_be_visible()
    expect(page.get_by_text(FACT)).to_have_count(0)
    one.settled()
    of_step("tutorial-first-chart", HEIGHT)
    one.visit("/start")
    of_step("tutorial-more", HEIGHT)
