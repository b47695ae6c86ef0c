-- Attainment of full quota by month since hire: the middle and the middle half of each role's hires, leavers as zero.
-- counts: count_hires
select
    months.tenure_month,
    hires.role_profile,
    count(*) as count_hires,
    quantile_cont(cast(months.revenue as double) / nullif(cast(months.quota as double), 0), 0.25) as low,
    quantile_cont(cast(months.revenue as double) / nullif(cast(months.quota as double), 0), 0.5) as middle,
    quantile_cont(cast(months.revenue as double) / nullif(cast(months.quota as double), 0), 0.75) as high,
    sum(months.revenue) as revenue,
    sum(months.quota) as quota,
from hires_in_scope as hires
inner join marts.hire_months as months
    on hires.employee_id = months.employee_id and hires.hire_date = months.hire_date
where
    hires.months_since_hire >= 6
    and hires.is_start_observed
    and months.is_complete
    and months.has_quota
    and months.tenure_month <= 24
group by
    months.tenure_month,
    hires.role_profile
order by
    hires.role_profile asc,
    months.tenure_month asc
