-- Every promise that is owed now and not kept yet, with the opening and the application it waits in.
-- ignores: outcome_window, because a promise has no tenure; an opening has no source, and stays whichever are chosen
-- people: ids of applications, each of one person
with chosen as (
    select
        cases.*,
        applications.role_profile,
    from marts.promise_cases as cases
    inner join applications_in_scope as applications
        on cases.application_id = applications.application_id
    union all
    select
        cases.*,
        openings.role_profile,
    from marts.promise_cases as cases
    inner join openings_in_scope as openings
        on cases.requisition_id = openings.requisition_id
    where cases.owed_for = 'opening' and len($sources) > 0
)

select *
from chosen
where kept_on is null and stopped_on is null and is_running
order by
    promise_id asc,
    started_on asc,
    case_id asc
