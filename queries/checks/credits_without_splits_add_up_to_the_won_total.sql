-- A deal without splits is credited with exactly its own amount, once.
with credited as (
    select
        opportunity_id,
        sum(amount) as amount,
        count(*) as count_credits,
    from marts.credits
    group by opportunity_id
),

split_deals as (
    select distinct opportunity_id from staging.opportunity_splits
)

select
    won_deals.opportunity_id,
    won_deals.amount,
    credited.amount as credited_amount,
from marts.won_deals
left join credited
    on won_deals.opportunity_id = credited.opportunity_id
left join split_deals
    on won_deals.opportunity_id = split_deals.opportunity_id
where
    split_deals.opportunity_id is null
    and (credited.amount is null or credited.amount <> won_deals.amount or credited.count_credits <> 1)
