"""Amounts beyond belief: a decimal sign read as thousands shows in no row, only in the total beside another one."""

from __future__ import annotations

from dataclasses import replace

from hiring.loading.ingest import ReadFile
from hiring.loading.messages import note
from hiring.warehouse.engine import Engine

#: No company sells so many times its quotas; cents read as whole amounts are a hundred times too many.
MOST_TIMES_QUOTA = 20

_WON_AND_OWED = """
with span as (
    select min(period_start_on) as first_day, max(period_end_on) as last_day from staging.quotas
),
owed as (
    select currency, sum(amount) as owed from staging.quotas group by currency
),
won as (
    select file_id, currency, sum(amount) as won from staging.opportunities, span
    where is_won and closed_on between first_day and last_day group by file_id, currency
)
select won.file_id, currency, cast(won.won as double), cast(owed.owed as double)
from won inner join owed using (currency)
where owed.owed > 0 and won.won > ? * owed.owed order by won.won desc limit 1
"""


def warned(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    """The files, one with a warning where what it says was won is out of all proportion to the quotas of that time."""
    rows = engine.query_rows(_WON_AND_OWED, [MOST_TIMES_QUOTA])
    if not rows:
        return files
    ((file_id, currency, won, owed),) = rows
    warning = note(
        files[file_id].file,
        f"the won deals make {won:,.0f} {currency}, {won / owed:,.0f} times the quotas of that time: "
        "were decimals read as thousands?",
        todo="compare a few amounts, and the total, with the system they come from",
    )
    return [
        replace(file, notes=(*file.notes, warning)) if number == file_id else file
        for number, file in enumerate(files)
    ]
