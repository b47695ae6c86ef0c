-- The applications that go on, with the last day of each kind of thing that happened to them.
-- ignores: outcome_window, because an application has no tenure
-- each: one row an application; one by one only for who may see names
select
    applications.application_id,
    applications.role_profile,
    moments.applied,
    moments.last_held,
    moments.last_submitted,
    moments.offer_made,
from marts.application_moments as moments
inner join applications_in_scope as applications
    on moments.application_id = applications.application_id
where moments.is_running
order by applications.application_id asc
