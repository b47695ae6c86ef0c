"""The filters every page shares: what they hold, what they default to, how words become parameters.

No streamlit here: the sidebar's and the command line's filters are the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from hiring.config import WINDOWS

LISTS = ("role_profiles", "regions", "segments", "sources")
#: Gross margin assumed on bookings until a company sets its own: software sells at about this.
GROSS_MARGIN = 0.7


class UsageError(ValueError):
    """A filter that cannot be read; the text is one line for the person who typed it."""


@dataclass(frozen=True)
class Choices:
    """What can be chosen: every value of each list filter in reading order, and the days hiring spans."""

    role_profiles: tuple[str, ...]
    regions: tuple[str, ...]
    segments: tuple[str, ...]
    sources: tuple[str, ...]
    first_day: date
    last_day: date
    outcome_window: int

    def values(self, name: str) -> tuple[str, ...]:
        """The values of one list filter."""
        values: tuple[str, ...] = getattr(self, name)
        return values


@dataclass(frozen=True)
class Scope:
    """What was chosen. An empty choice in a list filter chooses all, written out in full in `parameters`.

    `hire` is the one hire an address names (`findings/hire/key.py`), for the questions about one; "" for all others.
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

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values that are in, written out: those chosen, or all of them."""
        values: tuple[str, ...] = getattr(self, name)
        return values or self.choices.values(name)

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


def choices_from(values: pd.DataFrame, company: pd.DataFrame) -> Choices:
    """The choices held by the answers to `shared/filter_values` and `shared/company`."""
    lists = {
        name: tuple(str(v) for v in values.loc[values["filter_name"] == name, "filter_value"])
        for name in LISTS
    }
    row = company.iloc[0]
    as_of = pd.Timestamp(row["as_of"]).date()
    starts = [
        pd.Timestamp(row[c]).date() for c in ("first_hire_on", "first_application_on") if pd.notna(row[c])
    ]
    return Choices(
        **lists, first_day=min([*starts, as_of]), last_day=as_of, outcome_window=int(row["outcome_window"])
    )


def everything(choices: Choices) -> Scope:
    """The scope that leaves all in."""
    return Scope(choices, choices.first_day, choices.last_day, outcome_window=choices.outcome_window)


def _read_day(name: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{name} · found {value!r} · wanted a day such as 2026-06-30") from error


def with_words(scope: Scope, words: dict[str, str]) -> Scope:
    """The scope with filters set from text (`name` → `value`, lists by comma); raises `UsageError`."""
    for name, value in words.items():
        if name in ("hired_from", "hired_to"):
            scope = replace(scope, **{name: _read_day(name, value)})  # type: ignore[arg-type]
        elif name == "outcome_window":
            if value not in map(str, WINDOWS):
                raise UsageError(
                    f"outcome_window · found {value!r} · wanted one of {', '.join(map(str, WINDOWS))}"
                )
            scope = replace(scope, outcome_window=int(value))
        elif name == "hire":
            scope = replace(scope, hire=value)
        elif name in LISTS:
            wanted = tuple(part.strip() for part in value.split(",") if part.strip())
            for one in wanted:
                if one not in scope.choices.values(name):
                    raise UsageError(
                        f"{name} · found {one!r} · wanted one of {', '.join(scope.choices.values(name))}"
                    )
            scope = replace(scope, **{name: wanted})  # type: ignore[arg-type]
        else:
            raise UsageError(
                f"{name!r} is no filter · wanted one of hired_from, hired_to, outcome_window, hire, "
                f"{', '.join(LISTS)}"
            )
    return scope
