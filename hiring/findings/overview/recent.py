"""Recent hires against those before, at equal tenure: which days count as recent, and each measure in both groups."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from hiring.statistics.rates import Difference, Interval, difference, wilson
from hiring.statistics.survival import Curve, difference_by, difference_of_medians, kaplan_meier
from hiring.statistics.verdicts import (
    BETTER_HIGHER,
    DAYS,
    NEUTRAL,
    POINTS,
    Comparison,
    Finding,
    Unit,
    Ways,
    judge_together,
)
from hiring.words import DASH, MONTHS, Show, days, percent

FIRST_YEAR_DAYS = 365
BAR = "met_bar"  # the card of the page's answer
RECENT_MONTHS = 12  # a year holds every season of a sales year once
SOONER_IS_LOWER: Ways = ("later", "sooner")


@dataclass(frozen=True)
class Recent:
    """Who counts as recent: hires from `hires_from` to `hires_to`, and offers extended from `offers_from` on.

    `is_chosen`: somebody chose from when on. Nothing is judged then: with nothing true, of 120 companies dealt out anew
    four got a Clear answer for one of four calendar years.
    """

    hires_from: date
    hires_to: date
    offers_from: date
    is_chosen: bool = False

    @property
    def year_before_from(self) -> date:
        """The first day of the twelve months before the recent ones, of hires."""
        return _months_before(self.hires_from, RECENT_MONTHS)

    @property
    def hired(self) -> str:
        """ "Hired Jul 24–Jun 25": the recent year of hires, in twenty letters at most."""
        return hired(self.hires_from, self.hires_to)

    @property
    def hired_before(self) -> str:
        """ "Hired before Jul 24": all earlier hires."""
        return f"Hired before {short_month(self.hires_from)}"

    @property
    def offers_year_before_from(self) -> date:
        """The first month of the twelve before the recent ones, of offers."""
        return _months_before(self.offers_from, RECENT_MONTHS)

    @classmethod
    def at(cls, as_of: date, hired_to: date, outcome_window: int) -> Recent:
        """The latest twelve months of hires old enough for the window, and of offers, up to the last day chosen."""
        last_offer = min(as_of, hired_to)
        last_hire = min(hired_to, _months_before(as_of, outcome_window))
        first_hire = _months_before(last_hire, RECENT_MONTHS) + timedelta(days=1)
        return cls(first_hire, last_hire, _months_before(last_offer.replace(day=1), RECENT_MONTHS - 1))


def hired(first: date, last: date) -> str:
    """ "Hired Jul 24–Jun 25": hires from the one day to the other."""
    return f"Hired {short_month(first)}{DASH}{short_month(last)}"


def short_month(day: date) -> str:
    """ "Jul 24": the month of a year, as short as a tile's label wants it."""
    return f"{MONTHS[day.month - 1]} {day.year % 100:02d}"


@dataclass(frozen=True)
class Measure:
    """One measure of the page: `card` names its definition, `outcome` follows a value in a sentence."""

    card: str
    outcome: str
    unit: Unit
    ways: Ways
    show: Show
    noun: str = "hire"
    is_lower_better: bool = False


@dataclass(frozen=True)
class Reading:
    """A measure in one role (all of them: ""): now, all before, the difference of the two, and the year before."""

    measure: Measure
    role: str
    now: Interval
    before: Interval
    difference: Difference
    year_before: Interval

    def described(self) -> Reading:
        """The same values and range, of which nothing is claimed: neither side counts as the surer one."""
        return replace(self, difference=replace(self.difference, probability=0.5))

    def comparison(self) -> Comparison:
        """The reading as something to judge and to put into a sentence."""
        measure = self.measure
        return Comparison(
            measure.outcome,
            f"recent {measure.noun}s",
            f"earlier {measure.noun}s",
            self.difference,
            measure.unit,
            measure.ways,
            measure.noun,
        )


def measures(outcome_window: int) -> tuple[Measure, Measure, Measure, Measure]:
    """The bar, the first deal, the first year and the offers, in reading order."""
    return (
        Measure(BAR, f"met their role's bar at month {outcome_window}", POINTS, BETTER_HIGHER, percent),
        Measure(
            "first_deal",
            "to the first deal (median)",
            DAYS,
            SOONER_IS_LOWER,
            days,
            is_lower_better=True,
        ),
        Measure(
            "first_year_attrition", "left in their first year", POINTS, NEUTRAL, percent, is_lower_better=True
        ),
        Measure(
            "offer_acceptance",
            "of offers accepted",
            POINTS,
            NEUTRAL,
            percent,
            noun="offer",
        ),
    )


