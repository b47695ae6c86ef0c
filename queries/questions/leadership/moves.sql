-- Each move of a hire to another selling role: from which, when, and how they stood at the end of the window there; no names.
-- each: one row a move without a name, only ever shown summed up
select
    hires.employee_id,
    hires.hire_date,
    before.role_profile as from_role,
    spans.role_profile as to_role,
    spans.starts_on as moved_on,
    windows.is_mature,
    windows.is_counted,
    windows.met_bar,
    windows.is_still_there,
from hires_in_scope as hires
inner join marts.stint_spans as spans
    on
        hires.employee_id = spans.employee_id
        and hires.hire_date = spans.hire_date
        and spans.role_number > 1
inner join marts.stint_spans as before
    on
        hires.employee_id = before.employee_id
        and hires.hire_date = before.hire_date
        and spans.role_number = before.role_number + 1
inner join marts.hire_windows as windows
    on
        hires.employee_id = windows.employee_id
        and hires.hire_date = windows.hire_date
        and spans.role_number = windows.role_number
left join marts.job_rows as jobs
    on
        hires.employee_id = jobs.employee_id
        and hires.hire_date = jobs.hire_date
        and spans.starts_on = jobs.starts_on
where
    windows.outcome_window = $outcome_window
    and list_contains($viewer_role_profiles, before.role_profile)
    and list_contains($viewer_role_profiles, spans.role_profile)
    and list_contains($viewer_regions, coalesce(jobs.region, hires.region))
order by
    spans.starts_on asc,
    hires.employee_id asc
