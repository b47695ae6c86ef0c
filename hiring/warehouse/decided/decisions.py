"""What was decided in a review: by which side and whom, by when, the measure to be moved, and what became of it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from hiring.warehouse.decided import versions

SIDES = ("HR", "Sales", "both")
QUARTER = re.compile(r"(FY)?[0-9]{4}Q[1-4]")
_MOST = 1e9


@dataclass(frozen=True)
class Decision:
    """One version of a decision; raises `WrongError` where a value is none that can be kept.

    `measure` is a word of `findings.review.measures.MEASURES`, or "". `wanted` and the `then_…` values are in its unit
    (a share of 0 to 1, or days): `then_…` is the measure of the decision's quarter as it was known when that was
    written, with its range and n. Days as 2026-03-31, moments in UTC. `owner_id` is an employee's id, or "".
    """

    decision_id: str
    version: int
    quarter: str
    text: str
    side: str
    owner_id: str
    due_on: str
    measure: str
    wanted: float | None
    then_value: float | None
    then_low: float | None
    then_high: float | None
    then_n: int
    status: str
    written_at: str
    written_by: str

    def __post_init__(self) -> None:
        versions.check_word("decision", self.decision_id)
        versions.check_count("version", self.version, 1, 10_000)
        if not QUARTER.fullmatch(str(self.quarter)):
            raise versions.wrong("quarter", self.quarter, "a quarter such as 2026Q3")
        versions.check_text("decision", self.text)
        versions.check_word("side", self.side, SIDES)
        versions.check_id("owner", self.owner_id)
        versions.check_day("due", self.due_on)
        versions.check_word("measure", self.measure)
        for name in ("wanted", "then_value", "then_low", "then_high"):
            value = getattr(self, name)
            if value is not None and not (math.isfinite(value) and abs(value) <= _MOST):
                raise versions.wrong(name, value, "a number")
        versions.check_count("n", self.then_n, 0, int(_MOST))
        versions.check_word("status", self.status, versions.STATUSES)


DECISIONS = versions.Ledger("decisions", "decision_id", Decision)
