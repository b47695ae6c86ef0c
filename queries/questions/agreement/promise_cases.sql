-- Everything a promise of the working agreement was owed for: when its clock began, when it was kept, or what ended it.
-- ignores: outcome_window, because a promise has no tenure; an opening has no source, and stays whichever are chosen
-- each: one row a thing owed, only ever shown summed up
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
order by
    promise_id asc,
    started_on asc,
    case_id asc
