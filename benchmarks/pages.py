"""What a page costs the server: processor seconds of a rerun, and how long fifty people wait."""

from __future__ import annotations

import random
import tempfile
import threading
import time
from pathlib import Path
from statistics import median, quantiles

from benchmarks.builds import our_build, sample
from benchmarks.measuring import ROOT, ratio
from benchmarks.servers import BARE, Server, serving
from benchmarks.visitor import Visitor

PAGES = ("", "hire-quality", "sources", "data", "definitions")
RERUNS = 60
PEOPLE, THINK, VISITS = 50, 3.0, 8


def _cost(server: Server, page: str, reruns: int = RERUNS) -> float:
    """Processor seconds of one rerun of a page, once it is warm."""
    visitor = Visitor(server.port, page)
    for _ in range(5):
        visitor.rerun()
    before = server.processor()
    for _ in range(reruns):
        visitor.rerun()
    used = server.processor() - before
    visitor.close()
    return used / reruns


def _crowd(server: Server, pages: tuple[str, ...]) -> list[float]:
    """Seconds each of fifty visitors waited for each page, thinking about three seconds between two."""
    waits: list[float] = []
    lock = threading.Lock()

    def visit(seed: int) -> None:
        chance = random.Random(seed)
        time.sleep(chance.uniform(0, THINK))
        visitor = Visitor(server.port, pages[seed % len(pages)])
        visitor.rerun()
        for _ in range(VISITS):
            time.sleep(chance.expovariate(1 / THINK))
            waited = visitor.rerun()
            with lock:
                waits.append(waited)
        visitor.close()

    people = [threading.Thread(target=visit, args=(seed,)) for seed in range(PEOPLE)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return waits


def measured(most: int) -> list[tuple[str, str, str, str]]:
    """The rows of the table for pages over warehouses of `most` deals and a tenth of them."""
    rows: list[tuple[str, str, str, str]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = folder / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        small, _ = sample(folder, 5000, most // 10)
        large, _ = sample(folder, 5000, most)
        our_build(small, folder / "small")
        our_build(large, folder / "large")
        ours_at = ROOT / "streamlit_app.py"
        with (
            serving(bare) as floor,
            serving(ours_at, HIRING_WAREHOUSE=str(folder / "small" / "warehouse")) as less,
            serving(ours_at, HIRING_WAREHOUSE=str(folder / "large" / "warehouse")) as more,
        ):
            for page in PAGES:
                ours, theirs, tenth = [], [], []
                for _ in range(3):
                    ours.append(_cost(more, page))
                    theirs.append(_cost(floor, ""))
                    tenth.append(_cost(less, page))
                title = page or "overview"
                rows.append(
                    (
                        f"processor of a rerun, {title}",
                        f"{median(ours) * 1000:.1f} ms",
                        f"bare st.write {median(theirs) * 1000:.1f} ms",
                        f"{ratio(ours, theirs):.2f}× (≤ 1); {ratio(ours, tenth):.2f}× of {most // 10:,} deals (flat)",
                    )
                )
            waits, floor_waits = _crowd(more, PAGES), _crowd(floor, ("",))
            late, floor_late = _p95(waits), _p95(floor_waits)
            rows.append(
                (
                    f"{PEOPLE} people, {THINK:g} s think time, p95",
                    f"{late * 1000:.0f} ms",
                    f"bare app {floor_late * 1000:.0f} ms",
                    f"{late / floor_late:.2f}× (≤ 1)",
                )
            )
    return rows


def _p95(waits: list[float]) -> float:
    return quantiles(waits, n=20)[-1]
