"""The bad rows of the sample: a handful of honest mistakes, so that the loader has something to set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hiring.sample.writing import Row, header, lines_in

FEWEST_HIRES = 300  # below this a bad row could be more than 2 % of its file
DUPLICATE, OTHER_VALUES = "exact_duplicate", "same_key_other_values"
HEADER, FOOTER = "skipped: repeated header", "skipped: footer"


@dataclass(frozen=True)
class Flaw:
    """After the first row from `after` on that has the values of `where`, a copy of it with `changes` is put in.

    `column` is the one at fault and `reason` what the loader should say. No changes and no reason of its own:
    an exact duplicate. A repeated header or a footer is put in as it is.
    """

    table: str
    after: int
    column: str
    reason: str
    changes: dict[str, str] = field(default_factory=dict)
    where: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Planted:
    """A bad row as it stands in its file; `line` is physical, the header being line 1."""

    file: str
    line: int
    column: str
    found: str
    reason: str


_LOST = {"stage": "Closed Lost"}
_CV = {"status": "rejected", "ended_stage": "screen"}
FLAWS: tuple[Flaw, ...] = (
    Flaw(
        "employees",
        95,
        "hire_date",
        "not_a_day",
        {"employee_id": "000998", "work_email": "", "hire_date": "2026-02-30", "original_hire_date": ""},
    ),
    Flaw("employees", 110, "employee_id", DUPLICATE, where={"role_profile": ""}),
    Flaw("job_changes", 30, "employee_id", "not_in_employees", {"employee_id": "099999"}),
    Flaw(
        "employment_costs",
        4000,
        "amount",
        "not_a_number",
        {"month": "2020-01-01", "amount": "1.2e4", "currency": "EUR"},
    ),
    Flaw("requisitions", 120, "role_profile", "empty", {"requisition_id": "R-99001", "role_profile": ""}),
    Flaw("candidates", 2100, "candidate_id", "not_printable", {"candidate_id": "C9\u200b90001"}),
    Flaw(
        "applications",
        1500,
        "applied_on",
        "not_a_day",
        {"application_id": "A9900001", "applied_on": "2026-02-30"},
        _CV,
    ),
    Flaw(
        "applications",
        3100,
        "application_id",
        OTHER_VALUES,
        {"source_detail": "forwarded twice"},
        {"reason": "application did not show the must-haves"},
    ),
    Flaw(
        "interviews",
        2400,
        "application_id",
        "not_in_applications",
        {"interview_id": "I9900001", "application_id": "A9999999", "comment": ""},
        {"status": "held"},
    ),
    Flaw(
        "interviews",
        5200,
        "interviewer_id",
        "empty",
        {"interview_id": "I9900002", "interviewer_id": "", "interviewer_email": "", "interviewer_name": ""},
        {"status": "held"},
    ),
    Flaw(
        "interviews",
        7300,
        "status",
        "not_in_list",
        {"interview_id": "I9900003", "status": "moved"},
        {"status": "cancelled"},
    ),
    Flaw("ratings", 9000, "score", "not_a_number", {"competency": "Curiosity", "score": "n/a"}),
    Flaw(
        "candidate_surveys",
        400,
        "recommend_score",
        "not_a_whole_number",
        {"answered_on": "2026-06-29", "recommend_score": "ten"},
    ),
    Flaw("pulse", 120, "department", "not_in_list", {"response_id": "U99001", "department": "board"}),
    Flaw("check_ins", 900, "score", "not_a_number", {"competency": "Curiosity", "score": "good"}),
    Flaw("touchpoints", 100, "kind", "not_in_list", {"touchpoint_id": "T99001", "kind": "coffee"}),
    Flaw(
        "opportunities",
        3000,
        "amount",
        "not_a_number",
        {"opportunity_id": "D99000001", "amount": "twelve thousand"},
        _LOST,
    ),
    Flaw(
        "opportunities",
        6000,
        "currency",
        "no_rate_for_month",
        {"opportunity_id": "D99000002", "currency": "CHF"},
        {"stage": "Closed Won"},
    ),
    Flaw(
        "opportunities",
        9000,
        "created_on",
        "not_a_day",
        {"opportunity_id": "D99000003", "created_on": "2024-13-01"},
        _LOST,
    ),
    Flaw("opportunities", 12000, "opportunity_id", DUPLICATE, where=_LOST),
    Flaw("opportunities", 15000, "opportunity_id", OTHER_VALUES, {"amount": "1.00"}, _LOST),
    Flaw("opportunity_splits", 300, "share", "not_a_number", {"owner_id": "U009001", "share": "60%"}),
    Flaw("quotas", 2500, "", HEADER),
    Flaw("sourcing_costs", 10**9, "", FOOTER, {"source": "Total", "amount": "1875320.40", "currency": "EUR"}),
)


class Spoiler:
    """Puts the bad rows of one table into its stream and notes on which physical line each one stands."""

    def __init__(self, table: str) -> None:
        self._table = table
        self._names = header(table)
        self._waiting = [flaw for flaw in FLAWS if flaw.table == table]
        self._line = 1
        self.planted: list[Planted] = []

    def spoil(self, rows: Iterable[Row], start: int = 0) -> Iterator[Row]:
        """The rows, with the bad ones after the places they belong to."""
        for index, row in enumerate(rows, start):
            yield self._counted(row)
            for flaw in [flaw for flaw in self._waiting if flaw.after <= index and self._fits(flaw, row)]:
                self._waiting.remove(flaw)
                if flaw.reason == OTHER_VALUES:
                    self._note(flaw, row, self._line)
                bad = self._bad(flaw, row)
                yield self._counted(bad)
                self._note(flaw, bad, self._line)
        for flaw in [flaw for flaw in self._waiting if flaw.reason == FOOTER]:
            footer = tuple(flaw.changes.get(name, "") for name in self._names)
            yield self._counted(footer)
            self._note(flaw, footer, self._line)

    def _counted(self, row: Row) -> Row:
        self._line += lines_in(row)
        return row

    def _fits(self, flaw: Flaw, row: Row) -> bool:
        cells = dict(zip(self._names, row, strict=True))
        return "\n" not in "".join(row) and all(cells[name] == value for name, value in flaw.where.items())

    def _bad(self, flaw: Flaw, row: Row) -> Row:
        if flaw.reason == HEADER:
            return self._names
        return tuple(flaw.changes.get(name, cell) for name, cell in zip(self._names, row, strict=True))

    def _note(self, flaw: Flaw, row: Row, line: int) -> None:
        value = dict(zip(self._names, row, strict=True)).get(flaw.column, "")
        self.planted.append(Planted(f"{self._table}.csv", line, flaw.column, value, flaw.reason))
