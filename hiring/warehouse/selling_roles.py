"""Roles that only the job changes name: what nobody in Sales holds today is taken as outside Sales, and it is said."""

from __future__ import annotations

from dataclasses import replace

from hiring.engine import Engine
from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, note, shown
from hiring.warehouse import staging

#: A company has few roles; more unknown ones than this are titles.
MOST_TOLD = 20

_OUTSIDE = """
select jobs.role_profile, min(changes.row_id)
from marts.job_rows as jobs
inner join marts.role_stints as stints
    on jobs.employee_id = stints.employee_id and jobs.hire_date = stints.hire_date and stints.role_number = 1
inner join staging.job_changes as changes
    on
        jobs.employee_id = changes.employee_id
        and jobs.role_profile in (changes.role_profile, changes.job_title)
where jobs.role_profile not in (select role_profile from marts.sales_roles)
group by jobs.role_profile
order by min(changes.row_id)
"""


def warned(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    """The files, those of job changes with a remark for each role of a hire that was taken as outside Sales."""
    remarks: dict[str, list[Message]] = {}
    for role, row_id in engine.query_rows(_OUTSIDE)[:MOST_TOLD]:
        name, line = staging.place_of(engine, files, "job_changes", "row_id", row_id)
        told = shown(role, 40)
        remark = note(
            name,
            f"role {told} is held by nobody in Sales today: taken as outside Sales",
            line=line,
            todo=f'if it sells, add [roles."{told}"] to config.toml',
        )
        remarks.setdefault(name, []).append(remark)
    return [
        replace(file, notes=(*file.notes, *remarks[file.file]))
        if file.table == "job_changes" and file.file in remarks
        else file
        for file in files
    ]
