-- Offers that were answered and whose day nobody wrote down, by role: they are in no share of offers accepted.
-- ignores: outcome_window, because an application has no tenure yet
-- each: a role may have a single such offer; only ever shown summed up
select
    role_profile,
    count(*) as count_offers,
    count(*) filter (where status = 'hired') as count_accepted,
from applications_in_scope
where
    offered_on is null
    and (status in ('hired', 'offer_declined') or accepted_on is not null)
group by role_profile
order by role_profile asc
