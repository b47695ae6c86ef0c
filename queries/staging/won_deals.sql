-- One row per won deal that has closed, with its worth in the base currency at the rate of the month it closed in.
-- view: because to store every won deal once more would cost more than to look up its rate again
with rates as (
    select
        exchange_rates.month,
        exchange_rates.currency,
        exchange_rates.rate,
    from staging.exchange_rates
    cross join staging.base_currency
    where exchange_rates.currency <> base_currency.base_currency
)

select
    opportunities.opportunity_id,
    opportunities.owner_id,
    opportunities.owner_email,
    opportunities.owner_name,
    opportunities.created_on,
    opportunities.closed_on,
    opportunities.territory,
    case
        when rates.rate is null then cast(opportunities.amount as decimal(22, 4))
        -- The same product in 18 digits, where they hold it: to round 36 digits takes ten times as long.
        when opportunities.amount > -1000000 and opportunities.amount < 1000000 and rates.rate < 100
            then cast(
                    cast(opportunities.amount as decimal(10, 4)) * cast(rates.rate as decimal(8, 6)) as decimal(22, 4)
                )
        else cast(
                cast(opportunities.amount as decimal(22, 4)) * cast(rates.rate as decimal(14, 6)) as decimal(22, 4)
            )
    end as amount,
from staging.opportunities
left join rates
    on
        opportunities.currency = rates.currency
        and cast(date_trunc('month', opportunities.closed_on) as date) = rates.month
where opportunities.is_won
