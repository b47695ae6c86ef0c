-- One row per territory and month with revenue, in the base currency: from finance's file, or from won deals without one.
-- A month booked in a currency without a rate is left out: its value is not known.
with given as (
    select
        territory_revenue.territory,
        territory_revenue.month,
        cast(
            cast(territory_revenue.amount as decimal(22, 4)) * cast(coalesce(rates.rate, 1) as decimal(14, 6))
            as decimal(22, 4)
        ) as amount,
    from staging.territory_revenue
    cross join marts.company
    left join marts.rates
        on territory_revenue.currency = rates.currency and territory_revenue.month = rates.month
    where rates.rate is not null or territory_revenue.currency = company.base_currency
),

counted as (
    select count(*) as count_given
    from given
),

sold as (
    select
        credits.territory,
        cast(date_trunc('month', credits.closed_on) as date) as month,
        sum(credits.amount) as amount,
    from marts.credits
    cross join counted
    where counted.count_given = 0 and credits.territory is not null
    group by
        credits.territory,
        cast(date_trunc('month', credits.closed_on) as date)
)

select
    territory,
    month,
    amount,
    true as is_booked,
from given
union all
select
    territory,
    month,
    amount,
    false as is_booked,
from sold
