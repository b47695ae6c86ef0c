"""Whether the cells of a file's column look like what one of our columns holds: the second half of a suggestion."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from hiring.contract import TRUTHS, Column, Kind, Table
from hiring.mapping.facts import MOST_WORDS
from hiring.mapping.people import looks_like_names

#: The share of filled cells that must look so; a few are always odd.
MOST = 0.8
_DAY = re.compile(
    r" *(\d{4}[-/.]\d\d?[-/.]\d\d?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|\d{1,2}(?:[.º°]|er)?[ -](?:de )?[^\W\d_]{3}|[A-Za-z]{3,9}[.]? \d{1,2},? \d{4})"
)
_DAY_AS_NUMBER = re.compile(r" *(?:(?:19|20)\d{6}|[345]\d{4}(?:[.]\d+)?|1\d{9}|1\d{12}) *")
_NUMBER = re.compile(
    r"(?!\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[A-Za-z]{3} ?|[€£$¥₹] ?)?-?\d[\d.,'  \u202f]*+(?:[A-Za-z]{3}|[€£$¥₹%])?"
)
_WHOLE = re.compile(r"-?\d{1,9}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_CURRENCY = re.compile(r"[A-Z]{3}")
_ID = re.compile(r"[^\s@]{1,40}")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_TRUTHS = frozenset(spelling for _, spellings in TRUTHS for spelling in spellings)
_PEOPLE = frozenset({"full_name", "owner_name", "interviewer_name"})
#: Where a person's name may stand for an id: it is looked up.
_NAMES_FOR_IDS = frozenset(
    {("employees", "manager_id"), ("quotas", "owner_id"), ("opportunity_splits", "owner_id")}
)
_ANYTHING = frozenset({"referred_by", "reason", "comment", "source_detail"})


def _is_day(cell: str) -> bool:
    return bool(_DAY.match(cell) or _DAY_AS_NUMBER.fullmatch(cell))


def _is_text(cell: str) -> bool:
    return bool(_LETTER.search(cell)) and "@" not in cell and not _DAY.match(cell)


def _is_name(cell: str) -> bool:
    return _is_text(cell) and not _DIGIT.search(cell)


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell.strip()))


def _is_truth(cell: str) -> bool:
    return cell.strip().casefold() in _TRUTHS


_BY_KIND: Mapping[Kind, Callable[[str], bool]] = {
    Kind.DAY: _is_day,
    Kind.MOMENT: _is_day,
    Kind.MONTH: _is_day,
    Kind.MONEY: _is_number,
    Kind.NUMBER: _is_number,
    Kind.WHOLE: lambda cell: bool(_WHOLE.fullmatch(cell.strip())),
    Kind.EMAIL: lambda cell: bool(_EMAIL.fullmatch(cell.strip())),
    Kind.CURRENCY: lambda cell: bool(_CURRENCY.fullmatch(cell.strip())),
    Kind.TRUTH: _is_truth,
    Kind.ID: lambda cell: bool(_ID.fullmatch(cell.strip())),
    Kind.NAME: _is_name,
    Kind.TEXT: _is_text,
    Kind.WORD: _is_text,
}
#: Tables whose ids repeat where a report has a row for each interview.
_REPEATING = ("applications", "candidates", "requisitions")
#: Kinds whose cells alone say something of what they are.
TELLING = frozenset(_BY_KIND) - {Kind.ID, Kind.NAME, Kind.TEXT, Kind.WORD, Kind.WHOLE, Kind.TRUTH}


def fitting(
    table: Table,
    column: Column,
    cells: Sequence[str],
    means: Callable[[str], str],
    *,
    is_named_id: bool = True,
) -> float | None:
    """The share of filled cells that look like a column's; `None` where no cell is filled.

    `means` gives our word for a word. `is_named_id`: the label says that it is an
    id; without that a cell is one only if it has a digit.
    """
    filled = [cell for cell in cells if cell.strip()]
    if not filled:
        return None
    shares = [_share(filled, _test(column, means))]
    if column.kind is Kind.ID:
        if (table.name, column.name) in _NAMES_FOR_IDS and looks_like_names(filled):
            return 1.0
        shares.append(_share(filled, lambda cell: not _DAY.match(cell)))
        shares += [] if is_named_id else [_share(filled, lambda cell: bool(_DIGIT.search(cell)))]
        may_repeat = table.name in _REPEATING and is_named_id
        shares += [len(set(filled)) / len(filled)] if table.key == (column.name,) and not may_repeat else []
    if column.name in _PEOPLE:
        shares.append(min(1.0, 2 * _share(filled, lambda cell: len(cell.split()) > 1)))
    if column.kind is Kind.WORD:
        shares.append(float(len(set(filled)) <= MOST_WORDS))
    return min(shares)


def _test(column: Column, means: Callable[[str], str]) -> Callable[[str], bool]:
    if column.name == "recommendation":
        return lambda cell: cell.strip() in ("1", "2", "3", "4")
    if column.name == "is_won":
        return lambda cell: _is_truth(cell) or bool(means(cell))
    if column.name in _PEOPLE:
        return _is_name
    if column.name in _ANYTHING:
        return lambda cell: not _is_day(cell)
    if column.kind is Kind.WORD and not column.free:
        return lambda cell: bool(means(cell))
    return _BY_KIND[column.kind]


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells)
