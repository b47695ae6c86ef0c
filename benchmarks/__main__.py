"""`make bench`: every ratio, each measured in one run against the floor it names."""

from __future__ import annotations

import argparse
import platform

from benchmarks import browsers, builds, mappings, memory, models, packs, pages
from benchmarks.measuring import show


def main() -> None:
    """Measure what was asked for and print one table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", default=["builds", "mappings", "pages", "packs", "memory", "browsers", "models"]
    )
    parser.add_argument("--deals", type=int, default=10_000_000, help="opportunities of the large company")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    print(f"{builds.version()}, {platform.system()} on {platform.machine()}", flush=True)
    rows = []
    if "builds" in arguments.parts:
        rows += builds.measured(arguments.runs, arguments.deals)
    if "mappings" in arguments.parts:
        rows += mappings.measured(arguments.runs, arguments.deals)
    if "pages" in arguments.parts:
        rows += pages.measured(arguments.runs, arguments.deals)
    if "packs" in arguments.parts:
        rows += packs.measured(arguments.runs, arguments.deals)
    if "memory" in arguments.parts:
        rows += memory.measured()
    if "browsers" in arguments.parts:
        rows += browsers.measured(arguments.runs)
    if "models" in arguments.parts:
        rows += models.measured()
    show(rows)


if __name__ == "__main__":
    main()
