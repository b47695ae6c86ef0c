"""Rows of a turned sheet that are no person's, and totals that contradict what they are the totals of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from hiring.contract import BY_NAME
from hiring.loading.messages import Message
from hiring.mapping import periods, turning
from hiring.mapping.rules import Feed, Plan, sources

NOTHING_THERE = "no amount in any period"
_NEAR = Decimal("0.01")  # a cell's rounding
#: A number by a decimal point, and by a decimal comma; none where it is no number so.
_Both = tuple[Decimal | None, Decimal | None]
_NOTHING: _Both = (Decimal(0), Decimal(0))


class SheetTotals:
    """Holds the rows of one sheet against its totals, record by record."""

    def __init__(self, file: str, feed: Feed, plan: Plan, keys: Sequence[str]) -> None:
        self.file, self.labels = file, dict(plan.labels)
        self.group = turning.group_of(feed, plan)
        self.at = {key: index for index, key in enumerate(keys) if key}
        rule = feed.rule(BY_NAME[feed.table].key[0])
        self.heads = [key for key in (sources(rule) if rule else ()) if key in self.at]
        self.others = [key for key in feed.sources if key not in (*feed.spread, *self.heads)]
        self.all: dict[str, _Both] = defaultdict(lambda: _NOTHING)
        self.since: dict[str, _Both] = defaultdict(lambda: _NOTHING)
        self.count = 0
        self.decimal = ""  # the sign that some cell showed to be one

    def unread(self) -> list[Message]:
        """One line for each label beside the periods that is none that can be read."""
        labels = {key: label for key, label in self.labels.items() if not key.startswith("<")}
        return [
            Message(
                "note",
                self.file,
                column=label,
                found="a heading that is no period",
                wanted="a period such as Q1 2026, Jan-26, 2026-01 or FY26 Q1",
                outcome="this column is not loaded",
                todo="write the heading so, if it holds amounts of one",
            )
            for label in turning.unread(labels, self.group)
        ]

    def why_no_row(self, cells: Sequence[str]) -> str:
        """Why a record is nobody's, in words; nothing where it is somebody's."""
        heads = [cells[self.at[key]].strip() for key in self.heads]
        named = [head for head in heads if head] or [cells[self.at[key]].strip() for key in self.others]
        if any(periods.is_total(head) for head in named[:2]):
            return "a row of totals"
        if all(turning.is_blank(cells[self.at[key]]) for key in (*self.group.keys, *self.group.totals)):
            return NOTHING_THERE
        return ""

    def take(self, line: int, cells: Sequence[str], *, is_total: bool) -> list[Message]:
        """Count one record; gives a line for each total that contradicts its parts."""
        read = {key: _both(cells[self.at[key]]) for key in (*self.group.keys, *self.group.totals)}
        self.decimal = self.decimal or next(filter(None, (_decimal(cells[self.at[key]]) for key in read)), "")
        if is_total:
            said = [self._of_column(line, key, cells, read[key]) for key in read]
            self.since.clear()
            return [message for message in said if message]
        for key, both in read.items():
            for sums in (self.all, self.since):
                sums[key] = _added(sums[key], both)
        self.count += 1
        said = [self._of_row(line, key, cells, read) for key in self.group.totals]
        return [message for message in said if message]

    def _of_row(self, line: int, key: str, cells: Sequence[str], read: dict[str, _Both]) -> Message | None:
        cell = cells[self.at[key]]
        parts = self._parts(key)
        if turning.is_blank(cell) or not parts[0]:
            return None
        sums = [_sum([read[part] for part in few]) for few in parts]
        named = turning.titled([self.labels[part] for part in parts[0]])
        return self._told(line, key, cell, read[key], sums, f"the sum of {named}", len(parts[0]))

    def _of_column(self, line: int, key: str, cells: Sequence[str], both: _Both) -> Message | None:
        cell = cells[self.at[key]]
        if turning.is_blank(cell):
            return None
        sums = [self.all[key], self.since[key]]
        return self._told(line, key, cell, both, sums, "the sum of the rows above", self.count)

    def _told(
        self, line: int, key: str, cell: str, both: _Both, sums: list[_Both], of_what: str, count: int
    ) -> Message | None:
        """A line where neither way to read the numbers makes the total any of these sums."""
        near = _NEAR * max(count, 1)
        known = [
            (total, one)
            for one_sum in sums
            for total, one in zip(both, one_sum, strict=True)
            if total is not None and one is not None
        ]
        if not known or any(abs(total - one) <= near for total, one in known):
            return None
        point, comma = sums[0]
        by_sign = {".": point, ",": comma}.get(self.decimal)
        total = by_sign if by_sign is not None else max(filter(None, sums[0]), key=abs, default=Decimal(0))
        return Message(
            "note",
            self.file,
            line,
            self.labels[key],
            cell,
            f"{total.normalize():,f}, {of_what}",
            "a total that contradicts its parts: the parts are loaded, the total is not",
            "look at the source which of them is right",
        )

    def _parts(self, key: str) -> tuple[list[str], ...]:
        """The columns that a column of totals may be the sum of: those of its own period, or all, or the last ones."""
        one = periods.heading(self.labels[key])
        span = periods.period(one) if one else None
        if span is not None:
            spans = self.group.spans()
            return ([part for part in self.group.keys if span.holds(spans[part])],)
        before = [total for total in self.group.totals if self.at[total] < self.at[key]]
        start = max((self.at[total] for total in before), default=-1)
        return list(self.group.keys), [
            part for part in self.group.keys if start < self.at[part] < self.at[key]
        ]


def _sum(parts: Sequence[_Both]) -> _Both:
    total = _NOTHING
    for one in parts:
        total = _added(total, one)
    return total


def _both(cell: str) -> _Both:
    if turning.is_blank(cell):
        return _NOTHING
    bare = "".join(letter for letter in cell if letter in "0123456789.,-")
    return _number(bare.replace(",", "")), _number(bare.replace(".", "").replace(",", "."))


def _decimal(cell: str) -> str:
    """The decimal sign of a number that shows it, with one or two digits behind; nothing where none can be told."""
    bare = "".join(letter for letter in cell if letter in "0123456789.,")
    behind = len(bare) - 1 - max(bare.rfind("."), bare.rfind(","))
    return bare[-1 - behind] if behind in (1, 2) and behind < len(bare) - 1 else ""


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _added(one: _Both, other: _Both) -> _Both:
    first, second = (
        a + b if a is not None and b is not None else None for a, b in zip(one, other, strict=True)
    )
    return first, second
