-- One row per hire, selling role and month of it: do the quotas of the role speak of its days, give or take a month.
-- Quotas often begin with the first whole month or quarter after a start; what is missing beyond that is not known. Nor
-- is it known what was asked for on days of a seller's quota that was set aside and that no other quota of theirs covers.
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
),

lost as (
    select
        days.employee_id,
        days.hire_date,
        days.role_number,
        days.tenure_month,
        lost_quotas.row_id,
        greatest(lost_quotas.period_start_on, days.from_on) as from_on,
        least(lost_quotas.period_end_on, days.to_on) as to_on,
    from days
    inner join marts.spells
        on days.employee_id = spells.employee_id and days.hire_date = spells.hire_date
    inner join marts.lost_quotas
        on
            spells.person_id = lost_quotas.person_id
            and days.from_on <= lost_quotas.period_end_on
            and days.to_on >= lost_quotas.period_start_on
),

covered as (
    select
        lost.employee_id,
        lost.hire_date,
        lost.role_number,
        lost.tenure_month,
        lost.row_id,
        date_diff('day', lost.from_on, lost.to_on) + 1 as days_lost,
        sum(
            case
                when quotas.person_id is not null
                    then
                        date_diff(
                            'day',
                            greatest(quotas.period_start_on, lost.from_on),
                            least(quotas.period_end_on, lost.to_on)
                        )
                        + 1
                else 0
            end
        ) as days_covered,
    from lost
    inner join marts.spells
        on lost.employee_id = spells.employee_id and lost.hire_date = spells.hire_date
    left join marts.quotas
        on
            spells.person_id = quotas.person_id
            and lost.to_on >= quotas.period_start_on
            and lost.from_on <= quotas.period_end_on
    group by
        lost.employee_id,
        lost.hire_date,
        lost.role_number,
        lost.tenure_month,
        lost.row_id,
        lost.from_on,
        lost.to_on
),

unasked as (
    select distinct
        employee_id,
        hire_date,
        role_number,
        tenure_month,
    from covered
    where days_covered < days_lost
)

select
    days.employee_id,
    days.hire_date,
    days.role_number,
    days.tenure_month,
    coalesce(
        reach.speaks_from <= greatest(spans.starts_on + 31, days.from_on) and reach.speaks_to >= days.to_on - 31, true
    )
    and unasked.tenure_month is null as is_quota_known,
from days
inner join marts.stint_spans as spans
    on
        days.employee_id = spans.employee_id
        and days.hire_date = spans.hire_date
        and days.role_number = spans.role_number
left join marts.quota_reach as reach
    on spans.role_profile = reach.role_profile
left join unasked
    on
        days.employee_id = unasked.employee_id
        and days.hire_date = unasked.hire_date
        and days.role_number = unasked.role_number
        and days.tenure_month = unasked.tenure_month
