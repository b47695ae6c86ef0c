"""Sheets with a column for each period, turned: which columns are periods of one measure, which are sums of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hiring.mapping import periods
from hiring.mapping.periods import CALENDAR, Heading, Period
from hiring.mapping.rules import WIDE_CELL, Feed, Plan

#: So many columns of one measure make a sheet a turned one.
FEWEST = 2


@dataclass(frozen=True)
class Group:
    """The columns of one measure, by their keys: those that are turned, and sums of them that are not."""

    measure: str
    labels: Mapping[str, str]  # key → label, of columns that are turned
    totals: Mapping[str, str]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the columns that are turned."""
        return tuple(self.labels)

    @property
    def title(self) -> str:
        """The columns in words: `Q1 2026 … Q4 2026`."""
        return titled(list(self.labels.values()))

    @cached_property
    def headings(self) -> Mapping[str, Heading]:
        """What each label says; all of them say something."""
        found = {key: periods.heading(label) for key, label in self.labels.items()}
        return {key: one for key, one in found.items() if one is not None}

    @property
    def are_open(self) -> bool:
        """Whether they may be of the calendar's year or of the fiscal one."""
        return any(one.is_of_quarters for one in self.headings.values())

    def spans(self, year_starts_in: int = 1, quarters: str = CALENDAR) -> Mapping[str, Period]:
        """The days of each column that is turned."""
        return _spans(self.headings, year_starts_in, quarters)


def titled(labels: Sequence[str]) -> str:
    """Columns of one measure in words: `Q1 2026 … Q4 2026`."""
    return labels[0] if len(labels) == 1 else f"{labels[0]} … {labels[-1]}"


def _spans(headings: Mapping[str, Heading], year_starts_in: int, quarters: str) -> dict[str, Period]:
    lone = {key: one for key, one in headings.items() if one.day is not None}
    found = {
        key: span
        for key, one in headings.items()
        if one.day is None and (span := periods.period(one, year_starts_in, quarters))
    }
    days = periods.days(list(lone.values())) if lone else None
    return found | (dict(zip(lone, periods.of_days(days), strict=True)) if days else {})


def groups(labels: Mapping[str, str]) -> list[Group]:
    """The measures that have a column for each of several periods, in the order of the file; `labels`: key → label."""
    said = {key: one for key, label in labels.items() if (one := periods.heading(label))}
    measures = dict.fromkeys(one.measure for one in said.values() if not one.is_total)
    found = [_group(labels, said, measure) for measure in measures]
    return [group for group in found if group is not None]


def _group(labels: Mapping[str, str], said: Mapping[str, Heading], measure: str) -> Group | None:
    mine = {key: one for key, one in said.items() if one.measure == measure and not one.is_total}
    spans = _spans(mine, 1, CALENDAR)
    coarse = {key for key, span in spans.items() if _is_sum(span, spans.values())}
    kept = {key: labels[key] for key in spans if key not in coarse}
    if not kept:
        return None
    sums = [key for key in labels if key in coarse or _is_total(labels[key], said.get(key), measure)]
    return Group(measure, kept, {key: labels[key] for key in sums})


def _is_total(label: str, one: Heading | None, measure: str) -> bool:
    return (one.is_total and one.measure == measure) if one else periods.is_total(label)


def _is_sum(span: Period, others: Iterable[Period]) -> bool:
    """Whether shorter periods of the sheet fill all the months of this one: then it is their sum."""
    within = [other for other in others if span.holds(other)]
    months = {(one.start.year, one.start.month + at) for one in within for at in range(one.months)}
    return len(within) > 1 and len({12 * year + month for year, month in months}) >= span.months


def is_period(label: str) -> bool:
    """Whether a label is a period, with its year."""
    one = periods.heading(label)
    return one is not None and one.year is not None and not one.is_total


def is_of_periods(label: str) -> bool:
    """Whether a label is a period or the sum of some, so that another year has it otherwise or not at all."""
    return periods.heading(label) is not None or periods.is_total(label)


def lacks_year(label: str) -> bool:
    """Whether a label is a period of a year that it does not say."""
    one = periods.heading(label)
    return one is not None and one.year is None and not one.measure


def unread(labels: Mapping[str, str], group: Group) -> list[str]:
    """Labels behind the first period that hold a digit as periods do, and are none that can be read."""
    places = list(labels)
    behind = places[min(places.index(key) for key in group.keys) :]
    return [labels[key] for key in behind if _is_unread(key, labels[key], group)]


def _is_unread(key: str, label: str, group: Group) -> bool:
    one = periods.heading(label)
    is_other = one is not None and one.measure != group.measure
    return (
        key not in group.labels
        and key not in group.totals
        and not is_other
        and any(letter.isdecimal() for letter in label)
    )


def turned(feed: Feed, labels: Mapping[str, str], measure: str, quarters: str) -> Feed:
    """The feed with the columns of a header (key → label) that are periods of that measure; as it is without any."""
    group = next((one for one in groups(labels) if one.measure == measure), None)
    if group is None:
        return feed
    return replace(feed, wide=group.keys, totals=tuple(group.totals), is_turned=True, quarters=quarters)


def label_of_cells(feeds: Sequence[Feed], labels: Mapping[str, str]) -> list[tuple[str, str]]:
    """What the cells of periods are called together, where a feed has some."""
    first = next((feed for feed in feeds if feed.is_turned), None)
    return [(WIDE_CELL, titled([labels[key] for key in first.wide]))] if first else []


def group_of(feed: Feed, plan: Plan) -> Group:
    """The columns that a turned feed turns, with what the file calls them."""
    labels = dict(plan.labels)
    measure = next(one.measure for key in feed.wide if (one := periods.heading(labels[key])))
    return Group(measure, {key: labels[key] for key in feed.wide}, {key: labels[key] for key in feed.totals})


def spans_of(feed: Feed, plan: Plan) -> dict[str, tuple[str, str]]:
    """Key of each column that a feed turns → its first day and its last one, as our tables write days."""
    spans = group_of(feed, plan).spans(plan.year_starts_in, feed.quarters or CALENDAR)
    return {key: (span.start.isoformat(), span.end.isoformat()) for key, span in spans.items()}


def is_blank(cell: str) -> bool:
    """Whether a cell of a period says nothing, by being empty or by a mere dash."""
    return cell.strip() in ("", "-", "–", "—")
