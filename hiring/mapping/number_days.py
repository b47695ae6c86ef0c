"""Days written as numbers: which day one is, and when a column of numbers may be taken for days without asking."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from hiring.mapping.rules import EPOCH, SERIAL

#: Before this a number is more likely a number.
FIRST = date(1990, 1, 1)
IN_WORDS = {
    SERIAL: "a spreadsheet's days, counted from 1899-12-30",
    EPOCH: "seconds or milliseconds since 1970",
}
_FIRST_OF_SHEETS = date(1899, 12, 30)
_MILLISECONDS = 100_000_000_000  # so many and more; fewer are seconds
_YEARS_AHEAD = 5
_LAST_WORDS = frozenset({"on", "at"})
_WORD = re.compile(
    "days?|tag|dag|dzie[nń]|d[ií]a|jour|giorno|data|fecha|dato|time|timestamp|month"
    # `closedate` and the like; not every word that ends so is a day: candidate, mandate.
    "|(close|create|hire|start|end|exit|entry|join|offer|apply|begin|due|sign|valid)?dates?"
)


def is_called_a_date(label: str) -> bool:
    """Whether a column is named as one of days: `Hire Date`, `created_at`, `Eintrittsdatum`, `CloseDate`."""
    apart = re.sub(r"([a-z])([A-Z])", r"\1 \2", label)
    words = re.findall(r"[^\W\d_]+", apart.casefold())
    if not words:
        return False
    called = any(_WORD.fullmatch(word) or word.endswith("datum") for word in words)
    return called or (len(words) > 1 and words[-1] in _LAST_WORDS)


def day_of(form: str, number: float) -> date:
    """The day that a number of that form stands for; the last there is where it is beyond."""
    try:
        if form == SERIAL:
            return _FIRST_OF_SHEETS + timedelta(days=int(number))
        seconds = number / 1000 if number >= _MILLISECONDS else number
        return datetime.fromtimestamp(seconds, UTC).date()
    except (OverflowError, ValueError, OSError):
        return date.max


def latest(as_of: date) -> date:
    """Up to which day a number may stand for one, in exports of that time."""
    return as_of + timedelta(days=365 * _YEARS_AHEAD + 1)
