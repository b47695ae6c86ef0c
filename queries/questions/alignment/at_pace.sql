-- Of hires who came of applications in scope: whether they sold at quota pace within their first twelve months; no names.
-- ignores: outcome_window, because the first year is meant whichever window is chosen
-- each: one row a hire without a name, only ever shown summed up
select distinct
    milestones.employee_id,
    milestones.hire_date,
    case
        when milestones.has_ramped and milestones.months_to_ramp <= 12 then true
        when milestones.months_to_ramp >= 12 then false
    end as was_at_pace,
from marts.hire_milestones as milestones
inner join applications_in_scope as applications
    on milestones.employee_id = applications.employee_id and milestones.hire_date = applications.hire_date
order by
    milestones.employee_id asc,
    milestones.hire_date asc
