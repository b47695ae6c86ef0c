-- How many hires the filters leave, how many are old enough for the window, and why the others do not count.
-- counts: count_hires
select
    count(*) as count_hires,
    count(*) filter (where is_counted) as count_counted,
    count(*) filter (where not is_mature) as count_too_new,
    count(*) filter (where months_since_hire < 6) as count_under_six_months,
    count(*) filter (where is_before_crm) as count_not_observed,
    count(*) filter (where not is_start_observed and not is_before_crm) as count_started_unseen,
    count(*) filter (
        where is_mature
        and not is_before_crm
        and (not is_start_observed or (not is_sales_known and not is_ended_by_move))
    ) as count_unseen,
    count(*) filter (where is_mature and is_start_observed and is_ended_by_move) as count_moved,
    count(*) filter (where is_counted and not has_quota) as count_without_quota,
    count(*) filter (where is_counted and met_bar) as count_met_bar,
    count(*) filter (where is_counted and met_bar is not null) as count_judged,
    count(*) filter (where has_left) as count_left,
from hires_in_scope
order by count_hires
