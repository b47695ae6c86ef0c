"""What a page costs the server: processor seconds of a rerun, and how long fifty people wait."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.builds import our_build, sample
from benchmarks.crowds import PEOPLE, Row, cold_row, first_row, steady_row
from benchmarks.measuring import ROOT, ratio
from benchmarks.servers import BARE, Server, serving
from benchmarks.visitor import Visitor

PAGES = (
    *("", "high-performers", "outcomes", "role-profiles", "sources", "interviewers", "panels", "craft"),
    "second-look",
    *("data-health", "definitions", "methods"),
)
RERUNS, WARM = 60, 5
FEWER = 1_000_000  # deals of the smaller warehouse: a page must cost the same on both


def _cost(server: Server, page: str, reruns: int = RERUNS) -> float:
    """Processor seconds of one rerun of a page, once it is warm."""
    visitor = Visitor(server.port, page)
    for _ in range(WARM):
        visitor.rerun()
    before = server.processor()
    for _ in range(reruns):
        visitor.rerun()
    used = server.processor() - before
    visitor.close()
    return used / reruns


@contextmanager
def _warehouses(fewer: int, most: int) -> Iterator[tuple[Path, Path, Path]]:
    """A script of the bare app, and warehouses of that many deals."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = folder / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        for deals, place in ((fewer, "fewer"), (most, "most")):
            exports, _ = sample(folder, 5000, deals)
            our_build(exports, folder / place)
        yield bare, folder / "fewer" / "warehouse", folder / "most" / "warehouse"


def _served(warehouse: Path) -> Callable[[], AbstractContextManager[Server]]:
    return partial(serving, ROOT / "streamlit_app.py", HIRING_WAREHOUSE=str(warehouse))


def measured(runs: int, most: int) -> list[Row]:
    """The rows of the table for pages over warehouses of `most` deals and of a million, or a tenth if that is less."""
    fewer = min(FEWER, most // 10)
    with _warehouses(fewer, most) as (bare, small, large):
        with serving(bare) as floor, _served(small)() as less, _served(large)() as more:
            for server in (floor, less, more):
                server.until_idle()
            rows = [_cost_row(page, floor, (less, fewer), (more, most), runs) for page in PAGES]
        with serving(bare) as floor, _served(large)() as more:
            rows.append(steady_row(more, floor, PAGES, runs))
        rows.append(cold_row(_served(large), partial(serving, bare), PAGES, runs))
        rows += [first_row(_served(large), PAGES, people, runs) for people in (1, PEOPLE)]
    return rows


def _cost_row(page: str, floor: Server, less: tuple[Server, int], more: tuple[Server, int], runs: int) -> Row:
    large, bare, small = [], [], []
    for _ in range(runs):
        large.append(_cost(more[0], page))
        bare.append(_cost(floor, ""))
        small.append(_cost(less[0], page))
    return (
        f"processor of a rerun, {page or 'overview'}, {more[1]:,} deals",
        f"{median(large) * 1000:.1f} ms",
        f"bare st.write {median(bare) * 1000:.1f} ms; {less[1]:,} deals {median(small) * 1000:.1f} ms",
        f"{ratio(large, bare):.2f}× (≤ 1); {ratio(large, small):.2f}× of fewer deals (flat)",
    )
