-- One row per promise of the working agreement and thing it was owed for: when its clock began, and when it was kept.
-- One on scorecards after a meeting is owed by each interviewer of the department that owes it, one that begins with an
-- opening for each opening, any other for each application. An offer is owed to those alone who got one; what begins
-- with the last scorecard, to those whose application is decided: one that goes on may wait for its next meeting.
with company as (
    select as_of from marts.company
),

of_applications as (
    select
        promises.promise_id,
        promises.in_force_from,
        'application' as owed_for,
        moments.application_id as case_id,
        moments.application_id,
        moments.requisition_id,
        case promises.starts_at
            when 'applied' then moments.applied
            when 'screen_held' then moments.screen_held
            when 'interview_held' then moments.interview_held
            when 'scorecard_submitted' then moments.scorecard_submitted
            when 'offer_made' then moments.offer_made
            when 'candidate_told' then moments.candidate_told
        end as started_on,
        case promises.ends_at
            when 'applied' then moments.applied
            when 'screen_held' then moments.screen_held
            when 'interview_held' then moments.interview_held
            when 'scorecard_submitted' then moments.scorecard_submitted
            when 'offer_made' then moments.offer_made
            when 'candidate_told' then moments.candidate_told
        end as kept_on,
        moments.ended_on as stopped_on,
        moments.ended_by as stopped_by,
        moments.is_withdrawn,
        moments.is_running,
    from marts.application_moments as moments
    inner join marts.promises
        on
            promises.starts_at in ('applied', 'screen_held', 'interview_held', 'scorecard_submitted', 'offer_made')
            and promises.starts_at <> promises.ends_at
            and not (
                promises.ends_at = 'scorecard_submitted' and promises.starts_at in ('screen_held', 'interview_held')
            )
    where
        (promises.ends_at <> 'offer_made' or moments.offer_made is not null)
        and (promises.starts_at <> 'scorecard_submitted' or not moments.is_running or moments.offer_made is not null)
),

of_interviews as (
    select
        promises.promise_id,
        promises.in_force_from,
        'interview' as owed_for,
        interviews.interview_id || ' ' || coalesce(interviews.interviewer_id, '') as case_id,
        moments.application_id,
        moments.requisition_id,
        cast(interviews.scheduled_for as date) as started_on,
        cast(interviews.submitted_on as date) as kept_on,
        cast(null as date) as stopped_on,
        cast(null as varchar) as stopped_by,
        moments.is_withdrawn,
        moments.is_running,
    from marts.interviews
    inner join marts.application_moments as moments
        on interviews.application_id = moments.application_id
    inner join marts.promises
        on
            promises.ends_at = 'scorecard_submitted'
            and interviews.department = promises.department
            and promises.starts_at = case when interviews.stage = 'screen' then 'screen_held' else 'interview_held' end
    where interviews.status = 'held'
),

cases as (
    select * from of_applications
    union all
    select * from of_interviews
    union all
    select * from marts.opening_promises
)

select
    cases.promise_id,
    promises.promise,
    promises.department,
    promises.within_days,
    promises.in_force_from,
    cases.owed_for,
    cases.case_id,
    cases.application_id,
    cases.requisition_id,
    cases.started_on,
    case when cases.kept_on <= company.as_of then cases.kept_on end as kept_on,
    case when coalesce(cases.kept_on > company.as_of, true) then cases.stopped_on end as stopped_on,
    case when coalesce(cases.kept_on > company.as_of, true) then cases.stopped_by end as stopped_by,
    cases.is_withdrawn,
    cases.is_running,
from cases
cross join company
inner join marts.promises
    on
        cases.promise_id = promises.promise_id
        and cases.in_force_from is not distinct from promises.in_force_from
where
    cases.started_on between coalesce(promises.in_force_from, cases.started_on)
    and coalesce(promises.in_force_to, company.as_of)
    and cases.started_on <= company.as_of
