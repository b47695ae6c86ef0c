-- Everybody whose window in a role is over: came from outside or moved within the company, met the bar, stayed; no names.
-- ignores: segments and sources, because who moves within the company has no source, and a move names no segment
-- each: one row a person and role, only ever shown summed up
select
    windows.role_profile,
    windows.role_number > 1 or spans.starts_on > windows.hire_date as is_internal,
    windows.met_bar,
    windows.is_still_there,
from marts.hire_windows as windows
inner join marts.stint_spans as spans
    on
        windows.employee_id = spans.employee_id
        and windows.hire_date = spans.hire_date
        and windows.role_number = spans.role_number
inner join marts.hires
    on windows.employee_id = hires.employee_id and windows.hire_date = hires.hire_date
left join marts.job_rows as jobs
    on
        windows.employee_id = jobs.employee_id
        and windows.hire_date = jobs.hire_date
        and windows.role_number > 1
        and spans.starts_on = jobs.starts_on
where
    windows.outcome_window = $outcome_window
    and windows.is_counted
    and windows.met_bar is not null
    and spans.starts_on between $hired_from and $hired_to
    and list_contains($role_profiles, windows.role_profile)
    and list_contains($regions, coalesce(jobs.region, hires.region))
    and list_contains($viewer_role_profiles, windows.role_profile)
    and list_contains($viewer_regions, coalesce(jobs.region, hires.region))
    and ($viewer_sees_every_team or list_contains($viewer_hires, concat(hires.employee_id, '.', hires.hire_date)))
order by
    windows.role_profile asc,
    spans.starts_on asc,
    windows.employee_id asc
