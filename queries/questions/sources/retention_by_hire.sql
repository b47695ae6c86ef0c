-- Each hire's source and start, days with the company and whether they left; no names.
-- each: one row a hire without a name, only ever shown summed up
select
    source,
    sales_start_on,
    days_observed as days_to_exit,
    has_left,
    termination_type,
from hires_in_scope
order by
    source asc,
    hire_date asc,
    employee_id asc
