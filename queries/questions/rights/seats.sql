-- Who sat in the panel of which hire.
-- ignores: all filters and the viewer, because it decides what a viewer may see
-- rights: one row an interviewer and hire, to decide by; nobody is ever shown a row
select distinct
    interviewer_id,
    concat(employee_id, '.', hire_date) as key,
from marts.panel_seats
order by
    interviewer_id asc,
    key asc
