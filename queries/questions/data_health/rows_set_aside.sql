-- Every row set aside, with file, line, column, value, reason and what to do.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
select *
from marts.rows_set_aside
order by place
