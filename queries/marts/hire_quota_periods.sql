-- One row per hire and whole quota period in the first selling role, without an absence in it and with its sales known: the quota given and what they sold of their own.
with periods as (
    select
        hires.employee_id,
        hires.hire_date,
        quotas.period_start_on,
        quotas.period_end_on,
        sum(quotas.amount) as amount,
    from marts.stint_spans as hires
    inner join marts.quotas
        on
            hires.person_id = quotas.person_id
            and hires.starts_on <= quotas.period_start_on
            and hires.last_day >= quotas.period_end_on
    inner join marts.known_sales as known
        on
            hires.employee_id = known.employee_id
            and hires.hire_date = known.hire_date
            and hires.role_number = known.role_number
            and quotas.period_end_on <= coalesce(known.known_to, quotas.period_end_on)
    left join marts.stint_absences as away
        on
            hires.employee_id = away.employee_id
            and hires.hire_date = away.hire_date
            and quotas.period_start_on <= away.to_on
            and quotas.period_end_on >= away.from_on
    where hires.role_number = 1 and away.employee_id is null
    group by
        hires.employee_id,
        hires.hire_date,
        quotas.period_start_on,
        quotas.period_end_on
)

select
    periods.employee_id,
    periods.hire_date,
    periods.period_end_on,
    periods.amount as quota,
    sum(coalesce(credits.amount, 0)) as revenue,
from periods
left join marts.credits
    on
        periods.employee_id = credits.employee_id
        and periods.hire_date = credits.hire_date
        and credits.closed_on between periods.period_start_on and periods.period_end_on
        and credits.role_number = 1
        and credits.timing = 'employed'
        and not credits.is_inherited
group by
    periods.employee_id,
    periods.hire_date,
    periods.period_end_on,
    periods.amount
