"""A plan: for each canonical table that a file feeds, a typed rule for each column over the file's own columns.

Sources are keys of `labels.keys_of`. A rule that cannot read a cell gives it back as it was, so that staging sets
the row aside with the value the user knows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hiring.contract import BY_NAME, Words

#: Sources that are no column of the file: what a row made from a wide column, or from one of several names, holds.
WIDE_LABEL, WIDE_CELL, ONE_NAME = "<label>", "<cell>", "<name>"
#: The same of a wide column that is a period: its days.
PERIOD_START, PERIOD_END = "<start>", "<end>"
OF_PERIODS = frozenset({WIDE_LABEL, WIDE_CELL, PERIOD_START, PERIOD_END})
NO_COLUMNS = frozenset({"", ONE_NAME}) | OF_PERIODS

#: How the parts of a day stand in a column; empty: not told yet.
ISO, MONTH_FIRST, DAY_FIRST = "ymd", "mdy", "dmy"
#: Days as numbers: a spreadsheet's count from 1899-12-30, and seconds or milliseconds from 1970 on.
SERIAL, EPOCH = "serial", "epoch"
#: The hundred years that years of two digits may be of, by their first; or none: then they are no days.
CENTURIES, NO_CENTURY = ("2000", "1950", "1900"), "none"
ORDERS = (ISO, MONTH_FIRST, DAY_FIRST, SERIAL, EPOCH)

EMPTY, AS_IT_IS = "empty", "as it is"
#: Columns that no table has: ids that only lead from one file's rows to another's.
LINKS = ("link_a", "link_b", "link_c")
#: A spelling that stands for any cell with something in it.
FILLED = "<filled>"


@dataclass(frozen=True)
class Text:
    """The cell as it is."""

    source: str
    nulls: tuple[str, ...] = ()


@dataclass(frozen=True)
class Name:
    """A person's name: several columns joined (first, last), or one that may read `Last, First` or carry an id."""

    parts: tuple[str, ...]


@dataclass(frozen=True)
class Day:
    """A day, or a moment; `separators` and `named_months` say what the column was seen to hold.

    A year of four digits in front needs no order: such days are read in every column. `zoned`: the column names the
    zone of some clock. `century`: the first of the hundred years that a year of two digits is one of.
    """

    source: str
    order: str = ""
    moment: bool = False
    separators: str = "/"
    named_months: bool = False
    zoned: bool = False
    century: str = ""
    nulls: tuple[str, ...] = ()


@dataclass(frozen=True)
class Number:
    """A number; `decimal` is its decimal sign, empty until told.

    `percent`: hundredths, with or without their sign; `None` until told.
    """

    source: str
    decimal: str = ""
    nulls: tuple[str, ...] = ()
    percent: bool | None = False


@dataclass(frozen=True)
class Spelled:
    """One of our words, told by its spellings (compared without case); `otherwise` for all else."""

    source: str
    words: Words
    otherwise: str = AS_IT_IS


@dataclass(frozen=True)
class Constant:
    """The same text in every row."""

    text: str


