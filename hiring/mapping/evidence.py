"""What to count in the columns of a mapped file, so that their cells tell how days and amounts are written."""

from __future__ import annotations

from collections.abc import Mapping

from hiring.mapping.day_sql import (
    AS_NUMBER,
    LETTER,
    OF_CLOCKS,
    OF_SHEETS,
    SHORT_NAMED_YEAR,
    SHORT_YEAR,
    ZONED,
)
from hiring.mapping.rules import (
    EPOCH,
    SERIAL,
    Closing,
    CodeInCell,
    Day,
    Digest,
    First,
    Number,
    Plan,
    Rule,
    sources,
)
from hiring.mapping.select import Places

#: (source column, what was counted) → the count, or an example.
Counted = Mapping[tuple[str, str], object]

_PARTS = "^ *([0-9]{1,2})[-/.]([0-9]{1,2})[-/.][0-9]{2,4}"
_SHORT = f"(regexp_matches(CELL, '{SHORT_YEAR}') or regexp_matches(CELL, '{SHORT_NAMED_YEAR}'))"
_OF_DAYS = {
    "filled": "count(nullif(trim(CELL), ''))",
    "parted": f"count(*) filter (regexp_matches(CELL, '{_PARTS}'))",
    "first": f"count(*) filter (try_cast(regexp_extract(CELL, '{_PARTS}', 1) as integer) > 12)",
    "second": f"count(*) filter (try_cast(regexp_extract(CELL, '{_PARTS}', 2) as integer) > 12)",
    "slashes": "count(*) filter (regexp_matches(CELL, '^ *[0-9]{1,2}/'))",
    "points": "count(*) filter (regexp_matches(CELL, '^ *[0-9]{1,2}[.][0-9]{1,2}[.]'))",
    "hyphens": "count(*) filter (regexp_matches(CELL, '^ *[0-9]{1,2}-[0-9]'))",
    "named": f"count(*) filter (regexp_matches(CELL, '{LETTER}{{3}}') and regexp_matches(CELL, '[0-9]'))",
    "zoned": f"count(*) filter (regexp_matches(CELL, '{ZONED}'))",
    "short": f"count(*) filter ({_SHORT})",
    "short example": f"min(CELL) filter ({_SHORT})",
    "cut": "count(*) filter (regexp_matches(CELL, '^[0-9]{1,2}:[0-9]{2}[.][0-9]$'))",
    "example": f"min(CELL) filter (regexp_matches(CELL, '{_PARTS}'))",
}
_OF_NUMBERS = {
    SERIAL: f"regexp_matches(CELL, '{OF_SHEETS}')",
    EPOCH: f"regexp_matches(CELL, '{OF_CLOCKS}')",
}
for _form, _is_so in _OF_NUMBERS.items():
    _OF_DAYS |= {
        _form: f"count(*) filter ({_is_so})",
        f"{_form} low": f"min(case when {_is_so} then try_cast(CELL as double) end)",
        f"{_form} high": f"max(case when {_is_so} then try_cast(CELL as double) end)",
    }
_OF_CENTURIES = ("filled", "short", "short example")
# A sign before one, two or more than three digits at the end, or before the last of two kinds of sign, is decimal.
# Nothing stands before the thousands of a number that starts with 0.
_SPACED = "[0-9][ \u00a0\u202f’][0-9]{3}"  # thousands
_COMMA = (
    f"{_SPACED},[0-9]{{1,2}}[^0-9]*$|"
    "^[^0-9]*0,[0-9]|^[^0-9]*[0-9]+,([0-9]{1,2}|[0-9]{4,})[^0-9]*$|[0-9][.][0-9]{3},|[.][0-9]{3}[.][0-9]{3}"
)
_POINT = (
    f"{_SPACED}[.][0-9]{{1,2}}[^0-9]*$|"
    "^[^0-9]*0[.][0-9]|^[^0-9]*[0-9]+[.]([0-9]{1,2}|[0-9]{4,})[^0-9]*$|[0-9],[0-9]{3}[.]|,[0-9]{3},[0-9]{3}"
)
_OF_NUMBERS = {
    "marked": "count(*) filter (regexp_matches(CELL, '[0-9][.,][0-9]'))",
    "comma": f"count(*) filter (regexp_matches(CELL, '{_COMMA}'))",
    "point": f"count(*) filter (regexp_matches(CELL, '{_POINT}'))",
    "example": "min(CELL) filter (regexp_matches(CELL, '[0-9][.,][0-9]'))",
}
_OF_SHARES = {
    "digits": "count(*) filter (regexp_matches(CELL, '[0-9]'))",
    "percent signs": "count(*) filter (contains(CELL, '%'))",
    "above one": "count(*) filter (regexp_matches(CELL, '^ *0*([1-9][0-9]|[2-9]|1[.,]0*[1-9])'))",
    "bare": "min(CELL) filter (regexp_matches(CELL, '[0-9]') and not contains(CELL, '%'))",
    "large": "min(CELL) filter (regexp_matches(CELL, '^ *0*([1-9][0-9]|[2-9]|1[.,]0*[1-9])'))",
}
_NAMED = "regexp_matches(CELL, '(^|[^A-Za-z])[A-Z]{3}([^A-Za-z]|$)|€|£')"
_OF_CURRENCIES = {
    "code filled": "count(*) filter (regexp_matches(CELL, '[0-9]'))",
    "code bare": f"count(*) filter (regexp_matches(CELL, '[0-9]') and not {_NAMED})",
}


