-- Hires that met their role's bar in the window, by half-year of the start in Sales, and the last of them to be judged.
-- counts: count_hires
select
    year(sales_start_on) as hire_year,
    case when month(sales_start_on) <= 6 then 1 else 2 end as hire_half,
    count(*) as count_hires,
    count(*) filter (where is_counted and met_bar is not null) as count_judged,
    count(*) filter (where is_counted and met_bar) as count_met_bar,
    count(*) filter (where not is_mature) as count_too_new,
    max(sales_start_on) as last_hire_on,
from hires_in_scope
where is_start_observed
group by
    year(sales_start_on),
    case when month(sales_start_on) <= 6 then 1 else 2 end
order by
    hire_year asc,
    hire_half asc
