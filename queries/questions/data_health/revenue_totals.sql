-- All won revenue, and whom it was credited to.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
select *
from marts.revenue_totals
order by won_revenue
