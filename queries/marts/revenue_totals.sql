-- One row per company: all won revenue, and where it was credited; a split deal counts once in the total.
with totals as (
    select
        sum(deals.amount) as won_revenue,
        sum(case when deals.amount < 0 then deals.amount else 0 end) as credit_notes,
        count(*) as count_deals,
    from staging.won_deals as deals
    cross join marts.company
    where deals.closed_on <= company.as_of
),

placed as (
    select
        sum(case when timing = 'nobody' then amount else 0 end) as revenue_of_nobody,
        sum(case when timing = 'before hire' then amount else 0 end) as revenue_before_hire,
        sum(case when timing = 'after exit' then amount else 0 end) as revenue_after_exit,
        sum(case when timing = 'employed' and not is_of_hire then amount else 0 end) as revenue_of_others,
        sum(case when timing = 'employed' and is_of_hire then amount else 0 end) as revenue_of_hires,
        sum(amount) as credited_revenue,
        count(*) filter (where timing = 'nobody') as count_deals_of_nobody,
        count(*) filter (where timing = 'before hire') as count_deals_before_hire,
        count(*) filter (where timing = 'after exit') as count_deals_after_exit,
    from marts.credits
)

select
    cast(coalesce(totals.won_revenue, 0) as double) as won_revenue,
    cast(coalesce(totals.credit_notes, 0) as double) as credit_notes,
    totals.count_deals,
    cast(coalesce(placed.revenue_of_nobody, 0) as double) as revenue_of_nobody,
    cast(coalesce(placed.revenue_before_hire, 0) as double) as revenue_before_hire,
    cast(coalesce(placed.revenue_after_exit, 0) as double) as revenue_after_exit,
    cast(coalesce(placed.revenue_of_others, 0) as double) as revenue_of_others,
    cast(coalesce(placed.revenue_of_hires, 0) as double) as revenue_of_hires,
    cast(coalesce(placed.credited_revenue, 0) as double) as credited_revenue,
    placed.count_deals_of_nobody,
    placed.count_deals_before_hire,
    placed.count_deals_after_exit,
from totals
cross join placed
