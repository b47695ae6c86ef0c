-- Pace by month since hire, as three months' own sales against full quota: each role's middle hire and middle half, leavers as zero.
-- counts: count_hires
with paces as (
    select
        employee_id,
        hire_date,
        tenure_month,
        is_complete,
        min(case when has_quota then 1 else 0 end) over (
            partition by employee_id, hire_date
            order by tenure_month asc
            rows between 2 preceding and current row
        ) = 1 as has_quota,
        min(case when is_sales_known then 1 else 0 end) over (
            partition by employee_id, hire_date
            order by tenure_month asc
            rows between 2 preceding and current row
        ) = 1 as is_sales_known,
        sum(cast(revenue as double)) over (
            partition by employee_id, hire_date
            order by tenure_month asc
            rows between 2 preceding and current row
        ) as revenue,
        sum(cast(quota as double)) over (
            partition by employee_id, hire_date
            order by tenure_month asc
            rows between 2 preceding and current row
        ) as quota,
    from marts.hire_months
    where role_number = 1
)

select
    paces.tenure_month,
    hires.role_profile,
    count(*) as count_hires,
    quantile_cont(paces.revenue / paces.quota, 0.25) as low,
    quantile_cont(paces.revenue / paces.quota, 0.5) as middle,
    quantile_cont(paces.revenue / paces.quota, 0.75) as high,
    sum(paces.revenue) as revenue,
    sum(paces.quota) as quota,
from hires_in_scope as hires
inner join paces
    on hires.employee_id = paces.employee_id and hires.hire_date = paces.hire_date
where
    hires.months_since_hire >= 6
    and hires.is_start_observed
    and paces.is_complete
    and paces.has_quota
    and paces.is_sales_known
    and paces.quota > 0
    and paces.tenure_month <= 24
group by
    paces.tenure_month,
    hires.role_profile
order by
    hires.role_profile asc,
    paces.tenure_month asc
