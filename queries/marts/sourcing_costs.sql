-- One row per source and month: what it cost, in the base currency.
select
    sourcing_costs.source,
    sourcing_costs.month,
    cast(
        cast(sourcing_costs.amount as decimal(22, 4)) * cast(coalesce(rates.rate, 1) as decimal(14, 6))
        as decimal(22, 4)
    ) as amount,
from staging.sourcing_costs
left join marts.rates
    on sourcing_costs.currency = rates.currency and sourcing_costs.month = rates.month
