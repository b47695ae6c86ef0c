-- Each competency score of every candidate, hired or not, with the hire it belongs to if there is one; no names.
-- ignores: all filters and the viewer, because estimates rest on all hires of the company
-- estimates: one row a score, for the company's one fit; nobody is ever shown a row
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
from marts.ratings
inner join marts.applications
    on ratings.application_id = applications.application_id
left join marts.hires
    on ratings.application_id = hires.application_id
order by
    ratings.application_id asc,
    ratings.competency asc,
    ratings.interview_id asc
