-- The times of more than a month without a won deal, and for how many days hires worked in each who were past their start.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
select
    from_on,
    to_on,
    is_last,
    count_hires,
    days_worked,
    days_worked_outside,
    count_won,
from marts.sales_gaps
order by from_on
