-- Every competency scored in an interview that one person held, on a scale that ends at five; no names.
-- ignores: outcome_window, because an interview has no tenure yet
-- each: one row a score without a name, only ever shown summed up
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
