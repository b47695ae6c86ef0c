"""Days and months as whole numbers, so that the generator can reckon with them in bulk.

A day is `date.toordinal()`; a month is `year * 12 + month - 1`.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

_FIRST = date(2010, 1, 1)
_COUNT = 19 * 366
_ISO = tuple((_FIRST + timedelta(days=offset)).isoformat() for offset in range(_COUNT))

FIRST_DAY = _FIRST.toordinal()
ISO_DAYS = np.array(_ISO, dtype=object)  # text of day d stands at d - FIRST_DAY


def day(year: int, month: int, number: int) -> int:
    """The day as a whole number."""
    return date(year, month, number).toordinal()


def iso(ordinal: int | None) -> str:
    """`2024-03-09`, or nothing where there is no day."""
    return "" if ordinal is None else _ISO[ordinal - FIRST_DAY]


def moment(ordinal: int | None, minute: int) -> str:
    """`2024-03-09 14:05` for a day and a minute of the day (minutes past midnight run into later days)."""
    if ordinal is None:
        return ""
    extra, within = divmod(minute, 24 * 60)
    return f"{iso(ordinal + extra)} {within // 60:02d}:{within % 60:02d}"


def month_of(ordinal: int) -> int:
    """The month a day falls in."""
    found = date.fromordinal(ordinal)
    return found.year * 12 + found.month - 1


def first_of(month: int) -> int:
    """The first day of a month."""
    return date(month // 12, month % 12 + 1, 1).toordinal()


def last_of(month: int) -> int:
    """The last day of a month."""
    return first_of(month + 1) - 1


def year_of(month: int) -> int:
    """The calendar year of a month."""
    return month // 12


def workday(ordinal: int) -> int:
    """The same day, or the Monday after it when it is a weekend day."""
    weekday = (ordinal + 6) % 7
    return ordinal + (7 - weekday if weekday > 4 else 0)
