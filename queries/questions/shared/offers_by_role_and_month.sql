-- Offers by role and the month they were extended: accepted, answered, and still open.
-- ignores: outcome_window, because an application has no tenure yet
-- each: a month of a role may be a single offer; only ever shown summed up over months
select
    role_profile,
    date_trunc('month', offered_on) as offer_month,
    count(*) as count_offers,
    count(*) filter (where status = 'hired') as count_accepted,
    count(*) filter (where status = 'active') as count_pending,
    count(*) filter (where status <> 'active') as count_decided,
from applications_in_scope
where offered_on is not null
group by
    role_profile,
    date_trunc('month', offered_on)
order by
    role_profile asc,
    offer_month asc
