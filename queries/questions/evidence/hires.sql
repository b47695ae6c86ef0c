-- Each hire's role, place, source, first manager and tenure, and what their territory sold in the year before they came; no names.
-- ignores: all filters and the viewer, because estimates rest on all hires of the company
-- estimates: one row a hire, for the company's one fit; nobody is ever shown a row
with known as (
    select
        employee_id,
        hire_date,
        count(*) as months_known,
    from marts.hire_months
    where role_number = 1 and is_complete and is_sales_known_so_far
    group by
        employee_id,
        hire_date
)

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
    hires.is_before_crm,
    coalesce(known.months_known, 0) as months_known,
    territories.territory,
    territories.odd_revenue,
    territories.even_revenue,
    territories.odd_months,
    territories.even_months,
from marts.hires
left join known
    on hires.employee_id = known.employee_id and hires.hire_date = known.hire_date
left join marts.hire_territories as territories
    on hires.employee_id = territories.employee_id and hires.hire_date = territories.hire_date
order by
    hires.hire_date asc,
    hires.employee_id asc
