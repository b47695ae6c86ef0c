-- Per source and month: what was booked, and how many offers were accepted; outside the booked months cost is null.
-- Whole months: those the hire period touches. A source no application names comes along, for nobody could choose it.
-- each: summed up by source before they are shown
-- groups: source, count_hires; a small source is in the cost of all, and not told by name
-- ignores: outcome_window, role_profiles, regions, segments and what the viewer may see, because costs are booked for the
--   whole company, and all of the cost over some of the hires would be no cost per hire
select
    source,
    month,
    count_hires,
    is_cost_known,
    cast(cost as double) as cost,
from marts.source_months
where
    month between date_trunc('month', $hired_from) and $hired_to
    and (
        list_contains($sources, source)
        or source not in (select applications.source from marts.applications)
    )
order by
    source asc,
    month asc
