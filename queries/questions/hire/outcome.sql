-- How one hire stands at the end of the window: the day before which it cannot be over, what was sold, the place in the role.
-- ignores: hired_from, hired_to, role_profiles, regions, segments and sources, because an address names one hire
-- people: one row a hire, found by name
with placed as (
    select
        employee_id,
        hire_date,
        rank() over (
            partition by role_profile
            order by round(coalesce(ramped_attainment, 0), 9) desc, revenue desc
        ) as place,
        count(*) over (partition by role_profile) as count_placed,
    from marts.hire_windows
    where role_number = 1 and outcome_window = $outcome_window and is_counted
)

select
    hires.sales_start_on + to_months($outcome_window) as ends_on,
    windows.is_counted and windows.has_quota as is_counted,
    windows.is_ended_by_move,
    windows.revenue,
    windows.ramped_quota,
    windows.ramped_attainment,
    windows.is_high_performer,
    placed.place,
    placed.count_placed,
    milestones.has_first_deal,
    milestones.days_to_first_deal,
    milestones.has_ramped,
    milestones.months_to_ramp,
from hire_in_scope as hires
inner join marts.hire_windows as windows
    on hires.employee_id = windows.employee_id and hires.hire_date = windows.hire_date and windows.role_number = 1
inner join marts.hire_milestones as milestones
    on hires.employee_id = milestones.employee_id and hires.hire_date = milestones.hire_date
left join placed
    on hires.employee_id = placed.employee_id and hires.hire_date = placed.hire_date
where hires.is_named and windows.outcome_window = $outcome_window
order by hires.hire
