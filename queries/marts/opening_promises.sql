-- One row per opening and promise that begins with it: when its clock began, and when it was kept.
with company as (
    select as_of from marts.company
),

firsts as (
    select
        requisition_id,
        min(applied) as applied,
        min(screen_held) as screen_held,
        min(interview_held) as interview_held,
        min(scorecard_submitted) as scorecard_submitted,
        min(offer_made) as offer_made,
        min(candidate_told) as candidate_told,
    from marts.application_moments
    where requisition_id is not null
    group by requisition_id
)

select
    promises.promise_id,
    promises.in_force_from,
    'opening' as owed_for,
    requisitions.requisition_id as case_id,
    cast(null as varchar) as application_id,
    requisitions.requisition_id,
    case promises.starts_at when 'intake_held' then requisitions.intake_on else requisitions.opened_on end
        as started_on,
    case promises.ends_at
        when 'intake_held' then requisitions.intake_on
        when 'applied' then firsts.applied
        when 'screen_held' then firsts.screen_held
        when 'interview_held' then firsts.interview_held
        when 'scorecard_submitted' then firsts.scorecard_submitted
        when 'offer_made' then firsts.offer_made
        when 'candidate_told' then firsts.candidate_told
    end as kept_on,
    case when requisitions.closed_on <= company.as_of then requisitions.closed_on end as stopped_on,
    cast(null as varchar) as stopped_by,
    false as is_withdrawn,
    coalesce(requisitions.closed_on > company.as_of, true) as is_running,
from marts.requisitions
cross join company
inner join marts.promises
    on
        promises.starts_at in ('requisition_opened', 'intake_held')
        and promises.starts_at <> promises.ends_at
        and promises.ends_at <> 'requisition_opened'
left join firsts
    on requisitions.requisition_id = firsts.requisition_id
