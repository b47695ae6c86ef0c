-- One row per hire: since when they lead people by the job changes, who reports to them now, whether they sell, under whom.
-- A job's title does not say it: many a manager manages accounts. Who has somebody reporting to them leads, since when is
-- known of job changes alone.
with placed as (
    select
        *,
        row_number() over (
            partition by employee_id, hire_date
            order by starts_on desc nulls last
        ) as place,
    from marts.job_rows
),

told as (
    select
        employee_id,
        hire_date,
        min(starts_on) filter (where leads_people) as leads_from,
        coalesce(
            max(starts_on) filter (where leads_people)
            > coalesce(max(starts_on) filter (where not leads_people), date '0001-01-01'),
            false
        ) as leads_people,
        max(case when place = 1 then manager_id end) as manager_id,
        max(case when place = 1 then region end) as region,
    from placed
    group by
        employee_id,
        hire_date
),

here as (
    select
        spells.employee_id,
        spells.hire_date,
        spells.person_id,
        coalesce(told.manager_id, spells.manager_id) as manager_id,
    from marts.spells
    cross join marts.company
    left join told
        on spells.employee_id = told.employee_id and spells.hire_date = told.hire_date
    where
        spells.hire_date <= company.as_of
        and coalesce(spells.termination_date, date '9999-12-31') > company.as_of
        and coalesce(spells.next_hire_date, date '9999-12-31') > company.as_of
),

reports as (
    select
        people.person_id,
        count(*) as count_reports,
    from here
    inner join marts.people
        on here.manager_id = people.employee_id
    where here.person_id <> people.person_id
    group by people.person_id
),

known as (
    select count(*) filter (where leads_people is not null) > 0 as is_told
    from marts.job_rows
),

staff as (
    select distinct person_id from here
),

selling as (
    select distinct
        employee_id,
        hire_date,
    from marts.role_stints
    where ends_on is null
)

select
    hires.employee_id,
    hires.hire_date,
    known.is_told,
    told.leads_from,
    date_diff('day', hires.sales_start_on, told.leads_from) as days_to_lead,
    here.employee_id is not null as is_here,
    here.employee_id is not null and selling.employee_id is not null as is_selling,
    case when here.employee_id is not null then coalesce(reports.count_reports, 0) else 0 end as count_reports,
    here.employee_id is not null
    and (coalesce(told.leads_people, false) or coalesce(reports.count_reports, 0) > 0) as leads_today,
    coalesce(told.region, hires.region) as region_now,
    managers.person_id as manager_id,
    managers.person_id is not null and staff.person_id is null as is_manager_gone,
from marts.hires
cross join known
left join told
    on hires.employee_id = told.employee_id and hires.hire_date = told.hire_date
left join here
    on hires.employee_id = here.employee_id and hires.hire_date = here.hire_date
left join selling
    on hires.employee_id = selling.employee_id and hires.hire_date = selling.hire_date
left join reports
    on hires.person_id = reports.person_id
left join marts.people as managers
    on here.manager_id = managers.employee_id
left join staff
    on managers.person_id = staff.person_id
