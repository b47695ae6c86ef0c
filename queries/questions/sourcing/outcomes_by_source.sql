-- Per source: hires, how many met their role's bar and stayed a year, and what they brought in.
-- counts: count_hires
select
    source,
    count(*) as count_hires,
    count(*) filter (where is_counted and met_bar is not null) as count_judged,
    count(*) filter (where is_counted and met_bar) as count_met_bar,
    count(*) filter (where is_counted and is_high_performer) as count_high_performers,
    count(*) filter (where is_counted) as count_counted,
    count(*) filter (where months_since_hire >= 12) as count_a_year_ago,
    count(*) filter (where months_since_hire >= 12 and has_left and days_observed <= 365) as count_left_in_a_year,
    sum(credited_revenue) as credited_revenue,
from hires_in_scope
group by source
order by
    count(*) desc,
    source asc
