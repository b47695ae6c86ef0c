-- What is seen by somebody's team: each hire with the day of the start, each opening with the day and its manager.
-- ignores: all filters and the viewer, because it decides what a viewer may see
-- rights: one row a hire or opening, to decide by; nobody is ever shown a row
select
    'hire' as kind,
    concat(hires.employee_id, '.', hires.hire_date) as key,
    hires.person_id,
    hires.sales_start_on as seen_on,
from marts.hires
union all
select
    'opening' as kind,
    requisitions.requisition_id as key,
    people.person_id,
    requisitions.opened_on as seen_on,
from marts.requisitions
inner join marts.people
    on requisitions.hiring_manager_id = people.employee_id
order by
    kind asc,
    key asc
