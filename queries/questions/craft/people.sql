-- Names of those who held interviews with candidates in scope, hired or not.
-- ignores: outcome_window, because an interview has no tenure yet
-- people: one row an interviewer, with the name
-- interviewers: interviewer_id
select distinct
    interviews.interviewer_id,
    interviews.full_name,
from marts.interviews
inner join applications_in_scope as applications
    on interviews.application_id = applications.application_id
where interviews.status = 'held'
order by
    interviews.interviewer_id asc,
    interviews.full_name asc
