-- One row per hire: what winning them cost, their source's cost a hire over all its booked months; null where unknown.
with averages as (
    select
        source,
        cast(sum(cost) as double) / nullif(sum(count_hires), 0) as cost_a_hire,
    from marts.source_months
    where is_cost_known
    group by source
)

select
    hires.employee_id,
    hires.hire_date,
    averages.cost_a_hire as recruiting_cost,
from marts.hires
left join marts.applications
    on hires.application_id = applications.application_id
left join marts.source_months as months
    on
        hires.source = months.source
        and cast(date_trunc('month', coalesce(applications.accepted_on, hires.sales_start_on)) as date) = months.month
left join averages
    on months.source = averages.source and months.is_cost_known
