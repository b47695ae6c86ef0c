-- Which hires the filters leave and the viewer may see: nothing but their keys, to choose what is shown of the estimates.
-- ignores: outcome_window, because an estimate has none
-- estimates: one row a hire, to count with; nobody is ever shown a row
select
    employee_id,
    hire_date,
from hires_in_scope
order by
    hire_date asc,
    employee_id asc