def readings(
    outcomes: pd.DataFrame, offers: pd.DataFrame, recent: Recent, outcome_window: int
) -> tuple[Reading, ...]:
    """The bar over all roles, then every other reading with anybody in it: all roles, and each if there are several.

    `outcomes`: rows of `overview/outcomes_by_hire`; `offers`: rows of `shared/offers_by_role_and_month`.
    """
    roles = sorted({*outcomes["role_profile"], *offers["role_profile"]})
    named = roles if len(roles) > 1 else []
    bar, *others = (
        reading.described() if recent.is_chosen else reading
        for role in ("", *named)
        for reading in _of_role(outcomes, offers, recent, outcome_window, role)
    )
    return (bar, *(reading for reading in others if reading.now.n or reading.before.n))


def judged(found: Sequence[Reading]) -> tuple[Finding, ...]:
    """The verdicts of readings that are looked at together, in their order."""
    return judge_together([reading.comparison() for reading in found])


def _of_role(
    outcomes: pd.DataFrame, offers: pd.DataFrame, recent: Recent, outcome_window: int, role: str
) -> Iterator[Reading]:
    hires = outcomes[outcomes["is_mature"].astype(bool) & outcomes["is_start_observed"].astype(bool)]
    made = offers
    if role:
        hires, made = hires[hires["role_profile"] == role], offers[offers["role_profile"] == role]
    starts = hires["sales_start_on"]
    now, before, year = _parts(hires, starts, recent.hires_from, recent.year_before_from)
    bar, deal, year_measure, accepted = measures(outcome_window)
    yield _shares(bar, role, _bar_counts(now), _bar_counts(before), _bar_counts(year))
    yield _medians(deal, role, _deal_curve(now), _deal_curve(before), _deal_curve(year))
    yield _first_year(year_measure, role, _exit_curve(now), _exit_curve(before), _exit_curve(year))
    parts = _parts(made, made["offer_month"], recent.offers_from, recent.offers_year_before_from)
    yield _shares(accepted, role, *map(_offer_counts, parts))


def _parts(
    rows: pd.DataFrame, days: pd.Series, recent_from: date, year_before_from: date
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The recent rows, all before, and those of these that belong to the year before."""
    is_recent = days >= pd.Timestamp(recent_from)
    is_year_before = ~is_recent & (days >= pd.Timestamp(year_before_from))
    return rows[is_recent], rows[~is_recent], rows[is_year_before]


def _shares(
    measure: Measure, role: str, now: tuple[int, int], before: tuple[int, int], year: tuple[int, int]
) -> Reading:
    return Reading(measure, role, wilson(*now), wilson(*before), difference(*now, *before), wilson(*year))


def _medians(measure: Measure, role: str, now: Curve, before: Curve, year: Curve) -> Reading:
    return Reading(
        measure, role, _median(now), _median(before), difference_of_medians(now, before), _median(year)
    )


def _first_year(measure: Measure, role: str, now: Curve, before: Curve, year: Curve) -> Reading:
    return Reading(
        measure,
        role,
        now.event_by(FIRST_YEAR_DAYS),
        before.event_by(FIRST_YEAR_DAYS),
        difference_by(now, before, FIRST_YEAR_DAYS),
        year.event_by(FIRST_YEAR_DAYS),
    )


def _median(curve: Curve) -> Interval:
    found = curve.median
    time, low, high = (math.nan if value is None else value for value in (found.time, found.low, found.high))
    return Interval(time, low, high, found.n)


def _bar_counts(hires: pd.DataFrame) -> tuple[int, int]:
    judged_hires = hires[hires["is_counted"].astype(bool) & hires["met_bar"].notna()]
    return int(judged_hires["met_bar"].astype(bool).sum()), len(judged_hires)


def _offer_counts(offers: pd.DataFrame) -> tuple[int, int]:
    return int(offers["count_accepted"].sum()), int(offers["count_decided"].sum())


def _deal_curve(hires: pd.DataFrame) -> Curve:
    known = hires[hires["days_to_first_deal"].notna()]
    return kaplan_meier(known["days_to_first_deal"], known["has_first_deal"])


def _exit_curve(hires: pd.DataFrame) -> Curve:
    return kaplan_meier(hires["days_to_exit"], hires["has_left"])


def _months_before(day: date, count: int) -> date:
    return (pd.Timestamp(day) - pd.DateOffset(months=count)).date()
