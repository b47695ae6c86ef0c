"""What a server keeps in memory while the exports are built anew, again and again, and people come and go."""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import linear_regression, mean

from benchmarks.crowds import Row
from benchmarks.measuring import ROOT, run
from benchmarks.pages import PAGES
from benchmarks.servers import Server, serving
from benchmarks.visitor import Visitor

BUILDS, SESSIONS = 20, 300
SETTLED = 3  # builds until what is loaded once is loaded, and those who left are forgotten
NEW_DEALS = 50  # rows that come with each build, as in the export of another night
FILTERS = ("", "regions=EMEA", "outcome_window=6", "outcome_window=9")


def measured() -> list[Row]:
    """The row of the table, and the curve on the terminal."""
    with tempfile.TemporaryDirectory() as name:
        build_next = _growing(Path(name))
        build_next()
        with serving(ROOT / "streamlit_app.py", HIRING_WAREHOUSE=str(Path(name) / "warehouse")) as server:
            curve = _curve(server, build_next)
    print("memory of the server after each build, MB:", ", ".join(f"{one:.0f}" for one in curve), flush=True)
    return [_row(curve)]


def _growing(folder: Path) -> Callable[[], None]:
    """A build of the sample's exports with some more deals at each call.

    Nobody is erased in them: after such a build the server begins anew, and there would be nothing to measure.
    """
    exports = folder / "exports"
    shutil.copytree(ROOT / "data" / "sample", exports)
    (exports / "erased_people.csv").unlink()
    deals = exports / "opportunities.csv"
    lines = deals.read_text(encoding="utf-8").splitlines(keepends=True)
    missing = [NEW_DEALS * number for number in range(BUILDS + 1)]
    command = [sys.executable, "-m", "hiring", "build", "--exports", str(exports)]

    def build_next() -> None:
        deals.write_text("".join(lines[: len(lines) - missing.pop()]), encoding="utf-8")
        run([*command, "--warehouse", str(folder / "warehouse")])

    return build_next


def _curve(server: Server, build_next: Callable[[], None]) -> list[float]:
    """MB held at first and after each build, once everything is drawn ahead and some people came and went."""
    chance, curve = random.Random(1), list[float]()
    for place in range(BUILDS + 1):
        if place:
            build_next()
        server.until_idle()
        for _ in range(SESSIONS // BUILDS):
            visitor = Visitor(server.port, chance.choice(PAGES))
            visitor.rerun()
            visitor.rerun(chance.choice(FILTERS))
            visitor.close()
        curve.append(server.memory())
    return curve


def _row(curve: Sequence[float]) -> Row:
    settled = curve[SETTLED:]
    first, last = mean(settled[:3]), mean(settled[-3:])
    slope = linear_regression(range(len(settled)), settled).slope
    return (
        f"memory of a server over {BUILDS} changed builds, {SESSIONS} sessions",
        f"{last:.0f} MB (last three)",
        f"{first:.0f} MB (builds {SETTLED} to {SETTLED + 2})",
        f"{last / first:.2f}×, {slope:+.1f} MB a build (level: under 0.5)",
    )
