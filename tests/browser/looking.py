"""A visitor: a browser window in one theme and width, who notes every request and every complaint."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

HEIGHT = 900
PATIENCE = 20_000  # milliseconds for a page to be drawn on a busy machine
AT_REST = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
# Streamlit writes a menu in sections as a list without its items; the drawer is not ours to mend.
STREAMLITS_DRAWER = '[data-testid="stSidebarNav"]'
# A chart's frame comes before its figure.
DRAWN = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
    .every(chart => chart.querySelector('.main-svg'))
    && document.querySelectorAll('[data-testid="stSkeleton"], [data-stale="true"]').length === 0
    && document.fonts.status === 'loaded'"""


def leaves_the_house(url: str) -> bool:
    """Whether an address is another machine's; what a page makes itself (data:, blob:) is not."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in ("127.0.0.1", "localhost")


@dataclass
class Visitor:
    """One window; `page` is Playwright's, `went_out` and `complaints` are what a test must find empty."""

    page: Page
    home: str
    width: int
    went_out: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def visit(self, path: str = "/") -> Page:
        """Open a page of the dashboard and wait until it is drawn; gives Playwright's page."""
        self.page.goto(self.home + path, wait_until="domcontentloaded")
        return self.settled()

    def settled(self) -> Page:
        """Wait until the script has run, every chart is drawn and the fonts are there."""
        self.page.locator(AT_REST).wait_for(state="attached")
        self.page.wait_for_function(DRAWN)
        return self.page

    def pages(self) -> list[str]:
        """The paths of the pages in the menu, in its order; a narrow window has them all in its drawer."""
        links = self.page.locator('[data-testid="stSidebarNavLink"]')
        return [urlsplit(str(link.get_attribute("href"))).path for link in links.all()]

    def barriers(self) -> list[str]:
        """What keeps people out of the page as it stands: axe's rule, its sentence, and the first place."""
        found = Axe().run(self.page, context={"exclude": [[STREAMLITS_DRAWER]]}).response["violations"]
        return [f"{rule['id']}: {rule['help']} ({rule['nodes'][0]['html'][:120]})" for rule in found]

    def overflow(self) -> int:
        """How many pixels the page is wider than the window; 0 when nothing must be moved sideways."""
        wide = int(self.page.evaluate("document.documentElement.scrollWidth"))
        return max(0, wide - self.width)

    def picture(self, file: Path) -> None:
        """The whole page as a PNG, however long: the window grows to it, since Streamlit scrolls inside."""
        length = int(self.page.locator('[data-testid="stMain"]').evaluate("main => main.scrollHeight"))
        self.page.set_viewport_size({"width": self.width, "height": max(HEIGHT, length)})
        self.settled().screenshot(path=file, animations="disabled", caret="hide")
        self.page.set_viewport_size({"width": self.width, "height": HEIGHT})


def visitor(browser: Browser, home: str, theme: str, width: int) -> Visitor:
    """A new window that reports; requests to other machines are stopped as well as noted."""
    context = browser.new_context(
        color_scheme=theme,  # type: ignore[arg-type]
        viewport={"width": width, "height": HEIGHT},
        reduced_motion="reduce",
        locale="en-GB",
        accept_downloads=True,
    )
    context.set_default_timeout(PATIENCE)
    one = Visitor(context.new_page(), home, width)

    def note(url: str) -> None:
        if leaves_the_house(url):
            one.went_out.append(url)

    context.route(leaves_the_house, lambda route: route.abort())
    context.on("request", lambda request: note(request.url))
    one.page.on("websocket", lambda channel: note(channel.url))
    one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
    one.page.on("console", lambda line: one.complaints.append(line.text) if line.type == "error" else None)
    return one
