-- One row per meeting of the two departments that was held.
select
    touchpoints.touchpoint_id,
    touchpoints.held_on,
    touchpoints.kind,
    touchpoints.requisition_id,
    touchpoints.hr_people,
    touchpoints.sales_people,
from staging.touchpoints
cross join marts.company
where touchpoints.held_on <= company.as_of
