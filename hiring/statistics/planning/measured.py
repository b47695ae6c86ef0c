"""How often ranges of a hiring plan held what came in companies made up for it: kept with the code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "measured.json"
#: The kind of rows that are of all kinds together.
ALL = "all kinds"


@dataclass(frozen=True)
class Foretold:
    """Role-years of companies of one `kind` and so many `hires`, foretold `lead` months before they began.

    `held`: of so many `role_years` the range held what came; `below`: less came. `width`: of the range, over its
    middle; the middle role-year. `plain_held`: as many the range of last year's mean and spread of a seller held;
    `to_plain`: how wide a range is beside that one, `to_as_good`: beside that one widened until it holds as many.
    """

    kind: str
    hires: int
    lead: int
    companies: int
    role_years: int
    held: int
    below: int
    width: float
    plain_held: int
    to_plain: float
    to_as_good: float


@dataclass(frozen=True)
class Measurement:
    """All figures, their day and commit."""

    measured_on: str
    commit: str
    foretold: tuple[Foretold, ...]


def read(path: Path = FILE) -> Measurement:
    """The figures kept with the code; raises `OSError` where they were never measured."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Measurement(
        kept["measured_on"], kept["commit"], tuple(Foretold(**row) for row in kept["foretold"])
    )
