-- One row per company: the day the data speak of, the base currency, how far back the CRM's history goes, how long a sale takes.
with settings as (
    select * from staging.settings
),

base_currency as (
    select * from staging.base_currency
),

deals as (
    select
        min(opportunities.created_on) as first_opportunity_on,
        max(case when opportunities.closed_on <= settings.clock then opportunities.closed_on end) as last_closed_on,
        count(*) filter (where not opportunities.is_won) as count_not_won,
        avg(cast(
            case
                when opportunities.is_won and opportunities.closed_on >= opportunities.created_on
                    then date_diff('day', opportunities.created_on, opportunities.closed_on)
            end as double
        )) as mean_days_to_win,
    from staging.opportunities
    cross join settings
),

events as (
    select last_closed_on as happened_on from deals
    union all
    select applied_on as happened_on from staging.applications
    union all
    select cast(submitted_on as date) as happened_on from staging.interviews
    union all
    select cast(scheduled_for as date) as happened_on from staging.interviews
    where status = 'held'
    union all
    select hire_date as happened_on from staging.employees
    union all
    select termination_date as happened_on from staging.employees
),

latest as (
    select max(case when events.happened_on <= settings.clock then events.happened_on end) as latest_event_on
    from events
    cross join settings
),

role_words as (
    select count(*) filter (where role_profile is not null) as count_role_profiles
    from staging.employees
)

select
    settings.company_name,
    coalesce(settings.as_of, latest.latest_event_on, settings.clock) as as_of,
    settings.as_of is not null as is_as_of_given,
    base_currency.base_currency,
    base_currency.is_set as is_base_currency_set,
    deals.first_opportunity_on,
    deals.count_not_won > 0 as has_opportunities_not_won,
    deals.mean_days_to_win,
    settings.outcome_window,
    settings.fiscal_year_starts_in,
    settings.time_zone,
    settings.has_second_look_list,
    settings.is_fairness_on,
    role_words.count_role_profiles > 0 as has_role_profiles,
from settings
cross join base_currency
cross join deals
cross join latest
cross join role_words
