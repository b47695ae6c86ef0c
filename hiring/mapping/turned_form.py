"""The question about a sheet with a column for each period: which of them are turned into rows, and what that tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hiring.contract import BY_NAME, Kind, Table
from hiring.mapping import periods
from hiring.mapping.facts import Facts
from hiring.mapping.form import PERIODS, Answers, Choice, Question
from hiring.mapping.people import looks_like_names
from hiring.mapping.turning import Group

#: Before the measure in an answer, which may have no word at all.
_MEASURE = "periods of "
_START, _END = "period_start_on", "period_end_on"
#: The table whose sheets have a column for each period.
_USUAL = "quotas"


def _start(table: Table) -> str:
    """The column that a period's first day fills; empty where rows of the table are of no period."""
    names = [column.name for column in table.columns]
    months = (column.name for column in table.columns if column.kind is Kind.MONTH)
    return _START if _START in names else next(months, "")


def _value(table: Table) -> str:
    """The column that the cell of a period fills."""
    numbers = (column.name for column in table.columns if column.kind in (Kind.MONEY, Kind.NUMBER))
    return next(numbers, "") if _start(table) else ""


def likely_tables(facts: Facts) -> tuple[str, ...]:
    """The table that a sheet with a column for each period most often holds."""
    return (_USUAL,) if facts.turnable else ()


def question(facts: Facts, table: str) -> Question | None:
    """Which columns are periods, each to be a row of its own; `None` where the file or the table has none."""
    value = _value(BY_NAME[table])
    if not value or not facts.turnable:
        return None
    choices = tuple(Choice(_answer(group), _reads(group)) for group in facts.turnable)
    likely = (choices[0].answer,) if len(choices) == 1 else _of_value(facts.turnable, value)
    why = "a row for each person and period; totals are no periods"
    return Question(
        PERIODS,
        value,
        f"Which columns hold {value}, one a period?",
        choices,
        likely[0] if likely else "",
        why,
        must=False,
        several=True,
        joined=likely,
    )


def _answer(group: Group) -> str:
    return f"{_MEASURE}{group.measure}"


def _of_value(groups: Sequence[Group], value: str) -> tuple[str, ...]:
    """Of several measures the one that is called like the value; none where that is not sure."""
    wanted = ("quota", "quotas", "target", "ziel", "soll", "objectif") if value == "amount" else (value,)
    named = tuple(_answer(group) for group in groups if set(group.measure.split()) & set(wanted))
    return named if len(named) == 1 else ()


def _reads(group: Group) -> str:
    sums = f", not {', '.join(group.totals.values())}" if group.totals else ""
    return f"{group.title}: {len(group.keys)} columns{sums}"


def measure(answer: str) -> str:
    """The measure that an answer names."""
    return answer.removeprefix(_MEASURE)


def chosen(facts: Facts, answers: Answers) -> list[Group]:
    """The columns that are turned by these answers."""
    return [group for group in facts.turnable if group.measure in answers.turned]


def told(answers: Answers) -> frozenset[str]:
    """Our columns that the periods and their cells fill, so that nothing is asked of them."""
    if not answers.turned:
        return frozenset()
    table = BY_NAME[answers.table]
    return frozenset({_start(table), _value(table), *([_END] if _start(table) == _START else [])})


def specials(table: Table) -> dict[str, str]:
    """Our column → what of a period fills it, in the words of a mapping file."""
    ends = {_END: "period end"} if _start(table) == _START else {}
    return {_start(table): "period start", **ends, _value(table): "cell"}


def of_people(facts: Facts, one: Question) -> Question:
    """The question about whom a row is of: a name may stand in two columns; likely where one column holds names."""
    if one.about != "owner_id":
        return one
    of_periods = {key for group in facts.turnable for key in (*group.labels, *group.totals)}
    named = [key for key in facts.columns if key not in of_periods and holds_names(facts, key)]
    if one.likely or len(named) != 1:
        return replace(one, several=True)
    return replace(one, several=True, likely=named[0], joined=(named[0],), why="names of people stand there")


def holds_names(facts: Facts, key: str) -> bool:
    """Whether names of people stand in a column, rows of totals aside."""
    return looks_like_names([cell for cell in facts.cells.get(key, ()) if not periods.is_total(cell)])
