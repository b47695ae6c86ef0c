-- One row per hire, selling role and month of it: do the quotas of the role speak of its days, give or take a month.
-- Quotas often begin with the first whole month or quarter after a start; what is missing beyond that is not known.
with days as (
    select
        employee_id,
        hire_date,
        role_number,
        tenure_month,
        min(from_on) as from_on,
        max(least(to_on, last_day)) as to_on,
    from marts.tenure_spans
    group by
        employee_id,
        hire_date,
        role_number,
        tenure_month
)

select
    days.employee_id,
    days.hire_date,
    days.role_number,
    days.tenure_month,
    coalesce(
        reach.speaks_from <= greatest(spans.starts_on + 31, days.from_on) and reach.speaks_to >= days.to_on - 31, true
    ) as is_quota_known,
from days
inner join marts.stint_spans as spans
    on
        days.employee_id = spans.employee_id
        and days.hire_date = spans.hire_date
        and days.role_number = spans.role_number
left join marts.quota_reach as reach
    on spans.role_profile = reach.role_profile
