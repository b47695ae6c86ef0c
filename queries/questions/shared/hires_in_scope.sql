-- The hires that the filters leave and the viewer may see, with how they stood at the end of the chosen window.
-- counts: not asked by itself, every question over hires starts from it
select
    hires.*,
    windows.is_mature,
    windows.is_sales_known,
    windows.is_counted,
    windows.is_ended_by_move,
    windows.is_still_there,
    windows.has_quota,
    windows.revenue as window_revenue,
    windows.quota as window_quota,
    windows.attainment as window_attainment,
    windows.ramped_attainment as window_ramped_attainment,
    windows.bar,
    windows.met_bar,
    windows.is_high_performer,
    milestones.days_to_first_deal,
    milestones.has_first_deal,
    milestones.months_to_ramp,
    milestones.has_ramped,
    milestones.days_to_quota,
    milestones.has_reached_quota,
from marts.hires
inner join marts.hire_windows as windows
    on hires.employee_id = windows.employee_id and hires.hire_date = windows.hire_date and windows.role_number = 1
inner join marts.hire_milestones as milestones
    on hires.employee_id = milestones.employee_id and hires.hire_date = milestones.hire_date
where
    windows.outcome_window = $outcome_window
    and hires.sales_start_on between $hired_from and $hired_to
    and list_contains($role_profiles, hires.role_profile)
    and list_contains($regions, hires.region)
    and list_contains($segments, hires.segment)
    and list_contains($sources, hires.source)
    and list_contains($viewer_role_profiles, hires.role_profile)
    and list_contains($viewer_regions, hires.region)
    and (
        $viewer_sees_every_team
        or list_contains($viewer_hires, concat(hires.employee_id, '.', hires.hire_date))
    )
