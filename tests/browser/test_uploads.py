"""A large file dropped on the page that maps files: held while it is looked at, let go when the visitor leaves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.looking import visitor
from browser.serving import ROOT, Server, served
from helpers import breadth

MB = 1024 * 1024
SENT = 40 * MB
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a process's memory is read from /proc")


def held(server: Server) -> int:
    """Bytes of memory the server has that are its own."""
    lines = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon:"))


def falls_below(server: Server, most: int) -> bool:
    """Whether the server comes to hold less, asked again with each of its answers."""
    for _ in range(2000):
        if held(server) < most:
            return True
        line = HTTPConnection("127.0.0.1", server.port, timeout=60)
        line.request("GET", "/_stcore/health")
        line.getresponse().read()
        line.close()
    return False


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sent") / "large.csv"
    path.write_bytes(b"a,b\n" + b"1,2\n" * (SENT // 4))
    return path


@pytest.fixture(scope="module")
def alone(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server nobody else visits, so that what it holds is told apart."""
    exports = str(tmp_path_factory.mktemp("exports"))
    environment = {
        "HIRING_WAREHOUSE": str(sample_warehouse),
        "HIRING_EXPORTS": exports,
        "PYTHONPATH": str(ROOT),
    }
    with served(Path(__file__).with_name("uploads_app.py"), environment) as server:
        yield server


@pytest.mark.parametrize("leaves", [*breadth.proof("for another page"), "altogether"])
def test_a_file_is_let_go_when_the_visitor_leaves(
    browser: Browser, alone: Server, file: Path, leaves: str
) -> None:
    one = visitor(browser, alone.url, "light", 1280)
    page = one.visit("/mapping")
    page.get_by_text("Add a file", exact=True).click()
    expect(page.get_by_text("CSV or Excel, up to 50 MB.")).to_be_visible()
    expect(page.get_by_text("Copy a larger file into the exports folder yourself")).to_be_visible()
    one.visit("/definitions")
    one.visit("/mapping")
    before = held(alone)
    page.get_by_text("Add a file", exact=True).click()
    page.locator('input[type="file"]').set_input_files(file)
    expect(page.get_by_role("button", name="Put it into the exports folder")).to_be_visible()
    assert held(alone) > before + SENT * 3 // 4
    if leaves == "altogether":
        page.context.close()
    else:
        one.go("Definitions")
    assert falls_below(alone, before + SENT // 2)
    if leaves != "altogether":
        assert (one.complaints, one.went_out) == ([], [])
        page.context.close()
