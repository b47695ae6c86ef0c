-- One row per hire, selling role and month of it with a quota: its part by days in the role.
-- Parts have twelve digits, so that the parts of a quota add up to it again.
select
    months.employee_id,
    months.hire_date,
    months.role_number,
    months.tenure_month,
    sum(
        cast(
            cast(quotas.amount as double)
            * (
                date_diff(
                    'day',
                    greatest(quotas.period_start_on, months.starts_on),
                    least(quotas.period_end_on, months.ends_on, months.last_day)
                )
                + 1
            )
            / nullif(quotas.period_days, 0) as decimal(34, 12)
        )
    ) as quota,
from marts.tenure_months as months
inner join marts.spells
    on months.employee_id = spells.employee_id and months.hire_date = spells.hire_date
inner join marts.quotas
    on
        spells.person_id = quotas.person_id
        and quotas.period_start_on <= least(months.ends_on, months.last_day)
        and months.starts_on <= months.last_day
        and months.starts_on <= quotas.period_end_on
group by
    months.employee_id,
    months.hire_date,
    months.role_number,
    months.tenure_month
