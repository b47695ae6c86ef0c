"""`python -m benchmarks.missing_deals`: how often deals are taken for missing that are not, and the other way.

Companies of every ground and some in which nothing is true are written as exports and built, first whole, then some
with deals taken out: a hole, one stray old deal before a begin, an early end. `marts.unknown_sales` alone is asked.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import duckdb
import numpy as np

from benchmarks import nothing_true, planted
from benchmarks.grounds import GROUNDS, Ground
from hiring.warehouse.build import Request, build

DEALS = "opportunities.csv"
#: Of companies that win a deal in three months a hire, too: those are the ones to be mistaken for spoilt files.
SELDOM = Ground("a deal in six months", deals=0.17, tail=0.6)
Row = Mapping[str, str]
Keep = Callable[[date], bool]


@dataclass(frozen=True)
class Spoilt:
    """A way to lose deals; `keep` is told the day a deal was closed."""

    name: str
    keep: Keep


def _kept_but(first: date, following: date) -> Keep:
    return lambda day: not first <= day < following


SPOILT = (
    Spoilt("a hole of three months", _kept_but(date(2024, 9, 1), date(2024, 12, 1))),
    Spoilt("a hole of a year", _kept_but(date(2024, 2, 1), date(2025, 2, 1))),
    Spoilt("one stray old deal", _kept_but(date(2023, 1, 10), date(2024, 7, 1))),
    Spoilt("an end four months early", _kept_but(date(2026, 3, 1), date(2027, 1, 1))),
)


def companies(hires: int, count: int) -> Iterator[tuple[str, Callable[[Path], object]]]:
    """So many companies of a size, in turn of each ground and in which nothing is true, each with a name."""
    grounds = (*GROUNDS, SELDOM)
    for seed in range(count):
        place = seed % (len(grounds) + 2)
        if place < len(grounds):
            scenario = planted.Scenario("", ground=grounds[place])
            yield grounds[place].name, partial(planted.write, hires=hires, scenario=scenario, seed=seed)
        else:
            yield "nothing is true", partial(nothing_true.write, hires=hires, seed=seed)


def spoil(exports: Path, keep: Keep) -> None:
    """Take deals out of the CRM's file; the first one stays."""
    file = exports / DEALS
    with file.open(newline="", encoding="utf-8") as read:
        rows = list(csv.DictReader(read))
    rows.sort(key=lambda row: row["closed_on"])
    kept = [row for place, row in enumerate(rows) if place == 0 or _stays(row, keep)]
    with file.open("w", newline="", encoding="utf-8") as written:
        writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)


def _stays(row: Row, keep: Keep) -> bool:
    return not row["closed_on"] or keep(date.fromisoformat(row["closed_on"]))


def gaps(exports: Path) -> list[tuple[date, date]]:
    """What a build takes for time of which deals are missing; `RuntimeError` where it was refused."""
    with tempfile.TemporaryDirectory() as name:
        warehouse = Path(name) / "warehouse"
        result = build(Request(exports, warehouse, as_of=planted.AS_OF, wait=lambda _path: None))
        if not result.is_good:
            raise RuntimeError("\n".join(map(str, result.messages)))
        (file,) = warehouse.glob("hiring-*.duckdb")
        with duckdb.connect(str(file), read_only=True) as engine:
            found = engine.execute(
                "select from_on, to_on from marts.unknown_sales where not is_begin order by 1"
            )
            return [(first, last) for first, last in found.fetchall()]


def is_found(told: list[tuple[date, date]], keep: Keep) -> bool:
    """Whether most of the days whose deals were taken out are told."""
    every = [
        planted.FIRST_START + timedelta(days=n) for n in range((planted.AS_OF - planted.FIRST_START).days)
    ]
    lost = [day for day in every if not keep(day)]
    return bool(np.mean([any(first <= day <= last for first, last in told) for day in lost]) > 0.5)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.missing_deals", description=__doc__)
    parser.add_argument(
        "--whole", nargs="*", default=["150x64", "300x48", "1000x16"], help="hires x companies"
    )
    parser.add_argument(
        "--spoilt", nargs="*", default=["150x5", "300x3"], help="hires x companies, in each way"
    )
    arguments = parser.parse_args()
    whole, false = 0, []
    for hires, count in _sizes(arguments.whole):
        for name, write in companies(hires, count):
            with tempfile.TemporaryDirectory() as folder:
                write(Path(folder))
                told = gaps(Path(folder))
            whole += 1
            if told:
                false.append(f"{hires} hires, {name}: {told[0][0]} to {told[0][1]}")
                print(false[-1], file=sys.stderr, flush=True)
    asked, missed = 0, []
    for way in SPOILT:
        for hires, count in _sizes(arguments.spoilt):
            for name, write in companies(hires, count):
                with tempfile.TemporaryDirectory() as folder:
                    write(Path(folder))
                    spoil(Path(folder), way.keep)
                    is_told = is_found(gaps(Path(folder)), way.keep)
                asked += 1
                missed += [] if is_told else [f"{way.name}, {hires} hires, {name}"]
    print(json.dumps({"whole": whole, "false": false, "spoilt": asked, "missed": missed}, indent=1))


def _sizes(given: list[str]) -> Iterator[tuple[int, int]]:
    for size in given:
        hires, count = size.split("x")
        yield int(hires), int(count)


if __name__ == "__main__":
    main()
