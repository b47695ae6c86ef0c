-- An amount in another currency needs the rate of its month.
select
    employment_costs.row_id,
    'currency' as column_name,
    'no_rate_for_month' as reason,
    coalesce(employment_costs.currency_given, employment_costs.currency) || ' ' || substr(cast(employment_costs.month as varchar), 1, 7) as found,
from staging.stg_employment_costs as employment_costs
cross join staging.base_currency
left join staging.exchange_rates as rates
    on
        employment_costs.currency = rates.currency
        and cast(date_trunc('month', employment_costs.month) as date) = rates.month
where
    employment_costs.currency <> base_currency.base_currency
    and rates.rate is null
    and employment_costs.fault is null
