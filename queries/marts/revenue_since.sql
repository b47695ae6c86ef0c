-- One row per company: what was won from the first hire on, by anybody in the HR file, and by no owner.
-- Who sold before that and left need not be in the HR file any more.
with began as (
    select min(sales_start_on) as first_hire_on from marts.hires
)

select
    cast(coalesce(sum(credits.amount), 0) as double) as credited_since,
    cast(coalesce(sum(credits.amount) filter (where credits.timing <> 'nobody'), 0) as double) as matched_since,
    cast(coalesce(sum(credits.amount) filter (where credits.owner_key = '||'), 0) as double) as ownerless_since,
    max(credits.closed_on) as last_won_on,
from marts.credits
cross join began
where began.first_hire_on is null or credits.closed_on >= began.first_hire_on
