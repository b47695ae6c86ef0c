-- When two of HR and Sales first met: in one round with a candidate on one day, or at the intake talk of an opening.
-- ignores: all filters, because who has met has met; what the viewer may not see is left out all the same
-- each: one row two people without a name, only ever shown summed up
with seen as (
    select
        interviews.application_id,
        interviews.stage,
        interviews.interviewer_id,
        interviews.department,
        cast(interviews.scheduled_for as date) as held_on,
    from marts.interviews
    inner join marts.applications
        on interviews.application_id = applications.application_id
    cross join marts.company
    where
        interviews.status = 'held'
        and cast(interviews.scheduled_for as date) <= company.as_of
        and list_contains($viewer_role_profiles, coalesce(applications.role_profile, 'Not given'))
        and list_contains($viewer_regions, coalesce(applications.region, 'Not given'))
),

meetings as (
    select
        recruiting.interviewer_id as hr_id,
        selling.interviewer_id as sales_id,
        recruiting.held_on as met_on,
    from seen as recruiting
    inner join seen as selling
        on
            recruiting.application_id = selling.application_id
            and recruiting.stage = selling.stage
            and recruiting.held_on = selling.held_on
            and recruiting.department = 'HR'
            and selling.department = 'Sales'
    union all
    select
        recruiters.person_id as hr_id,
        leaders.person_id as sales_id,
        touchpoints.held_on as met_on,
    from marts.touchpoints
    inner join marts.requisitions
        on touchpoints.requisition_id = requisitions.requisition_id
    inner join marts.people as recruiters
        on requisitions.recruiter_id = recruiters.employee_id
    inner join marts.people as leaders
        on requisitions.hiring_manager_id = leaders.employee_id
    where
        touchpoints.kind = 'intake'
        and list_contains($viewer_role_profiles, coalesce(requisitions.role_profile, 'Not given'))
        and list_contains($viewer_regions, coalesce(requisitions.region, 'Not given'))
)

select
    hr_id,
    sales_id,
    min(met_on) as met_on,
from meetings
group by
    hr_id,
    sales_id
order by
    hr_id asc,
    sales_id asc
