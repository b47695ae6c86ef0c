-- What one hire sold and owed in each month since the start in Sales; nothing of a quarter that is not counted.
-- A quarter counts once its three months are over, each with a quota and known sales. As many months stand here as the
-- calendar has from the start to the last day in the role, so that nobody can tell why one of them is not counted.
-- ignores: hired_from, hired_to, role_profiles, regions, segments, sources and outcome_window, because it is of one hire
-- people: one row a month of a hire, found by name
with hire as (
    select
        employee_id,
        hire_date,
        sales_start_on,
        least(last_day, coalesce(role_ended_on, last_day)) as until_on,
    from marts.hires
    where
        $hire = concat(employee_id, '.', hire_date)
        and list_contains($viewer_role_profiles, role_profile)
        and list_contains($viewer_regions, region)
),

numbers as (
    select cast(unnest(range(1, 61)) as integer) as tenure_month
),

calendar as (
    select
        numbers.tenure_month,
        hire.employee_id,
        hire.hire_date,
        cast(ceil(numbers.tenure_month / 3) as integer) as tenure_quarter,
    from hire
    inner join numbers
        on hire.sales_start_on + to_months(numbers.tenure_month - 1) <= hire.until_on
),

sold as (
    select
        months.*,
        cast(ceil(months.tenure_month / 3) as integer) as tenure_quarter,
        sum(cast(months.revenue as double)) over three as pace_revenue,
        sum(cast(months.quota as double)) over three as pace_quota,
        min(case when months.has_quota and months.is_sales_known then 1 else 0 end) over three = 1 as is_pace_known,
    from marts.hire_months as months
    inner join hire
        on months.employee_id = hire.employee_id and months.hire_date = hire.hire_date
    where months.role_number = 1
    window three as (order by months.tenure_month asc rows between 2 preceding and current row)
),

counted as (
    select tenure_quarter from sold
    group by tenure_quarter
    having
        count(*) = 3
        and min(case when is_complete and has_quota and is_sales_known then 1 else 0 end) = 1
        and max(case when is_employed then 1 else 0 end) = 1
)

select
    calendar.tenure_month,
    calendar.tenure_quarter,
    counted.tenure_quarter is not null as is_counted,
    case when counted.tenure_quarter is not null then sold.count_deals end as count_deals,
    case when counted.tenure_quarter is not null then cast(sold.revenue as double) end as revenue,
    case when counted.tenure_quarter is not null then cast(sold.quota as double) end as quota,
    case
        when counted.tenure_quarter is not null and sold.is_pace_known
            then sold.pace_revenue / nullif(sold.pace_quota, 0)
    end as pace,
from calendar
left join sold
    on calendar.tenure_month = sold.tenure_month
left join counted
    on calendar.tenure_quarter = counted.tenure_quarter
order by calendar.tenure_month asc
