-- One row per hire and month in the first selling role: sold and cost so far (recruiting and pay); the cost is null where unknown.
select
    months.employee_id,
    months.hire_date,
    months.tenure_month,
    months.is_complete,
    months.is_employed,
    min(case when costs.is_cost_known then 1 else 0 end) over so_far = 1 as is_pay_known,
    recruiting_costs.recruiting_cost is not null as is_recruiting_known,
    months.is_sales_known_so_far,
    sum(months.revenue) over so_far as revenue_so_far,
    recruiting_costs.recruiting_cost + cast(sum(costs.cost) over so_far as double) as cost_so_far,
from marts.hire_months as months
inner join marts.hire_costs as costs
    on
        months.employee_id = costs.employee_id
        and months.hire_date = costs.hire_date
        and months.tenure_month = costs.tenure_month
inner join marts.recruiting_costs
    on months.employee_id = recruiting_costs.employee_id and months.hire_date = recruiting_costs.hire_date
where months.role_number = 1
window so_far as (
    partition by months.employee_id, months.hire_date
    order by months.tenure_month asc nulls last
    rows between unbounded preceding and current row
)
