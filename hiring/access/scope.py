"""The filters every page shares: what they hold, what they default to, how words become parameters.

No streamlit here: the sidebar's and the command line's filters are the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from hiring.access import periods
from hiring.config import WINDOWS

DAYS = ("hired_from", "hired_to")
LISTS = ("role_profiles", "regions", "segments", "sources")
#: Gross margin assumed on bookings until a company sets its own: software sells at about this.
GROSS_MARGIN = 0.7


class UsageError(ValueError):
    """A filter that cannot be read; the text is one line for the person who typed it."""


@dataclass(frozen=True)
class Group:
    """Values of one list filter under a name of their own: those that the viewer may choose.

    `is_whole`: none of its values is kept from the viewer.
    """

    filter_name: str
    name: str
    members: tuple[str, ...]
    is_whole: bool = True


@dataclass(frozen=True)
class Choices:
    """What can be chosen: every value of each list filter in reading order, their groups, the days hiring spans."""

    role_profiles: tuple[str, ...]
    regions: tuple[str, ...]
    segments: tuple[str, ...]
    sources: tuple[str, ...]
    first_day: date
    last_day: date
    outcome_window: int
    groups: tuple[Group, ...] = ()
    fiscal_year_starts_in: int = 1

    def values(self, name: str) -> tuple[str, ...]:
        """The values of one list filter."""
        values: tuple[str, ...] = getattr(self, name)
        return values

    def groups_of(self, name: str) -> tuple[Group, ...]:
        """The groups of one list filter."""
        return tuple(group for group in self.groups if group.filter_name == name)

    def period(self, name: str) -> periods.Period:
        """The days of a period by its name, as these data have it; KeyError for a name there is not."""
        return periods.period(name, self.last_day, self.fiscal_year_starts_in)


@dataclass(frozen=True)
class Scope:
    """What was chosen. An empty choice in a list filter chooses all, written out in full in `parameters`.

    The lists hold values only: a group's members stand in them one by one, and `groups` says under which names they
    were chosen. `period` is the name the days were chosen by, `compare` that of the second period, if any. `hire` is
    the one hire an address names (`findings/hire/key.py`), for the questions about one; "" for all others.
    """

    choices: Choices
    hired_from: date
    hired_to: date
    role_profiles: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    outcome_window: int = 12
    hire: str = ""
    groups: tuple[str, ...] = ()
    period: str = ""
    compare: str = ""

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values that are in, written out: those chosen, or all of them."""
        values: tuple[str, ...] = getattr(self, name)
        return values or self.choices.values(name)

    @property
    def is_of_some_groups(self) -> bool:
        """Whether any role, region or segment is left out; of these, what is booked by source knows nothing."""
        return any({*self.chosen(name)} < {*self.choices.values(name)} for name in LISTS if name != "sources")

    def named(self, name: str) -> tuple[str, ...]:
        """What was chosen in a list filter by the names it was chosen by: groups, then values in none of them."""
        values: tuple[str, ...] = getattr(self, name)
        groups = [
            one
            for one in self.choices.groups_of(name)
            if one.name in self.groups and {*one.members} <= {*values}
        ]
        covered = {value for group in groups for value in group.members}
        return (*(group.name for group in groups), *(value for value in values if value not in covered))

    def named_period(self) -> periods.Period | None:
        """The period whose name the days were chosen by, while they are its days."""
        if self.period not in periods.NAMES:
            return None
        found = self.choices.period(self.period)
        return found if (found.first, found.last) == (self.hired_from, self.hired_to) else None

    def compared(self) -> Scope | None:
        """The scope to set beside this one: the same filters over the second period; None without one.

        None too where the second period was before anybody was hired or had applied.
        """
        days = periods.compared(self.compare, self.hired_from, self.hired_to, self.choices.first_day)
        if days is None:
            return None
        return replace(self, hired_from=days[0], hired_to=days[1], period="", compare="")

    def parameters(self) -> dict[str, object]:
        """The filters as question parameters; lists are never empty unless there is no value at all."""
        lists: dict[str, object] = {name: list(self.chosen(name)) for name in LISTS}
        return {
            **lists,
            "hired_from": self.hired_from,
            "hired_to": self.hired_to,
            "outcome_window": self.outcome_window,
            "gross_margin": GROSS_MARGIN,
            "hire": self.hire,
        }

    def key(self) -> tuple[object, ...]:
        """A hashable form of all filters, for caches."""
        return (
            self.hired_from,
            self.hired_to,
            self.outcome_window,
            self.hire,
            *(self.chosen(name) for name in LISTS),
        )


