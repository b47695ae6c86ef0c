-- A won deal in another currency needs the rate of the month in which it closed.
select
    opportunities.row_id,
    'currency' as column_name,
    'no_rate_for_month' as reason,
    coalesce(opportunities.currency_given, opportunities.currency) || ' ' || substr(cast(opportunities.closed_on as varchar), 1, 7) as found,
from staging.stg_opportunities as opportunities
cross join staging.base_currency
left join staging.exchange_rates as rates
    on
        opportunities.currency = rates.currency
        and cast(date_trunc('month', opportunities.closed_on) as date) = rates.month
where
    opportunities.is_won
    and opportunities.closed_on is not null
    and opportunities.currency <> base_currency.base_currency
    and rates.rate is null
    and opportunities.fault is null
