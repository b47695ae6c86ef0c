"""The build of many opportunities against DuckDB's own typed read of the same file, and against counting lines."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

import duckdb

from benchmarks.measuring import Run, in_turn, ratio, run

TYPES = {
    "amount": "decimal(18,4)",
    "created_on": "date",
    "closed_on": "date",
    "is_won": "boolean",
}
#: The floor: the same file read by DuckDB with its types given, into a table on disk; nothing judged or joined.
TYPED_READ = """
import sys, duckdb
source, target, types = sys.argv[1:4]
connection = duckdb.connect(target, config={"memory_limit": "1GB"})
connection.execute(
    f"create table opportunities as select * from read_csv('{source}', header=true, delim=',', quote='\\"', "
    f"escape='\\"', auto_detect=false, columns={types})"
)
connection.close()
"""


def _columns(source: Path) -> str:
    names = source.open(encoding="utf-8").readline().strip().split(",")
    return "{" + ", ".join(f"'{name}': '{TYPES.get(name, 'varchar')}'" for name in names) + "}"


def typed_read(source: Path, folder: Path) -> Run:
    """DuckDB's own typed read of the file into a fresh database file."""
    target = folder / "typed.duckdb"
    for old in folder.glob("typed.duckdb*"):
        old.unlink()
    return run([sys.executable, "-c", TYPED_READ, str(source), str(target), _columns(source)])


def our_build(exports: Path, folder: Path) -> Run:
    """The whole build of the exports into a fresh warehouse."""
    shutil.rmtree(folder / "warehouse", ignore_errors=True)
    return run(
        [
            sys.executable,
            "-m",
            "hiring",
            "build",
            "--exports",
            str(exports),
            "--warehouse",
            str(folder / "warehouse"),
        ]
    )


def count_lines(source: Path) -> Run:
    """`wc -l` of the file."""
    return run(["wc", "-l", str(source)])


def sample(folder: Path, hires: int, opportunities: int) -> tuple[Path, Run]:
    """An invented company of that size in `folder`, and what writing it cost."""
    exports = folder / f"exports_{opportunities}"
    cost = run(
        [
            *(sys.executable, "-m", "hiring", "sample", "--out", str(exports)),
            *("--hires", str(hires), "--opportunities", str(opportunities)),
        ]
    )
    return exports, cost


def measured(runs: int, most: int) -> list[tuple[str, str, str, str]]:
    """The rows of the table for builds of `most` opportunities and a tenth of them."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, cost = sample(folder, 5000, most)
        small, _ = sample(folder, 5000, most // 10)
        rows.append(
            (f"write a company of {most:,} deals", f"{cost.wall:.0f} s, {cost.memory:.0f} MB", "", "")
        )
        source = large / "opportunities.csv"
        ours, typed, lines, tenth = in_turn(
            runs,
            lambda: our_build(large, folder),
            lambda: typed_read(source, folder),
            lambda: count_lines(source),
            lambda: our_build(small, folder / "small"),
        )
        rows.append(_row(f"build of {most:,} deals, wall", ours, typed, "typed read", "1.75"))
        rows.append(_row("the same, all it reads beside them counted in", ours, lines, "wc -l", ""))
        growth = ratio([r.wall for r in ours], [r.wall for r in tenth])
        rows.append(
            (
                f"build, {most // 10:,} → {most:,} deals",
                f"{_wall(ours):.1f} s",
                f"{_wall(tenth):.1f} s",
                f"{growth:.1f}× for 10× (linear: ≤ 10)",
            )
        )
        peak = max(r.memory for r in ours)
        rows.append(("build, peak memory", f"{peak:,.0f} MB", "", "(≤ 1,536 MB)"))
        shutil.rmtree(folder / "warehouse", ignore_errors=True)
    return rows


def _wall(runs: list[Run]) -> float:
    return median(r.wall for r in runs)


def _row(what: str, ours: list[Run], theirs: list[Run], against: str, aim: str) -> tuple[str, str, str, str]:
    found = ratio([r.wall for r in ours], [r.wall for r in theirs])
    wanted = f" (≤ {aim})" if aim else ""
    return what, f"{_wall(ours):.1f} s", f"{against} {_wall(theirs):.2f} s", f"{found:.2f}×{wanted}"


def version() -> str:
    """What was measured with."""
    return f"DuckDB {duckdb.__version__}, Python {sys.version.split()[0]}"
