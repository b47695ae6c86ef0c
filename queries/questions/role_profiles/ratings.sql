-- Each competency score of every candidate in scope, hired or not, with the hire it belongs to if there is one; no names.
-- each: one row a score without a name, only ever shown summed up
with candidates as (
    select application_id from applications_in_scope
    union
    select application_id from hires_in_scope
    where application_id is not null
)

select
    ratings.interview_id,
    ratings.application_id,
    applications.candidate_id,
    coalesce(applications.role_profile, 'Not given') as role_profile,
    ratings.interviewer_id,
    ratings.competency,
    ratings.score,
    ratings.scale_max,
    hires.employee_id,
    hires.hire_date,
from marts.ratings as ratings
inner join candidates
    on ratings.application_id = candidates.application_id
inner join marts.applications as applications
    on ratings.application_id = applications.application_id
left join hires_in_scope as hires
    on ratings.application_id = hires.application_id
order by
    ratings.application_id asc,
    ratings.competency asc,
    ratings.interview_id asc
