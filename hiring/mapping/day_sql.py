"""The SQL that reads a day, or a moment, in whatever form its column has; a cell that it cannot read stays as it was.

A moment with a zone keeps the zone: staging tells its day in the company's own.
"""

from __future__ import annotations

from hiring.mapping.month_names import MONTHS
from hiring.mapping.rules import DAY_FIRST, EPOCH, MONTH_FIRST, NO_CENTURY, SERIAL, Day

#: What staging reads as it stands, if it is a day at all.
OUR_DAY = "____-__-__%"
#: A day as a number; seconds have nine or ten digits, milliseconds three more.
OF_SHEETS = "^[0-9]{5}($|[.][0-9]+$)"
OF_CLOCKS = "^([0-9]{9,10}($|[.]0+$)|[0-9]{12,13}$)"
AS_NUMBER = (SERIAL, EPOCH)
_CLOCK = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.][0-9]+)?(?: ?[AaPp][Mm])?"
_ZONE = "(Z|UTC|GMT|(?:UTC|GMT)?[+-][0-9]{2}(?::?[0-9]{2})?)"
#: The end of a moment with the zone of its clock: `31/10/2023 23:30 +0200`, `2024-01-31 06:00:00 UTC`.
ZONED = f":[0-9]{{2}}(?:[.][0-9]+)?(?: ?[AaPp][Mm])? ?{_ZONE}$"
#: A moment that staging reads once its zone is written as ours are.
ZONE_APART = f"^[0-9-]{{10}}[ T][0-9:.]+( {_ZONE}|UTC|GMT|(UTC|GMT)[+-].*)$"
#: A year of two digits at the end: of numbers, and behind a month by its name.
_PARTS = "([0-9]{1,2}[-/.][0-9]{1,2}[-/.])"
SHORT_YEAR = f"^ *{_PARTS}([0-9]{{2}})($|[ ,].*$)"
_WORD = "([a-z]{3,12})"
_NAMED_REST = f"([12][0-9]{{3}}|[0-9]{{2}})(?:$|[, t]+({_CLOCK})$)"
_DAY_THEN_NAME = (
    f"^([0-9]{{1,2}})(?:[.º°]|er|st|nd|rd|th)?(?: de | di |[ ./-])? ?{_WORD}[.]?"
    f"(?: de | del |, |[ ,./-])?{_NAMED_REST}"
)
_NAME_THEN_DAY = f"^{_WORD}[.]?[ ./-]([0-9]{{1,2}})(?:st|nd|rd|th)?(?:, ?| |-){_NAMED_REST}"
#: A letter of a month's name, or an accent that stands by itself.
LETTER = "[A-Za-zÀ-ž\u0300-\u036f]"
SHORT_NAMED_YEAR = f"^ *[0-9]{{1,2}}[ .-]{{1,2}}{LETTER}{{3,12}}[.]?[ -][0-9]{{2}}($|[ ,])"
#: A year in front, then month and day, however they are parted: `20240131`, `2024/1/31`, `2024-1-5 8:05`.
_YEAR_FIRST = (
    "^[0-9]{4}(/[0-9]{1,2}/[0-9]{1,2}|[.][0-9]{1,2}[.][0-9]{1,2}|-[0-9]{1,2}-[0-9]{1,2})"
    "($|[ T][0-9]{1,2}:[0-9]{2}($|:[0-9]{2}$))|^[0-9]{8}$"
)
_YEAR_FIRST_FORMATS = ("%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y%m%d")
_TIMES = ("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", ", %H:%M", ", %I:%M %p", " %H:%M:%S.%f")


def _texts(texts: list[str]) -> str:
    return "[" + ", ".join(f"'{text}'" for text in texts) + "]"


def day_sql(rule: Day, cell: str) -> str:
    """The SQL of one rule over a cell."""
    ours = f"case when length({cell}) > 19 then {_zone_closed(cell)} else {cell} end"
    local = _local(cell) if rule.zoned else cell
    branches = [f"when {cell} like '{OUR_DAY}' then {ours}"]  # most cells: nothing further is looked at
    parted = f"translate({local}, '/.T', '-- ')"
    year_first = _said(rule, cell, f"try_strptime({parted}, {_texts(list(_YEAR_FIRST_FORMATS))})")
    branches.append(f"when regexp_matches({local}, '{_YEAR_FIRST}') then coalesce({year_first}, {cell})")
    if rule.order == SERIAL:
        branches.append(f"when regexp_matches({cell}, '{OF_SHEETS}') then {_counted(rule, cell)}")
    if rule.order == EPOCH:
        branches.append(f"when regexp_matches({cell}, '{OF_CLOCKS}') then {_counted(rule, cell)}")
    tried = [_said(rule, cell, read) for read in _read(rule, local)]
    other = f"coalesce({', '.join([*tried, cell])})" if tried else cell
    return f"case {' '.join(branches)} else {other} end"


