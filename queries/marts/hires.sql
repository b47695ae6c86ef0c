-- One row per hire (a sales employment spell): where they came from, what they sold, whether they stayed.
-- The sales clock starts with the hire or the move into Sales; role, region, segment and manager are those of that day.
-- Year and half-year of the start are the company's fiscal ones; a year is named by the calendar year it ends in.
with hired as (
    select
        spans.*,
        spells.full_name,
        spells.original_hire_date,
        spells.termination_type,
        places.region,
        places.segment,
        places.manager_id,
    from marts.stint_spans as spans
    inner join marts.spells
        on spans.employee_id = spells.employee_id and spans.hire_date = spells.hire_date
    inner join marts.starting_places as places
        on spans.employee_id = places.employee_id and spans.hire_date = places.hire_date
    where spans.role_number = 1
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
    hired.starts_on as sales_start_on,
    case
        when company.fiscal_year_starts_in = 1 then cast(year(hired.starts_on) as varchar)
        when month(hired.starts_on) >= company.fiscal_year_starts_in
            then concat('FY', cast(year(hired.starts_on) + 1 as varchar))
        else concat('FY', cast(year(hired.starts_on) as varchar))
    end as start_year,
    case
        when (month(hired.starts_on) + 12 - company.fiscal_year_starts_in) % 12 < 6 then 1
        else 2
    end as start_half,
    hired.ends_on as role_ended_on,
    hired.original_hire_date,
    hired.termination_date,
    hired.termination_type,
    hired.as_of,
    hired.spell_last_day as last_day,
    hired.months_since_start as months_since_hire,
    hired.months_in_role,
    date_diff('day', hired.starts_on, hired.spell_last_day) as days_observed,
    hired.termination_date is not null and hired.termination_date <= hired.as_of as has_left,
    known.is_start_observed,
    known.is_before_crm,
    crm_people.person_id is not null as has_login,
    known.is_login_missing,
    cast(coalesce(revenue.credited_revenue, 0) as double) as credited_revenue,
    cast(coalesce(revenue.revenue_after_exit, 0) as double) as revenue_after_exit,
    cast(coalesce(revenue.revenue_inherited, 0) as double) as revenue_inherited,
    coalesce(revenue.count_deals, 0) as count_deals,
    cast(quota.quota as double) as quota,
    case
        when
            not known.is_login_missing
            and coalesce(known.known_to, hired.spell_last_day) >= hired.spell_last_day
            and reach.speaks_from <= hired.starts_on + 31
            and reach.speaks_to >= least(hired.spell_last_day, hired.last_day) - 31
            then cast(coalesce(revenue.credited_revenue, 0) as double) / nullif(cast(quota.quota as double), 0)
    end as attainment,
from hired
cross join marts.company
left join marts.applications
    on hired.employee_id = applications.employee_id and hired.hire_date = applications.hire_date
left join revenue
    on hired.employee_id = revenue.employee_id and hired.hire_date = revenue.hire_date
left join marts.hire_quotas as quota
    on hired.employee_id = quota.employee_id and hired.hire_date = quota.hire_date
inner join marts.known_sales as known
    on hired.employee_id = known.employee_id and hired.hire_date = known.hire_date and known.role_number = 1
left join marts.crm_people
    on hired.person_id = crm_people.person_id
left join marts.quota_reach as reach
    on hired.role_profile = reach.role_profile
