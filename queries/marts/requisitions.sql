-- One row per opening, with the day it was filled: when as many had accepted as it asks for.
-- Who accepted and did not come fills nothing: where more accepted than it asks for, those the HR file knows fill it.
with company as (
    select * from marts.company
),

came as (
    select
        requisition_id,
        coalesce(accepted_on, hire_date) as accepted_on,
        row_number() over (
            partition by requisition_id
            order by
                is_person_known desc nulls last,
                coalesce(accepted_on, hire_date) asc nulls last,
                application_id asc nulls last
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
),

filled as (
    select
        opened.requisition_id,
        case when count(came.accepted_on) = count(*) then max(came.accepted_on) end as filled_on,
    from opened
    inner join came
        on opened.requisition_id = came.requisition_id and opened.count_openings >= came.place
    group by
        opened.requisition_id,
        opened.count_openings
    having count(*) = opened.count_openings
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
    filled.filled_on,
    coalesce(counted.count_hires, 0) as count_hires,
    coalesce(counted.count_applications, 0) as count_applications,
    date_diff('day', opened.opened_on, coalesce(filled.filled_on, opened.as_of)) as days_to_fill,
    filled.requisition_id is not null as is_filled,
from opened
left join counted
    on opened.requisition_id = counted.requisition_id
left join filled
    on opened.requisition_id = filled.requisition_id
