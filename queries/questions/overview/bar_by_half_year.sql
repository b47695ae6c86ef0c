-- Hires that met their role's bar in the window, by half-year of hire, and the last of them to be judged.
-- counts: count_hires
select
    year(hire_date) as hire_year,
    case when month(hire_date) <= 6 then 1 else 2 end as hire_half,
    count(*) as count_hires,
    count(*) filter (where is_counted and met_bar is not null) as count_judged,
    count(*) filter (where is_counted and met_bar) as count_met_bar,
    count(*) filter (where not is_mature) as count_too_new,
    max(hire_date) as last_hire_on,
from hires_in_scope
where is_start_observed
group by
    year(hire_date),
    case when month(hire_date) <= 6 then 1 else 2 end
order by
    hire_year asc,
    hire_half asc
