-- Deals without splits are each credited once: credits of deals with splits aside, their sum and count are the total's.
with split_deals as (
    select distinct opportunity_id from staging.opportunity_splits
),

split_won as (
    select
        count(*) as count_deals,
        coalesce(sum(deals.amount), 0) as amount,
    from staging.won_deals as deals
    inner join split_deals
        on deals.opportunity_id = split_deals.opportunity_id
    cross join marts.company
    where deals.closed_on <= company.as_of
),

credited as (
    select
        count(*) as count_deals,
        coalesce(sum(credits.amount), 0) as amount,
    from marts.credits
    left join split_deals
        on credits.opportunity_id = split_deals.opportunity_id
    where split_deals.opportunity_id is null
)

select
    totals.count_deals,
    credited.count_deals as count_credits,
    split_won.count_deals as count_with_splits,
    totals.won_revenue,
    credited.amount as amount_credited,
from marts.revenue_totals as totals
cross join credited
cross join split_won
where
    totals.count_deals <> credited.count_deals + split_won.count_deals
    or abs(totals.won_revenue - cast(credited.amount + split_won.amount as double)) > 0.01
