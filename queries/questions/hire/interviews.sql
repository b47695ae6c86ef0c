-- Each interview of one hire's application held by the start in Sales: who, when, what they recommended, each rating.
-- A rating given by several people together stands with the first of them.
-- ignores: all filters, because an address names one hire whatever is chosen
-- people: one row an interviewer, meeting and rating, with the interviewer's name
with held as (
    select
        interviews.*,
        cast(interviews.scheduled_for as date) as held_on,
        coalesce(cast(interviews.submitted_on as date) <= hires.as_of, false) as is_in_time,
        row_number() over (
            partition by interviews.interview_id
            order by interviews.interviewer_id asc nulls last
        ) as place,
    from hire_in_scope as hires
    inner join marts.interviews
        on hires.application_id = interviews.application_id
    where
        hires.is_named
        and interviews.status = 'held'
        and cast(interviews.scheduled_for as date) <= least(hires.as_of, hires.sales_start_on)
)

select
    held.interview_id,
    held.interviewer_id,
    held.full_name,
    held.department,
    held.stage,
    held.held_on,
    held.is_in_time or held.recommendation is not null or ratings.score is not null as is_handed_in,
    held.recommendation,
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
