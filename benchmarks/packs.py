"""The pack of a quarterly review in all its formats, from a cold start, against what its tools alone take."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.builds import our_build, sample
from benchmarks.crowds import Row
from benchmarks.measuring import ROOT, Run, in_turn, ratio, run
from benchmarks.pages import FEWER

HIRES = 5000
#: Seconds from the command to the last file, of the sample and of the large company.
MOST_OF_SAMPLE, MOST_OF_LARGE = 5, 15
#: The floor: Python starts, what makes the files loads, and each writes one that is empty.
BARE = """
import io, duckdb, numpy, pandas, plotly, pptx, scipy.stats, typst, xlsxwriter
duckdb.connect()
pptx.Presentation().save(io.BytesIO())
xlsxwriter.Workbook(io.BytesIO()).close()
typst.compile(b"= Empty", format="pdf")
"""


def measured(runs: int, most: int) -> list[Row]:
    """The rows of the table for the sample and for a company of 5,000 hires."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, _ = sample(folder, HIRES, min(FEWER, most // 10))
        of_sample, of_large = folder / "of_sample", folder / "of_large"
        our_build(ROOT / "data" / "sample", of_sample)
        our_build(large, of_large)
        small, many, bare = in_turn(
            runs,
            lambda: _review(of_sample / "warehouse", folder / "out"),
            lambda: _review(of_large / "warehouse", folder / "out"),
            lambda: run([sys.executable, "-c", BARE]),
        )
    return [
        _row("review of the sample, all formats", small, bare, MOST_OF_SAMPLE),
        _row(f"review of {HIRES:,} hires, all formats", many, bare, MOST_OF_LARGE),
    ]


def _review(warehouse: Path, out: Path) -> Run:
    return run(
        [*(sys.executable, "-m", "hiring", "review"), "--warehouse", str(warehouse), "--out", str(out)],
    )


def _row(what: str, ours: list[Run], bare: list[Run], most: int) -> Row:
    wall, floor = ([one.wall for one in side] for side in (ours, bare))
    used = median(one.processor for one in ours)
    return (
        what,
        f"{median(wall):.1f} s, {used:.1f} of a processor, {max(one.memory for one in ours):,.0f} MB",
        f"its tools and empty files {median(floor):.1f} s",
        f"{ratio(wall, floor):.1f}× (≤ {most} s)",
    )
