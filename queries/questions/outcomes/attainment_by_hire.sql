-- Each hire's attainment at the end of the window, with role and cohort, for medians with intervals; no names.
-- each: one row a hire without a name, only ever shown summed up
select
    sales_start_on,
    role_profile,
    start_year as hire_year,
    start_half as hire_half,
    is_counted,
    is_mature,
    met_bar,
    is_high_performer,
    window_attainment,
    window_ramped_attainment,
from hires_in_scope
where is_start_observed
order by
    role_profile asc,
    sales_start_on asc,
    employee_id asc
