"""`python -m benchmarks.null_companies`: whole companies in which nothing is true, and what the pages call clear.

Each company is written as exports, built, and asked everything the pages ask for a viewer without filters. The share
told anything clear on any page must stay at five in a hundred; it is kept, page by page, where the page on methods
finds it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import nothing_true
from benchmarks.evidence import commit
from benchmarks.page_answers import Asked
from benchmarks.page_claims import CLAIMS, CLEAR, NOT_ASKED, Claim
from hiring.statistics.evidence import measured
from hiring.warehouse.build import Request, build


@dataclass(frozen=True)
class Told:
    """What one company is told: the claims that were asked at all, and those of them with anything clear."""

    hires: int
    asked: tuple[Claim, ...]
    clear: tuple[Claim, ...]


def told(hires: int, seed: int, claims: Sequence[Claim] = CLAIMS) -> Told:
    """One company through the whole product."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        known = nothing_true.write(folder / "exports", hires, seed)
        return heard(Asked(built(folder)), hires, claims, lenient=known.lenient)


def built(folder: Path) -> Path:
    """The warehouse of the exports in a folder; `RuntimeError` where it was refused."""
    exports, warehouse = folder / "exports", folder / "warehouse"
    result = build(Request(exports, warehouse, as_of=nothing_true.AS_OF, wait=lambda _path: None))
    if not result.is_good:
        raise RuntimeError("\n".join(map(str, result.messages)))
    return warehouse


def heard(asked: Asked, hires: int, claims: Sequence[Claim], *, lenient: bool) -> Told:
    """Every claim that would be false; of ratings only where interviewers are equally lenient."""
    labels = {one: one.labels(asked) for one in claims if not (lenient and one.of_ratings)}
    return Told(
        hires,
        tuple(one for one, given in labels.items() if set(given) - NOT_ASKED),
        tuple(one for one, given in labels.items() if CLEAR in given),
    )


def summed(found: Sequence[Told]) -> dict[str, object]:
    """Companies, those told anything clear, the same by size and by page, and each claim: asked of how many, clear."""

    def any_clear(some: Iterable[Told], page: str = "") -> int:
        return sum(any(not page or one.page == page for one in told.clear) for told in some)

    sizes = sorted({one.hires for one in found})
    by_size = {size: [one for one in found if one.hires == size] for size in sizes}
    return {
        "companies": len(found),
        "any_clear": any_clear(found),
        "by_size": [
            {"hires": size, "companies": len(some), "any_clear": any_clear(some)}
            for size, some in by_size.items()
        ],
        "by_page": {page: any_clear(found, page) for page in dict.fromkeys(one.page for one in CLAIMS)},
        "claims": [
            {
                "page": claim.page,
                "about": claim.about,
                "asked": sum(claim in one.asked for one in found),
                "clear": sum(claim in one.clear for one in found),
            }
            for claim in CLAIMS
        ],
    }


def kept_in(file: Path, found: Sequence[Told], *, at: str, day: str) -> None:
    """Put the figures into the file, beside those of `benchmarks.evidence`."""
    kept = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    kept["all_pages"] = {"measured_on": day, "commit": at, **summed(found)}
    file.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.null_companies", description=__doc__)
    parser.add_argument(
        "--size", nargs="*", default=["150x40", "300x240", "1000x40"], help="hires x companies"
    )
    parser.add_argument("--first", type=int, default=0, help="the first company's seed")
    parser.add_argument("--keep", type=Path, default=measured.FILE, help="file for the figures, as JSON")
    arguments = parser.parse_args()
    found = []
    for size in arguments.size:
        hires, companies = map(int, size.split("x"))
        for seed in range(arguments.first, arguments.first + companies):
            found.append(told(hires, seed))
            if found[-1].clear or sys.stderr.isatty():
                said = ", ".join(f"{one.page}: {one.about}" for one in found[-1].clear) or "nothing"
                print(f"{hires} hires, company {seed}: {said}", file=sys.stderr, flush=True)
    kept_in(arguments.keep, found, at=commit(), day=datetime.now(UTC).date().isoformat())
    print(json.dumps(summed(found), indent=1))


if __name__ == "__main__":
    main()
