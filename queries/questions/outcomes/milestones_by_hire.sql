-- Each hire's days to the first deal, to quota and to exit, and whether they got there; no names.
-- each: one row a hire without a name, only ever shown summed up
select
    role_profile,
    sales_start_on,
    months_since_hire,
    is_start_observed,
    has_quota,
    days_to_first_deal,
    has_first_deal,
    months_to_ramp,
    has_ramped,
    days_to_quota,
    has_reached_quota,
    days_observed as days_to_exit,
    has_left,
    termination_type,
from hires_in_scope
order by
    role_profile asc,
    sales_start_on asc,
    employee_id asc
