-- How many rows were set aside for each reason, and in which column of which table.
-- ignores: all filters, because it tells of the exports as a whole
-- company: no person as such
-- raw: column_name; a heading may be a cell
select
    reason,
    table_name,
    column_name,
    count(*) as count_rows,
from marts.rows_set_aside
group by
    reason,
    table_name,
    column_name
order by
    count_rows desc,
    table_name asc,
    column_name asc,
    reason asc
