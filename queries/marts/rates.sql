-- One row per month and currency: what one unit was worth in the base currency.
select
    exchange_rates.month,
    exchange_rates.currency,
    exchange_rates.rate,
from staging.exchange_rates
cross join marts.company
where exchange_rates.currency <> company.base_currency
