"""What a table, a column and a cell of the contract are; the words and columns several tables share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell of a column must look like; `staging_sql` turns each kind into one rule."""

    ID = "id"  # printable ASCII after trimming; always text, leading zeros kept
    NAME = "name"  # anything but blank; never a null word ("Null" is a surname)
    TEXT = "text"  # free words
    EMAIL = "email"  # compared without case and outer spaces
    WORD = "word"  # one of a closed list (with the spellings accepted for each)
    DAY = "day"  # YYYY-MM-DD, or a moment whose day it is in the company's zone
    MOMENT = "moment"  # YYYY-MM-DD or YYYY-MM-DD HH:MM[:SS]
    MONTH = "month"  # first day of a month
    MONEY = "money"  # plain decimal, its currency in the column `currency`
    NUMBER = "number"  # plain decimal
    WHOLE = "whole"  # whole number
    TRUTH = "truth"  # true or false
    CURRENCY = "currency"  # three letters, ISO 4217


Words = tuple[tuple[str, tuple[str, ...]], ...]

DEPARTMENTS: Words = (
    ("Sales", ("sales", "account executive", "business development", "revenue", "account management")),
    ("HR", ("hr", "human resources", "people", "talent", "recruit", "people operations")),
)
STAGES: Words = (
    ("screen", ("screen", "phone", "recruiter")),
    ("technical", ("technical", "role play", "roleplay", "case", "presentation", "mock")),
    ("panel", ("panel", "onsite", "on-site", "group", "team")),
    ("final", ("final", "executive", "last")),
    ("first", ("first", "hiring manager", "second", "interview")),
)
TRUTHS: Words = (
    ("true", ("true", "yes", "y", "t", "1")),
    ("false", ("false", "no", "n", "f", "0")),
)


def same(*words: str) -> Words:
    """Words accepted only as they are written (case aside)."""
    return tuple((word, (word,)) for word in words)


@dataclass(frozen=True)
class Column:
    """One column of a canonical table.

    `required`: the column must be in the file and filled, else the row is set aside.
    `words`: for `Kind.WORD`, each canonical word with the spellings accepted for it.
    `free`: a WORD column whose unknown spellings are kept as `other` instead of refused.
    `only_compared`: nothing is made of it; it tells two versions of one row apart, so that staging
    keeps a fingerprint of it and not its words.
    `is_share`: a number from 0 to 1 that systems like to write as percent.
    """

    name: str
    kind: Kind
    required: bool = False
    words: Words = ()
    free: str = ""
    note: str = ""
    only_compared: bool = False
    is_share: bool = False


@dataclass(frozen=True)
class Reference:
    """`column` must be found in `table.target` when that table has rows, else the row is set aside."""

    column: str
    table: str
    target: str


@dataclass(frozen=True)
class Table:
    """One canonical table: its columns, its key and what it is good for."""

    name: str
    system: str
    one_row_per: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    needed: bool = False
    lights_up: str = ""
    references: tuple[Reference, ...] = ()
    is_silent: bool = False  # what stands in one of its rows is never shown, not even where it is set aside

    @property
    def required_columns(self) -> tuple[str, ...]:
        """Names of the columns that must be there and filled, in contract order."""
        return tuple(column.name for column in self.columns if column.required)

    def column(self, name: str) -> Column:
        """The column of that name; `KeyError` if the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def identifier(name: str, *, required: bool = False, note: str = "") -> Column:
    """A column of ids."""
    return Column(name, Kind.ID, required, note=note)


def column(name: str, kind: Kind, *, required: bool = False, note: str = "") -> Column:
    """A column of that kind."""
    return Column(name, kind, required, note=note)


AMOUNT = column("amount", Kind.MONEY, required=True)
CURRENCY = column("currency", Kind.CURRENCY, required=True)
MONTH = column("month", Kind.MONTH, required=True)
