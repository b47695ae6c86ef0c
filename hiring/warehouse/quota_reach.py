"""Quotas that speak of a part of the time only, or of no hire at all: no attainment is told there, and that is said."""

from __future__ import annotations

from dataclasses import replace

from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, counted, note
from hiring.warehouse.engine import Engine
from hiring.words import one_line

#: A company has few roles; more than this are titles.
MOST_TOLD = 20

_OUTSIDE = """
select stints.role_profile, reach.speaks_from, reach.speaks_to, count(distinct (months.employee_id, months.hire_date))
from marts.hire_months as months
inner join marts.stint_spans as stints using (employee_id, hire_date, role_number)
inner join marts.known_sales as known using (employee_id, hire_date, role_number)
inner join marts.quota_reach as reach on stints.role_profile = reach.role_profile
where known.is_start_observed and months.role_number = 1 and months.is_complete and not months.is_quota_known
group by all order by stints.role_profile
"""

#: Quotas given to teams, or to logins that join nobody: the first row, and how many, where no hire has any.
_OF_NO_HIRE = """
select min(owner_id), count(*) from staging.quotas
having count(*) > 0 and not exists (select 1 from marts.quota_reach)
"""


def warned(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    """The files, those of quotas with a remark for each role that was sold in at times its quotas say nothing of."""
    remarks = tuple(_remark(*row) for row in engine.query_rows(_OUTSIDE)[:MOST_TOLD])
    remarks += tuple(_of_no_hire(*row) for row in engine.query_rows(_OF_NO_HIRE))
    first = next((file.file for file in files if file.table == "quotas"), None)
    return [
        replace(file, notes=(*file.notes, *(replace(remark, file=first) for remark in remarks)))
        if file.table == "quotas" and file.file == first
        else file
        for file in files
    ]


def _remark(role: str, first: object, last: object, count: int) -> Message:
    return note(
        "quotas",
        f"quotas of {one_line(role, 40)} speak of {first} to {last} only: {counted(count, 'hire')} worked more than a "
        "month outside of that, and no attainment is told of windows that reach there",
        todo="export the quotas from the first hire up to now; a row of 0 says that nothing was asked for",
    )


def _of_no_hire(owner: str, count: int) -> Message:
    return note(
        "quotas",
        f"none of {counted(count, 'quota')} is of a hire: no attainment is told",
        found=one_line(owner, 40),
        todo="quotas of teams are nobody's: export those of sellers, by the owner ids that crm_users and deals have",
    )
