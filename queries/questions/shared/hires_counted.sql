-- How many hires the filters leave, how many are old enough for the window, and why the others do not count.
-- counts: count_hires
with panels as (
    select distinct
        employee_id,
        hire_date,
    from marts.panel_seats
)

select
    count(*) as count_hires,
    count(*) filter (where hires.is_counted) as count_counted,
    count(*) filter (where not hires.is_mature) as count_too_new,
    count(*) filter (where hires.months_since_hire < 6) as count_under_six_months,
    count(*) filter (where hires.is_before_crm) as count_not_observed,
    count(*) filter (where hires.is_login_missing and not hires.is_before_crm) as count_without_login,
    count(*) filter (
        where not hires.is_start_observed and not hires.is_before_crm and not hires.is_login_missing
    ) as count_started_unseen,
    count(*) filter (
        where hires.is_mature
        and not hires.is_before_crm
        and not hires.is_login_missing
        and (not hires.is_start_observed or (not hires.is_sales_known and not hires.is_ended_by_move))
    ) as count_unseen,
    count(*) filter (where hires.is_mature and hires.is_start_observed and hires.is_ended_by_move) as count_moved,
    count(*) filter (where hires.is_counted and not hires.has_quota) as count_without_quota,
    count(*) filter (where hires.is_counted and hires.is_high_performer is null) as count_unranked,
    count(*) filter (where hires.is_counted and hires.met_bar) as count_met_bar,
    count(*) filter (where hires.is_counted and hires.met_bar is not null) as count_judged,
    count(*) filter (where hires.has_left) as count_left,
    count(hires.application_id) as count_with_application,
    count(panels.employee_id) filter (
        where hires.months_since_hire >= 6 and not hires.is_login_missing
    ) as count_with_panel,
from hires_in_scope as hires
left join panels
    on hires.employee_id = panels.employee_id and hires.hire_date = panels.hire_date
order by count_hires
