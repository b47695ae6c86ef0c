-- Each application that has ended by the day of the data: when, how, and the reason of who left by their own decision; no names.
-- ignores: outcome_window, because an application has no tenure yet
-- each: one row an application, only ever shown summed up
select
    applications.ended_on,
    applications.status,
    case when applications.status in ('withdrawn', 'offer_declined') then applications.reason end as reason,
from applications_in_scope as applications
cross join marts.company
where applications.status <> 'active' and applications.ended_on <= company.as_of
order by
    applications.ended_on asc,
    applications.status asc,
    reason asc nulls last
