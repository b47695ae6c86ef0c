-- One row per thing that happened to the company up to the day of the data, with the region and role it concerns.
select
    events.event_id,
    events.happened_on,
    events.kind,
    events.title,
    events.region,
    events.role_profile,
from staging.events
cross join marts.company
where events.happened_on <= company.as_of
