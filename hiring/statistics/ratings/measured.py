"""How often the pull of the one before is found where there is one and where there is none: kept with the code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "measured.json"


@dataclass(frozen=True)
class Pulls:
    """Companies of so many `hires` in which a candidate after one a point better is rated `pull` points other.

    `told`: how many have interviews enough; of those `below` and `above`: the slope lies on that side of what shuffled
    orders give in 95 of 100; `off`: by how much it lies apart from their mean, on average; `pairs`: its interviews.
    """

    hires: int
    pull: float
    companies: int
    told: int
    below: int
    above: int
    off: float
    pairs: int


@dataclass(frozen=True)
class Measurement:
    """All figures, their day and commit."""

    measured_on: str
    commit: str
    pulls: tuple[Pulls, ...]


def read(path: Path = FILE) -> Measurement:
    """The figures kept with the code; raises `OSError` where they were never measured."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Measurement(kept["measured_on"], kept["commit"], tuple(Pulls(**row) for row in kept["pulls"]))
