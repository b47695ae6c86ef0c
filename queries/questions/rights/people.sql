-- Every employee id of the HR file with the person behind it.
-- ignores: all filters and the viewer, because it decides what a viewer may see
-- rights: one row an employee id, to decide by; nobody is ever shown a row
select
    employee_id,
    person_id,
from marts.people
order by employee_id asc
