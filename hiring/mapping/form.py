"""What a person is asked about a file, and what they said of it: values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hiring.mapping.days import hundred_years
from hiring.mapping.naming import EACH, IDS, NAMES, ONE
from hiring.mapping.number_days import IN_WORDS as OF_NUMBERS
from hiring.mapping.periods import CALENDAR, FISCAL
from hiring.mapping.rules import CENTURIES, DAY_FIRST, ISO, MONTH_FIRST, NO_CENTURY
from hiring.mapping.settling import PERCENT, SHARE

TABLE, COLUMN, MEANING, PEOPLE, TOLD = "table", "column", "meaning", "people", "told"
#: Which columns are periods, and which further tables the file fills.
PERIODS, ALSO = "periods", "also"
#: An answer about an id that the file has none of: it is made of other columns.
MADE = "made of other columns"
#: An answer that fills a column with one word in every row.
EVERY_ROW = "every row: "
NOT_THERE = ""
NAMES_OF_PEOPLE = ("full_name", "owner_name", "interviewer_name")
IN_WORDS = {
    **OF_NUMBERS,
    ISO: "no days: such rows are set aside",
    DAY_FIRST: "the day first: 03/04/2026 is 3 April",
    MONTH_FIRST: "the month first: 03/04/2026 is March 4",
    **{first: hundred_years(first) for first in CENTURIES},
    NO_CENTURY: "no days: such rows are set aside",
    ".": "a point: 1,234.50",
    ",": "a comma: 1.234,50",
    PERCENT: "percent: 50 is one half",
    SHARE: "a share of one: 0.5 is one half",
    EACH: "each has a row of their own",
    ONE: "a cell, or the columns together, name one person",
    NAMES: "names, looked up among the names of this file",
    IDS: "ids, as in employee_id",
    CALENDAR: "of the calendar year: Q1 is January to March",
    FISCAL: "of the fiscal year, which config.toml says when it begins; it is named by its end",
}


@dataclass(frozen=True)
class Answers:
    """What a person said of a file so far.

    `columns`: canonical column → keys of the file's columns (names of people may be joined from several).
    `constants`: canonical column → the one word of every row. `meanings`: (canonical column, word of the file) →
    our word. `people`: canonical column → how `naming` has its people. `by_ask`: key of an `Ask` → its answer. `nulls`:
    words that mean nothing is known. `turned`: the measures whose columns are periods, each a row of its own. `also`:
    the further tables that the file fills, with what is said of them alone.
    """

    table: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    by_ask: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    nulls: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()
    also: Mapping[str, Answers] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """One answer a question takes, and how it reads."""

    answer: str
    reads: str


@dataclass(frozen=True)
class Question:
    """One thing to ask: `about` is a canonical column or an `Ask`'s key, `word` the word whose meaning is asked.

    `likely` is the answer that something speaks for, and `why` what does. `must`: without it nothing is saved. `table`:
    the further table that it is about.
    """

    kind: str
    about: str
    text: str
    choices: tuple[Choice, ...]
    likely: str = ""
    why: str = ""
    word: str = ""
    must: bool = True
    several: bool = False
    joined: tuple[str, ...] = ()  # of several: all that are likely
    table: str = ""