@dataclass(frozen=True)
class Digest:
    """An id of ours where the export has none: the same for the same values of its parts."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True)
class Lookup:
    """The id of the one row of the same file whose name is the one in `source`; nothing where several share it."""

    source: str
    names: Name
    ids: str


@dataclass(frozen=True)
class CodeInCell:
    """The currency that stands beside an amount in its own cell: a code, or a sign that means one currency only."""

    source: str


@dataclass(frozen=True)
class First:
    """The first of several rules that gives anything."""

    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Closing:
    """The day a deal closed; nothing where `state` says it is open: then it is the day somebody hopes for."""

    day: Rule
    state: Rule


#: What `Closing.state` says of a deal.
OPEN, CLOSED = "open", "closed"

Rule = Text | Name | Day | Number | Spelled | Constant | Digest | Lookup | CodeInCell | First | Closing


def sources(rule: Rule) -> tuple[str, ...]:
    """The columns a rule looks at, each as often as it does."""
    match rule:
        case Constant():
            return ()
        case Name(parts):
            return parts
        case Digest(rules) | First(rules):
            return tuple(source for part in rules for source in sources(part))
        case Lookup(source, names, ids):
            return (source, *names.parts, ids)
        case Closing(day, state):
            return (*sources(day), *sources(state))
        case _:
            return (rule.source,)


def numbers(rule: Rule | None) -> list[Number]:
    """The columns of numbers that a rule reads, the preferred one first."""
    if isinstance(rule, First):
        return [number for part in rule.rules for number in numbers(part)]
    return [rule] if isinstance(rule, Number) else []


@dataclass(frozen=True)
class Feed:
    """One canonical table that a file feeds, and how its rows come about.

    `completes`: columns by which its rows find the rows of another file that they complete; such rows stand by
    themselves only where `alone` says so. `names`: one row for each name in these columns. `wide`: one row for each
    of these columns that is filled. `distinct`: a row like one before is no new row. `filled`: only rows with
    something in this column. `skips`: (column, words) of records that are none of ours. `latest`: of rows with one
    key the one latest by this canonical column counts. `repeats`: rows that repeat are lines of one thing.
    `spare`: a row that completes nothing is passed over, not set aside. `merges`: rows of one key are one, and told
    where they contradict each other. `is_turned`: the wide columns are periods, and `totals` columns of their sums.
    `quarters`: by which year periods are counted that do not say it.
    """

    table: str
    columns: tuple[tuple[str, Rule], ...]
    completes: tuple[str, ...] = ()
    alone: bool = True
    names: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()
    distinct: bool = False
    filled: str = ""
    skips: tuple[tuple[str, tuple[str, ...]], ...] = ()
    latest: str = ""
    repeats: bool = False
    spare: bool = False
    merges: bool = False
    is_turned: bool = False
    totals: tuple[str, ...] = ()
    quarters: str = ""

    @property
    def is_arranged(self) -> bool:
        """Whether its rows are compared with each other, or with those of other files, before they are typed."""
        return bool(self.completes or self.skips or self.latest or self.repeats or self.merges)

    @property
    def is_row_for_row(self) -> bool:
        """Whether each record of the file is one row of the table."""
        return not (self.names or self.wide or self.distinct or self.filled)

    @property
    def sources(self) -> tuple[str, ...]:
        """The columns of the file that it needs, each once, in order of need."""
        needed = [source for _, rule in self.columns for source in sources(rule)]
        needed += [*self.wide, *self.totals, *self.names, self.filled, *(source for source, _ in self.skips)]
        return tuple(dict.fromkeys(s for s in needed if s not in NO_COLUMNS))

    @property
    def spread(self) -> tuple[str, ...]:
        """The columns of the file that no row made of a record has as they are."""
        return (*self.wide, *self.totals)

    def rule(self, column: str) -> Rule | None:
        """The rule of a canonical column, `None` where the file says nothing of it."""
        return dict(self.columns).get(column)

    def with_rules(self, rules: dict[str, Rule]) -> Feed:
        """The same feed with these columns' rules in place of its own."""
        named = dict(self.columns) | rules
        return replace(self, columns=tuple(named.items()))


@dataclass(frozen=True)
class Plan:
    """How one file is read: by which preset, into which tables; `labels` is key → label as the file has it."""

    preset: str
    title: str
    confirmed: bool
    feeds: tuple[Feed, ...]
    labels: tuple[tuple[str, str], ...]
    clock_choice: bool = False
    year_starts_in: int = 1  # the first month of the company's fiscal year

    @property
    def main(self) -> Feed:
        """The feed that the file's account is about."""
        return self.feeds[0]

    @property
    def sources(self) -> tuple[str, ...]:
        """Every column of the file that any feed needs, each once."""
        return tuple(dict.fromkeys(source for feed in self.feeds for source in feed.sources))

    @property
    def required_sources(self) -> frozenset[str]:
        """Columns of the file that fill required columns of the main table."""
        required = BY_NAME[self.main.table].required_columns
        return frozenset(s for name, rule in self.main.columns if name in required for s in sources(rule))

    @property
    def reads_in_place(self) -> bool:
        """Whether DuckDB may read the file as it lies: one table, each record one row."""
        return len(self.feeds) == 1 and self.main.is_row_for_row

    @property
    def in_words(self) -> str:
        """Which of our columns comes from which of the file's, for a person to look at."""
        pairs = [
            f"{column} from {self.label_of(feed.table, column)}"
            for feed in self.feeds
            for column, rule in feed.columns
            if sources(rule) and column not in LINKS
        ]
        return ", ".join(dict.fromkeys(pairs))

    def label_of(self, table: str, column: str) -> str:
        """What the file calls the column that fills a canonical one; its canonical name where it has none."""
        labels = dict(self.labels)
        for feed in (feed for feed in self.feeds if feed.table == table):
            rule = feed.rule(column)
            rule = rule.day if isinstance(rule, Closing) else rule
            named = [labels[source] for source in (sources(rule) if rule else ()) if source in labels]
            if named:
                return " + ".join(dict.fromkeys(named))
        return column
