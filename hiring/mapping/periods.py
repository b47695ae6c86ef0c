"""Column headings that are periods: `Q1 2026`, `Jan-26`, `2026-01`, `FY26 Q1`, `Januar 2026`, `01.01.2026`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from hiring.mapping.month_names import MONTHS, plain

_TOKENS = re.compile(r"[^\W\d_]+|\d+")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: What a word before or behind a number makes of it: so many months, by the first letters languages use.
_QUARTER = _set("q qtr quarter quarters quartal trimestre trim trimester kwartal kwartaal kvartal t")
_HALF = _set("h hy half halfyear halbjahr hj semestre semester sem s halvar polrocze")
_FISCAL = _set("fy fiscal gj geschaftsjahr exercice ejercicio boekjaar esercizio rakenskapsar")
_YEAR = _set("cy year jahr annee ano jaar anno ar rok")
_PASSED_OVER = _set("er eme e re st nd rd th half year de du the of")
#: Words over a column, or at the head of a row, of sums.
TOTALS = _set(
    "total totals sum sums subtotal grandtotal summe gesamt gesamtsumme gesamtergebnis zwischensumme "
    "insgesamt somme totaal totale totali suma totalt razem ytd"
)
CALENDAR, FISCAL = "calendar", "fiscal"
_MONTHS_OF_YEAR = 12
#: So many months from one start to the next are how plans are made.
_PLANNED = frozenset({1, 2, 3, 4, 6, 12})


@dataclass(frozen=True)
class Heading:
    """A label as a period: `first` month (from 1) of `year` and how many `months`; or a `day` that starts or ends one.

    `year` is none where the label says none. `fiscal`: counted from the company's own first month, in a year named by
    its end; none where the label does not say. `measure`: the words beside the period. `is_total`: a sum.
    """

    year: int | None
    first: int
    months: int
    fiscal: bool | None = False
    measure: str = ""
    is_total: bool = False
    day: int | None = None

    @property
    def is_of_quarters(self) -> bool:
        """Whether it may be meant by the fiscal year, too: a quarter, a half or a year, not a month by its name."""
        return self.fiscal is None


@dataclass(frozen=True)
class Period:
    """The first day and the last, both within."""

    start: date
    end: date

    @property
    def months(self) -> int:
        """How many months it begins in, at least one."""
        return 12 * (self.end.year - self.start.year) + self.end.month - self.start.month + 1

    def holds(self, other: Period) -> bool:
        """Whether another one lies within it and is shorter."""
        return self.start <= other.start and other.end <= self.end and self != other


def heading(label: str) -> Heading | None:
    """What a label says of a period; `None` where it says nothing that is one."""
    if len(label) > 80:
        return None
    tokens = _TOKENS.findall(plain(label))
    words = [word for word in tokens if not word.isdecimal()]
    is_total = any(word in TOTALS for word in words)
    found = _dated(tokens) or _named(tokens)
    if found is None:
        return None
    one, rest = found
    measure = " ".join(word for word in rest if word not in TOTALS and word not in _PASSED_OVER)
    if any(letter.isdecimal() for letter in measure):
        return None
    return replace(one, measure=measure, is_total=is_total)


Found = tuple[Heading, list[str]]


def _year_of(token: str, *, short: bool) -> int | None:
    if len(token) == 4 and "1990" <= token <= "2100":
        return int(token)
    return 2000 + int(token) if short and len(token) == 2 and token.isdecimal() else None


def _dated(tokens: list[str]) -> Found | None:
    """Months and days in numbers: 2026-01, 01/2026, 2026-01-31, 31.01.2026 (its order is left open)."""
    numbers = [token for token in tokens if token.isdecimal()]
    rest = [token for token in tokens if not token.isdecimal()]
    if len(numbers) > 3 and set(numbers[3:]) == {"00"}:  # midnight, as workbooks write it
        numbers, rest = numbers[:3], [word for word in rest if word != "t"]
    if any(word in MONTHS or word in _QUARTER | _HALF | _FISCAL | _YEAR for word in rest):
        return None
    if len(numbers) == 2:
        for year, month in (numbers, numbers[::-1]):
            if (said := _year_of(year, short=False)) and len(month) <= 2 and 1 <= int(month) <= 12:
                return Heading(said, int(month), 1), rest
    if len(numbers) == 3 and all(len(number) <= 4 for number in numbers):
        first, second, third = numbers
        if said := _year_of(first, short=False):
            return (
                (Heading(said, int(second), 0, day=int(third)), rest)
                if _is_day(said, second, third)
                else None
            )
        if (said := _year_of(third, short=False)) and len(first) <= 2 and len(second) <= 2:
            # By both orders: the month is kept where the label has it first, `turned` says which.
            return Heading(said, int(second), -1, day=int(first)), rest
    return None


def _is_day(year: int, month: str, day: str) -> bool:
    try:
        date(year, int(month), int(day))
    except ValueError:
        return False
    return True


def _named(tokens: list[str]) -> Found | None:
    """Months by their names, quarters, halves and years, with or without a year beside them."""
    rest: list[str] = []
    numbers = [token for token in tokens if token.isdecimal()]
    words = [token for token in tokens if not token.isdecimal()]
    months = [int(MONTHS[word]) for word in words if word in MONTHS]
    fiscal = True if any(word in _FISCAL for word in words) else None
    part = next(
        (3 for w in words if w in _QUARTER), next((6 for w in words if w in _HALF and w != "half"), 0)
    )
    known = _FISCAL | _YEAR | (_QUARTER if part == 3 else _HALF if part else frozenset())
    rest = [word for word in words if word not in MONTHS and word not in known]
    if months and not part:
        return _of_months(months, numbers, rest)
    if months:
        return None
    if part:
        return _of_part(part, numbers, fiscal, rest, tokens)
    years = [_year_of(number, short=fiscal is True) for number in numbers]
    if len(years) != 1 or years[0] is None:
        return None
    return Heading(years[0], 1, _MONTHS_OF_YEAR, fiscal), rest


def _of_months(months: list[int], numbers: list[str], rest: list[str]) -> Found | None:
    """One month or a run of months: `Jan-26`, `1 Jan 2026`, `Jan-Mar 2026`."""
    if len(months) > 2 or len(numbers) > 2:
        return None
    if len(numbers) == 2:  # a day beside its month
        year = next((said for n in numbers if (said := _year_of(n, short=False))), None)
        day = next((n for n in numbers if len(n) <= 2), "")
        if year is None or not day or len(months) > 1 or not _is_day(year, str(months[0]), day):
            return None
        return Heading(year, months[0], 0, day=int(day)), rest
    said = _year_of(numbers[0], short=True) if numbers else None
    if numbers and said is None:
        return None
    length = (months[-1] - months[0]) % _MONTHS_OF_YEAR + 1
    return Heading(said, months[0], length), rest


def _of_part(
    part: int, numbers: list[str], fiscal: bool | None, rest: list[str], tokens: list[str]
) -> Found | None:
    """A quarter or a half: its own number is the one next to its word, another is the year."""
    most = _MONTHS_OF_YEAR // part
    ones = [number for number in numbers if len(number) == 1 and 1 <= int(number) <= most]
    if len(ones) != 1 or len(numbers) > 2:
        return None
    others = [number for number in numbers if number != ones[0]]
    year = _year_of(others[0], short=True) if others else None
    if (others and year is None) or len(tokens) > 8:
        return None
    return Heading(year, (int(ones[0]) - 1) * part + 1, part, fiscal), rest


def _months_later(year: int, month: int, months: int) -> date:
    at = year * _MONTHS_OF_YEAR + month - 1 + months
    return date(at // _MONTHS_OF_YEAR, at % _MONTHS_OF_YEAR + 1, 1)


def period(one: Heading, year_starts_in: int = 1, quarters: str = CALENDAR) -> Period | None:
    """The days of a heading that is a month, a quarter, a half or a year; `None` without a year, or of a lone day.

    `quarters`: what those mean that do not say themselves.
    """
    if one.year is None or one.months < 1:
        return None
    is_fiscal = one.fiscal or (one.fiscal is None and quarters == FISCAL)
    shift = year_starts_in - 1 - (_MONTHS_OF_YEAR if year_starts_in > 1 else 0) if is_fiscal else 0
    start = _months_later(one.year, one.first, shift)
    return Period(start, _months_later(start.year, start.month, one.months) - timedelta(days=1))


def days(headings: Sequence[Heading]) -> list[date] | None:
    """The days that headings name, in the one order that makes each the first or each the last of a month.

    `None` where no order does, or both do and neither follows more evenly.
    """
    orders = []
    for is_month_first in (False, True):
        found = [_day(one, is_month_first=is_month_first) for one in headings]
        kept = [one for one in found if one is not None]
        whole = len(kept) == len(found) and (all(map(_is_first, kept)) or all(map(_is_last, kept)))
        if whole and _gaps(kept) <= _PLANNED:
            orders.append(kept)
    even = [order for order in orders if len(_gaps(order)) < 2]
    orders = even or orders
    return orders[0] if orders and all(order == orders[0] for order in orders) else None


def _day(one: Heading, *, is_month_first: bool) -> date | None:
    if one.year is None or one.day is None:
        return None
    month, day = (one.day, one.first) if is_month_first and one.months < 0 else (one.first, one.day)
    try:
        return date(one.year, month, day)
    except ValueError:
        return None


def _gaps(found: Sequence[date]) -> set[int]:
    """How many months lie between each day and the next."""
    return {12 * (b.year - a.year) + b.month - a.month for a, b in pairwise(found)}


def _is_first(day: date) -> bool:
    return day.day == 1


def _is_last(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def of_days(found: Sequence[date]) -> list[Period]:
    """Days in a row as periods: each first day runs to the next, each last day from the one before.

    The period at the open end is as long as the one beside it.
    """
    ordered = sorted(found)
    if all(map(_is_last, found)):
        firsts = [day + timedelta(days=1) for day in ordered]
        before = _months_later(firsts[0].year, firsts[0].month, -_gap(firsts, 0))
        edges = [before, *firsts]
    else:
        after = _months_later(ordered[-1].year, ordered[-1].month, _gap(ordered, len(ordered) - 2))
        edges = [*ordered, after]
    spans = [Period(start, end - timedelta(days=1)) for start, end in pairwise(edges)]
    at = dict(zip(ordered, spans, strict=True))
    return [at[day] for day in found]


def _gap(firsts: Sequence[date], at: int) -> int:
    """Months between a first day and the next; one where there is no other."""
    if len(firsts) < 2:
        return 1
    one, other = firsts[at], firsts[at + 1]
    return 12 * (other.year - one.year) + other.month - one.month


def is_total(cell: str) -> bool:
    """Whether a cell at the head of a row names a sum: its first word or its last one does."""
    words = _TOKENS.findall(plain(cell[:80]))
    return bool(words) and (words[0] in TOTALS or words[-1] in TOTALS)
