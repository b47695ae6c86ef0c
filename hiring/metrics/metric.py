"""What a measured word means: its clock, who is counted, when it may be judged, what it cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiring.access.scope import Scope

WINDOW = "{window}"  # stands in a card's words for the months of the chosen outcome window
DEFAULT_WINDOW = 12


class Days(StrEnum):
    """In what a clock counts."""

    CALENDAR = "calendar days, weekends and holidays included"
    MONTHS = (
        "months since the start in Sales: month 1 ends the day before that day comes round in the next month"
    )
    WORKING = "working days: no weekend and no holiday of the company; the day it starts is not counted"
    CALENDAR_MONTHS = "calendar months"
    NONE = "no clock: it is a count or an amount"


@dataclass(frozen=True)
class Metric:
    """One measured word of the product, as every page means it.

    `label` stands on tiles (at most 20 letters once the window is put in), `definition` says what is counted,
    the clock runs from `clock_start` to `clock_end` in `days`; `population` who is in, `maturity` who is old
    enough, `censoring` what becomes of those not there yet, `smallest_n` how few are too few, `caveat` what it
    cannot tell, `source` the file that works it out. `{window}` stands for the outcome window.
    """

    name: str
    group: str
    label: str
    unit: str
    definition: str
    clock_start: str
    clock_end: str
    days: Days
    population: str
    maturity: str
    censoring: str
    smallest_n: str
    caveat: str
    source: str
    version: int = 1

    def title(self, scope: Scope | None = None) -> str:
        """The label with the chosen window: "Meet bar at month 12"."""
        return at_window(self.label, scope)

    def defined(self, scope: Scope | None = None) -> str:
        """The definition with the chosen window in it."""
        return at_window(self.definition, scope)

    def short(self, scope: Scope | None = None) -> str:
        """What a tile's help says: the definition, who is in, and what it cannot tell."""
        return at_window(f"{self.definition} Counted: {self.population} {self.caveat}", scope)

    def facts(self, scope: Scope | None = None) -> tuple[tuple[str, str], ...]:
        """Every other field as a pair of heading and words, in reading order, for the definitions."""
        pairs = (
            ("Unit", self.unit),
            ("Clock starts", self.clock_start),
            ("Clock ends", self.clock_end),
            ("Counted in", self.days.value),
            ("Who is counted", self.population),
            ("Old enough when", self.maturity),
            ("Not there yet, or gone", self.censoring),
            ("Too few", self.smallest_n),
            ("Keep in mind", self.caveat),
            ("Worked out in", self.source),
            ("Version", str(self.version)),
        )
        return tuple((heading, at_window(words, scope)) for heading, words in pairs)


def at_window(words: str, scope: Scope | None) -> str:
    """The words with the months of the scope's outcome window put in."""
    return words.replace(WINDOW, str(scope.outcome_window if scope else DEFAULT_WINDOW))
