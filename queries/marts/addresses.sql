-- One row per work e-mail of the company's people, with the person it belongs to; those of nobody in particular left out.
with spells as (
    select
        employees.work_email,
        people.person_id,
    from staging.employees as employees
    inner join marts.people
        on employees.employee_id = people.employee_id
    left join staging.addresses_of_nobody as nobodys
        on employees.work_email = nobodys.address
    where employees.work_email is not null and nobodys.address is null
)

select
    work_email,
    min(person_id) as person_id,
from spells
group by work_email
