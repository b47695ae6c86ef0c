-- How many candidates each side turned down, by the reason it gave; a side that is not recorded is left empty.
-- ignores: outcome_window, because an application has no tenure yet
-- counts: count_rejections
-- hides: reason; what few were told is among the other reasons, so that the reasons add up
select
    rejections.department,
    applications.reason,
    applications.reason is not null as is_recorded,
    count(*) as count_rejections,
from applications_in_scope as applications
cross join marts.company
inner join marts.rejections
    on applications.application_id = rejections.application_id
where coalesce(applications.ended_on, company.as_of) <= company.as_of
group by
    rejections.department,
    applications.reason
order by
    rejections.department asc,
    count_rejections desc,
    applications.reason asc
