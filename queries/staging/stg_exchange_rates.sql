-- Exchange rates as exported, one row per month and currency, in our types, with its first fault.
with typed as (
    select
        file_id,
        month as month_given,
        currency as currency_given,
        rate as rate_given,
        case
            when month like '____-__-01'
                then try_cast(month as date)
        end as month,
        upper(case when currency like ' %' or currency like '% ' then nullif(trim(currency), '') else currency end) as currency,
        case
            when regexp_matches(rate, '^-?[0-9]+([.][0-9]+)?$')
                then try_cast(rate as decimal(18, 6))
        end as rate,
    from raw.exchange_rates
)

select
    file_id,
    month,
    currency,
    nullif(currency_given, currency) as currency_given,
    rate,
    case
        when month is null and coalesce(trim(month_given), '') = ''
            then 'month|empty|' || coalesce(month_given, '')
        when month is null and trim(month_given) <> ''
            then 'month|not_a_month|' || coalesce(month_given, '')
        when month < date '1950-01-01' or month > $latest_day
            then 'month|sentinel_day|' || coalesce(month_given, '')
        when currency is null and coalesce(trim(currency_given), '') = ''
            then 'currency|empty|' || coalesce(currency_given, '')
        when not regexp_matches(currency, '^[A-Z]{3}$')
            then 'currency|not_a_currency|' || coalesce(currency_given, '')
        when currency = 'NAN' or currency = 'NIL' or currency = 'TBD' or currency = 'XXX'
            then 'currency|not_a_currency|' || coalesce(currency_given, '')
        when rate is null and coalesce(trim(rate_given), '') = ''
            then 'rate|empty|' || coalesce(rate_given, '')
        when rate is null and trim(rate_given) <> ''
            then 'rate|not_a_number|' || coalesce(rate_given, '')
    end as fault,
from typed
