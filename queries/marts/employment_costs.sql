-- One row per employee and month: what employing them cost, in the base currency.
select
    employment_costs.employee_id,
    employment_costs.month,
    cast(
        cast(employment_costs.amount as decimal(22, 4)) * cast(coalesce(rates.rate, 1) as decimal(14, 6))
        as decimal(22, 4)
    ) as amount,
from staging.employment_costs
left join marts.rates
    on employment_costs.currency = rates.currency and employment_costs.month = rates.month
