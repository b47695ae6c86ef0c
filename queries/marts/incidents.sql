-- One row per thing unforeseen in a hiring: whether each side's option was written down, and whose was taken.
-- Resolved after the day of the data is open on it; a decision that is written otherwise than either option is another.
with up_to_the_day as (
    select
        incidents.incident_id,
        incidents.opened_on,
        incidents.kind,
        incidents.requisition_id,
        incidents.application_id,
        incidents.option_hr,
        incidents.option_sales,
        case when incidents.resolved_on <= company.as_of then incidents.resolved_on end as known_resolved_on,
        lower(trim(incidents.decision)) as decided,
        coalesce(lower(trim(incidents.decision)) = lower(trim(incidents.option_hr)), false) as is_as_hr,
        coalesce(lower(trim(incidents.decision)) = lower(trim(incidents.option_sales)), false) as is_as_sales,
    from staging.incidents
    cross join marts.company
    where incidents.opened_on <= company.as_of
)

select
    incident_id,
    opened_on,
    kind,
    requisition_id,
    application_id,
    coalesce(trim(option_hr) <> '', false) as has_option_hr,
    coalesce(trim(option_sales) <> '', false) as has_option_sales,
    known_resolved_on as resolved_on,
    case
        when known_resolved_on is null then 'open'
        when decided is null or decided = '' then 'not written'
        when is_as_hr and is_as_sales then 'both'
        when is_as_hr then 'HR'
        when is_as_sales then 'Sales'
        else 'another'
    end as ended,
from up_to_the_day
