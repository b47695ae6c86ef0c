-- The rows set aside, with file, line, column, value, reason and what to do: up to ten thousand of each file, all counted.
-- ignores: all filters, because it tells of the exports as a whole
-- people: what stands in a cell may name somebody
select
    rows_set_aside.*,
    count(*) over (partition by file) as count_of_file,
from marts.rows_set_aside
qualify row_number() over (partition by file order by place) <= 10000
order by place
