-- One row per employment spell and manager in it: whom somebody reported to, from which day to which; by the job changes.
-- Before the first change holds what the HR list says, unless that is what the latest change says: then it is of today,
-- and the first change is the oldest that is known. Without changes the list holds for the whole spell.
with changes as (
    select
        employee_id,
        hire_date,
        starts_on,
        manager_id,
    from marts.job_rows
    where manager_id is not null
),

numbered as (
    select
        *,
        row_number() over (partition by employee_id, hire_date order by starts_on asc nulls last) as place,
        row_number() over (partition by employee_id, hire_date order by starts_on desc nulls last) as place_from_end,
    from changes
),

ends as (
    select
        employee_id,
        hire_date,
        min(starts_on) as first_on,
        max(case when place = 1 then manager_id end) as first_manager_id,
        max(case when place_from_end = 1 then manager_id end) as latest_manager_id,
    from numbered
    group by
        employee_id,
        hire_date
),

begun as (
    select
        spells.employee_id,
        spells.hire_date,
        spells.hire_date as starts_on,
        case
            when ends.latest_manager_id = spells.manager_id then ends.first_manager_id
            else spells.manager_id
        end as manager_id,
    from marts.spells
    left join ends
        on spells.employee_id = ends.employee_id and spells.hire_date = ends.hire_date
    where ends.employee_id is null or ends.first_on > spells.hire_date
),

lines as (
    select * from begun
    union all
    select * from changes
)

select
    lines.employee_id,
    lines.hire_date,
    spells.person_id,
    managers.person_id as manager_id,
    lines.starts_on,
    coalesce(
        lead(lines.starts_on) over (
            partition by lines.employee_id, lines.hire_date
            order by lines.starts_on asc nulls last
        ) - 1,
        spells.termination_date,
        date '9999-12-31'
    ) as ends_on,
from lines
inner join marts.spells
    on lines.employee_id = spells.employee_id and lines.hire_date = spells.hire_date
left join marts.people as managers
    on lines.manager_id = managers.employee_id
