-- What each opening that is open now asks for: its role's profile of the day it was opened, and what differs here.
-- ignores: sources and outcome_window, because an opening has neither
-- company: what openings ask for, no person
select
    openings.requisition_id,
    openings.role_profile,
    openings.region,
    openings.opened_on,
    openings.intake_on,
    asked.profile_version,
    asked.competency,
    asked.is_must_have,
    asked.minimum_score,
    asked.is_own,
    asked.note,
from openings_in_scope as openings
cross join marts.company
left join marts.openings_asked as asked
    on openings.requisition_id = asked.requisition_id
where not openings.is_filled and coalesce(openings.closed_on > company.as_of, true)
order by
    openings.opened_on asc,
    openings.requisition_id asc,
    asked.competency asc
