-- Whom each person of the HR file reported to, from which day to which.
-- ignores: all filters and the viewer, because it decides what a viewer may see
-- rights: one row a person and manager, to decide by; nobody is ever shown a row
select
    person_id,
    manager_id,
    starts_on,
    ends_on,
from marts.reporting_lines
where manager_id is not null and manager_id <> person_id
order by
    person_id asc,
    starts_on asc,
    ends_on asc,
    manager_id asc
