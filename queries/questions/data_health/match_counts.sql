-- In how many ways, and for how much money, the systems do not meet.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
select *
from marts.match_counts
order by place
