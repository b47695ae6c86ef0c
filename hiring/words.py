"""How numbers, dates and ranges are written: one spelling everywhere, in pages, charts and tables.

Text in, text out; nothing here is markup. Shares are 0–1, money is in whole units of its currency.
A value that is not known (None or nan) is written "not known", never as a zero.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

THIN = "\N{NARROW NO-BREAK SPACE}"  # between a number and its percent sign
FIXED = "\N{NO-BREAK SPACE}"  # between the parts of a date or an amount, which must not break apart
MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
UNKNOWN = "not known"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MOST_PLACES = 6  # decimals: whatever is smaller than that is nothing
ROUNDING = 1e-9  # 0.285 × 100 is 28.499999999999996 in binary, and yet 28.5 to a reader

Show = Callable[[float], str]


def is_known(value: float | None) -> bool:
    """Whether a number is there and finite."""
    return value is not None and math.isfinite(value)


def number(value: float | None, places: int = 0) -> str:
    """A plain number with a comma every three digits and a true minus: 12408 → "12,408"."""
    if value is None or not math.isfinite(value):
        return UNKNOWN
    scale = 10**places
    rounded = math.floor(abs(value) * scale + 0.5 + ROUNDING) / scale
    text = f"{rounded:,.{places}f}"
    return MINUS + text if value < 0 and rounded else text


def signed(value: float | None, places: int = 1) -> str:
    """A difference with its sign: 0.42 → "+0.4"; what rounds to nothing carries no sign."""
    text = number(value, places)
    return f"+{text}" if value is not None and value > 0 and _has_digit(text) else text


def off_zero(values: Iterable[float | None], fewest: int = 1) -> Show:
    """How to write these differences: with so many decimals that none reads as zero unless it is, at least `fewest`.

    An interval that leaves zero out must not be written as one that touches it: +0.4 (+0.03 to +0.8) needs two.
    """
    known = [abs(value) for value in values if value is not None and math.isfinite(value) and value]
    several = range(fewest, MOST_PLACES)
    places = next((n for n in several if all(_has_digit(number(one, n)) for one in known)), MOST_PLACES)
    return partial(signed, places=places)


def fine(value: float) -> str:
    """A difference with as many decimals as it takes: "+0.3", "+0.07", "+0.004", never a zero that is none."""
    text = off_zero([value], 2)(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(share: float | None) -> str:
    """A share of 0–1 as whole percents. What is not quite none or all does not round to it."""
    if share is None or not math.isfinite(share):
        return UNKNOWN
    if 0 < share < 0.005:
        return f"<{THIN}1{THIN}%"
    if 0.995 <= share < 1:
        return f">{THIN}99{THIN}%"
    return f"{number(share * 100)}{THIN}%"


def points(difference: float | None) -> str:
    """A difference of two shares in percentage points: 0.061 → "+6 points"."""
    if difference is None or not math.isfinite(difference):
        return UNKNOWN
    text = signed(difference * 100, 0)
    return f"{text} point" if text.strip(f"+{MINUS}") == "1" else f"{text} points"


def days(value: float | None) -> str:
    """A time in whole days: 74 → "74 days"."""
    return counted(value, "day")


def short_days(value: float | None) -> str:
    """A time in whole days where room is short, in tables and on axes: "74 d"."""
    return UNKNOWN if value is None or not math.isfinite(value) else f"{number(value)}{FIXED}d"


def months(value: float | None) -> str:
    """A time in whole months: "6 months"."""
    return counted(value, "month")


def money(amount: float | None, currency: str = "") -> str:
    """An amount in thousands or millions: 1240000, "EUR" → "EUR 1.2M"."""
    if amount is None or not math.isfinite(amount):
        return UNKNOWN
    prefix = f"{currency}{FIXED}" if currency else ""
    return f"{prefix}{_shortened(amount)}"


def counted(count: float | None, noun: str, plural: str = "") -> str:
    """A count with its noun: 86, "hire" → "86 hires"; give the plural where an s is not enough."""
    if count is None or not math.isfinite(count):
        return UNKNOWN
    text = number(count)
    return f"{text} {noun}" if text == "1" else f"{text} {plural or noun + 's'}"


def day(value: date, *, year: bool = True) -> str:
    """A date that does not break over a line: "9 Oct 2026", or "9 Oct" without its year."""
    text = f"{value.day}{FIXED}{MONTHS[value.month - 1]}"
    return f"{text}{FIXED}{value.year}" if year else text


def month(value: date) -> str:
    """A month and its year: "Oct 2026"."""
    return f"{MONTHS[value.month - 1]}{FIXED}{value.year}"


def span(low: float | None, high: float | None, show: Show = percent) -> str:
    """A range, its unit said once: "46–67 %"; with a sign in it "−3 to +12 points"."""
    if low is None or high is None or not (math.isfinite(low) and math.isfinite(high)):
        return UNKNOWN
    first, last = show(low), show(high)
    if _wordy(first) or _wordy(last):
        return f"{_without_unit(first, last)} to {last}"
    return f"{_without_unit(first, last)}{DASH}{_without_prefix(first, last)}"


def likely(low: float | None, high: float | None, show: Show = percent) -> str:
    """A 95 % interval in words: "likely 46 to 67 %"."""
    if low is None or high is None or not (math.isfinite(low) and math.isfinite(high)):
        return UNKNOWN
    first, last = show(low), show(high)
    return f"likely {_without_unit(first, last)} to {last}"


def with_interval(estimate: float | None, low: float | None, high: float | None, show: Show = percent) -> str:
    """What stands in a table cell: the estimate and its interval, "57 % (46–67)"."""
    if estimate is None or not math.isfinite(estimate):
        return UNKNOWN
    if low is None or high is None or not (math.isfinite(low) and math.isfinite(high)):
        return show(estimate)
    first, last = show(low), show(high)
    inner = _bare(first), _bare(last)
    joint = " to " if _wordy(first) or _wordy(last) else DASH
    return f"{show(estimate)} ({joint.join(inner)})"


def _has_digit(text: str) -> bool:
    """Whether anything but zeros is left after rounding."""
    return any(character in "123456789" for character in text)


def _shortened(amount: float) -> str:
    """An amount with k or M; below a thousand as it is, from ten upwards without a decimal."""
    for size, letter in ((1e6, "M"), (1e3, "k")):
        if abs(amount) >= size * 0.9995:
            scaled = amount / size
            text = number(scaled, 0 if abs(scaled) >= 9.95 else 1)
            return text.removesuffix(".0") + letter
    return number(amount)


def _wordy(text: str) -> bool:
    """Whether a bound carries a sign, which a dash beside it would make hard to read."""
    return text[0] in f"+{MINUS}<>"


def _unit(text: str) -> str:
    """What follows the last digit: " %", " days", "k"."""
    return text[max((index for index, letter in enumerate(text) if letter.isdigit()), default=-1) + 1 :]


def _prefix(text: str) -> str:
    """What stands before the number as a word: "EUR "."""
    head = text.split(FIXED, 1)[0]
    return head + FIXED if FIXED in text and head.isalpha() else ""


def _without_unit(first: str, last: str) -> str:
    """The lower bound without the unit it shares with the upper one ("1 day" to "4 days" too)."""
    unit = _unit(first)
    return first.removesuffix(unit) if unit and unit.rstrip("s") == _unit(last).rstrip("s") else first


def _without_prefix(first: str, last: str) -> str:
    """The upper bound without the currency already said by the lower one."""
    prefix = _prefix(first)
    return last.removeprefix(prefix) if prefix else last


def _bare(text: str) -> str:
    """A bound inside brackets: no unit and no currency, which the estimate has already given."""
    inner = text.removeprefix(_prefix(text))
    unit = _unit(inner)
    return inner if unit in ("k", "M") else inner.removesuffix(unit)


#: Text of somebody else's on one line of ours: nothing invisible, nothing endless.
LINE_CHARACTERS = 80
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _visible(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    return character if character.isprintable() else f"\\u{{{ord(character):04x}}}"


def escaped(text: str) -> str:
    """`text` with everything invisible written out: line breaks, bidi marks, spaces that are none."""
    return text if text.isprintable() else "".join(map(_visible, text))


def one_line(text: str, characters: int = LINE_CHARACTERS) -> str:
    """`text` escaped and cut for one line; at most `characters` long, the last one an ellipsis if cut."""
    visible = escaped(text[: characters + 1])
    return visible if len(visible) <= characters else visible[: characters - 1] + "…"


def as_written(value: object) -> str:
    """A value out of a settings file, as one would write it there, escaped and cut for one line."""
    try:
        return one_line(repr(value))
    except ValueError:  # Python writes no number out that has more than some thousand digits
        return "a number of thousands of digits"


def straight(text: str) -> str:
    """`text` without the marks that turn the direction of what follows them: they could turn our own words too."""
    return _TURNS.sub("", text)


def seen(text: str) -> str:
    """`text` without anything invisible: control signs become spaces, marks, joiners and the like are left out."""
    if text.isprintable():
        return text
    spaced = (" " if unicodedata.category(one) in ("Cc", "Zl", "Zp") else one for one in text)
    return "".join(one for one in spaced if unicodedata.category(one) not in ("Cf", "Cs"))
