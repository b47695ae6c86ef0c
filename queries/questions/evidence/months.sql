-- Each hire's complete months in the first selling role, up to two years and as far as the CRM's file holds them: what they sold of their own and the quota they had.
-- Nothing is sold after an exit; the quota runs on at its usual height, so that a month without a seller weighs in full.
-- ignores: all filters and the viewer, because estimates rest on all hires of the company
-- estimates: one row a hire and month, for the company's one fit; nobody is ever shown a row
select
    months.employee_id,
    months.hire_date,
    months.tenure_month,
    months.is_employed,
    cast(months.revenue as double) as revenue,
    cast(months.quota as double) as quota,
    months.has_quota,
from marts.hires
inner join marts.hire_months as months
    on hires.employee_id = months.employee_id and hires.hire_date = months.hire_date
where
    months.role_number = 1
    and months.is_complete
    and months.is_sales_known_so_far
    and months.tenure_month <= 24
order by
    months.hire_date asc,
    months.employee_id asc,
    months.tenure_month asc
