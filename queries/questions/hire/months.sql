-- What one hire sold and owed in each month since the start in Sales; nothing of a quarter that is not counted.
-- A quarter counts once its three months are over, each with a quota and known sales. As many months stand here as the
-- calendar has from the start to the last day in the role, so that nobody can tell why one of them is not counted.
-- ignores: all filters, because an address names one hire whatever is chosen
-- people: one row a month of a hire, found by name
with numbers as (
    select cast(unnest(range(1, 61)) as integer) as tenure_month
),

sold as (
    select
        months.*,
        sum(cast(months.revenue as double)) over three
        / nullif(sum(cast(months.quota as double)) over three, 0) as pace,
        min(case when months.has_quota and months.is_sales_known then 1 else 0 end) over three = 1 as is_pace_known,
    from hire_in_scope as hires
    inner join marts.hire_months as months
        on hires.employee_id = months.employee_id and hires.hire_date = months.hire_date
    where hires.is_named and months.role_number = 1
    window three as (order by months.tenure_month asc rows between 2 preceding and current row)
),

counted as (
    select ceil(tenure_month / 3) as tenure_quarter
    from sold
    group by ceil(tenure_month / 3)
    having
        count(*) = 3
        and min(case when is_complete and has_quota and is_sales_known then 1 else 0 end) = 1
        and max(case when is_employed then 1 else 0 end) = 1
        and sum(quota) > 0
)

select
    numbers.tenure_month,
    cast(ceil(numbers.tenure_month / 3) as integer) as tenure_quarter,
    counted.tenure_quarter is not null as is_counted,
    sold.count_deals,
    cast(sold.revenue as double) as revenue,
    cast(sold.quota as double) as quota,
    case when sold.is_pace_known then sold.pace end as pace,
from hire_in_scope as hires
inner join numbers
    on
        least(hires.last_day, coalesce(hires.role_ended_on, hires.last_day))
        >= hires.sales_start_on + to_months(numbers.tenure_month - 1)
left join counted
    on ceil(numbers.tenure_month / 3) = counted.tenure_quarter
left join sold
    on numbers.tenure_month = sold.tenure_month and counted.tenure_quarter is not null
where hires.is_named
order by numbers.tenure_month asc
