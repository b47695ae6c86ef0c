-- The applications by their candidates' ids, with role and status, to list those whom the two sides rate most apart.
-- ignores: outcome_window, because an application has no tenure yet
-- people: ids of candidates, each of one person
select
    candidate_id,
    application_id,
    role_profile,
    status,
    applied_on,
from applications_in_scope
order by
    candidate_id asc,
    applied_on asc,
    application_id asc