def leaves(rule: Rule) -> list[Rule]:
    """The rule itself and every rule within it."""
    inner: tuple[Rule, ...] = ()
    match rule:
        case First(rules):
            inner = rules
        case Digest(parts):
            inner = parts
        case Closing(day, _):
            inner = (day,)
    return [rule, *(leaf for part in inner for leaf in leaves(part))]


def in_plan(plan: Plan) -> list[Rule]:
    """Every rule of a plan."""
    return [leaf for feed in plan.feeds for _, rule in feed.columns for leaf in leaves(rule)]


def two_starts(plan: Plan) -> tuple[Day, Day] | None:
    """The columns of hire date and original hire date, where an export has both and a person must choose."""
    if not plan.clock_choice:
        return None
    hired, original = (plan.main.rule(name) for name in ("hire_date", "original_hire_date"))
    return (hired, original) if isinstance(hired, Day) and isinstance(original, Day) else None


def _to_count(rule: Rule) -> Mapping[str, str]:
    """What → an aggregate over CELL, for all that the cells of the rule's column must tell."""
    match rule:
        case Day(order=""):
            return _OF_DAYS
        case Day(order="dmy" | "mdy", century=""):
            return {what: sql for what, sql in _OF_DAYS.items() if what in _OF_CENTURIES}
        case Number(_, decimal, _, percent):
            return ({} if decimal else _OF_NUMBERS) | (_OF_SHARES if percent is None else {})
        case CodeInCell():
            return _OF_CURRENCIES
        case _:
            return {}


def wanted(plan: Plan, places: Places) -> dict[tuple[str, str], str]:
    """(source, what) → an aggregate in SQL, for every column whose cells must tell something."""
    found: dict[tuple[str, str], str] = {}
    for leaf in in_plan(plan):
        for source in sources(leaf)[:1]:
            cell = places.get(source, "")
            counts = _to_count(leaf) if cell else {}
            found |= {(source, what): sql.replace("CELL", cell) for what, sql in counts.items()}
    if choice := two_starts(plan):
        first, second = (places[day.source] for day in choice)
        found["<start>", "differ"] = f"count(*) filter ({first} <> {second} and {second} <> '')"
    return found


def count(counted: Counted, source: str, what: str) -> int:
    """One count; 0 where nothing was counted."""
    value = counted.get((source, what))
    return int(str(value)) if value is not None else 0


def is_open(plan: Plan, counted: Counted) -> bool:
    """Whether counts over the first rows leave something open that the rest of the file may tell."""
    return any(_is_open(leaf, counted) for leaf in in_plan(plan)) or bool(two_starts(plan))


def _is_open(rule: Rule, counted: Counted) -> bool:
    match rule:
        case Day(source, ""):
            count_decided = count(counted, source, "first") + count(counted, source, "second")
            doubtful = count(counted, source, "parted") > 0 and not count_decided
            as_numbers = any(
                count(counted, source, form) for form in AS_NUMBER
            )  # then every cell is to be one
            return not count(counted, source, "filled") or doubtful or as_numbers
        case Number(percent=None):
            return True  # one cell anywhere decides
        case Number(source, ""):
            return not count(counted, source, "comma") + count(counted, source, "point")
        case CodeInCell(source):
            return not count(counted, source, "code filled")
        case _:
            return False
