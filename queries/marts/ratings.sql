-- One row per competency scored in a held interview, on a scale that ends at five; who scored it, where it was one person.
with company as (
    select * from marts.company
),

meetings as (
    select
        interviews.interview_id,
        min(interviews.application_id) as application_id,
        case when count(*) = 1 then min(interviews.interviewer_id) end as interviewer_id,
        case when count(*) = 1 then min(interviews.department) end as department,
        min(interviews.stage) as stage,
    from marts.interviews as interviews
    cross join company
    where interviews.status = 'held' and cast(interviews.scheduled_for as date) <= company.as_of
    group by interviews.interview_id
)

select
    ratings.interview_id,
    meetings.application_id,
    meetings.interviewer_id,
    meetings.department,
    meetings.stage,
    ratings.competency,
    cast(ratings.score * 5 as double) / nullif(cast(coalesce(ratings.scale_max, 5) as double), 0) as score,
    cast(coalesce(ratings.scale_max, 5) as double) as scale_max,
from staging.ratings as ratings
inner join meetings
    on ratings.interview_id = meetings.interview_id
