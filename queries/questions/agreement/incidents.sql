-- What came up unforeseen in the hirings chosen: of what kind, who raised it, whose option was taken, and when.
-- ignores: outcome_window, because an incident has no tenure; an opening has no source, and stays whichever are chosen
-- each: one row an incident, only ever shown summed up; what is about neither an application nor an opening is left out
select incidents.*
from marts.incidents
inner join applications_in_scope as applications
    on incidents.application_id = applications.application_id
union all
select incidents.*
from marts.incidents
inner join openings_in_scope as openings
    on incidents.requisition_id = openings.requisition_id
where incidents.application_id is null and len($sources) > 0
order by
    opened_on asc,
    incident_id asc
