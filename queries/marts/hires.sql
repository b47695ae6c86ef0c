-- One row per hire (a sales employment spell): where they came from, what they sold, whether they stayed.
with company as (
    select * from marts.company
),

hired as (
    select
        spells.*,
        company.as_of,
        company.first_opportunity_on,
        least(
            coalesce(spells.termination_date, company.as_of),
            coalesce(spells.next_hire_date - 1, company.as_of),
            company.as_of
        ) as last_day,
    from marts.spells
    cross join company
    where spells.is_hire
),

revenue as (
    select
        employee_id,
        hire_date,
        sum(amount) as credited_revenue,
        sum(case when timing = 'after exit' then amount else 0 end) as revenue_after_exit,
        sum(case when is_inherited then amount else 0 end) as revenue_inherited,
        count(*) as count_deals,
    from marts.credits
    where is_of_hire
    group by
        employee_id,
        hire_date
),

quota as (
    select
        hired.employee_id,
        hired.hire_date,
        sum(
            cast(
                cast(quotas.amount as double)
                * (
                    date_diff(
                        'day',
                        greatest(quotas.period_start_on, hired.hire_date),
                        least(quotas.period_end_on, hired.last_day)
                    )
                    + 1
                )
                / nullif(quotas.period_days, 0) as decimal(34, 12)
            )
        ) as quota,
    from hired
    inner join marts.quotas
        on
            hired.person_id = quotas.person_id
            and hired.last_day >= quotas.period_start_on
            and hired.hire_date <= quotas.period_end_on
    group by
        hired.employee_id,
        hired.hire_date
)

select
    hired.employee_id,
    hired.person_id,
    hired.full_name,
    hired.role_profile,
    coalesce(hired.region, 'Not given') as region,
    coalesce(hired.segment, 'Not given') as segment,
    coalesce(applications.source, 'Not recorded') as source,
    applications.application_id,
    hired.manager_id,
    hired.hire_date,
    hired.original_hire_date,
    hired.termination_date,
    hired.termination_type,
    hired.as_of,
    hired.last_day,
    12 * (year(hired.as_of) - year(hired.hire_date))
    + month(hired.as_of) - month(hired.hire_date)
    - case
        when
            hired.as_of < cast(
                hired.hire_date
                + (
                    12 * (year(hired.as_of) - year(hired.hire_date))
                    + month(hired.as_of) - month(hired.hire_date)
                )
                * interval '1' month as date
            )
            then 1
        else 0
    end as months_since_hire,
    date_diff('day', hired.hire_date, hired.last_day) as days_observed,
    hired.termination_date is not null and hired.termination_date <= hired.as_of as has_left,
    date_diff('day', hired.hire_date, hired.first_opportunity_on) <= 31 as is_start_observed,
    cast(coalesce(revenue.credited_revenue, 0) as double) as credited_revenue,
    cast(coalesce(revenue.revenue_after_exit, 0) as double) as revenue_after_exit,
    cast(coalesce(revenue.revenue_inherited, 0) as double) as revenue_inherited,
    coalesce(revenue.count_deals, 0) as count_deals,
    cast(cast(quota.quota as decimal(22, 6)) as double) as quota,
    cast(coalesce(revenue.credited_revenue, 0) as double)
    / nullif(cast(cast(quota.quota as decimal(22, 6)) as double), 0) as attainment,
from hired
left join marts.applications
    on hired.employee_id = applications.employee_id and hired.hire_date = applications.hire_date
left join revenue
    on hired.employee_id = revenue.employee_id and hired.hire_date = revenue.hire_date
left join quota
    on hired.employee_id = quota.employee_id and hired.hire_date = quota.hire_date
