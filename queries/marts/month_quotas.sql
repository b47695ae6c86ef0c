-- One row per hire, selling role and month since it began: the quota of it, which runs on at its usual height after an exit.
with active as (
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
)

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
