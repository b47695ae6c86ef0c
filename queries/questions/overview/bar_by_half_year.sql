-- Hires that met their role's bar in the window, by half-year of the start in Sales, and the last of them to be judged.
-- counts: count_hires
select
    start_year as hire_year,
    start_half as hire_half,
    count(*) as count_hires,
    count(*) filter (where is_counted and met_bar is not null) as count_judged,
    count(*) filter (where is_counted and met_bar) as count_met_bar,
    count(*) filter (where not is_mature) as count_too_new,
    max(sales_start_on) as last_hire_on,
    cast(
        last_day(
            max(sales_start_on)
            + to_months(5 - (month(max(sales_start_on)) + 12 - any_value(company.fiscal_year_starts_in)) % 6)
        ) as date
    ) as half_ends_on,
from hires_in_scope
cross join marts.company
where is_start_observed
group by
    start_year,
    start_half
order by
    hire_year asc,
    hire_half asc
