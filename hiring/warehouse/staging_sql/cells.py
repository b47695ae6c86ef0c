"""One rule for each kind of cell: the SQL that reads it in our type, and the SQL that finds what is wrong with it."""

from __future__ import annotations

from hiring import contract
from hiring.contract import Column, Kind, id_text

PLAIN_NUMBER = "^-?[0-9]+([.][0-9]+)?$"
WHOLE_NUMBER = "^-?[0-9]{1,9}$"
SCIENTIFIC = "^[0-9]([.,][0-9]+)?E[+][0-9]+$"
# Something to see: a name of tabs, non-breaking and zero-width spaces is as blank as one of spaces.
VISIBLE = "[!-~¡-¬®-῾‐-‧‰-⁞⁰-⿻、-ﻼ！-🫿]"
LOCAL_MOMENT = "^[0-9-]{10}[T ][0-9:.]+$"
ZONED_MOMENT = "^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$"
SYMBOLS = (
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY|CNY"),
    ("₹", "INR"),
    ("$", "USD|CAD|AUD|NZD|SGD|HKD"),
)
_SIGNS = "".join(sign for sign, _ in SYMBOLS)
_AMOUNT = "[0-9]+([.][0-9]+)?"
#: A plain amount with its currency beside it: `€ 12`, `-€12`, `$12 USD`; or `EUR 12`, `12 EUR`, `12€`.
MARKED_AMOUNTS = (
    f"^(-|-?[{_SIGNS}] ?|[{_SIGNS}] ?-)?{_AMOUNT}( ?[A-Za-z]{{3}})?$",
    f"^-?[A-Za-z]{{3}} ?-?{_AMOUNT}$|^-?{_AMOUNT} ?[{_SIGNS}]$",
)
LONG_AMOUNT = "^[^0-9]*[0-9]{13,}([.][0-9]+)?[^0-9]*$"
#: Three letters that are no code: what programs write for a number or a currency that is not there.
NO_CURRENCIES = ("NAN", "NIL", "TBD", "XXX")
#: What a kind of cell is typed as; all others stay text.
SQL_TYPES = {
    Kind.MONEY: "decimal(18, 4)",
    Kind.NUMBER: "decimal(18, 6)",
    Kind.WHOLE: "integer",
    Kind.TRUTH: "boolean",
    Kind.DAY: "date",
    Kind.MONTH: "date",
    Kind.MOMENT: "timestamp",
}
UNREADABLE = {
    Kind.WORD: "not_in_list",
    Kind.TRUTH: "not_a_truth",
    Kind.DAY: "not_a_day",
    Kind.MOMENT: "not_a_moment",
    Kind.MONTH: "not_a_month",
    Kind.MONEY: "not_a_number",
    Kind.NUMBER: "not_a_number",
    Kind.WHOLE: "not_a_whole_number",
}


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _one_of(cell: str, words: tuple[str, ...]) -> str:
    """Whether a cell is one of the words: by pattern, since a long `in` list becomes a join over every row."""
    return f"regexp_matches({cell}, {_quoted('^(' + '|'.join(words) + ')$')})"


def _case(*branches: tuple[str, str]) -> str:
    """A case expression, one branch on two lines, indented to stand inside a select list."""
    lines = [f"            when {when}\n                then {then}" for when, then in branches]
    return "\n".join(["case", *lines, "        end"])


def _trimmed(name: str) -> str:
    """The cell without outer spaces, null if that leaves nothing; `trim` alone would copy every cell there is."""
    return f"case when {name} like ' %' or {name} like '% ' then nullif(trim({name}), '') else {name} end"


def _word(column: Column) -> str:
    """The canonical word of a cell; a free column is also read by the words that start a word of it.

    The canonical words come first and as they are: in a clean file nothing further is looked at.
    """
    cell = f"lower(trim({column.name}))"
    branches = [(f"{column.name} = {_quoted(word)}", _quoted(word)) for word, _ in column.words]
    branches += [
        (_one_of(cell, tuple(dict.fromkeys((word.lower(), *spellings)))), _quoted(word))
        for word, spellings in column.words
    ]
    if column.free:
        branches += [
            (f"regexp_matches({cell}, {_quoted('(^|[^a-z])(' + '|'.join(spellings) + ')')})", _quoted(word))
            for word, spellings in column.words
        ]
        branches.append((f"{cell} <> ''", _quoted(column.free)))
    return _case(*branches)


def _iso_day(name: str) -> str:
    """Ten places and no space among them: a cast alone would read `2026-01-1 ` and ` 026-01-01` as days too."""
    return f"({name} like '____-__-__' and {name} not like '% %')"


def _day(name: str) -> str:
    return _case(
        (_iso_day(name), f"try_cast({name} as date)"),
        (f"regexp_matches({name}, '{LOCAL_MOMENT}')", f"cast(try_cast({name} as timestamp) as date)"),
        (
            f"regexp_matches({name}, '{ZONED_MOMENT}')",
            f"cast((try_cast({name} as timestamp with time zone) at time zone $time_zone) as date)",
        ),
    )


