-- Every interview held: who met whom at which stage, when the scorecard came, its recommendation, whether it has words; no names.
-- ignores: outcome_window, because an interview has no tenure yet
-- each: one row a meeting without a name, only ever shown summed up
select
    interviews.interview_id,
    interviews.application_id,
    applications.candidate_id,
    applications.role_profile,
    applications.employee_id,
    applications.hire_date,
    interviews.interviewer_id,
    interviews.department,
    interviews.stage,
    interviews.scheduled_for,
    case
        when cast(interviews.submitted_on as date) <= company.as_of then interviews.submitted_on
    end as submitted_on,
    interviews.recommendation,
    interviews.has_words,
from marts.interviews
inner join applications_in_scope as applications
    on interviews.application_id = applications.application_id
cross join marts.company
where
    interviews.status = 'held'
    and cast(interviews.scheduled_for as date) <= company.as_of
order by
    interviews.scheduled_for asc,
    interviews.interview_id asc,
    interviews.interviewer_id asc
