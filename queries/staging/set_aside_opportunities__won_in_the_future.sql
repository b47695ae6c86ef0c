-- A won deal that closes after the build's own day has not happened.
select
    opportunities.row_id,
    'closed_on' as column_name,
    'after_the_build' as reason,
    cast(opportunities.closed_on as varchar) as found,
from staging.stg_opportunities as opportunities
cross join staging.settings
where opportunities.is_won and opportunities.closed_on > settings.clock and opportunities.fault is null
