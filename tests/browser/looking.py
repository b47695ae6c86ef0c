"""A visitor: a browser window in one theme and width, who notes every request and every complaint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

HEIGHT = 900
PATIENCE = 60_000  # milliseconds for a page to be drawn on a busy machine
expect.set_options(
    timeout=PATIENCE
)  # what is expected waits five seconds by itself, whatever the context says
PAGES = {
    "/": "Overview",
    "/high-performers": "High performers",
    "/outcomes": "Outcomes and ramp",
    "/role-profiles": "Role profiles",
    "/leadership": "Leadership and placement",
    "/sources": "Sources",
    "/interviewers": "Interviewers and combinations",
    "/panels": "Panels",
    "/craft": "Interviewing craft",
    "/second-look": "Second look",
    "/alignment": "Alignment",
    "/intake": "Intake",
    "/agreement": "Agreement",
    "/candidates": "Candidates",
    "/shared-result": "Shared result",
    "/review": "Quarterly review",
    "/decisions": "Decisions and promises",
    "/hiring-plan": "Hiring plan",
    "/start": "Start",
    "/data-health": "Data health",
    "/mapping": "Map a file",
    "/identity": "Identity match",
    "/definitions": "Definitions",
    "/methods": "Methods",
    "/rights": "Who sees what",
    "/fairness": "Fairness",
}
FORMS = ", ".join(
    f'[data-testid="{form}"]' for form in ("stPlotlyChart", "stTable", "stDataFrame", "stMetric")
)
FAILED = '[data-testid="stException"], [data-testid="stAlertContentError"]'
AT_REST = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
# Streamlit writes a menu in sections as a list without its items; the drawer is not ours to mend.
STREAMLITS_DRAWER = '[data-testid="stSidebarNav"]'
# Where a table is wider than a phone, Streamlit lets it move in a frame without a tab stop of its own; browsers give
# such a frame the keyboard (test_every_page tries it). All else in a table is judged.
STREAMLITS_TABLE, ITS_RULE = "stTable", "scrollable-region-focusable"
# The place a file is dropped on has a name of Streamlit's, and is none for a reader of screens: its button is.
STREAMLITS_FIELD, ITS_OTHER_RULE = 'data-testid="stFileUploaderDropzone"', "presentation-role-conflict"
# On every page but the first, Streamlit's client asks below the page's address before it asks where they are.
STREAMLITS_PROBES = re.compile(r"/[a-z-]+/_stcore/(health|host-config)")
# A chart's frame comes before its figure.
DRAWN = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
    .every(chart => chart.querySelector('.main-svg'))
    && document.querySelectorAll('[data-testid="stSkeleton"], [data-stale="true"]').length === 0
    && document.fonts.status === 'loaded'"""
# What the policy of an answer keeps a page from doing, said where errors stand.
SAY_VIOLATIONS = """document.addEventListener('securitypolicyviolation', kept =>
    console.error(`against the policy: ${kept.effectiveDirective} ${kept.blockedURI} ${kept.sourceFile}`))"""
