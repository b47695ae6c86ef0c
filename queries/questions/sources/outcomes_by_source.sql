-- Per source: hires, those old enough for the window, how many met their role's bar, how many are high performers.
-- counts: count_hires
select
    source,
    count(*) as count_hires,
    count(*) filter (where is_counted) as count_counted,
    count(*) filter (where is_counted and met_bar is not null) as count_judged,
    count(*) filter (where is_counted and met_bar) as count_met_bar,
    count(*) filter (where is_counted and is_high_performer is not null) as count_ranked,
    count(*) filter (where is_counted and is_high_performer) as count_high_performers,
from hires_in_scope
group by source
order by
    count(*) desc,
    source asc
