-- Deals without splits are each credited once, with exactly their own amount.
with split_deals as (
    select distinct opportunity_id from staging.opportunity_splits
),

won as (
    select
        count(*) as count_deals,
        coalesce(sum(won_deals.amount), 0) as amount,
    from marts.won_deals
    left join split_deals
        on won_deals.opportunity_id = split_deals.opportunity_id
    where split_deals.opportunity_id is null
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
    won.count_deals,
    won.amount,
    credited.count_deals as count_credits,
    credited.amount as amount_credited,
from won
cross join credited
where won.count_deals <> credited.count_deals or won.amount <> credited.amount
