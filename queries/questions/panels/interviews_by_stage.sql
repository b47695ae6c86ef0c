-- Held interviews with candidates, those not hired too, by stage and the interviewer's department.
-- ignores: outcome_window, because an application has no tenure yet
-- counts: count_interviews
select
    interviews.stage,
    interviews.department,
    count(*) as count_interviews,
    count(distinct interviews.application_id) as count_applications,
    count(distinct interviews.interviewer_id) as count_interviewers,
from applications_in_scope as applications
inner join marts.interviews
    on applications.application_id = interviews.application_id
cross join marts.company
where interviews.status = 'held' and cast(interviews.scheduled_for as date) <= company.as_of
group by
    interviews.stage,
    interviews.department
order by
    interviews.stage asc,
    interviews.department asc
