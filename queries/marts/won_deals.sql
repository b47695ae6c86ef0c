-- One row per won deal up to the day the data speak of, in the base currency; its whole amount, whoever sold it.
select
    opportunities.opportunity_id,
    coalesce(opportunities.owner_id, '')
    || '|'
    || coalesce(opportunities.owner_email, '')
    || '|'
    || coalesce(opportunities.owner_name, '') as owner_key,
    opportunities.created_on,
    opportunities.closed_on,
    opportunities.kind,
    opportunities.territory,
    cast(
        cast(opportunities.amount as decimal(22, 4)) * cast(coalesce(rates.rate, 1) as decimal(14, 6))
        as decimal(22, 4)
    ) as amount,
from staging.opportunities
cross join marts.company
left join marts.rates
    on
        opportunities.currency = rates.currency
        and cast(date_trunc('month', opportunities.closed_on) as date) = rates.month
where opportunities.is_won and opportunities.closed_on <= company.as_of
