-- An amount in another currency needs the rate of its month.
select
    sourcing_costs.row_id,
    'currency' as column_name,
    'no_rate_for_month' as reason,
    coalesce(sourcing_costs.currency_given, sourcing_costs.currency) || ' ' || substr(cast(sourcing_costs.month as varchar), 1, 7) as found,
from staging.stg_sourcing_costs as sourcing_costs
cross join staging.base_currency
left join staging.exchange_rates as rates
    on
        sourcing_costs.currency = rates.currency
        and cast(date_trunc('month', sourcing_costs.month) as date) = rates.month
where
    sourcing_costs.currency <> base_currency.base_currency
    and rates.rate is null
    and sourcing_costs.fault is null
