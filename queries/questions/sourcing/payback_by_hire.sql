-- Each hire's months until what they sold covered what they cost (pay and their source's cost a hire); no names.
-- counts: one row a hire without a name, only ever shown summed up
with sourcing as (
    select
        costs.source,
        cast(costs.amount as double) / nullif(hired.count_hires, 0) as cost_a_hire,
    from (
        select
            source,
            sum(amount) as amount,
        from marts.sourcing_costs
        group by source
    ) as costs
    inner join (
        select
            source,
            count(*) as count_hires,
        from marts.hires
        group by source
    ) as hired
        on costs.source = hired.source
),

pay as (
    select
        months.employee_id,
        months.hire_date,
        months.tenure_month,
        sum(costs.amount) as amount,
    from marts.hire_months as months
    inner join marts.employment_costs as costs
        on
            months.employee_id = costs.employee_id
            and costs.month between months.starts_on and months.ends_on
    group by
        months.employee_id,
        months.hire_date,
        months.tenure_month
),

running as (
    select
        months.employee_id,
        months.hire_date,
        months.tenure_month,
        sum(cast(months.revenue as double)) over (
            partition by months.employee_id, months.hire_date
            order by months.tenure_month asc
        ) as revenue,
        sum(cast(coalesce(pay.amount, 0) as double)) over (
            partition by months.employee_id, months.hire_date
            order by months.tenure_month asc
        ) as cost,
    from marts.hire_months as months
    left join pay
        on
            months.employee_id = pay.employee_id
            and months.hire_date = pay.hire_date
            and months.tenure_month = pay.tenure_month
    where months.is_complete
),

covered as (
    select
        running.employee_id,
        running.hire_date,
        min(running.tenure_month) as payback_month,
    from running
    inner join hires_in_scope as hires
        on running.employee_id = hires.employee_id and running.hire_date = hires.hire_date
    left join sourcing
        on hires.source = sourcing.source
    where $gross_margin * running.revenue >= running.cost + coalesce(sourcing.cost_a_hire, 0)
    group by
        running.employee_id,
        running.hire_date
)

select
    hires.source,
    hires.role_profile,
    hires.months_since_hire,
    hires.has_left,
    coalesce(covered.payback_month, hires.months_since_hire) as months_to_payback,
    covered.payback_month is not null as has_paid_back,
from hires_in_scope as hires
inner join (
    select distinct
        employee_id,
        hire_date,
    from pay
) as paid
    on hires.employee_id = paid.employee_id and hires.hire_date = paid.hire_date
left join covered
    on hires.employee_id = covered.employee_id and hires.hire_date = covered.hire_date
where hires.is_start_observed
order by
    hires.source asc,
    hires.hire_date asc,
    hires.employee_id asc
