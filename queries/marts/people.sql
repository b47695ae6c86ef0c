-- One row per employee id: the person behind it (two ids of one name and e-mail are one person) and the latest facts.
with spells as (
    select
        employee_id,
        full_name,
        work_email,
        department,
        manager_id,
        region,
        hire_date,
        row_number() over (partition by employee_id order by hire_date desc nulls last) as place,
    from staging.employees
),

addresses as (
    select
        spells.work_email,
        min(spells.employee_id) as person_id,
    from spells
    left join staging.addresses_of_nobody as nobodys
        on spells.work_email = nobodys.address
    where spells.work_email is not null and nobodys.address is null
    group by spells.work_email
),

persons as (
    select
        spells.employee_id,
        min(coalesce(addresses.person_id, spells.employee_id)) as person_id,
    from spells
    left join addresses
        on spells.work_email = addresses.work_email
    group by spells.employee_id
)

select
    spells.employee_id,
    persons.person_id,
    spells.full_name,
    spells.work_email,
    spells.department,
    spells.manager_id,
    spells.region,
from spells
inner join persons
    on spells.employee_id = persons.employee_id
where spells.place = 1
