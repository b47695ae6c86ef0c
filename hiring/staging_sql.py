"""The staging selects, compiled from the contract: one rule for each kind of cell, applied everywhere.

`python -m hiring.staging_sql` writes `queries/staging/stg_<table>.sql` and `set_aside_<table>.sql`; both are
committed, read like any other query, and a law keeps them equal to what the contract says. Rules that compare
columns or tables are written by hand, in `set_aside_<table>__<rule>.sql` beside them.

A row keeps its first fault as one text, `column|reason|value as given`. Sound rows carry null there, which
costs nothing to store, and one pass over a file both types it and judges it.
"""

from __future__ import annotations

from pathlib import Path

from hiring import contract
from hiring.contract import Column, Kind, Table

PLAIN_NUMBER = "^-?[0-9]+([.][0-9]+)?$"
WHOLE_NUMBER = "^-?[0-9]{1,9}$"
PRINTABLE = "^[!-~]([ -~]*[!-~])?$"
SCIENTIFIC = "^[0-9]([.][0-9]+)?E[+][0-9]+$"
LOCAL_MOMENT = "^[0-9-]{10}[T ][0-9:.]+$"
ZONED_MOMENT = "^[0-9-]{10}[T ][0-9:.]+(Z|[+-][0-9:]+)$"
SYMBOLS = (
    ("€", "'EUR'"),
    ("£", "'GBP'"),
    ("¥", "'JPY', 'CNY'"),
    ("₹", "'INR'"),
    ("$", "'USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'"),
)
SQL_TYPES = {Kind.MONEY: "decimal(18, 4)", Kind.NUMBER: "decimal(18, 6)", Kind.WHOLE: "integer"}
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


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(_quoted(word) for word in words)


def _case(*branches: tuple[str, str]) -> str:
    """A case expression, one branch on two lines, indented to stand inside a select list."""
    lines = [f"            when {when}\n                then {then}" for when, then in branches]
    return "\n".join(["case", *lines, "        end"])


def _word(column: Column) -> str:
    """The canonical word of a cell; a free column is also read by the words that start a word of it."""
    cell = f"lower(trim({column.name}))"
    branches = [
        (f"{cell} in ({_listed(tuple(dict.fromkeys((word.lower(), *spellings))))})", _quoted(word))
        for word, spellings in column.words
    ]
    if column.free:
        branches += [
            (f"regexp_matches({cell}, {_quoted('(^|[^a-z])(' + '|'.join(spellings) + ')')})", _quoted(word))
            for word, spellings in column.words
        ]
        branches.append((f"{cell} <> ''", _quoted(column.free)))
    return _case(*branches)


def _day(name: str) -> str:
    return _case(
        (f"{name} like '____-__-__'", f"try_cast({name} as date)"),
        (f"regexp_matches({name}, '{LOCAL_MOMENT}')", f"cast(try_cast({name} as timestamp) as date)"),
        (
            f"regexp_matches({name}, '{ZONED_MOMENT}')",
            f"cast((try_cast({name} as timestamp with time zone) at time zone $time_zone) as date)",
        ),
    )


def _moment(name: str) -> str:
    return _case(
        (
            f"{name} like '____-__-__' or regexp_matches({name}, '{LOCAL_MOMENT}')",
            f"try_cast({name} as timestamp)",
        ),
        (
            f"regexp_matches({name}, '{ZONED_MOMENT}')",
            f"(try_cast({name} as timestamp with time zone) at time zone $time_zone)",
        ),
    )


def _money(name: str) -> str:
    """A plain amount, or one with a symbol or code beside it (`faults` checks that it is the row's currency)."""
    signs = "".join(sign for sign, _ in SYMBOLS)
    bare = f"trim(replace(translate({name}, '{signs}', ''), upper(trim(currency)), ''))"
    return _case(
        (f"regexp_matches({name}, '{PLAIN_NUMBER}')", f"try_cast({name} as {SQL_TYPES[Kind.MONEY]})"),
        (f"regexp_matches({bare}, '{PLAIN_NUMBER}')", f"try_cast({bare} as {SQL_TYPES[Kind.MONEY]})"),
    )


def _truth(name: str) -> str:
    return _case(*((f"lower(trim({name})) in ({_listed(words)})", truth) for truth, words in contract.TRUTHS))


def _number(name: str, kind: Kind) -> str:
    shape = WHOLE_NUMBER if kind is Kind.WHOLE else PLAIN_NUMBER
    return _case((f"regexp_matches({name}, '{shape}')", f"try_cast({name} as {SQL_TYPES[kind]})"))


def typed(column: Column) -> str:
    """The SQL expression that reads one text cell in our type; null where it cannot be read."""
    name = column.name
    match column.kind:
        case Kind.ID | Kind.NAME | Kind.TEXT:
            return f"nullif(trim({name}), '')"
        case Kind.EMAIL:
            return f"nullif(lower(trim({name})), '')"
        case Kind.CURRENCY:
            return f"nullif(upper(trim({name})), '')"
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
    if column.required:
        found.append((f"coalesce(trim({given}), '') = ''", "empty"))
    if column.kind is Kind.ID:
        found.append((f"not regexp_matches({name}, '{PRINTABLE}')", "not_printable"))
        # 1.23457E+11 is what a spreadsheet leaves of a long number: its digits are lost.
        found.append((f"{name} like '%E+%' and regexp_matches({name}, '{SCIENTIFIC}')", "digits_lost"))
    elif column.kind is Kind.CURRENCY:
        found.append((f"not regexp_matches({name}, '^[A-Z]{{3}}$')", "not_a_currency"))
    elif column.kind in UNREADABLE:
        found.append((f"{name} is null and trim({given}) <> ''", UNREADABLE[column.kind]))
    if column.kind in (Kind.DAY, Kind.MOMENT, Kind.MONTH):
        found.append((f"{name} < date '1950-01-01' or {name} > $latest_day", "sentinel_day"))
    if column.kind is Kind.MONEY:
        found.append((f"{name} >= 1000000000000 or {name} <= -1000000000000", "amount_too_large"))
        other = " or ".join(
            f"({given} like '%{sign}%' and currency not in ({codes}))" for sign, codes in SYMBOLS
        )
        other = other.replace(" or ", "\n                or ")
        found.append(
            (
                f"not regexp_matches({given}, '{PLAIN_NUMBER}')"
                f"\n            and (\n                {other}\n            )",
                "other_currency",
            )
        )
    return found


