-- Per source: what it cost in the months of the filter, and the hires who started in them; missing cost is null.
-- ignores: role_profiles, regions, segments, because costs are booked per source and month only, for the whole company
-- counts: count_hires
with costs as (
    select
        source,
        sum(amount) as amount,
        count(distinct month) as count_months,
    from marts.sourcing_costs
    where month between date_trunc('month', $hired_from) and $hired_to and list_contains($sources, source)
    group by source
),

hired as (
    select
        source,
        count(*) as count_hires,
    from marts.hires
    where
        hire_date between $hired_from and $hired_to
        and list_contains($sources, source)
        and list_contains($viewer_role_profiles, role_profile)
        and list_contains($viewer_regions, region)
    group by source
)

select
    coalesce(hired.source, costs.source) as source,
    coalesce(hired.count_hires, 0) as count_hires,
    cast(costs.amount as double) as cost,
    costs.count_months,
from hired
full outer join costs
    on hired.source = costs.source
order by
    coalesce(hired.count_hires, 0) desc,
    coalesce(hired.source, costs.source) asc
