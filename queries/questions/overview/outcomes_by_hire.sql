-- Each hire's dates and milestones, for curves and comparisons; no names.
-- each: one row a hire without a name, only ever shown summed up
select
    sales_start_on,
    role_profile,
    source,
    region,
    is_counted,
    is_mature,
    is_start_observed,
    met_bar,
    months_since_hire,
    days_to_first_deal,
    has_first_deal,
    days_observed as days_to_exit,
    has_left,
    termination_type,
from hires_in_scope
order by
    sales_start_on asc,
    employee_id asc
