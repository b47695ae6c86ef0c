"""A line a file: what it was taken for, its rows and days, what is asked about it, what it lacks, what comes next.

Whatever stands in a file is passed on letter by letter; nothing here is markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from hiring import words
from hiring.words import LINE_CHARACTERS, one_line

LOADED, ASKED, UNKNOWN, REFUSED = "loaded", "asked", "unknown", "refused"
#: Words that wait, columns that went or came: so many are named, the number of the rest is said.
MOST_NAMED = 4
#: Columns of ours that a file may lack → what they would give. Of the others only detail is lost.
GIVES = {
    "employees.work_email": "people joined to deals and interviews by e-mail",
    "employees.role_profile": "hires compared within their role",
    "employees.manager_id": "hires by manager",
    "employees.region": "hires by region",
    "employees.termination_date": "who left, and when",
    "crm_users.email": "logins joined to people by e-mail",
    "opportunities.closed_on": "when revenue came",
    "opportunities.kind": "renewals told apart from new business",
    "applications.employee_id": "which hire an application led to",
    "applications.offered_on": "offer acceptance",
    "interviews.recommendation": "what interviewers thought, beside how the hires did",
    "interviews.submitted_on": "how soon a scorecard is written",
    "requisitions.hiring_manager_id": "openings by hiring manager",
    "candidates.previous_industry": "the backgrounds of hires",
    "candidates.years_in_sales": "the experience of hires",
}
#: Columns that another one stands in for.
INSTEAD = {"employees.role_profile": "employees.job_title"}
MOST_LACKING = 2


class Waiting(Protocol):
    """Rows that wait for what a word means."""

    @property
    def word(self) -> str: ...  # noqa: D102
    @property
    def rows(self) -> int: ...  # noqa: D102


class Changed(Protocol):
    """How a header differs from the one its mapping was made for."""

    @property
    def mapping(self) -> str: ...  # noqa: D102
    @property
    def went(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def came(self) -> tuple[str, ...]: ...  # noqa: D102


class File(Protocol):
    """A file as a build saw it: `hiring.warehouse.taken_for.Taken` is one."""

    @property
    def file(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def holds(self) -> str: ...  # noqa: D102
    @property
    def rows(self) -> int: ...  # noqa: D102
    @property
    def asked(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def why(self) -> str: ...  # noqa: D102
    @property
    def todo(self) -> str: ...  # noqa: D102
    @property
    def tables(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def near(self) -> str: ...  # noqa: D102
    @property
    def period(self) -> tuple[date, date] | None: ...  # noqa: D102
    @property
    def day(self) -> str: ...  # noqa: D102
    @property
    def loaded(self) -> int | None: ...  # noqa: D102
    @property
    def set_aside(self) -> int: ...  # noqa: D102
    @property
    def skipped(self) -> int: ...  # noqa: D102
    @property
    def waiting(self) -> Sequence[Waiting]: ...  # noqa: D102
    @property
    def lacks(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def changed(self) -> Changed: ...  # noqa: D102


@dataclass(frozen=True)
class Line:
    """What is said of one file; each part is empty where there is nothing to say.

    `taken_for` is why it is not loaded where nothing is. `waits`: what is asked, and words not said yet.
    """

    file: str
    state: str
    taken_for: str
    rows: str = ""
    period: str = ""
    waits: tuple[str, ...] = ()
    changed: str = ""
    lacking: str = ""
    todo: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """All of it in order, but the file's name and the next step."""
        return tuple(filter(None, (self.taken_for, self.rows, self.period, *self.waits, self.changed)))


def line(one: File) -> Line:
    """What is said of a file."""
    name = one_line(one.file, 2 * LINE_CHARACTERS)
    if one.state == REFUSED:
        return Line(name, one.state, f"refused: {one.why}", todo=one.todo)
    holds = f"taken for {one_line(one.holds)}" if one.holds else f"not loaded: {one.why}"
    if one.state == ASKED and not one.holds:
        holds = one.why
    keys = "; ".join(one_line(key, 2 * LINE_CHARACTERS) for key in one.asked)
    waits = (f"asked: {keys}" if keys else "", _unsaid(one.waiting))
    return Line(
        name,
        one.state,
        holds,
        words.counted(one.rows, "row") if one.rows else "",
        f"{one.day} {period(one.period)}" if one.period else "",
        tuple(filter(None, waits)),
        _changed(one.changed),
        _lacking(one.lacks),
        one.todo,
    )


def period(days: tuple[date, date] | None) -> str:
    """The first and the last day of a file's rows: "1 Jan 2015 to 9 Oct 2026"."""
    if days is None:
        return ""
    first, last = days
    return words.day(first) if first == last else f"{words.day(first)} to {words.day(last)}"


def _unsaid(waiting: Sequence[Waiting]) -> str:
    if not waiting:
        return ""
    first, *others = waiting
    verb = "waits" if first.rows == 1 else "wait"
    named = [f'{words.counted(first.rows, "row")} {verb} for what "{one_line(first.word, 30)}" means']
    named += [f'{words.number(one.rows)} for "{one_line(one.word, 30)}"' for one in others[: MOST_NAMED - 1]]
    if len(waiting) > MOST_NAMED:
        named.append(f"and {words.counted(len(waiting) - MOST_NAMED, 'word')} more")
    return f"words not said yet: {', '.join(named)}"


def _changed(changed: Changed) -> str:
    parts = [
        f"{what}: {_listed(labels)}"
        for what, labels in (("gone", changed.went), ("new", changed.came))
        if labels
    ]
    since = f"its header changed since the mapping {one_line(changed.mapping)} was made"
    return f"{since} ({'; '.join(parts)})" if parts else ""


def _listed(labels: Sequence[str]) -> str:
    named = ", ".join(one_line(label, 40) for label in labels[:MOST_NAMED])
    more = len(labels) - MOST_NAMED
    return f"{named} and {words.number(more)} more" if more > 0 else named


def _lacking(lacks: Sequence[str]) -> str:
    """The columns that would give most, and what."""
    there = [name for name in lacks if name in GIVES and INSTEAD.get(name, name) in lacks][:MOST_LACKING]
    return "; ".join(f"{name.partition('.')[2]} would give {GIVES[name]}" for name in there)
