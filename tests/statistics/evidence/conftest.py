"""Made-up companies the tests of evidence share, fitted once."""

from __future__ import annotations

from functools import cache

import pytest

from helpers.invented.hires import Made, company
from hiring.statistics.evidence.designs import Design, designed
from hiring.statistics.evidence.judging import Evidence, whole
from hiring.statistics.outcomes import measured


@cache
def _judged(made_of: tuple[tuple[str, object], ...]) -> tuple[Made, Evidence]:
    made = company(**dict(made_of))  # type: ignore[arg-type]
    return made, whole(made.hires, made.months, made.seats)


@pytest.fixture
def judged():
    """Makes a company and judges it: `judged(count=300, spread=0.5)` gives both; the same one is made once."""
    return lambda **made_of: _judged(tuple(sorted(made_of.items())))


@pytest.fixture
def design():
    """The design of a made-up company."""

    def made(**made_of: object) -> Design:
        one = company(**made_of)  # type: ignore[arg-type]
        return designed(measured(one.hires, one.months), one.seats)

    return made
