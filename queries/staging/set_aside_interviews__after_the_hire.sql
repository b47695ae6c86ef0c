-- An interview held after the person started cannot have led to the hire.
with starts as (
    select
        applications.application_id,
        min(employees.hire_date) as hire_date,
    from staging.stg_applications as applications
    inner join staging.stg_employees as employees
        on
            applications.employee_id = employees.employee_id
            and applications.applied_on <= employees.hire_date
    where applications.status = 'hired'
    group by applications.application_id
)

select
    interviews.row_id,
    'scheduled_for' as column_name,
    'after_the_hire' as reason,
    cast(interviews.scheduled_for as varchar) as found,
from staging.stg_interviews as interviews
inner join starts
    on interviews.application_id = starts.application_id
where
    interviews.status = 'held'
    and cast(interviews.scheduled_for as date) > starts.hire_date
    and interviews.fault is null
