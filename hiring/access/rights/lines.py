"""Who reported to whom on which day, and so whom a manager's team is made of.

What is of a day is seen by whoever led on that day: a hire by those above them on the day they began to sell, an
opening by its hiring manager and those above on the day it was opened. Who came to lead a team later does not see it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from hiring.access.viewer import Interviewers, Team


@dataclass(frozen=True)
class Line:
    """That somebody reported to a manager, from the first to the last day."""

    person: str
    manager: str
    first: date
    last: date


@dataclass(frozen=True)
class Seen:
    """A hire (`<employee_id>.<hire_date>`) or an opening: of whom it is, and the day by which it is seen."""

    is_hire: bool
    key: str
    person: str
    day: date


class Lines:
    """All reporting lines of a company."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._of: dict[str, list[Line]] = defaultdict(list)
        for line in lines:
            self._of[line.person].append(line)

    def managers(self, person: str, day: date) -> set[str]:
        """To whom somebody reported on a day; two where the files say so of two jobs at once."""
        return {line.manager for line in self._of.get(person, ()) if line.first <= day <= line.last}

    def above(self, person: str, day: date) -> set[str]:
        """Everybody above somebody on a day, at any level; themselves never, however the lines run in a circle."""
        found: set[str] = set()
        left = self.managers(person, day)
        while left:
            found |= left
            left = {other for one in left for other in self.managers(one, day)} - found
        return found - {person}

    def everybody(self) -> set[str]:
        """All who ever reported to somebody."""
        return set(self._of)

    def team(self, manager: str, seen: Iterable[Seen], today: date) -> Team:
        """Whom a manager sees: by the day of each hire and opening, and of people those who are in the team today."""
        hires: list[str] = []
        openings: list[str] = []
        for one in seen:
            if manager in self.above(one.person, one.day) or (one.person == manager and not one.is_hire):
                (hires if one.is_hire else openings).append(one.key)
        people = [one for one in self.everybody() if manager in self.above(one, today)]
        return Team(
            tuple(sorted(set(hires))), tuple(sorted(set(openings))), tuple(sorted({*people, manager}))
        )

    def others(self, person: str, today: date) -> Interviewers:
        """All interviewers but those whom somebody reports to, at any level, and those who report where they do."""
        managers = self.managers(person, today)
        peers = {one for one in self.everybody() if managers & self.managers(one, today)} - {person}
        return Interviewers(tuple(sorted(self.above(person, today) | peers)))


def lines_from(rows: pd.DataFrame) -> Lines:
    """From the answer to `rights/reporting_lines`."""
    days = (_day(value) for value in rows["starts_on"]), (_day(value) for value in rows["ends_on"])
    return Lines(Line(*one) for one in zip(rows["person_id"], rows["manager_id"], *days, strict=True))


def seen_from(rows: pd.DataFrame) -> tuple[Seen, ...]:
    """From the answer to `rights/seen_by_day`."""
    return tuple(
        Seen(kind == "hire", str(key), str(person), _day(day))
        for kind, key, person, day in zip(
            rows["kind"], rows["key"], rows["person_id"], rows["seen_on"], strict=True
        )
    )


def _day(value: object) -> date:
    """A day that frames may hold as a moment, or, beyond what those can hold, as text."""
    if isinstance(value, pd.Timestamp):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])
