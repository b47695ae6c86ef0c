"""What the sides promised each other in a meeting, and who of each agreed; new terms are a later version."""

from __future__ import annotations

from dataclasses import dataclass

from hiring.warehouse.decided import versions

SIDES = ("HR", "Sales")
MOST_DAYS = 365


@dataclass(frozen=True)
class Promise:
    """One version of a promise: the side that owes it, and within how many working days from `starts_on` on.

    `hr_id` and `sales_id` are the employees who agreed to this version, `status` is what both sides say came of it.
    Raises `WrongError`.
    """

    promise_id: str
    version: int
    text: str
    side: str
    within_days: int
    starts_on: str
    hr_id: str
    sales_id: str
    written_at: str
    written_by: str
    status: str = versions.STATUSES[0]

    def __post_init__(self) -> None:
        versions.check_word("promise", self.promise_id)
        versions.check_count("version", self.version, 1, 10_000)
        versions.check_text("promise", self.text)
        versions.check_word("side", self.side, SIDES)
        versions.check_count("days", self.within_days, 0, MOST_DAYS)
        versions.check_day("from", self.starts_on)
        versions.check_word("status", self.status, versions.STATUSES)
        for name in ("hr_id", "sales_id"):
            versions.check_id(name, getattr(self, name))
            if not getattr(self, name):
                raise versions.wrong(name, "", "somebody of HR and somebody of Sales who agreed")


PROMISES = versions.Ledger("promises", "promise_id", Promise)
