-- Who owes what is owed now: a scorecard its interviewer, else the recruiter of the opening for HR, its manager for Sales.
-- ignores: outcome_window, because a promise has no tenure; an opening has no source, and stays whichever are chosen
-- people: one row a thing owed, with the name
with owed as (
    select
        cases.promise_id,
        cases.case_id,
        coalesce(interviews.full_name, people.full_name) as full_name,
    from marts.promise_cases as cases
    left join applications_in_scope as applications
        on cases.application_id = applications.application_id
    left join openings_in_scope as openings
        on cases.owed_for = 'opening' and cases.requisition_id = openings.requisition_id
    left join marts.requisitions
        on cases.requisition_id = requisitions.requisition_id
    left join marts.interviews
        on
            cases.owed_for = 'interview'
            and cases.application_id = interviews.application_id
            and cases.case_id = interviews.interview_id || ' ' || coalesce(interviews.interviewer_id, '')
    left join marts.people
        on
            cases.owed_for <> 'interview'
            and people.employee_id
            = case when cases.department = 'HR' then requisitions.recruiter_id else requisitions.hiring_manager_id end
    where
        (applications.application_id is not null or (openings.requisition_id is not null and len($sources) > 0))
        and cases.kept_on is null
        and cases.stopped_on is null
        and cases.is_running
)

select
    promise_id,
    case_id,
    min(full_name) as full_name,
from owed
where full_name is not null
group by
    promise_id,
    case_id
order by
    promise_id asc,
    case_id asc
