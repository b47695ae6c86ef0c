-- Every score of a candidate by HR or Sales, whether they went on from that stage or were turned down there; no names.
-- ignores: outcome_window, because an application has no tenure yet
-- each: one row a score without a name, only ever shown summed up
select
    ratings.application_id,
    ratings.interviewer_id,
    ratings.department,
    ratings.stage,
    ratings.competency,
    ratings.score,
    stages.has_passed as went_on,
    not stages.has_passed
    and applications.status = 'rejected'
    and coalesce(applications.ended_on, company.as_of) <= company.as_of as is_turned_down,
    applications.status = 'hired' as is_hired,
    applications.employee_id,
    applications.hire_date,
from marts.ratings
cross join marts.company
inner join applications_in_scope as applications
    on ratings.application_id = applications.application_id
inner join marts.funnel_stages as stages
    on ratings.application_id = stages.application_id and ratings.stage = stages.stage
where
    ratings.score is not null
    and ratings.department in ('HR', 'Sales')
order by
    ratings.application_id asc,
    ratings.competency asc,
    ratings.interview_id asc
