-- The hires behind a chart, one by one.
-- people: one row a hire, with the name
select
    employee_id,
    full_name,
    role_profile,
    region,
    segment,
    source,
    hire_date,
    sales_start_on,
    start_year as hire_year,
    start_half as hire_half,
    termination_date,
    months_since_hire,
    window_revenue,
    window_quota,
    window_attainment,
    window_ramped_attainment,
    met_bar,
    is_high_performer,
    is_still_there,
    is_counted,
    is_start_observed,
    is_before_crm,
    credited_revenue,
    quota,
    attainment,
    days_to_first_deal,
    has_first_deal,
from hires_in_scope
order by
    sales_start_on asc,
    employee_id asc
