-- How many applications ended by the candidate's own decision, by the reason that the file gives.
-- ignores: outcome_window, because an application has no tenure yet
-- counts: count_applications
select
    applications.status,
    applications.reason,
    count(*) as count_applications,
from applications_in_scope as applications
cross join marts.company
where
    applications.status in ('withdrawn', 'offer_declined')
    and coalesce(applications.ended_on, company.as_of) <= company.as_of
group by
    applications.status,
    applications.reason
order by
    applications.status asc,
    count_applications desc,
    applications.reason asc
