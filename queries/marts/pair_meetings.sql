-- One row per meeting of somebody of HR with somebody of Sales: in one round with a candidate on one day, or at an intake.
-- The file of meetings says how many came and not who: an intake talk is one of the opening's recruiter and manager.
with people as (
    select
        employee_id as known_as,
        person_id,
    from marts.people
    union all
    select
        ats_user_id as known_as,
        person_id,
    from marts.ats_logins
    where person_id is not null
),

seats as (
    select
        interviews.application_id,
        interviews.stage,
        interviews.interviewer_id,
        interviews.department,
        cast(interviews.scheduled_for as date) as held_on,
        applications.role_profile,
        applications.region,
    from marts.interviews
    inner join marts.applications
        on interviews.application_id = applications.application_id
    cross join marts.company
    where interviews.status = 'held' and cast(interviews.scheduled_for as date) <= company.as_of
)

select distinct
    recruiting.interviewer_id as hr_id,
    selling.interviewer_id as sales_id,
    recruiting.held_on as met_on,
    recruiting.role_profile,
    recruiting.region,
from seats as recruiting
inner join seats as selling
    on
        recruiting.application_id = selling.application_id
        and recruiting.stage = selling.stage
        and recruiting.held_on = selling.held_on
        and recruiting.department = 'HR'
        and selling.department = 'Sales'
union all
select distinct
    recruiters.person_id as hr_id,
    leaders.person_id as sales_id,
    touchpoints.held_on as met_on,
    requisitions.role_profile,
    requisitions.region,
from marts.touchpoints
inner join marts.requisitions
    on touchpoints.requisition_id = requisitions.requisition_id
inner join people as recruiters
    on requisitions.recruiter_id = recruiters.known_as
inner join people as leaders
    on requisitions.hiring_manager_id = leaders.known_as
where touchpoints.kind = 'intake'
