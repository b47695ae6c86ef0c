-- One row per CRM owner and quota period, in the base currency, with the person it was given to.
select
    quotas.owner_id,
    owners.person_id,
    quotas.period_start_on,
    quotas.period_end_on,
    date_diff('day', quotas.period_start_on, quotas.period_end_on) + 1 as period_days,
    cast(
        cast(quotas.amount as decimal(22, 4)) * cast(coalesce(rates.rate, 1) as decimal(14, 6)) as decimal(22, 4)
    ) as amount,
from staging.quotas
left join marts.owners
    on quotas.owner_id || '||' = owners.owner_key
left join marts.rates
    on
        quotas.currency = rates.currency
        and cast(date_trunc('month', quotas.period_start_on) as date) = rates.month
