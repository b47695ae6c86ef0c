-- Of those who held interviews with candidates in scope, who has which manager, as the HR file has it now; no names.
-- ignores: outcome_window, because an interview has no tenure yet
-- each: one row an interviewer and manager without a name, only ever shown summed up
select distinct
    interviews.interviewer_id,
    managers.person_id as manager_id,
from marts.interviews
inner join applications_in_scope as applications
    on interviews.application_id = applications.application_id
inner join marts.people
    on interviews.interviewer_id = people.person_id
inner join marts.people as managers
    on people.manager_id = managers.employee_id
where interviews.status = 'held' and interviews.department = 'Sales'
order by
    interviews.interviewer_id asc,
    manager_id asc
