-- One row per opening, with the day it was filled: when as many had accepted as it asks for.
-- Who accepted and did not come fills nothing.
with company as (
    select * from marts.company
),

came as (
    select
        requisition_id,
        coalesce(accepted_on, hire_date) as accepted_on,
        row_number() over (
            partition by requisition_id
            order by coalesce(accepted_on, hire_date) asc nulls last, application_id asc nulls last
        ) as place,
    from marts.applications
    where status = 'hired' and requisition_id is not null
),

counted as (
    select
        requisition_id,
        count(*) filter (where status = 'hired') as count_hires,
        count(*) as count_applications,
    from marts.applications
    where requisition_id is not null
    group by requisition_id
),

opened as (
    select
        requisitions.*,
        coalesce(requisitions.openings, 1) as count_openings,
        company.as_of,
    from staging.requisitions
    cross join company
    where requisitions.opened_on <= company.as_of
)

select
    opened.requisition_id,
    opened.role_profile,
    opened.opened_on,
    opened.closed_on,
    opened.intake_on,
    opened.hiring_manager_id,
    opened.recruiter_id,
    opened.region,
    opened.segment,
    opened.count_openings as openings,
    came.accepted_on as filled_on,
    coalesce(counted.count_hires, 0) as count_hires,
    coalesce(counted.count_applications, 0) as count_applications,
    date_diff('day', opened.opened_on, coalesce(came.accepted_on, opened.as_of)) as days_to_fill,
    came.requisition_id is not null as is_filled,
from opened
left join counted
    on opened.requisition_id = counted.requisition_id
left join came
    on opened.requisition_id = came.requisition_id and opened.count_openings = came.place
