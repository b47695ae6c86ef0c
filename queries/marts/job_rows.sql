-- One row per employment spell and job held in it that the file of job changes tells of, from the day it began.
-- What began before the spell stands on its first day; a title stands for the one role it goes with in the HR list.
with company as (
    select * from marts.company
),

titles as (
    select
        job_title,
        min(role_profile) as role_profile,
    from staging.employees
    where job_title is not null and role_profile is not null
    group by job_title
    having count(distinct role_profile) = 1
),

told as (
    select count(*) filter (where role_profile is not null) > 0 as has_roles
    from staging.job_changes
),

own_spells as (
    select
        spells.*,
        lag(spells.hire_date) over (
            partition by spells.employee_id
            order by spells.hire_date asc nulls last
        ) is null as is_first,
        lead(spells.hire_date) over (
            partition by spells.employee_id
            order by spells.hire_date asc nulls last
        ) as next_own_hire_date,
    from marts.spells
),

placed as (
    select
        spells.employee_id,
        spells.hire_date,
        greatest(changes.effective_on, spells.hire_date) as starts_on,
        case
            when company.has_role_profiles then coalesce(changes.role_profile, titles.role_profile)
            else changes.job_title
        end as role_profile,
        not company.has_role_profiles or told.has_roles or titles.role_profile is not null as is_role_known,
        changes.manager_id,
        changes.region,
        changes.segment,
        changes.leads_people,
        row_number() over (
            partition by spells.employee_id, spells.hire_date, greatest(changes.effective_on, spells.hire_date)
            order by changes.effective_on desc nulls last
        ) as place,
    from staging.job_changes as changes
    inner join own_spells as spells
        on
            changes.employee_id = spells.employee_id
            and changes.effective_on < coalesce(spells.next_own_hire_date, date '9999-12-31')
            and (changes.effective_on >= spells.hire_date or spells.is_first)
    cross join company
    cross join told
    left join titles
        on changes.job_title = titles.job_title
    where
        changes.effective_on <= least(company.as_of, coalesce(spells.termination_date, company.as_of))
        and spells.hire_date <= company.as_of
)

select
    employee_id,
    hire_date,
    starts_on,
    role_profile,
    is_role_known,
    manager_id,
    region,
    segment,
    leads_people,
from placed
where place = 1
