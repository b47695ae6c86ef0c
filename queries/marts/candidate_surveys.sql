-- One row per application whose candidate answered the survey: the last answer up to the day of the data.
with answers as (
    select
        surveys.application_id,
        surveys.answered_on,
        surveys.recommend_score,
        row_number() over (
            partition by surveys.application_id
            order by surveys.answered_on desc nulls last
        ) as place,
    from staging.candidate_surveys as surveys
    cross join marts.company
    where surveys.answered_on <= company.as_of
)

select
    application_id,
    answered_on,
    recommend_score,
from answers
where place = 1
