-- Each hire's role, place, source, first manager and tenure, and what their territory sold in the year before they came; no names.
-- ignores: outcome_window, because every month since the hire counts, up to two years
-- each: one row a hire without a name, only ever shown summed up
select
    hires.employee_id,
    hires.hire_date,
    hires.sales_start_on,
    hires.role_profile,
    hires.region,
    hires.segment,
    hires.source,
    hires.manager_id,
    hires.months_since_hire,
    hires.months_in_role,
    hires.has_left,
    hires.is_start_observed,
    territories.territory,
    territories.odd_revenue,
    territories.even_revenue,
    territories.odd_months,
    territories.even_months,
from hires_in_scope as hires
left join marts.hire_territories as territories
    on hires.employee_id = territories.employee_id and hires.hire_date = territories.hire_date
order by
    hires.hire_date asc,
    hires.employee_id asc
