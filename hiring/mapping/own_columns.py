"""A file in our own columns whose days are written in another way: a plan that reads the days and leaves the rest."""

from __future__ import annotations

from collections.abc import Sequence

from hiring.contract import BY_NAME, Column, Kind
from hiring.mapping.day_sql import OUR_DAY, ZONE_APART
from hiring.mapping.rules import Day, Feed, Plan, Rule, Text

_DAYS = (Kind.DAY, Kind.MOMENT, Kind.MONTH)


def plan_of(table: str | None, columns: Sequence[str | None], labels: Sequence[str]) -> Plan | None:
    """The plan of a file of that table, our columns and its own labels by position; `None` where it has no days."""
    if table is None:
        return None
    named = {name: label for name, label in zip(columns, labels, strict=True) if name}
    ours = [column for column in BY_NAME[table].columns if column.name in named]
    if not any(column.kind in _DAYS for column in ours):
        return None
    feed = Feed(table, tuple((column.name, _rule(column)) for column in ours))
    return Plan("", f"{table} in our own columns", True, (feed,), tuple(named.items()))


def _rule(column: Column) -> Rule:
    if column.kind in _DAYS:
        return Day(column.name, moment=column.kind is Kind.MOMENT)
    return Text(column.name)


def days_of(plan: Plan) -> list[str]:
    """The columns of days that a plan reads, in its order."""
    return [rule.source for _, rule in plan.main.columns if isinstance(rule, Day)]


def written_otherwise(cell: str) -> str:
    """An aggregate that counts the cells of a column which are filled and not written as our days are."""
    apart = f"length({cell}) > 19 and regexp_matches({cell}, '{ZONE_APART}')"
    return f"count(*) filter (({cell} not like '{OUR_DAY}' and trim({cell}) <> '') or ({apart}))"
