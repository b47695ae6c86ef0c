-- One row per hire with a quota: what it comes to by days, from the start in Sales to the last day seen, absences left out.
with overlapping as (
    select
        spans.employee_id,
        spans.hire_date,
        quotas.owner_id,
        quotas.period_start_on,
        quotas.period_end_on,
        quotas.period_days,
        quotas.amount,
        greatest(quotas.period_start_on, spans.starts_on) as from_on,
        least(quotas.period_end_on, spans.spell_last_day) as to_on,
    from marts.stint_spans as spans
    inner join marts.quotas
        on
            spans.person_id = quotas.person_id
            and spans.spell_last_day >= quotas.period_start_on
            and spans.starts_on <= quotas.period_end_on
    where spans.role_number = 1
),

away as (
    select
        overlapping.employee_id,
        overlapping.hire_date,
        overlapping.owner_id,
        overlapping.period_start_on,
        overlapping.period_end_on,
        sum(
            date_diff(
                'day', greatest(overlapping.from_on, absences.from_on), least(overlapping.to_on, absences.to_on)
            )
            + 1
        ) as days,
    from overlapping
    inner join marts.stint_absences as absences
        on
            overlapping.employee_id = absences.employee_id
            and overlapping.hire_date = absences.hire_date
            and overlapping.from_on <= absences.to_on
            and overlapping.to_on >= absences.from_on
    group by
        overlapping.employee_id,
        overlapping.hire_date,
        overlapping.owner_id,
        overlapping.period_start_on,
        overlapping.period_end_on
)

select
    overlapping.employee_id,
    overlapping.hire_date,
    cast(
        sum(
            cast(
                cast(overlapping.amount as double)
                * (date_diff('day', overlapping.from_on, overlapping.to_on) + 1 - coalesce(away.days, 0))
                / nullif(overlapping.period_days, 0) as decimal(34, 12)
            )
        ) as decimal(22, 6)
    ) as quota,
from overlapping
left join away
    on
        overlapping.employee_id = away.employee_id
        and overlapping.hire_date = away.hire_date
        and overlapping.owner_id = away.owner_id
        and overlapping.period_start_on = away.period_start_on
        and overlapping.period_end_on = away.period_end_on
group by
    overlapping.employee_id,
    overlapping.hire_date
