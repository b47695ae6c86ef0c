-- One row per employment spell, with the day the same person's next spell starts, and what the HR list says of it.
with company as (
    select * from marts.company
)

select
    employees.employee_id,
    people.person_id,
    employees.full_name,
    employees.hire_date,
    employees.original_hire_date,
    employees.termination_date,
    employees.termination_type,
    employees.department,
    employees.manager_id,
    employees.region,
    employees.segment,
    employees.job_title,
    case when company.has_role_profiles then employees.role_profile else employees.job_title end as role_profile,
    lead(employees.hire_date) over (
        partition by people.person_id
        order by employees.hire_date asc nulls last, employees.employee_id asc nulls last
    ) as next_hire_date,
from staging.employees as employees
inner join marts.people
    on employees.employee_id = people.employee_id
cross join company
