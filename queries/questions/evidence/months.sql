-- Each hire's complete months in the first selling role, up to two years: what they sold of their own and the quota they had.
-- Nothing is sold after an exit; the quota runs on at its usual height, so that a month without a seller weighs in full.
-- ignores: outcome_window, because every month since the hire counts, up to two years
-- each: one row a hire and month without a name, only ever shown summed up
select
    months.employee_id,
    months.hire_date,
    months.tenure_month,
    months.is_employed,
    cast(months.revenue as double) as revenue,
    cast(months.quota as double) as quota,
    months.has_quota,
from hires_in_scope as hires
inner join marts.hire_months as months
    on hires.employee_id = months.employee_id and hires.hire_date = months.hire_date
where months.role_number = 1 and months.is_complete and months.tenure_month <= 24
order by
    months.hire_date asc,
    months.employee_id asc,
    months.tenure_month asc
