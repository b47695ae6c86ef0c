-- The times of which the CRM's file does not hold what was won, between the days of the deals before and after; not its begin.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
select
    from_on - 1 as from_on,
    case when not is_end then to_on + 1 end as to_on,
    is_end,
    count_hires,
    count_won,
from marts.unknown_sales
where not is_begin
order by from_on
