-- Each hire's attainment by quarter in the first selling role, oldest hires first, with who left and when.
-- people: one row a hire and quarter, with the name
with quarters as (
    select
        employee_id,
        hire_date,
        cast(floor((tenure_month - 1) / 3) as integer) + 1 as tenure_quarter,
        sum(revenue) as revenue,
        case when min(case when is_quota_known then 1 else 0 end) = 1 then sum(quota) end as quota,
        min(case when is_complete then 1 else 0 end) = 1 and count(*) = 3 as is_complete,
        min(case when is_sales_known then 1 else 0 end) = 1 as is_sales_known,
        max(case when is_employed then 1 else 0 end) = 1 as is_employed,
        max(case when is_month_of_exit then 1 else 0 end) = 1 as is_quarter_of_exit,
    from marts.hire_months
    where role_number = 1 and tenure_month <= 24
    group by
        employee_id,
        hire_date,
        cast(floor((tenure_month - 1) / 3) as integer) + 1
)

select
    hires.employee_id,
    hires.full_name,
    hires.role_profile,
    hires.hire_date,
    hires.termination_date,
    hires.has_left,
    quarters.tenure_quarter,
    cast(quarters.revenue as double) as revenue,
    cast(quarters.quota as double) as quota,
    quarters.is_complete,
    quarters.is_sales_known,
    quarters.is_employed,
    quarters.is_quarter_of_exit,
from hires_in_scope as hires
inner join quarters
    on hires.employee_id = quarters.employee_id and hires.hire_date = quarters.hire_date
order by
    hires.sales_start_on asc,
    hires.employee_id asc,
    quarters.tenure_quarter asc
