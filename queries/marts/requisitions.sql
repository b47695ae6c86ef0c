-- One row per opening, with the day it was filled.
with filled as (
    select
        requisition_id,
        min(accepted_on) as filled_on,
        count(*) filter (where status = 'hired') as count_hires,
        count(*) as count_applications,
    from marts.applications
    where requisition_id is not null
    group by requisition_id
)

select
    requisitions.requisition_id,
    requisitions.role_profile,
    requisitions.opened_on,
    requisitions.closed_on,
    requisitions.intake_on,
    requisitions.hiring_manager_id,
    requisitions.recruiter_id,
    requisitions.region,
    requisitions.segment,
    coalesce(requisitions.openings, 1) as openings,
    filled.filled_on,
    coalesce(filled.count_hires, 0) as count_hires,
    coalesce(filled.count_applications, 0) as count_applications,
    date_diff('day', requisitions.opened_on, coalesce(filled.filled_on, company.as_of)) as days_to_fill,
    filled.filled_on is not null as is_filled,
from staging.requisitions
cross join marts.company
left join filled
    on requisitions.requisition_id = filled.requisition_id
where requisitions.opened_on <= company.as_of
