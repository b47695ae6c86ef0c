"""What a review counts of a quarter: each measure there and a year before, with n and range, from rows of all days.

The decision page tells some of them; a decision names the one it should move.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from hiring import words
from hiring.access.periods import months_later
from hiring.findings.overview.recent import FIRST_YEAR_DAYS
from hiring.findings.review.quarter import Quarter
from hiring.statistics import promises, rates
from hiring.statistics.rates import Difference, Interval
from hiring.statistics.verdicts import DAYS, POINTS, Unit

FIRST_YEAR = 12  # months
DECIDED = (promises.KEPT, promises.MISSED)


@dataclass(frozen=True)
class Asked:
    """The answers the measures are made of, over all days.

    `outcomes`: `overview/outcomes_by_hire` with the company's window; `offers`: `shared/offers_by_role_and_month`;
    `openings`: `review/openings`; `final_stage`: `review/final_stage`; `promises`: the cases judged on the page
    "Agreement"; `ends`: `review/ended`; `gaps`: `paired.by_competency`. `loaded`: the tables that were read;
    `window`: the company's outcome window, in months.
    """

    outcomes: pd.DataFrame
    offers: pd.DataFrame
    openings: pd.DataFrame
    final_stage: pd.DataFrame
    promises: pd.DataFrame
    loaded: frozenset[str]
    window: int
    ends: pd.DataFrame = field(default_factory=pd.DataFrame)
    gaps: pd.DataFrame = field(default_factory=pd.DataFrame)


@dataclass(frozen=True)
class Measure:
    """A number of the quarter and of the quarter a year before; `whose` follows its n, `ways`: (higher, lower)."""

    card: str
    label: str
    needs: str  # the table without which it is not known
    noun: str
    whose: str
    now: Interval
    before: Interval
    difference: Difference | None
    unit: Unit = POINTS
    ways: tuple[str, str] = ("higher", "lower")
    show: Callable[[float], str] = words.percent
    is_more_better: bool = True


def _first_years(asked: Asked, quarter: Quarter, months: int) -> pd.DataFrame:
    """Hires whose so many months since the start in Sales ended in the quarter."""
    first, last = (pd.Timestamp(months_later(day, -months)) for day in (quarter.first, quarter.last))
    return asked.outcomes[asked.outcomes["sales_start_on"].between(first, last)]


def shares(
    counts: Callable[[Quarter], tuple[int, int]], quarter: Quarter
) -> tuple[Interval, Interval, Difference | None]:
    """A share of the quarter, of that a year before, and how far apart they are."""
    now, before = counts(quarter), counts(quarter.year_before)
    apart = rates.difference(*now, *before) if now[1] and before[1] else None
    return rates.wilson(*now), rates.wilson(*before), apart


def quality(asked: Asked, quarter: Quarter) -> Measure:
    """Hire quality: who met the bar, of the hires whose window ended in the quarter and who count."""

    def counts(of: Quarter) -> tuple[int, int]:
        hires = _first_years(asked, of, asked.window)
        judged = hires[hires["is_counted"].astype(bool) & hires["met_bar"].notna()]
        return int(judged["met_bar"].astype(bool).sum()), len(judged)

    whose = f"whose month {asked.window} ended in it"
    return Measure("met_bar", "Met the bar", "quotas", "hire", whose, *shares(counts, quarter))


def left(asked: Asked, quarter: Quarter) -> Measure:
    """First-year attrition: of the hires whose first year ended in the quarter."""

    def counts(of: Quarter) -> tuple[int, int]:
        hires = _first_years(asked, of, FIRST_YEAR)
        left = hires["has_left"].astype(bool) & (hires["days_to_exit"] < FIRST_YEAR_DAYS)
        return int(left.sum()), len(hires)

    whose = "whose first year ended in it"
    return Measure(
        "first_year_attrition",
        "Left in year one",
        "employees",
        "hire",
        whose,
        *shares(counts, quarter),
        is_more_better=False,
    )


def accepted(asked: Asked, quarter: Quarter) -> Measure:
    """Offer acceptance: of the offers made in the quarter's months and answered by now."""

    def counts(of: Quarter) -> tuple[int, int]:
        offers = asked.offers[of.holds(asked.offers["offer_month"])]
        return int(offers["count_accepted"].sum()), int(offers["count_decided"].sum())

    whose = "made in it and answered"
    return Measure(
        "offer_acceptance",
        "Offers accepted",
        "applications",
        "offer",
        whose,
        *shares(counts, quarter),
    )


def filled(asked: Asked, quarter: Quarter) -> Measure:
    """Days to fill: the median of the openings filled in the quarter."""
    return _days("filled_in_quarter", "Days to fill, median", "filled in it", asked, quarter, "filled_on")


def talked(asked: Asked, quarter: Quarter) -> Measure:
    """Days from the opening to the talk of both sides: the median of the talks held in the quarter."""
    return _days(
        "days_to_intake",
        "Calendar days to the talk, median",
        "talked over in it",
        asked,
        quarter,
        "intake_on",
    )


def days(value: float | None) -> str:
    """Days, with a decimal where they are no whole ones: a median may lie between two."""
    return words.number(value, 0 if value is None or float(value).is_integer() else 1)


def _days(card: str, label: str, whose: str, asked: Asked, quarter: Quarter, ends: str) -> Measure:
    def took(of: Quarter) -> pd.Series:
        over = asked.openings[of.holds(asked.openings[ends])]
        return (over[ends] - over["opened_on"]).dt.days

    now, before = took(quarter), took(quarter.year_before)
    return Measure(
        *(card, label, "requisitions", "opening", whose),
        rates.median_interval(now),
        rates.median_interval(before),
        rates.difference_of_medians(now, before) if len(now) and len(before) else None,
        DAYS,
        show=days,
        is_more_better=False,
    )


def kept_by(side: str) -> Callable[[Asked, Quarter], Measure]:
    """The share of what the side promised that it kept, of what was due in the quarter."""

    def kept(asked: Asked, quarter: Quarter) -> Measure:
        def counts(of: Quarter) -> tuple[int, int]:
            due = asked.promises[asked.promises["department"] == side]
            due = due[of.holds(due["due_on"])]
            return int((due["state"] == promises.KEPT).sum()), int(due["state"].isin(DECIDED).sum())

        card, label = "promises_kept", f"Promises kept by {side}"
        return Measure(card, label, "working_agreement", "promise", "due in it", *shares(counts, quarter))

    return kept


#: What a decision may name in every company, by the word it is kept under; `own_measures` has what this one names.
MEASURES: Mapping[str, Callable[[Asked, Quarter], Measure]] = {
    "met-bar": quality,
    "offers-accepted": accepted,
    "days-to-fill": filled,
    "left-in-year-one": left,
    "days-to-intake": talked,
    "promises-hr": kept_by("HR"),
    "promises-sales": kept_by("Sales"),
}
