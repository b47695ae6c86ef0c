-- An amount in another currency needs the rate of its month.
select
    quotas.row_id,
    'currency' as column_name,
    'no_rate_for_month' as reason,
    coalesce(quotas.currency_given, quotas.currency) || ' ' || substr(cast(quotas.period_start_on as varchar), 1, 7) as found,
from staging.stg_quotas as quotas
cross join staging.base_currency
left join staging.exchange_rates as rates
    on
        quotas.currency = rates.currency
        and cast(date_trunc('month', quotas.period_start_on) as date) = rates.month
where
    quotas.currency <> base_currency.base_currency
    and rates.rate is null
    and quotas.fault is null
