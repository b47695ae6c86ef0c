-- One row per hire, selling role and month of it with a quota: its part by days in the role, absences left out.
-- Parts have twelve digits, so that the parts of a quota add up to it again.
select
    spans.employee_id,
    spans.hire_date,
    spans.role_number,
    spans.tenure_month,
    sum(
        cast(
            cast(quotas.amount as double)
            * (
                date_diff(
                    'day',
                    greatest(quotas.period_start_on, spans.from_on),
                    least(quotas.period_end_on, spans.to_on, spans.last_day)
                )
                + 1
            )
            / nullif(quotas.period_days, 0) as decimal(34, 12)
        )
    ) as quota,
from marts.tenure_spans as spans
inner join marts.spells
    on spans.employee_id = spells.employee_id and spans.hire_date = spells.hire_date
inner join marts.quotas
    on
        spells.person_id = quotas.person_id
        and quotas.period_start_on <= least(spans.to_on, spans.last_day)
        and spans.from_on <= spans.last_day
        and spans.from_on <= quotas.period_end_on
group by
    spans.employee_id,
    spans.hire_date,
    spans.role_number,
    spans.tenure_month
