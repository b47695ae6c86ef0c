-- Every application that has ended: how, through which stages, how long it took, what interviewers and candidate said.
-- ignores: outcome_window, because an application has no tenure yet
-- each: one row an application without a name, only ever shown summed up
with met as (
    select
        interviews.application_id,
        min(cast(interviews.scheduled_for as date)) as first_met_on,
        avg(interviews.recommendation) filter (
            where coalesce(cast(interviews.submitted_on as date), company.as_of) <= company.as_of
        ) as recommendation,
    from marts.interviews
    cross join marts.company
    where
        interviews.status = 'held'
        and cast(interviews.scheduled_for as date) <= company.as_of
    group by interviews.application_id
),

stages as (
    select
        application_id,
        string_agg(stage, ',' order by stage_order) as stages,
    from marts.funnel_stages
    group by application_id
)

select
    applications.application_id,
    applications.source,
    applications.role_profile,
    applications.region,
    applications.status,
    stages.stages,
    met.first_met_on is not null as is_met,
    date_diff('day', applications.applied_on, met.first_met_on) as days_to_first_interview,
    date_diff('day', applications.applied_on, applications.ended_on) as days_to_decision,
    met.recommendation,
    surveys.recommend_score,
from applications_in_scope as applications
cross join marts.company
inner join stages
    on applications.application_id = stages.application_id
left join met
    on applications.application_id = met.application_id
left join marts.candidate_surveys as surveys
    on applications.application_id = surveys.application_id
where
    applications.status <> 'active'
    and coalesce(applications.ended_on, company.as_of) <= company.as_of
order by applications.application_id asc