def choices_from(values: pd.DataFrame, company: pd.DataFrame, groups: pd.DataFrame | None = None) -> Choices:
    """The choices held by the answers to `shared/filter_values`, `shared/company` and `shared/filter_groups`."""
    lists = {
        name: tuple(str(v) for v in values.loc[values["filter_name"] == name, "filter_value"])
        for name in LISTS
    }
    row = company.iloc[0]
    as_of = pd.Timestamp(row["as_of"]).date()
    begun = ("first_hire_on", "first_application_on", "first_opening_on")
    starts = [pd.Timestamp(row[c]).date() for c in begun if pd.notna(row[c])]
    return Choices(
        **lists,
        first_day=min([*starts, as_of]),
        last_day=as_of,
        outcome_window=int(row["outcome_window"]),
        groups=() if groups is None else _groups(groups, lists),
        fiscal_year_starts_in=int(row["fiscal_year_starts_in"]),
    )


def _groups(rows: pd.DataFrame, lists: dict[str, tuple[str, ...]]) -> tuple[Group, ...]:
    """Every group with at least one value that can be chosen, in the order in which the company set them."""
    groups = []
    for (filter_name, name), mine in rows.groupby(["filter_name", "group_name"], sort=False):
        members = tuple(one for one in mine["filter_value"] if one in lists[str(filter_name)])
        if members:
            is_whole = len(mine) == int(mine["count_values"].iloc[0])
            groups.append(Group(str(filter_name), str(name), members, is_whole))
    return tuple(groups)


def everything(choices: Choices) -> Scope:
    """The scope that leaves all in."""
    return Scope(choices, choices.first_day, choices.last_day, outcome_window=choices.outcome_window)


def of_company(scope: Scope) -> Scope:
    """The same outcomes of all hires whom the viewer may see, whatever is chosen."""
    return replace(everything(scope.choices), outcome_window=scope.outcome_window)


def of_whole_time(scope: Scope) -> Scope:
    """The scope over all days there are, at the company's own outcome window."""
    first, last, window = scope.choices.first_day, scope.choices.last_day, scope.choices.outcome_window
    return replace(scope, hired_from=first, hired_to=last, outcome_window=window, period="", compare="")


def of_every_role(scope: Scope) -> Scope:
    """The scope with the hires of every role: roles that stand beside each other are judged among all of them."""
    return replace(scope, role_profiles=())


def _read_day(name: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{name} · found {value!r} · wanted a day such as 2026-06-30") from error


def with_values(scope: Scope, name: str, wanted: tuple[str, ...]) -> Scope:
    """The scope with a list filter set to these values and groups; raises `UsageError` for one there is not."""
    groups = {group.name: group.members for group in scope.choices.groups_of(name)}
    values = scope.choices.values(name)
    chosen: list[str] = []
    for one in wanted:
        if one not in groups and one not in values:
            raise UsageError(f"{name} · found {one!r} · wanted one of {', '.join((*groups, *values))}")
        chosen += groups.get(one, (one,))
    others = (one for one in scope.groups if one not in groups)
    named = tuple(dict.fromkeys((*others, *(one for one in wanted if one in groups))))
    return replace(scope, groups=named, **{name: tuple(dict.fromkeys(chosen))})  # type: ignore[arg-type]


def with_period(scope: Scope, name: str) -> Scope:
    """The scope over the period of this name; raises `UsageError` for one there is not."""
    if name not in periods.NAMES:
        raise UsageError(f"period · found {name!r} · wanted one of {', '.join(periods.NAMES)}")
    found = scope.choices.period(name)
    return replace(scope, hired_from=found.first, hired_to=found.last, period=name)


def _with_word(scope: Scope, name: str, value: str) -> Scope:
    if name == "period":
        return with_period(scope, value)
    if name in DAYS:
        return replace(scope, period="", **{name: _read_day(name, value)})  # type: ignore[arg-type]
    if name == "outcome_window":
        if value not in map(str, WINDOWS):
            raise UsageError(f"{name} · found {value!r} · wanted one of {', '.join(map(str, WINDOWS))}")
        return replace(scope, outcome_window=int(value))
    if name == "hire":
        return replace(scope, hire=value)
    if name in LISTS:
        return with_values(scope, name, tuple(part.strip() for part in value.split(",") if part.strip()))
    raise UsageError(
        f"{name!r} is no filter · wanted one of {', '.join((*DAYS, 'period', 'outcome_window', 'hire', *LISTS))}"
    )


def with_words(scope: Scope, words: dict[str, str]) -> Scope:
    """The scope with filters set from text (`name` → `value`, lists by comma); raises `UsageError`.

    A day goes before the period: who names both means the period from that day on, or up to it.
    """
    for name in sorted(words, key=lambda one: one != "period"):
        scope = _with_word(scope, name, words[name])
    return scope


def with_comparison(scope: Scope, name: str) -> Scope:
    """The scope with a second period beside its own, or without one; raises `UsageError` for one there is not."""
    if name and name not in periods.COMPARED:
        raise UsageError(f"compare · found {name!r} · wanted one of {', '.join(periods.COMPARED)}")
    return replace(scope, compare=name)
