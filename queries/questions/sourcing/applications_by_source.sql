-- Per source: applications, offers and hires of the applications in the filters.
-- counts: count_applications
select
    source,
    count(*) as count_applications,
    count(*) filter (where offered_on is not null) as count_offers,
    count(*) filter (where status = 'hired') as count_hired,
    count(*) filter (where offered_on is not null and status <> 'active') as count_decided,
    min(applied_on) as first_applied_on,
    max(applied_on) as last_applied_on,
from applications_in_scope
group by source
order by
    count(*) desc,
    source asc
