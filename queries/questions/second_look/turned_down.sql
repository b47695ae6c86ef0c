-- Who was turned down lately: person, role, stage, day, reason and side; the newest first.
-- ignores: outcome_window, because an application has no tenure yet
-- people: one row a person, with the name
select
    turned_down.application_id,
    turned_down.full_name,
    applications.role_profile,
    turned_down.ended_on,
    turned_down.stage,
    turned_down.department,
    turned_down.reason,
from marts.turned_down
inner join applications_in_scope as applications
    on turned_down.application_id = applications.application_id
order by
    turned_down.ended_on desc,
    turned_down.application_id asc
