"""Quotas whose period has a start and no end: it runs to the owner's next start."""

from __future__ import annotations

from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, counted
from hiring.warehouse.engine import Engine

#: The last start of an owner has no next one: its period is as long, in whole months, as the one before it.
_FILL = """with starts as (
    select distinct owner_id, period_start_on as first_day
    from staging.read_quotas where fault is null and owner_id is not null
),
beside as (
    select
        owner_id,
        first_day,
        lead(first_day) over (partition by owner_id order by first_day) as next_day,
        lag(first_day) over (partition by owner_id order by first_day) as day_before,
    from starts
),
spans as (
    select
        owner_id,
        first_day,
        coalesce(
            next_day - 1,
            case
                when day(first_day) = day(day_before)
                    then cast(first_day + to_months(datediff('month', day_before, first_day)) as date) - 1
            end
        ) as last_day,
        next_day is null as is_last,
    from beside
)
"""
_OPEN = "quotas.period_end_on is null and quotas.fault is null and spans.owner_id = quotas.owner_id and "
_OPEN += "spans.first_day = quotas.period_start_on"


def fill(engine: Engine, files: list[ReadFile]) -> tuple[Message, ...]:
    """Give each such quota its last day; says of which files the last ones were taken to be as long as those before."""
    taken = engine.query_rows(
        f"{_FILL} select quotas.file_id, count(*) from staging.read_quotas as quotas, spans "
        f"where {_OPEN} and spans.is_last and spans.last_day is not null group by all order by all"
    )
    engine.query_rows(
        f"{_FILL} update staging.read_quotas as quotas set period_end_on = spans.last_day from spans where {_OPEN}"
    )
    return tuple(
        Message(
            "note",
            files[file_id].file,
            column=files[file_id].label_of("period_start_on"),
            found=f"{counted(count, 'quota')} without an end and without a later start",
            outcome="taken to be as long as the one before",
            todo="add the last day where it is another",
        )
        for file_id, count in taken
    )