SMALL_LETTERS = """smallest => {
    const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const words = texts.currentNode.textContent.trim(), place = texts.currentNode.parentElement;
        const size = parseFloat(getComputedStyle(place).fontSize), box = place.getBoundingClientRect();
        const isCode = ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(place.tagName);
        if (words && !isCode && box.width && box.height && size < smallest) found.push(`${size} px: ${words}`);
    }
    return found;
}"""
CUT_WORDS = """() => [...document.querySelectorAll('[data-testid="stMetricValue"] *, [data-testid="stMetricLabel"] *')]
    .filter(part => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflow !== 'visible')
    .map(part => part.textContent)"""


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
        barriers = [
            (rule, node)
            for rule in found
            for node in rule["nodes"]
            if not self._is_table(rule, node)
            and not (rule["id"] == ITS_OTHER_RULE and STREAMLITS_FIELD in node["html"])
        ]
        return [f"{rule['id']}: {rule['help']} ({node['html'][:120]})" for rule, node in barriers]

    def _is_table(self, rule: dict[str, Any], node: dict[str, Any]) -> bool:
        """Whether it is the one remark about the frame of Streamlit's table."""
        if rule["id"] != ITS_RULE:
            return False
        frame = self.page.locator(node["target"][0])
        return frame.evaluate("frame => frame.parentElement.dataset.testid") == STREAMLITS_TABLE

    def small_letters(self, smallest: int = 12) -> list[str]:
        """Words to be seen in letters of fewer pixels, in figures too."""
        return list(self.page.evaluate(SMALL_LETTERS, smallest))

    def cut_words(self) -> list[str]:
        """Labels and values of tiles that end in dots, for want of room."""
        return list(self.page.evaluate(CUT_WORDS))

    def scope_line(self) -> Locator:
        """The button whose label is the scope, with the filters behind it."""
        return self.page.get_by_test_id("stPopoverButton").first

    def press(self, mark: Locator) -> None:
        """Click a mark of a figure once the figure says what it is: a click that comes sooner is nobody's."""
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        assert box is not None
        middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        # A pointer that lies there already moves nothing, and a figure drawn anew below it says nothing.
        self.page.mouse.move(middle[0] - 40, middle[1] - 12)
        self.page.mouse.move(*middle, steps=4)
        with suppress(AssertionError):
            expect(self.page.locator(".hoverlayer .hovertext").first).to_be_attached(timeout=5_000)
        mark.click(force=True)

    def go(self, name: str) -> Page:
        """Choose a page in the menu of a wide window and wait until it is drawn; gives Playwright's page."""
        before = self.page.url
        link = self.page.locator('a[data-testid^="stTopNav"]:visible').filter(
            has_text=re.compile(f"^{name}$")
        )
        links = self.page.get_by_test_id("stTopNavDropdownLink")
        for section in self.page.get_by_test_id("stTopNavSection").all():
            if link.count() == 0:
                section.click()
                links.first.wait_for()
            # Closed before the next is opened, or its links would be taken for the next one's.
            if link.count() == 0:
                section.click()
                links.first.wait_for(state="detached")
        link.click()
        self.page.wait_for_function("before => location.href !== before", arg=before)
        return self.settled()

    def overflow(self) -> int:
        """How many pixels the page is wider than the window; 0 when nothing must be moved sideways."""
        wide = int(self.page.evaluate("document.documentElement.scrollWidth"))
        return max(0, wide - self.width)

    @contextmanager
    def narrowed(self, width: int) -> Iterator[None]:
        """The window drawn together to a width, and afterwards as it was."""
        wide, self.width = self.width, width
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.settled()
        try:
            yield
        finally:
            self.width = wide
            self.page.set_viewport_size({"width": wide, "height": HEIGHT})
            # The drawer goes only once the menu above the page is there.
            self.page.get_by_test_id("stTopNavSection").first.wait_for()

    def picture(self, file: Path, height: int) -> None:
        """The upper part of the page as a PNG: the window grows for it, since Streamlit scrolls inside."""
        self.page.set_viewport_size({"width": self.width, "height": height})
        self.page.mouse.move(0, 0)
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

    context.add_init_script(SAY_VIOLATIONS)
    context.route(leaves_the_house, lambda route: route.abort())
    context.on("request", lambda request: note(request.url))
    one.page.on("websocket", lambda channel: note(channel.url))
    one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
    one.page.on("console", lambda line: one.complaints.append(line.text) if _complains(line) else None)
    return one


def _complains(line: ConsoleMessage) -> bool:
    """Whether a line of the console is an error, other than that Streamlit's client found no answer to a probe."""
    asked = urlsplit(line.location["url"]).path
    is_probe = STREAMLITS_PROBES.fullmatch(asked) is not None and "404" in line.text
    return line.type == "error" and not is_probe
