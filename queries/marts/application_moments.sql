-- One row per application: the days on which what promises speak of happened to it, and how it ended.
-- The last scorecard is in when none of a later meeting is missing; told is who had an offer, or was turned down.
with company as (
    select as_of from marts.company
),

met as (
    select
        interviews.application_id,
        min(cast(interviews.scheduled_for as date)) filter (where interviews.stage = 'screen') as screen_held,
        min(cast(interviews.scheduled_for as date)) filter (where interviews.stage <> 'screen') as interview_held,
        max(cast(interviews.scheduled_for as date)) as last_held,
        max(cast(interviews.submitted_on as date)) as last_submitted,
    from marts.interviews
    cross join company
    where
        interviews.status = 'held'
        and cast(interviews.scheduled_for as date) <= company.as_of
        and coalesce(cast(interviews.submitted_on as date), company.as_of) <= company.as_of
    group by interviews.application_id
)

select
    applications.application_id,
    applications.requisition_id,
    requisitions.opened_on as requisition_opened,
    requisitions.intake_on as intake_held,
    applications.applied_on as applied,
    met.screen_held,
    met.interview_held,
    met.last_held,
    met.last_submitted,
    case when met.last_submitted >= met.last_held then met.last_submitted end as scorecard_submitted,
    applications.offered_on as offer_made,
    coalesce(
        applications.offered_on,
        case when applications.status in ('rejected', 'hired') then applications.ended_on end
    ) as candidate_told,
    case when applications.ended_on <= company.as_of then applications.ended_on end as ended_on,
    case applications.ended_by when 'hr' then 'HR' when 'sales' then 'Sales' end as ended_by,
    applications.status = 'withdrawn' as is_withdrawn,
    applications.status = 'active' as is_running,
from marts.applications
cross join company
left join marts.requisitions
    on applications.requisition_id = requisitions.requisition_id
left join met
    on applications.application_id = met.application_id
