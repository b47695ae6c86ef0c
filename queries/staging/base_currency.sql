-- The company's base currency: the one set, else the most frequent of its opportunities (ties by alphabet).
with settings as (
    select * from staging.settings
),

used as (
    select
        currency,
        row_number() over (order by count(*) desc nulls last, currency asc nulls last) as place,
    from staging.stg_opportunities
    where fault is null and currency is not null
    group by currency
)

select
    coalesce(settings.base_currency, used.currency, 'EUR') as base_currency,
    settings.base_currency is not null as is_set,
from settings
left join used
    on used.place = 1
