-- Per source: applications, those still open, offers made, answered and accepted.
-- counts: count_applications
select
    source,
    count(*) as count_applications,
    count(*) filter (where offered_on is not null) as count_offers,
    count(*) filter (where offered_on is null and status = 'active') as count_open_before_offer,
    count(*) filter (where offered_on is not null and status <> 'active') as count_decided,
    count(*) filter (where offered_on is not null and status = 'hired') as count_accepted,
from applications_in_scope
group by source
order by
    count(*) desc,
    source asc
