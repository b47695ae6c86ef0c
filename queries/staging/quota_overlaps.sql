-- One row per quota and other quota of the same seller whose days it shares; a day that ends one and begins the next is shared by none.
-- Versions of one row (the same owner and period) are none: they are judged as such.
with reached as (
    select
        seller,
        period_start_on <= max(period_end_on) over (
            partition by seller
            order by period_start_on asc nulls last, period_end_on asc nulls last, row_id asc nulls last
            rows between unbounded preceding and 1 preceding
        ) as is_crowded,
    from staging.quota_spans
),

crowded as (
    select distinct seller
    from reached
    where is_crowded
)

select
    given.row_id,
    given.owner_id,
    given.period_start_on,
    given.period_end_on,
    given.period_days,
    others.owner_id as other_owner_id,
    others.period_start_on as other_start_on,
    others.period_end_on as other_end_on,
    others.period_days as other_days,
    case
        when 2 * given.period_days > 3 * others.period_days then 'longer'
        when 3 * given.period_days < 2 * others.period_days then 'shorter'
        else 'alike'
    end as length,
from staging.quota_spans as given
inner join crowded
    on given.seller = crowded.seller
inner join staging.quota_spans as others
    on
        given.seller = others.seller
        and given.row_id <> others.row_id
        and given.period_start_on <= others.period_end_on
        and given.period_end_on >= others.period_start_on
where
    (given.period_start_on < others.period_end_on and given.period_end_on > others.period_start_on)
    and (
        given.owner_id <> others.owner_id
        or given.period_start_on <> others.period_start_on
        or given.period_end_on <> others.period_end_on
    )
    or (
        given.owner_id <> others.owner_id
        and given.period_start_on = others.period_start_on
        and given.period_end_on = others.period_end_on
    )
