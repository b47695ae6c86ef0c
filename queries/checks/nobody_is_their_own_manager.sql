-- A chain of managers ends: nobody manages themselves, directly or through others.
-- about: employees.manager_id by employee_id
with recursive chain as (
    select
        employee_id,
        manager_id,
        1 as depth,
    from marts.people
    where manager_id is not null
    union
    select
        chain.employee_id,
        people.manager_id,
        chain.depth + 1 as depth,
    from chain
    inner join marts.people
        on chain.manager_id = people.employee_id
    where people.manager_id is not null and chain.depth < 50 and chain.manager_id <> chain.employee_id
)

select
    employee_id,
    manager_id,
    depth,
from chain
where manager_id = employee_id
order by
    employee_id,
    depth
