-- One row per hire, in the first selling role: days to the first own deal, months to a sustained quota pace, days to the first full period at quota.
-- What comes after a time of which the CRM's file does not hold what was won need not be the first: followed up to it.
with three_months as (
    select
        months.employee_id,
        months.hire_date,
        months.tenure_month,
        sum(months.revenue) over three as revenue,
        sum(months.quota) over three as quota,
        count(*) over three as count_months,
    from marts.hire_months as months
    inner join marts.known_sales as known
        on
            months.employee_id = known.employee_id
            and months.hire_date = known.hire_date
            and months.role_number = known.role_number
    where
        months.role_number = 1
        and months.is_complete
        and months.is_employed
        and months.has_quota
        and months.ends_on <= coalesce(known.own_known_to, months.ends_on)
    window three as (
        partition by months.employee_id, months.hire_date
        order by months.tenure_month asc nulls last
        rows between 2 preceding and current row
    )
),

ramped as (
    select
        three_months.employee_id,
        three_months.hire_date,
        min(three_months.tenure_month) as ramped_month,
    from three_months
    cross join staging.settings
    where
        three_months.count_months = 3
        and three_months.quota > 0
        -- To half a cent: the parts of quotas are rounded.
        and cast(three_months.revenue as double) + cast(0.005 as double)
        >= settings.ramped_at * cast(three_months.quota as double)
    group by
        three_months.employee_id,
        three_months.hire_date
),

followed as (
    select
        months.employee_id,
        months.hire_date,
        count(*) as months_observed,
    from marts.tenure_months as months
    inner join marts.quota_months as asked
        on
            months.employee_id = asked.employee_id
            and months.hire_date = asked.hire_date
            and months.role_number = asked.role_number
            and months.tenure_month = asked.tenure_month
    inner join marts.known_sales as known
        on
            months.employee_id = known.employee_id
            and months.hire_date = known.hire_date
            and months.role_number = known.role_number
    where months.role_number = 1 and months.ends_on <= known.own_followed_to and asked.is_quota_known
    group by
        months.employee_id,
        months.hire_date
),

reached as (
    select
        periods.employee_id,
        periods.hire_date,
        min(periods.period_end_on - segments.days_paused) as own_reached_on,
    from marts.hire_quota_periods as periods
    inner join marts.clock_segments as segments
        on
            periods.employee_id = segments.employee_id
            and periods.hire_date = segments.hire_date
            and segments.role_number = 1
            and periods.period_end_on between segments.first_day and segments.until_day
    where periods.quota > 0 and periods.revenue >= periods.quota
    group by
        periods.employee_id,
        periods.hire_date
)

select
    hires.employee_id,
    hires.hire_date,
    first_deals.first_deal_on,
    -- Who was away from the first day on has no day of their own, and is followed for none.
    greatest(
        date_diff('day', hires.sales_start_on, coalesce(first_deals.own_first_deal_on, known.own_followed_to)), 0
    ) as days_to_first_deal,
    first_deals.first_deal_on is not null as has_first_deal,
    coalesce(ramped.ramped_month, followed.months_observed, 0) as months_to_ramp,
    ramped.ramped_month is not null as has_ramped,
    greatest(
        date_diff('day', hires.sales_start_on, coalesce(reached.own_reached_on, known.own_followed_to)), 0
    ) as days_to_quota,
    reached.own_reached_on is not null as has_reached_quota,
    hires.days_observed as days_to_exit,
    hires.has_left,
from marts.hires
inner join marts.known_sales as known
    on hires.employee_id = known.employee_id and hires.hire_date = known.hire_date and known.role_number = 1
left join marts.first_deals
    on hires.employee_id = first_deals.employee_id and hires.hire_date = first_deals.hire_date
left join ramped
    on hires.employee_id = ramped.employee_id and hires.hire_date = ramped.hire_date
left join followed
    on hires.employee_id = followed.employee_id and hires.hire_date = followed.hire_date
left join reached
    on hires.employee_id = reached.employee_id and hires.hire_date = reached.hire_date
