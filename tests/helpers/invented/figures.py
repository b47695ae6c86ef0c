"""Measured figures, made up: what the proof on the page of methods is drawn of."""

from __future__ import annotations

import math
from dataclasses import replace

from hiring.statistics.evidence.measured import Figures, Measured, Measurement

NOTHING = Figures(0, 0, 0, math.nan, math.nan, math.nan, math.nan, 0.04, 0, 0.7, 0, 1, 1)
#: interviewers and pairs in which something is true: as aimed for
FOUND = Figures(0.4, 0, 20, 0, 0.66, 0.4, 0.72, 0.34, 0.36, 1.2, 0.2, 0.94, 0.79)
DECEIVED = Figures(0.5, 0.5, 30, 1, math.nan, math.nan, math.nan, 0.3, 0, 1, 0, 0.8, 0.6)
LEVELLED = replace(DECEIVED, share_with_claim=0.025, share_with_false_claim=0.025, claims=1)
UNEQUAL = "unequal territories, interviewers equal"


def row(scenario: str, hires: int, figures: Figures, **others: object) -> Measured:
    """One kind of company of one size, all three kinds of claims alike unless said otherwise."""
    kept: dict[str, object] = {
        "shape": "",
        "companies": 40,
        "control_flagged": 0.05,
        "control_cleared": 0.0,
        "share_more_than_the_sum": 0.0,
        "interviewers": figures,
        "pairs": figures,
        "sources": figures,
    }
    return Measured(scenario=scenario, hires=hires, **{**kept, **others})  # type: ignore[arg-type]


def measurement(*, sizes: tuple[int, ...] = (150, 300, 1000), found: Figures = FOUND) -> Measurement:
    """Every kind of company at every size, all aims met."""
    rows = []
    for size in sizes:
        rows += [
            row("nothing is true", size, NOTHING, companies=100),
            row("interviewers differ", size, found),
            row("pairs differ too", size, found),
            row(f"{UNEQUAL}; not checked", size, DECEIVED, control_flagged=0.0),
            row(
                f"{UNEQUAL}; checked and levelled",
                size,
                replace(DECEIVED, share_with_false_claim=0.025),
                control_flagged=1.0,
            ),
        ]
    return Measurement("2026-11-22", "abc1234", tuple(rows))
