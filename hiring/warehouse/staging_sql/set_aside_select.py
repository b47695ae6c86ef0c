"""`set_aside_<table>.sql`: rows that cannot be read, that repeat, or that speak of something that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from hiring.contract import Reference, Table
from hiring.warehouse.staging_sql.typing_select import FINGERPRINT

_UNREADABLE = """\
-- Rows of {table} to set aside: unreadable, repeated, or of something that is not there.
with unreadable as (
    select
        row_id,
        split_part(fault, '|', 1) as column_name,
        split_part(fault, '|', 2) as reason,
        substr(fault, length(split_part(fault, '|', 1)) + length(split_part(fault, '|', 2)) + 3) as found,
    from staging.stg_{table}
    where fault is not null
),

repeated_keys as (
    select{key}
    from staging.stg_{table}
    where {first} is not null
    group by{group}
    having count(*) > 1
),

copies as (
    select
        rows_read.*,
        row_number() over (
            partition by
                {every}
            order by rows_read.row_id asc nulls last
        ) as copy,
    from staging.stg_{table} as rows_read
    inner join repeated_keys
        on {same_key}
),

versions as (
    select
        copies.*,
        count(*) filter (where copies.copy = 1) over (
            partition by
                {copied_key}
        ) as count_versions,
    from copies
),

repeated as (
    select
        row_id,
        '{first}' as column_name,
        case when count_versions > 1 then 'same_key_other_values' else 'exact_duplicate' end as reason,
        {value} as found,
    from versions
    where count_versions > 1 or copy > 1
)"""

_ORPHANS = """,

orphans_{number} as (
    select
        rows_read.row_id,
        '{reference.column}' as column_name,
        'not_in_{reference.table}' as reason,
        rows_read.{reference.column} as found,
    from staging.stg_{table} as rows_read
    left join staging.stg_{reference.table} as referred
        on rows_read.{reference.column} = referred.{reference.target}
    where referred.{reference.target} is null and rows_read.{reference.column} is not null
        and exists (select 1 from staging.stg_{reference.table})
)"""


def _listed(names: Iterable[str], prefix: str, indent: int) -> str:
    return (",\n" + " " * indent).join(f"{prefix}.{name}" if prefix else name for name in names)


def _targets(names: tuple[str, ...], end: str) -> str:
    """One name on the line of its keyword, several on lines of their own."""
    return f" {names[0]}" if len(names) == 1 else "\n        " + _listed(names, "", 8) + end


def _repeats(table: Table) -> str:
    """The part that finds unreadable rows and repeated keys; without a key, whole rows are compared."""
    names = tuple(column.name for column in table.columns)
    key = table.key or names
    same = (f"rows_read.{name} is not distinct from repeated_keys.{name}" for name in key)
    return _UNREADABLE.format(
        table=table.name,
        first=key[0],
        key=_targets(key, ","),
        group=_targets(key, ""),
        every=_listed(_compared(table), "rows_read", 16),
        same_key=f"\n{' ' * 12}and ".join(same),
        copied_key=_listed(key, "copies", 16),
        value=" || ' ' || ".join(f"coalesce(cast({name} as varchar), '')" for name in key[:2]),
    )


def _compared(table: Table) -> list[str]:
    """What two rows with one key must share to be copies of each other."""
    kept = [column.name for column in table.columns if not column.only_compared]
    return [*kept, *([FINGERPRINT] if len(kept) < len(table.columns) else []), "fault"]


def _orphans(table: Table, number: int, reference: Reference) -> str:
    return _ORPHANS.format(table=table.name, number=number, reference=reference)


def set_aside_select(table: Table) -> str:
    """The text of `set_aside_<table>.sql`: row_id, column_name, reason and found of each row to set aside."""
    found = ["unreadable", "repeated", *(f"orphans_{n}" for n, _ in enumerate(table.references, start=1))]
    orphans = "".join(_orphans(table, n, reference) for n, reference in enumerate(table.references, start=1))
    unions = "\nunion all\n".join(f"select * from {name}" for name in found)
    return f"{_repeats(table)}{orphans}\n\n{unions}\n"