def _moment(name: str) -> str:
    return _case(
        (
            f"{_iso_day(name)} or regexp_matches({name}, '{LOCAL_MOMENT}')",
            f"try_cast({name} as timestamp)",
        ),
        (
            f"regexp_matches({name}, '{ZONED_MOMENT}')",
            f"(try_cast({name} as timestamp with time zone) at time zone $time_zone)",
        ),
    )


def _money(name: str) -> str:
    """A plain amount, or one with the symbol or code of its row's own currency beside it."""
    bare = f"regexp_replace({name}, '[^0-9.-]', '', 'g')"
    return _case(
        (f"regexp_matches({name}, '{PLAIN_NUMBER}')", f"try_cast({name} as {SQL_TYPES[Kind.MONEY]})"),
        (
            f"{_marked(name, 12)}\n            and not {_other_currency(name, 12)}",
            f"try_cast({bare} as {SQL_TYPES[Kind.MONEY]})",
        ),
    )


def _any_of(conditions: list[str], indent: int) -> str:
    """The conditions in brackets, one a line, the closing bracket at the indent."""
    space = " " * indent
    return "(\n" + f"\n{space}    or ".join([f"{space}    {conditions[0]}", *conditions[1:]]) + f"\n{space})"


def _marked(cell: str, indent: int) -> str:
    """Whether an amount has a currency's symbol or code beside it."""
    return _any_of([f"regexp_matches({cell}, '{shape}')" for shape in MARKED_AMOUNTS], indent)


def _other_currency(cell: str, indent: int) -> str:
    """Whether a marked amount names another currency than its row's."""
    row = "upper(trim(currency))"
    others = [
        f"({cell} like '%{sign}%' and not regexp_matches({row}, '^({codes})$'))" for sign, codes in SYMBOLS
    ]
    code = f"lower({cell}) not like '%' || lower(trim(currency)) || '%'"
    return _any_of([*others, f"(regexp_matches({cell}, '[A-Za-z]') and {code})"], indent)


def _truth(name: str) -> str:
    plain = [(f"{name} = '{truth}'", truth) for truth, _ in contract.TRUTHS]
    loose = [(_one_of(f"lower(trim({name}))", words), truth) for truth, words in contract.TRUTHS]
    return _case(*plain, *loose)


def _number(name: str, kind: Kind) -> str:
    shape = WHOLE_NUMBER if kind is Kind.WHOLE else PLAIN_NUMBER
    return _case((f"regexp_matches({name}, '{shape}')", f"try_cast({name} as {SQL_TYPES[kind]})"))


def typed(column: Column) -> str:
    """The SQL expression that reads one text cell in our type; null where it cannot be read."""
    name = column.name
    match column.kind:
        case Kind.ID | Kind.NAME | Kind.TEXT:
            return _trimmed(name)
        case Kind.EMAIL:
            return f"lower({_trimmed(name)})"
        case Kind.CURRENCY:
            return f"upper({_trimmed(name)})"
        case Kind.MONTH:
            return _case((f"{name} like '____-__-01'", f"try_cast({name} as date)"))
        case Kind.WORD:
            return _word(column)
        case Kind.TRUTH:
            return _truth(name)
        case Kind.DAY:
            return _day(name)
        case Kind.MOMENT:
            return _moment(name)
        case Kind.MONEY:
            return _money(name)
        case _:
            return _number(name, column.kind)


def faults(column: Column) -> list[tuple[str, str]]:
    """(condition, reason) of each thing that can be wrong with a cell, first one first."""
    name, given = column.name, f"{column.name}_given"
    found: list[tuple[str, str]] = []
    if column.is_always_filled:
        found.append((f"{name} is null and coalesce(trim({given}), '') = ''", "empty"))
    if column.kind is Kind.NAME:
        found.append((f"not regexp_matches({name}, '{VISIBLE}')", "empty"))
    if column.kind is Kind.ID:
        found.append((id_text.fault_sql(name), "not_printable"))
        # 1.23457E+11 is what a spreadsheet leaves of a long number: its digits are lost.
        found.append((f"{name} like '%E+%' and regexp_matches({name}, '{SCIENTIFIC}')", "digits_lost"))
    if column.kind is Kind.CURRENCY:
        no_code = " or ".join(f"{name} = '{word}'" for word in NO_CURRENCIES)
        found += [
            (f"not regexp_matches({name}, '^[A-Z]{{3}}$')", "not_a_currency"),
            (no_code, "not_a_currency"),
        ]
    if column.kind is Kind.MONEY:
        found += _amount_faults(name, given)
    if column.kind in UNREADABLE:
        found.append((f"{name} is null and trim({given}) <> ''", UNREADABLE[column.kind]))
    if column.kind in (Kind.DAY, Kind.MOMENT, Kind.MONTH):
        found.append((f"{name} < date '1950-01-01' or {name} > $latest_day", "sentinel_day"))
    return found


def _amount_faults(name: str, given: str) -> list[tuple[str, str]]:
    """An amount beyond belief, or one marked with another currency than its row's."""
    return [
        (f"{name} is null and regexp_matches({given}, '{LONG_AMOUNT}')", "amount_too_large"),
        (f"{name} >= 1000000000000 or {name} <= -1000000000000", "amount_too_large"),
        (
            f"{name} is null\n            and {_marked(given, 12)}\n            and {_other_currency(given, 12)}",
            "other_currency",
        ),
    ]
