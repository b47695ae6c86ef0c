-- One row per hire, selling role and month since it began: what they sold of their own (no inherited deal, nothing after they left) against quota.
-- In a month of which the CRM's file does not hold all days, what was sold is not known.
with sold as (
    select
        employee_id,
        hire_date,
        role_number,
        tenure_month,
        sum(amount) as revenue,
        count(*) as count_deals,
    from marts.credits
    where role_number is not null and timing = 'employed' and not is_inherited
    group by
        employee_id,
        hire_date,
        role_number,
        tenure_month
),

-- Whoever has left by then too: else those who stayed would be missing, and those who left would not.
unknown as (
    select distinct
        days.employee_id,
        days.hire_date,
        days.role_number,
        days.tenure_month,
    from marts.tenure_spans as days
    inner join marts.stint_gaps as gaps
        on
            days.employee_id = gaps.employee_id
            and days.hire_date = gaps.hire_date
            and days.role_number = gaps.role_number
            and days.from_on <= gaps.to_on
            and days.to_on >= gaps.from_on
),

active as (
    select
        months.*,
        date_diff('day', months.starts_on, months.ends_on) + 1 as days,
        greatest(
            date_diff('day', months.starts_on, least(months.ends_on, months.own_last_day)) + 1, 0
        ) as days_active,
    from marts.tenure_months as months
),

daily as (
    select
        active.employee_id,
        active.hire_date,
        active.role_number,
        cast(sum(given.quota) as double) / nullif(sum(active.days_active), 0) as quota_a_day,
    from active
    inner join marts.tenure_quotas as given
        on
            active.employee_id = given.employee_id
            and active.hire_date = given.hire_date
            and active.role_number = given.role_number
            and active.tenure_month = given.tenure_month
    group by
        active.employee_id,
        active.hire_date,
        active.role_number
),

expected as (
    select
        active.employee_id,
        active.hire_date,
        active.role_number,
        active.tenure_month,
        coalesce(daily.quota_a_day, 0) > 0 as has_quota,
        coalesce(known.is_quota_known, true) as is_quota_known,
        coalesce(given.quota, 0)
        + cast(
            coalesce(daily.quota_a_day, 0)
            * case when active.has_left then active.days - active.days_active else 0 end as decimal(34, 12)
        ) as quota,
    from active
    left join marts.tenure_quotas as given
        on
            active.employee_id = given.employee_id
            and active.hire_date = given.hire_date
            and active.role_number = given.role_number
            and active.tenure_month = given.tenure_month
    left join marts.quota_months as known
        on
            active.employee_id = known.employee_id
            and active.hire_date = known.hire_date
            and active.role_number = known.role_number
            and active.tenure_month = known.tenure_month
    left join daily
        on
            active.employee_id = daily.employee_id
            and active.hire_date = daily.hire_date
            and active.role_number = daily.role_number
)

select
    active.employee_id,
    active.hire_date,
    active.role_number,
    active.tenure_month,
    active.starts_on,
    active.ends_on,
    active.is_complete,
    active.days_active > 0 as is_employed,
    active.has_left and active.own_last_day between active.starts_on and active.ends_on as is_month_of_exit,
    coalesce(sold.revenue, 0) as revenue,
    coalesce(sold.count_deals, 0) as count_deals,
    cast(expected.quota as decimal(34, 12)) as quota,
    cast(
        cast(expected.quota as double)
        * least(cast(active.tenure_month as double) / nullif(roles.ramp_months + 1, 0), 1) as decimal(34, 12)
    ) as ramped_quota,
    expected.has_quota and expected.is_quota_known as has_quota,
    expected.is_quota_known,
    unknown.tenure_month is null as is_sales_known,
    min(case when unknown.tenure_month is null then 1 else 0 end) over (
        partition by active.employee_id, active.hire_date, active.role_number
        order by active.tenure_month asc nulls last
        rows between unbounded preceding and current row
    ) = 1 as is_sales_known_so_far,
from active
inner join expected
    on
        active.employee_id = expected.employee_id
        and active.hire_date = expected.hire_date
        and active.role_number = expected.role_number
        and active.tenure_month = expected.tenure_month
inner join marts.role_stints as stints
    on
        active.employee_id = stints.employee_id
        and active.hire_date = stints.hire_date
        and active.role_number = stints.role_number
inner join staging.role_settings as roles
    on stints.role_profile = roles.role_profile
left join sold
    on
        active.employee_id = sold.employee_id
        and active.hire_date = sold.hire_date
        and active.role_number = sold.role_number
        and active.tenure_month = sold.tenure_month
left join unknown
    on
        active.employee_id = unknown.employee_id
        and active.hire_date = unknown.hire_date
        and active.role_number = unknown.role_number
        and active.tenure_month = unknown.tenure_month
