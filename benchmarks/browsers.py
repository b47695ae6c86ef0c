"""The first chart in a cold browser: from asking for the page to a drawn figure, against a bare app with one chart."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from benchmarks.builds import our_build
from benchmarks.measuring import ROOT, ratio
from benchmarks.servers import BARE_CHART, serving

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHART = ".js-plotly-plot .main-svg"


def _first_chart(url: str) -> float:
    """Seconds until a figure stands in a browser that has never seen the page."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        started = time.perf_counter()
        page.goto(url, wait_until="commit")
        page.wait_for_selector(CHART, timeout=60_000)
        seconds = time.perf_counter() - started
        browser.close()
    return seconds


def measured(runs: int) -> list[tuple[str, str, str, str]]:
    """The row of the table for the first chart, servers warm and browsers cold."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = folder / "bare.py"
        bare.write_text(BARE_CHART, encoding="utf-8")
        our_build(ROOT / "data" / "sample", folder)
        with (
            serving(bare) as floor,
            serving(ROOT / "streamlit_app.py", HIRING_WAREHOUSE=str(folder / "warehouse")) as ours,
        ):
            _first_chart(floor.url), _first_chart(ours.url)
            found, theirs = [], []
            for _ in range(runs):
                found.append(_first_chart(ours.url))
                theirs.append(_first_chart(floor.url))
    return [
        (
            "first chart in a cold browser",
            f"{median(found):.2f} s",
            f"bare app with one chart {median(theirs):.2f} s",
            f"{ratio(found, theirs):.2f}× (≤ 1.5)",
        )
    ]
