-- One row per hire and month in the first selling role: what employing them cost in it, and whether all its days are covered.
-- A calendar month's cost is spread evenly over the days of it that the person was employed.
with employed as (
    select
        hires.employee_id,
        hires.hire_date,
        greatest(costs.month, hires.hire_date) as first_day,
        least(cast(costs.month + interval '1' month as date) - 1, hires.last_day) as last_day,
        costs.month,
        costs.amount,
    from marts.hires
    inner join marts.employment_costs as costs
        on
            hires.employee_id = costs.employee_id
            and hires.last_day >= costs.month
            and cast(costs.month + interval '1' month as date) > hires.hire_date
),

daily as (
    select
        employed.*,
        cast(employed.amount as double)
        / nullif(sum(date_diff('day', employed.first_day, employed.last_day) + 1) over (
            partition by employed.employee_id, employed.month
        ), 0) as amount_a_day,
    from employed
),

spread as (
    select
        months.employee_id,
        months.hire_date,
        months.tenure_month,
        date_diff(
            'day', greatest(daily.first_day, months.from_on), least(daily.last_day, months.until_on)
        )
        + 1 as days,
        daily.amount_a_day,
    from daily
    inner join marts.tenure_spans as months
        on
            daily.employee_id = months.employee_id
            and daily.hire_date = months.hire_date
            and daily.first_day <= months.until_on
            and daily.last_day >= months.from_on
            and months.role_number = 1
),

summed as (
    select
        employee_id,
        hire_date,
        tenure_month,
        sum(days) as days,
        sum(cast(cast(amount_a_day as double) * days as decimal(22, 6))) as cost,
    from spread
    group by
        employee_id,
        hire_date,
        tenure_month
)

select
    months.employee_id,
    months.hire_date,
    months.tenure_month,
    coalesce(summed.cost, 0) as cost,
    coalesce(summed.days, 0)
    >= date_diff('day', months.starts_on, least(months.ends_on, months.own_last_day)) + 1 as is_cost_known,
from marts.tenure_months as months
left join summed
    on
        months.employee_id = summed.employee_id
        and months.hire_date = summed.hire_date
        and months.tenure_month = summed.tenure_month
where months.role_number = 1
