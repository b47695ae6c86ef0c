-- Each interview of one hire's application held by the start in Sales: who, when, what they recommended, each rating.
-- A rating given by several people together stands with the first of them.
-- ignores: hired_from, hired_to, role_profiles, regions, segments, sources and outcome_window, because it is of one hire
-- people: one row an interviewer, meeting and rating, with the interviewer's name
with hire as (
    select
        application_id,
        sales_start_on,
        as_of,
    from marts.hires
    where
        $hire = concat(employee_id, '.', hire_date)
        and list_contains($viewer_role_profiles, role_profile)
        and list_contains($viewer_regions, region)
),

held as (
    select
        interviews.*,
        cast(interviews.scheduled_for as date) as held_on,
        coalesce(cast(interviews.submitted_on as date) <= hire.as_of, false) as is_handed_in,
        row_number() over (
            partition by interviews.interview_id
            order by interviews.interviewer_id asc nulls last
        ) as place,
    from marts.interviews
    inner join hire
        on interviews.application_id = hire.application_id
    where
        interviews.status = 'held'
        and cast(interviews.scheduled_for as date) <= least(hire.as_of, hire.sales_start_on)
)

select
    held.interview_id,
    held.interviewer_id,
    held.full_name,
    held.department,
    held.stage,
    held.held_on,
    held.is_handed_in or ratings.score is not null as is_handed_in,
    case when held.is_handed_in or ratings.score is not null then held.recommendation end as recommendation,
    ratings.competency,
    ratings.score,
from held
left join marts.ratings
    on
        held.interview_id = ratings.interview_id
        and case
            when ratings.interviewer_id is null then held.place = 1
            else held.interviewer_id = ratings.interviewer_id
        end
order by
    held.scheduled_for asc,
    held.interview_id asc,
    held.place asc,
    ratings.competency asc
