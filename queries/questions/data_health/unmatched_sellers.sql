-- Hires whom no CRM login belongs to, and hires who have sold nothing yet.
-- ignores: all filters but the viewer's, because it tells of the exports as a whole
-- people: one row a hire, with the name
select
    hires.employee_id,
    hires.full_name,
    hires.role_profile,
    hires.hire_date,
    hires.termination_date,
    not hires.has_login as is_without_login,
from marts.hires
where
    (not hires.has_login or hires.count_deals = 0)
    and list_contains($viewer_role_profiles, hires.role_profile)
    and list_contains($viewer_regions, hires.region)
    and ($viewer_sees_every_team or list_contains($viewer_hires, concat(hires.employee_id, '.', hires.hire_date)))
order by
    hires.hire_date asc,
    hires.employee_id asc
