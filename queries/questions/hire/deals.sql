-- How many deals of their own one hire has won so far, their sum, and what was inherited.
-- ignores: all filters, because an address names one hire whatever is chosen
-- people: one row a hire, found by name
select
    count(credits.amount) filter (where credits.timing = 'employed' and not credits.is_inherited) as count_own_deals,
    cast(
        coalesce(
            sum(credits.amount) filter (where credits.timing = 'employed' and not credits.is_inherited), 0
        ) as double
    ) as own_revenue,
    cast(coalesce(sum(credits.amount) filter (where credits.is_inherited), 0) as double) as inherited_revenue,
from hire_in_scope as hires
left join marts.credits
    on
        hires.employee_id = credits.employee_id
        and hires.hire_date = credits.hire_date
        and credits.is_of_hire
where hires.is_named
group by hires.hire
order by hires.hire
