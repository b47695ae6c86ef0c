"""The tiles of the overview, each named by its hires: recent, those before that they stand beside, too new."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from hiring import metrics, words
from hiring.access.scope import Scope
from hiring.config import SMALLEST_GROUP
from hiring.findings.overview.answer import Facts, is_beside_all_earlier
from hiring.findings.overview.recent import Reading, hired, short_month
from hiring.statistics.rates import Interval
from hiring.statistics.verdicts import SMALLEST_JUDGED


@dataclass(frozen=True)
class Cohort:
    """A tile named by its hires: the value of the first measure that is known of them, its range and n, its card."""

    label: str
    value: str
    note: str
    card: str

    def definition(self, scope: Scope) -> str:
        """What the card says that is counted, in short."""
        return metrics.short(self.card, scope)


def cohorts(known: Facts, readings: Sequence[Reading]) -> tuple[Cohort, ...]:
    """The tiles: the recent hires, those they are set beside, and who is too new to be judged.

    Beside them stands the year before; all earlier ones where it is too few, or where these are what the lead names.
    """
    recent, found = known.recent, []
    told = [one for one in readings if not one.role and one.measure.noun == "hire" and one.now.n > 0]
    if told:
        reading = told[0]
        year_to = recent.hires_from - timedelta(days=1)
        found = [
            _cohort(recent.hired, reading.now, reading),
            _cohort(recent.hired_before, reading.before, reading)
            if is_beside_all_earlier(known, reading)
            else _cohort(hired(recent.year_before_from, year_to), reading.year_before, reading),
        ]
    if known.is_nobody_observed or not known.count_too_new:
        return tuple(found)
    too_new = f"too new to judge, of {words.counted(known.count_hires, 'hire')}"
    since = f"Hired since {short_month(recent.hires_to + timedelta(days=1))}"
    return (*found, Cohort(since, words.number(known.count_too_new), too_new, "too_new"))


def _cohort(label: str, value: Interval, reading: Reading) -> Cohort:
    measure = reading.measure
    count = words.counted(value.n, measure.noun)
    if value.n < SMALLEST_GROUP:
        return Cohort(label, "too few", f"{count}, {SMALLEST_JUDGED} needed to compare", measure.card)
    what = metrics.card(measure.card).label.replace(" at month {window}", "").lower()
    if math.isnan(value.estimate):
        return Cohort(label, words.UNKNOWN, f"{what} · {count}", measure.card)
    ends = (
        []
        if math.isnan(value.low) or math.isnan(value.high)
        else [words.span(value.low, value.high, measure.show)]
    )
    return Cohort(label, measure.show(value.estimate), " · ".join([what, *ends, count]), measure.card)
