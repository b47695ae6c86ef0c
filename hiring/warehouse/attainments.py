"""Attainments beyond belief: a refund makes a true negative, a slip in one quota makes thousands. Both are said."""

from __future__ import annotations

from dataclasses import replace

from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, note
from hiring.warehouse import staging
from hiring.warehouse.engine import Engine

#: Nobody sells fifty times a quota that was meant as one, nor gives back as much.
MOST_ATTAINED = 50
#: Remarks are read one by one; what is wrong in more hires than this is wrong in the file.
MOST_TOLD = 20

_FURTHEST = """
with attained as (
    select employee_id, hire_date, attainment, null as outcome_window from marts.hires
    union all
    select employee_id, hire_date, attainment, outcome_window from marts.hire_windows where is_mature
),
furthest as (
    select *, row_number() over (
        partition by employee_id, hire_date order by abs(attainment) desc, outcome_window asc nulls last
    ) as place
    from attained where abs(attainment) > ?
),
given as (
    select furthest.*, rows_read.row_id, rows_read.period_start_on, rows_read.period_end_on, row_number() over (
        partition by furthest.employee_id, furthest.hire_date
        order by quotas.amount / quotas.period_days, rows_read.row_id
    ) as turn
    from furthest
    inner join marts.hires as hires
        on furthest.employee_id = hires.employee_id and furthest.hire_date = hires.hire_date
    inner join marts.quotas as quotas
        on
            hires.person_id = quotas.person_id
            and quotas.period_end_on >= hires.hire_date
            and quotas.period_start_on <= hires.last_day
            and quotas.period_start_on
            < hires.hire_date + coalesce(furthest.outcome_window, 1200) * interval '1' month
    inner join staging.quotas as rows_read
        on
            quotas.owner_id = rows_read.owner_id
            and quotas.period_start_on = rows_read.period_start_on
            and quotas.period_end_on = rows_read.period_end_on
    where furthest.place = 1 and quotas.amount > 0
)
select row_id, employee_id, hire_date, outcome_window, attainment, period_start_on, period_end_on
from given where turn = 1 order by abs(attainment) desc, employee_id, hire_date
"""


def warned(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    """The files, those of quotas with a remark for each hire whose attainment is out of all proportion."""
    rows = engine.query_rows(_FURTHEST, [MOST_ATTAINED])
    remarks: dict[str, list[Message]] = {}
    for row_id, *cells in rows[:MOST_TOLD]:
        name, line = staging.place_of(engine, files, "quotas", "row_id", row_id)
        remarks.setdefault(name, []).append(_remark(name, line, *cells))
    if len(rows) > MOST_TOLD:
        more = f"and so it is for {len(rows) - MOST_TOLD:,} more hires"
        remarks[next(iter(remarks))].append(note(next(iter(remarks)), more))
    return [
        replace(file, notes=(*file.notes, *remarks[file.file]))
        if file.table == "quotas" and file.file in remarks
        else file
        for file in files
    ]


def _remark(
    file: str,
    line: int | None,
    employee_id: str,
    hired: object,
    window: int | None,
    attainment: float,
    first: object,
    last: object,
) -> Message:
    since = f"in the first {window} months" if window else "since then"
    return note(
        file,
        f"{employee_id}, hired {hired}, sold {attainment:,.0f} times the quota {since}; "
        f"the lowest quota of that time is this one, {first} to {last}",
        line=line,
        todo="is the amount right, and is a refund in it? nothing is changed",
    )
