"""What is taken as outside Sales though it may sell, and is said: roles that only the job changes name, and people
with a role of Sales in a department that is not read as Sales.
"""

from __future__ import annotations

from dataclasses import replace

from hiring.loading.ingest import ReadFile
from hiring.loading.messages import Message, counted, note
from hiring.warehouse import staging
from hiring.warehouse.engine import Engine
from hiring.words import one_line

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

#: A role profile is of Sales by what the file is told; a job title only by its name, as every department has managers.
_ELSEWHERE = """
with people as (
    select *, case when company.has_role_profiles then role_profile else job_title end as role
    from staging.employees cross join marts.company
)
select coalesce(department_given, department), string_agg(distinct role, ', ' order by role), count(*), min(row_id)
from people
where
    department = 'Other'
    and role in (select role from people where department = 'Sales')
    and (
        has_role_profiles or lower(role) like '%sales%' or lower(role) like '%account executive%'
        or lower(role) like '%business development%'
    )
    and not exists (
        select 1 from marts.hires
        where hires.employee_id = people.employee_id and hires.hire_date = people.hire_date
    )
group by 1 order by 4
"""


def warned(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    """The files, those of employees and of job changes with a remark for each such department and role."""
    return _departments(engine, _roles(engine, files))


def _departments(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    remarks: dict[str, list[Message]] = {}
    for department, roles, count, row_id in engine.query_rows(_ELSEWHERE)[:MOST_TOLD]:
        name, line = staging.place_of(engine, files, "employees", "row_id", row_id)
        remark = note(
            name,
            f"department {one_line(department, 40)} is read as outside Sales, though {counted(count, 'row')} of it "
            f"{'has' if count == 1 else 'have'} a role of Sales ({one_line(roles, 80)}): no hire of it is counted",
            line=line,
            todo="if it sells, write Sales there, or map the file and say that the word means Sales",
        )
        remarks.setdefault(name, []).append(remark)
    return _with(files, "employees", remarks)


def _roles(engine: Engine, files: list[ReadFile]) -> list[ReadFile]:
    remarks: dict[str, list[Message]] = {}
    for role, row_id in engine.query_rows(_OUTSIDE)[:MOST_TOLD]:
        name, line = staging.place_of(engine, files, "job_changes", "row_id", row_id)
        text = one_line(role, 40)
        remark = note(
            name,
            f"role {text} is held by nobody in Sales today: taken as outside Sales",
            line=line,
            todo=f'if it sells, add [roles."{text}"] to config.toml; if it is an older name of a role of today, write '
            "today's name in job_changes",
        )
        remarks.setdefault(name, []).append(remark)
    return _with(files, "job_changes", remarks)


def _with(files: list[ReadFile], table: str, remarks: dict[str, list[Message]]) -> list[ReadFile]:
    return [
        replace(file, notes=(*file.notes, *remarks[file.file]))
        if file.table == table and file.file in remarks
        else file
        for file in files
    ]
