-- Every competency scored in an interview that one person held, on a scale that ends at five.
-- ignores: outcome_window, because an interview has no tenure yet
-- people: one row an interviewer and competency
select
    ratings.interview_id,
    ratings.competency,
    ratings.score,
    ratings.scale_max,
from marts.ratings
inner join applications_in_scope as applications
    on ratings.application_id = applications.application_id
where ratings.interviewer_id is not null
order by
    ratings.interview_id asc,
    ratings.competency asc
