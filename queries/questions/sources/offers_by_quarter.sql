-- Offers by the quarter they were extended: accepted, declined, and still open.
-- ignores: outcome_window, because an application has no tenure yet
-- counts: count_offers
select
    date_trunc('quarter', offered_on) as offer_quarter,
    count(*) as count_offers,
    count(*) filter (where status = 'hired') as count_accepted,
    count(*) filter (where status = 'active') as count_pending,
    count(*) filter (where status <> 'active') as count_decided,
from applications_in_scope
where offered_on is not null
group by date_trunc('quarter', offered_on)
order by offer_quarter