def staging_select(table: Table) -> str:
    """The text of `stg_<table>.sql`: every row read, every column typed, the first fault of each row or null."""
    given = [f"        {c.name} as {c.name}_given," for c in table.columns]
    ours = [f"        {typed(c)} as {c.name}," for c in table.columns]
    kept = [f"    {c.name},\n    {c.name}_given," if c.free else f"    {c.name}," for c in table.columns]
    branches = [
        f"        when {condition}\n            then '{c.name}|{reason}|' || coalesce({c.name}_given, '')"
        for c in table.columns
        for condition, reason in faults(c)
    ]
    return "\n".join(
        [
            f"-- {_title(table)} as exported, one row per {table.one_row_per}, in our types, with its first fault.",
            "with typed as (",
            "    select",
            "        file_id,",
            *given,
            *ours,
            f"    from raw.{table.name}",
            ")",
            "",
            "select",
            "    file_id,",
            *kept,
            "    case",
            *branches,
            "    end as fault,",
            "from typed",
            "",
        ]
    )


def _title(table: Table) -> str:
    return table.name.replace("_", " ").capitalize()


def set_aside_select(table: Table) -> str:
    """The text of `set_aside_<table>.sql`: unreadable rows, repeated keys and broken references, with reasons."""
    names = [c.name for c in table.columns]
    key = table.key or tuple(names)
    value = " || ' ' || ".join(f"coalesce(cast(rows_read.{name} as varchar), '')" for name in key[:2])
    same_key = "\n        and ".join(
        f"rows_read.{name} is not distinct from repeated_keys.{name}" for name in key
    )
    parts = [
        f"-- Rows of {table.name} to set aside: unreadable, repeated, or of something that is not there.",
        "with unreadable as (",
        "    select",
        "        row_id,",
        "        split_part(fault, '|', 1) as column_name,",
        "        split_part(fault, '|', 2) as reason,",
        "        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,",
        f"    from staging.stg_{table.name}",
        "    where fault is not null",
        "),",
        "",
        "repeated_keys as (",
        f"    select {key[0]}" if len(key) == 1 else "    select\n        " + ",\n        ".join(key) + ",",
        f"    from staging.stg_{table.name}",
        f"    where {key[0]} is not null",
        f"    group by {key[0]}" if len(key) == 1 else "    group by\n        " + ",\n        ".join(key),
        "    having count(*) > 1",
        "),",
        "",
        "copies as (",
        "    select",
        "        rows_read.*,",
        "        row_number() over (",
        "            partition by\n                "
        + ",\n                ".join(f"rows_read.{name}" for name in [*names, "fault"]),
        "            order by rows_read.row_id",
        "        ) as copy,",
        f"    from staging.stg_{table.name} as rows_read",
        "    inner join repeated_keys",
        f"        on {same_key}".replace("\n        and", "\n            and"),
        "),",
        "",
        "versions as (",
        "    select",
        "        copies.*,",
        "        count(*) filter (where copies.copy = 1) over (",
        "            partition by\n                "
        + ",\n                ".join(f"copies.{name}" for name in key),
        "        ) as count_versions,",
        "    from copies",
        "),",
        "",
        "repeated as (",
        "    select",
        "        row_id,",
        f"        '{key[0]}' as column_name,",
        "        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,",
        "        " + value.replace("rows_read.", "") + " as found,",
        "    from versions",
        "    where count_versions > 1 or copy > 1",
        ")",
    ]
    unions = ["select * from unreadable", "union all", "select * from repeated"]
    for number, reference in enumerate(table.references):
        parts[-1] += ","
        parts += [
            "",
            f"orphans_{number + 1} as (",
            "    select",
            "        rows_read.row_id,",
            f"        '{reference.column}' as column_name,",
            f"        'not_in_{reference.table}' as reason,",
            f"        rows_read.{reference.column} as found,",
            f"    from staging.stg_{table.name} as rows_read",
            f"    left join staging.stg_{reference.table} as referred",
            f"        on rows_read.{reference.column} = referred.{reference.target}",
            f"    where referred.{reference.target} is null and rows_read.{reference.column} is not null",
            f"        and exists (select 1 from staging.stg_{reference.table})",
            ")",
        ]
        unions += ["union all", f"select * from orphans_{number + 1}"]
    return "\n".join([*parts, "", *unions, ""])


def generated() -> dict[str, str]:
    """File name in `queries/staging` → text, for every table of the contract."""
    texts: dict[str, str] = {}
    for table in contract.TABLES:
        texts[f"stg_{table.name}.sql"] = staging_select(table)
        texts[f"set_aside_{table.name}.sql"] = set_aside_select(table)
    return texts


def main() -> None:
    """Write every generated staging select."""
    folder = Path(__file__).parents[1] / "queries" / "staging"
    for name, text in generated().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
