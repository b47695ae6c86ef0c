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
)

select
    months.employee_id,
    months.hire_date,
    months.role_number,
    months.tenure_month,
    months.starts_on,
    months.ends_on,
    months.is_complete,
    months.own_last_day >= months.starts_on as is_employed,
    months.has_left and months.own_last_day between months.starts_on and months.ends_on as is_month_of_exit,
    coalesce(sold.revenue, 0) as revenue,
    coalesce(sold.count_deals, 0) as count_deals,
    cast(asked.quota as decimal(34, 12)) as quota,
    cast(
        cast(asked.quota as double)
        * least(cast(months.tenure_month as double) / nullif(roles.ramp_months + 1, 0), 1) as decimal(34, 12)
    ) as ramped_quota,
    asked.has_quota and asked.is_quota_known as has_quota,
    asked.is_quota_known,
    unknown.tenure_month is null as is_sales_known,
    min(case when unknown.tenure_month is null then 1 else 0 end) over (
        partition by months.employee_id, months.hire_date, months.role_number
        order by months.tenure_month asc nulls last
        rows between unbounded preceding and current row
    ) = 1 as is_sales_known_so_far,
from marts.tenure_months as months
inner join marts.month_quotas as asked
    on
        months.employee_id = asked.employee_id
        and months.hire_date = asked.hire_date
        and months.role_number = asked.role_number
        and months.tenure_month = asked.tenure_month
inner join marts.role_stints as stints
    on
        months.employee_id = stints.employee_id
        and months.hire_date = stints.hire_date
        and months.role_number = stints.role_number
inner join staging.role_settings as roles
    on stints.role_profile = roles.role_profile
left join sold
    on
        months.employee_id = sold.employee_id
        and months.hire_date = sold.hire_date
        and months.role_number = sold.role_number
        and months.tenure_month = sold.tenure_month
left join unknown
    on
        months.employee_id = unknown.employee_id
        and months.hire_date = unknown.hire_date
        and months.role_number = unknown.role_number
        and months.tenure_month = unknown.tenure_month
