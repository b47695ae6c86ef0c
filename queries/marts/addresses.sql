-- One row per work e-mail of the company's people, with the person it belongs to.
with spells as (
    select
        employees.work_email,
        people.person_id,
    from staging.employees as employees
    inner join marts.people
        on employees.employee_id = people.employee_id
    where employees.work_email is not null
)

select
    work_email,
    min(person_id) as person_id,
from spells
group by work_email
