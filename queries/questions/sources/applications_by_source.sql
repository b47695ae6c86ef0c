-- Per source: applications, those still under way, and those that ended in an accepted offer.
-- ignores: outcome_window, because an application has no tenure yet
-- counts: count_applications
select
    source,
    count(*) as count_applications,
    count(*) filter (where status = 'active') as count_open,
    count(*) filter (where status = 'hired') as count_accepted,
from applications_in_scope
group by source
order by
    count(*) desc,
    source asc
