"""What a table, a column and a cell of the contract are; the words and columns several tables share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell of a column must look like; `staging_sql` turns each kind into one rule."""

    ID = "id"
    NAME = "name"
    TEXT = "text"
    EMAIL = "email"
    WORD = "word"
    DAY = "day"
    MOMENT = "moment"
    MONTH = "month"
    MONEY = "money"
    NUMBER = "number"
    WHOLE = "whole"
    TRUTH = "truth"
    CURRENCY = "currency"


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


#: Each kind in words.
LOOKS_LIKE: dict[Kind, str] = {
    Kind.ID: "letters and digits of any language, one script a word, and a keyboard's signs; always text, `007` stays",
    Kind.NAME: 'anything but blank; never a word for nothing ("Null" is a surname)',
    Kind.TEXT: "free words",
    Kind.EMAIL: "compared without case and outer spaces",
    Kind.WORD: "one of a list, in any case",
    Kind.DAY: "`2026-03-31`, or a moment whose day it is in the company's time zone",
    Kind.MOMENT: "`2026-03-31`, `2026-03-31 16:30` or `2026-03-31 16:30:00`",
    Kind.MONTH: "first day of a month, `2026-03-01`",
    Kind.MONEY: "plain decimal, its currency in the column `currency`",
    Kind.NUMBER: "plain decimal",
    Kind.WHOLE: "whole number",
    Kind.TRUTH: "; ".join(f"`{truth}` or {', '.join(also)}" for truth, (_, *also) in TRUTHS),
    Kind.CURRENCY: "three letters, ISO 4217",
}


def same(*words: str) -> Words:
    """Words accepted only as they are written (case aside)."""
    return tuple((word, (word,)) for word in words)


@dataclass(frozen=True)
class Column:
    """One column of a canonical table.

    `means`: what stands in it and what is made of it, for whoever fills it; `example`: a cell as it is read.
    `required`: the column must be in the file and filled, else the row is set aside.
    `filled_where`: rows of a required column in which it must be filled, in words and for people; a rule of its own
    sets the others aside (`queries/staging/set_aside_…`).
    `words`: for `Kind.WORD`, each canonical word with the spellings accepted for it.
    `free`: a WORD column whose unknown spellings are kept as `other` instead of refused.
    `only_compared`: only whether it is the same tells anything, of two versions of a row or of two rows, so that
    staging keeps a fingerprint of it and not its words.
    `is_share`: a number from 0 to 1 that systems like to write as percent.
    `unread`: read and checked like any other, but no page makes anything of it yet.
    `confined`: a group that a person says they are of, for the page Fairness and for nothing else: nobody's is shown.
    """

    name: str
    kind: Kind
    means: str = ""
    example: str = ""
    required: bool = False
    words: Words = ()
    free: str = ""
    only_compared: bool = False
    is_share: bool = False
    unread: bool = False
    confined: bool = False
    filled_where: str = ""

    @property
    def is_always_filled(self) -> bool:
        """Whether a row with an empty cell of it is set aside, whatever else stands there."""
        return self.required and not self.filled_where


@dataclass(frozen=True)
class Reference:
    """`column` must be found in `table.target` when that table has rows, else the row is set aside."""

    column: str
    table: str
    target: str


@dataclass(frozen=True)
class Table:
    """One canonical table: its columns, its key and what it is good for.

    `kept_in`: where a company has it; `ask_for`: what to ask the people there for.
    """

    name: str
    system: str
    one_row_per: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    needed: bool = False
    lights_up: str = ""
    kept_in: str = ""
    ask_for: str = ""
    references: tuple[Reference, ...] = ()
    is_silent: bool = False  # what stands in one of its rows is never shown, not even where it is set aside

    @property
    def is_unread(self) -> bool:
        """Whether no page makes anything of any column yet: then it lights up nothing, whatever it is good for."""
        return all(column.unread for column in self.columns)

    @property
    def required_columns(self) -> tuple[str, ...]:
        """Names of the columns that must be there and filled, in contract order."""
        return tuple(column.name for column in self.columns if column.required)

    @property
    def first_day(self) -> Column | None:
        """The column that places a row in time: the first day every row must have, else the first there may be."""
        days = [column for column in self.columns if column.kind in (Kind.DAY, Kind.MOMENT, Kind.MONTH)]
        return next((column for column in days if column.required), days[0] if days else None)

    def column(self, name: str) -> Column:
        """The column of that name; `KeyError` if the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def identifier(
    name: str, means: str, example: str, *, required: bool = False, unread: bool = False
) -> Column:
    """A column of ids."""
    return Column(name, Kind.ID, means, example, required, unread=unread)


def column(
    name: str, kind: Kind, means: str, example: str, *, required: bool = False, unread: bool = False
) -> Column:
    """A column of that kind."""
    return Column(name, kind, means, example, required, unread=unread)


def amount(means: str, example: str) -> Column:
    """A column of money, which has its currency beside it."""
    return column("amount", Kind.MONEY, means, example, required=True)


CURRENCY = column("currency", Kind.CURRENCY, "Currency of the amount", "EUR", required=True)
MONTH = column("month", Kind.MONTH, "The month, as its first day", "2026-03-01", required=True)