def _local(cell: str) -> str:
    """A moment without its zone."""
    before = f"length({cell}) - length(regexp_extract({cell}, '{ZONED}', 1))"
    return (
        f"case when regexp_matches({cell}, '{ZONED}') then rtrim(substr({cell}, 1, {before})) else {cell} end"
    )


def _zone_closed(cell: str) -> str:
    """A moment of ours with its zone right behind it: `06:00:00 UTC` is `06:00:00Z`, ` +0100` loses its space."""
    bare = f"regexp_replace({cell}, ' ?(?:UTC|GMT)?([+-][0-9]{{2}}:?[0-9]{{2}}|[+-][0-9]{{2}})$', '\\1')"
    closed = f"regexp_replace({bare}, ' ?(?:Z|UTC|GMT)$', 'Z')"
    return f"case when regexp_matches({cell}, '{ZONE_APART}') then {closed} else {cell} end"


def _kind(rule: Day) -> str:
    return "timestamp" if rule.moment else "date"


def _said(rule: Day, cell: str, moment: str) -> str:
    """What was read as text: a day or a moment as it stood there, or with its zone where the cell names one."""
    plain = f"cast(cast({moment} as {_kind(rule)}) as varchar)"
    if not rule.zoned:
        return plain
    zone = f"regexp_replace(regexp_extract({cell}, '{ZONED}', 1), '^(?:Z|UTC|GMT)', '')"
    told = f"strftime({moment}, '%Y-%m-%d %H:%M:%S') || coalesce(nullif({zone}, ''), 'Z')"
    return f"case when regexp_matches({cell}, '{ZONED}') then {told} else {plain} end"


def _read(rule: Day, cell: str) -> list[str]:
    """The moments that the column's other forms give, the likely one first; null where a cell has not that form."""
    found = []
    first = {MONTH_FIRST: "%m{0}%d{0}%Y", DAY_FIRST: "%d{0}%m{0}%Y"}.get(rule.order, "")
    if first:
        formats = [first.format(sign) + time for sign in rule.separators for time in _TIMES]
        read = f"try_strptime({_with_century(rule, cell)}, {_texts(formats)})"
        # A year of two digits would be one of the first century: no century is guessed.
        found.append(f"case when {read} >= timestamp '0100-01-01' then {read} end")
    if rule.named_months:
        found.append(_named(rule, cell))
    return found


def _year(rule: Day, short: str) -> str:
    """A year of two digits as one of the hundred years that somebody said; null where nobody did."""
    if rule.century in ("", NO_CENTURY):
        return "cast(null as varchar)"
    first = int(rule.century)
    front = f"case when {short} >= '{first % 100:02}' then '{first // 100}' else '{first // 100 + 1}' end"
    return f"case when regexp_matches({short}, '^[0-9]{{2}}$') then {front} || {short} end"


def _with_century(rule: Day, cell: str) -> str:
    if rule.century in ("", NO_CENTURY):
        return cell
    front, short, rest = (f"regexp_extract({cell}, '{SHORT_YEAR}', {place})" for place in (1, 2, 3))
    whole = f"{front} || {_year(rule, short)} || {rest}"
    return f"case when regexp_matches({cell}, '{SHORT_YEAR}') then {whole} else {cell} end"


def _named(rule: Day, cell: str) -> str:
    """A moment whose month has its name, whichever of the languages it is in, with the day before or behind it."""
    folded = f"strip_accents(lower(trim({cell})))"
    turned = f"trim(regexp_replace({folded}, '{_NAME_THEN_DAY}', '\\2 \\1 \\3 \\4'))"
    day, word, year, clock = (
        f"regexp_extract({turned}, '{_DAY_THEN_NAME}', {place})" for place in (1, 2, 3, 4)
    )
    month = f"{_texts(list(MONTHS.values()))}[list_position({_texts(list(MONTHS))}, {word})]"
    whole = f"case when length({year}) = 4 then {year} else {_year(rule, year)} end"
    formats = [f"%Y-%m-%d{time}" for time in _TIMES if "," not in time]
    return (
        f"try_strptime(trim({whole} || '-' || {month} || '-' || {day} || ' ' || {clock}), {_texts(formats)})"
    )


def _counted(rule: Day, cell: str) -> str:
    """A day told by a number: of a spreadsheet as it is, of a clock in UTC, whose day staging tells by its zone."""
    if rule.order == SERIAL:
        moment = f"timestamp '1899-12-30' + to_seconds(cast(round(cast({cell} as double) * 86400) as bigint))"
        return f"cast(cast({moment} as {_kind(rule)}) as varchar)"
    number = f"cast(cast({cell} as double) as bigint)"
    milliseconds = f"case when {number} < 100000000000 then {number} * 1000 else {number} end"
    return f"strftime(epoch_ms({milliseconds}), '%Y-%m-%d %H:%M:%SZ')"
