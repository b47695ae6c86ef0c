-- One row per hire and interviewer: held interviews of the hire's own application by the start of the sales clock, with the latest stage they sat in.
with company as (
    select * from marts.company
),

seats as (
    select
        applications.employee_id,
        applications.hire_date,
        applications.application_id,
        interviews.interviewer_id,
        interviews.full_name,
        interviews.department,
        interviews.stage,
        interviews.scheduled_for,
        interviews.interview_id,
        row_number() over (
            partition by applications.employee_id, applications.hire_date, interviews.interviewer_id
            order by interviews.scheduled_for desc nulls last, interviews.interview_id desc nulls last
        ) as place,
        count(*) over (
            partition by applications.employee_id, applications.hire_date, interviews.interviewer_id
        ) as count_interviews,
    from marts.interviews
    inner join marts.applications
        on interviews.application_id = applications.application_id
    inner join marts.role_stints as clocks
        on
            applications.employee_id = clocks.employee_id
            and applications.hire_date = clocks.hire_date
            and clocks.role_number = 1
    cross join company
    where
        interviews.status = 'held'
        and cast(interviews.scheduled_for as date) <= least(company.as_of, clocks.starts_on)
)

select
    employee_id,
    hire_date,
    application_id,
    interviewer_id,
    full_name,
    department,
    stage,
    count_interviews,
from seats
where place = 1
