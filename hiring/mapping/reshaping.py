"""From one record of a file to the rows it gives a table: one for each name, for each wide column, or none twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from hiring.mapping import turning
from hiring.mapping.people import names_in
from hiring.mapping.rules import ONE_NAME, PERIOD_END, PERIOD_START, WIDE_CELL, WIDE_LABEL, Feed, Plan


def columns_of(feed: Feed) -> tuple[str, ...]:
    """Keys of the columns of a reshaped file, in order."""
    added: tuple[str, ...] = (WIDE_LABEL, WIDE_CELL) if feed.wide else ()
    added += (PERIOD_START, PERIOD_END) if feed.is_turned else ()
    added += (ONE_NAME,) if feed.names else ()
    return tuple(source for source in feed.sources if source not in feed.spread) + added


def reshaper(feed: Feed, plan: Plan, keys: Sequence[str]) -> Callable[[Sequence[str]], Iterator[list[str]]]:
    """What makes the rows of one record; `keys` name the cells of a record by position.

    It remembers what it gave where a feed wants each row once, so a file has one of its own.
    """
    at = {key: index for index, key in enumerate(keys) if key}
    kept = [at[source] for source in feed.sources if source not in feed.spread]
    labels = dict(plan.labels)
    spans = turning.spans_of(feed, plan) if feed.is_turned else {}
    wide = [(at[key], (labels[key], *spans.get(key, ()))) for key in feed.wide]
    given: set[tuple[str, ...]] = set()

    def rows(cells: Sequence[str]) -> Iterator[list[str]]:
        if feed.filled and not cells[at[feed.filled]].strip():
            return
        base = [cells[index] for index in kept]
        for row in _by_name(feed, at, cells, base) if feed.names else _by_column(feed, wide, cells, base):
            if feed.distinct:
                if tuple(row) in given:
                    continue
                given.add(tuple(row))
            yield row

    return rows


def _by_name(feed: Feed, at: dict[str, int], cells: Sequence[str], base: list[str]) -> Iterator[list[str]]:
    """A row for each person in the cells of names; one without a name where all are empty."""
    named = (name for column in feed.names for name in names_in(cells[at[column]]))
    for name in dict.fromkeys(named) or [""]:
        yield [*base, name]


def _by_column(
    feed: Feed, wide: list[tuple[int, tuple[str, ...]]], cells: Sequence[str], base: list[str]
) -> Iterator[list[str]]:
    if not wide:
        yield base
    for place, (label, *days) in wide:
        if not (turning.is_blank(cells[place]) if feed.is_turned else not cells[place].strip()):
            yield [*base, label, cells[place], *days]
